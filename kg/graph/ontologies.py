"""The ontologies of a store: kg's, the user's own beside it, and what follows from both."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pyoxigraph import Triple

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


def adopt(store: "Store", triples: Iterable[Triple]) -> None:
    """Put an ontology of the user's beside kg's, in place of an earlier one."""
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
