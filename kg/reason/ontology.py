"""The ontology, closed once, and the rules that come of it."""

import hashlib
from collections.abc import Iterable
from functools import cache

import pyoxigraph as ox
from pyoxigraph import NamedNode

from kg.errors import DataError
from kg.reason.closure import Closure, Program
from kg.reason.index import Memory
from kg.reason.minimal import minimal
from kg.reason.profile import SCHEMA
from kg.reason.refuse import refuse
from kg.reason.rules import instantiate, written_out
from kg.reason.schema import Schema
from kg.reason.terms import SAME, Atom, term
from kg.resources import folder
from kg.vocabulary import SKOS

#: Predicates that describe and from which nothing follows.
ANNOTATIONS = {
    term(name)
    for name in (
        "rdfs:label", "rdfs:comment", "rdfs:seeAlso", "rdfs:isDefinedBy", "owl:versionInfo", "owl:versionIRI",
        "owl:priorVersion", "owl:imports", "owl:backwardCompatibleWith", "owl:incompatibleWith",
    )
} | {
    NamedNode(f"{SKOS}{name}") for name in ("definition", "example", "note", "prefLabel", "altLabel", "closeMatch")
}  # fmt: skip


def news_program() -> Program:
    """Return the rules of the ontology that came with this kg."""
    return program_of(news_ontology())


def news_ontology() -> bytes:
    """Return the ontology that came with this kg."""
    return (folder("ontology") / "news.ttl").read_bytes()


def program_of(turtle: bytes) -> Program:
    """Return the rules that an ontology calls for; a second call with the same bytes costs nothing."""
    return _program(hashlib.sha256(turtle).digest(), turtle)


@cache
def _program(_digest: bytes, turtle: bytes) -> Program:
    found = axioms(turtle)
    refuse(Schema(found))
    return minimal(instantiate(closed(found)))


def axioms(turtle: bytes) -> list[Atom]:
    """Return an ontology's triples, those left out that only describe."""
    try:
        triples = [Atom.of(quad) for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)]
    except SyntaxError as error:
        raise DataError(f"ontology: not Turtle: {error}") from error
    return [triple for triple in triples if triple.p not in ANNOTATIONS]


def closed(triples: Iterable[Atom]) -> Schema:
    """Apply the rules on schema until nothing new follows: an ontology's axioms are facts to them."""
    known = list(triples)
    program = Program(written_out(SCHEMA, Schema(known)))
    index = Memory()
    closure = Closure(program, index)
    closure.add(triple for triple in known if triple.p != SAME)
    return Schema([*known, *index.triples()])
