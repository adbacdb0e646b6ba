"""The ontologies of a store: kg's, the user's own beside it, and what follows from both."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Triple
from pyoxigraph import Store as Database

from kg.graph.lines import block
from kg.graph.mark import Written
from kg.graph.merge import Change, at
from kg.vocabulary import INFERRED, ONTOLOGY, ONTOLOGY_CLOSED, ONTOLOGY_OWN

if TYPE_CHECKING:
    from kg.graph.store import Store


def ontology(store: "Store") -> Iterator[Triple]:
    """Yield the ontology's triples, those of the user's own with them."""
    yield from _held(store, ONTOLOGY)
    yield from adopted(store)


def adopted(store: "Store") -> Iterator[Triple]:
    """Yield the triples of the user's own ontology."""
    return _held(store, ONTOLOGY_OWN)


def as_kept(triples: Iterable[Triple]) -> set[Triple]:
    """Return triples as a store gives them back: of `"1"^^xsd:nonNegativeInteger` the number 1."""
    database = Database()
    database.extend(at(triple, DefaultGraph()) for triple in triples)
    return {quad.triple for quad in database}


def adopt(store: "Store", triples: AbstractSet[Triple]) -> None:
    """Put an ontology of the user's beside kg's, in place of an earlier one; its triples are given `as_kept`."""
    keep(store, ONTOLOGY_OWN, triples)


def close(store: "Store", triples: Iterable[Triple]) -> None:
    """Keep the ontology as it is closed, in place of what was kept."""
    graph = store.graph(ONTOLOGY_CLOSED)
    drop = [graph] if any(closed(store)) else []
    store.keep(Change(blocks=[block(f"{triple} {graph} ." for triple in triples)]), drop)


def closed(store: "Store") -> Iterator[Triple]:
    """Yield what is kept of the closed ontology."""
    return _held(store, ONTOLOGY_CLOSED)


def keep(store: "Store", name: str, triples: Iterable[Triple]) -> None:
    """Store an ontology; if it changed, all is to be reasoned over again."""
    graph = store.graph(name)
    wanted = {at(triple, graph) for triple in triples}
    held = set(store.db.quads_for_pattern(None, None, None, graph))
    if held == wanted:
        return
    inferred = [*_held(store, INFERRED)]
    if inferred or any(store.stated()):
        # Told first: wherever a kill comes after that, all is reasoned over again.
        store.unsee()
        store.follow(inferred, ())
    store.keep(Change([*(held - wanted)], [*(wanted - held)]), written=Written.of(graph, wanted))


def _held(store: "Store", name: str) -> Iterator[Triple]:
    return (quad.triple for quad in store.db.quads_for_pattern(None, None, None, store.graph(name)))
