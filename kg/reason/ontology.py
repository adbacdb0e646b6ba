"""The ontology, closed once, and the rules that come of it."""

import hashlib
from collections.abc import Iterable
from functools import cache

import pyoxigraph as ox

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

#: Predicates that describe and from which nothing follows.
_ANNOTATIONS = {
    term(f"{name}")
    for name in (
        "rdfs:label", "rdfs:comment", "rdfs:seeAlso", "rdfs:isDefinedBy", "owl:versionInfo", "owl:versionIRI",
        "owl:priorVersion", "owl:imports", "owl:backwardCompatibleWith", "owl:incompatibleWith",
    )
}  # fmt: skip


def news_program() -> Program:
    """Return the rules of the ontology that came with this kg."""
    return program_of((folder("ontology") / "news.ttl").read_bytes())


def program_of(turtle: bytes) -> Program:
    """Return the rules that an ontology calls for; a second call with the same bytes costs nothing."""
    return _program(hashlib.sha256(turtle).digest(), turtle)


@cache
def _program(_digest: bytes, turtle: bytes) -> Program:
    try:
        triples = [Atom.of(quad) for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)]
    except SyntaxError as error:
        raise DataError(f"ontology: not Turtle: {error}") from error
    refuse(Schema(triples))
    return minimal(instantiate(closed(triples)))


def closed(triples: Iterable[Atom]) -> Schema:
    """Apply the rules on schema until nothing new follows: an ontology's axioms are facts to them."""
    axioms = [triple for triple in triples if triple.p not in _ANNOTATIONS]
    program = Program(written_out(SCHEMA, Schema(axioms)))
    index = Memory()
    closure = Closure(program, index)
    closure.add(triple for triple in axioms if triple.p != SAME)
    return Schema([*axioms, *index.triples()])
