"""owlrl closes the ontology of a store whenever it has changed; the closure is kept there, and gives the rules.

kg's own ontology is closed when it is written (`make ontology`), so that owlrl is loaded for a user's alone.
"""

from collections.abc import Iterable, Iterator
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kg.errors import DataError
from kg.graph import ontologies
from kg.graph.declared import declared
from kg.graph.ontology import ontology, unnamed
from kg.graph.store import Store
from kg.reason.closure import Program
from kg.reason.minimal import minimal
from kg.reason.ontology import ANNOTATIONS
from kg.reason.reference import closed_ontology, owlrl_version
from kg.reason.refuse import refuse
from kg.reason.rules import instantiate
from kg.reason.schema import Schema
from kg.reason.terms import Atom
from kg.resources import folder
from kg.vocabulary import NEWS, OWL

#: Says of the closure what it is of, and who made it.
_CLOSURE = NamedNode(NEWS.removesuffix("ontology#") + "closure")
_OF, _BY = NamedNode(f"{NEWS}contentHash"), NamedNode(f"{OWL}versionInfo")


def program(store: Store) -> Program:
    """Return the rules of the store's ontology, compiled from its closure."""
    return _compiled(frozenset(_closure(store)))


def own_program() -> Program:
    """Return the rules of kg's own ontology, compiled from its closure."""
    return _compiled(_own() or frozenset(closed(ontology())))


def axioms(store: Store) -> list[Atom]:
    """Return the triples of the store's ontology from which something follows."""
    return _axioms(ontologies.ontology(store))


def keep(store: Store) -> Program:
    """Keep the closure of the store's ontology in the store, if that of another stands there; return its rules."""
    held = set(ontologies.closed(store))
    if (wanted := _closure(store)) != held:
        ontologies.close(store, wanted)
    return _compiled(frozenset(wanted))


def own(path: Path) -> list[Triple]:
    """Return a user's ontology, for a store to adopt beside kg's.

    Raises:
        UsageError: there is no such file.
        DataError: it is not Turtle, not OWL 2 RL, or speaks of a term of kg's that there is not.

    """
    found = list(ontology(path))
    declared(found).check(path)
    try:
        refuse(Schema(_axioms([*ontology(), *found])))
    except DataError as error:
        raise DataError(f"{path}: {error}") from None
    return found


def closed_file() -> Path:
    """Return the file that holds kg's own ontology closed."""
    return folder("ontology") / "news-closed.nt"


def closed(triples: Iterable[Triple]) -> set[Triple]:
    """Return an ontology as owlrl closes it, with a digest of what it was and the version of owlrl.

    Raises:
        DataError: it is not OWL 2 RL.

    """
    given = list(triples)
    nodes = {node for triple in given for node in (triple.subject, triple.object)}
    names = {unnamed(node): node for node in nodes if isinstance(node, NamedNode)}
    found = _axioms(given)
    refuse(Schema(found))
    made = {Triple(*(names.get(node, node) for node in atom)) for atom in closed_ontology(found)}
    return made | set(_marks(given))


def _closure(store: Store) -> set[Triple]:
    """Return the closure of the store's ontology: what is kept if it is of this ontology, or kg's own, or a new one."""
    given = list(ontologies.ontology(store))
    marks = set(_marks(given))
    for kept in (partial(ontologies.closed, store), _own):
        if marks <= (found := set(kept())):
            return found
    return closed(given)


@cache
def _own() -> frozenset[Triple]:
    path = closed_file()
    quads = parse(path=str(path), format=RdfFormat.N_TRIPLES) if path.exists() else ()
    return frozenset(quad.triple for quad in quads)


@cache
def _compiled(closure: frozenset[Triple]) -> Program:
    return minimal(instantiate(Schema(_axioms(t for t in closure if t.subject != _CLOSURE))))


def _marks(given: Iterable[Triple]) -> Iterator[Triple]:
    told = sorted(str(triple) for triple in given if triple.predicate not in ANNOTATIONS)
    digest = sha256("\n".join(told).encode()).hexdigest()
    yield Triple(_CLOSURE, _OF, Literal(digest))
    yield Triple(_CLOSURE, _BY, Literal(owlrl_version()))


def _axioms(triples: Iterable[Triple]) -> list[Atom]:
    """Return triples as atoms, those left out that only describe; what the store gave a name has none again."""
    return [
        Atom(unnamed(triple.subject), triple.predicate, unnamed(triple.object))
        for triple in triples
        if triple.predicate not in ANNOTATIONS
        and not isinstance(triple.object, Triple)
        and not isinstance(triple.subject, Triple)
    ]
