"""Brings what is inferred up to date with what is stated."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice

from pyoxigraph import DefaultGraph, Quad, Triple

from kg.graph.merge import reasoned
from kg.graph.store import Store
from kg.reason.closure import Closure
from kg.reason.contradictions import unmark
from kg.reason.increment import EqualityWithdrawnError, Increment
from kg.reason.index import Memory
from kg.reason.ontology import news_program
from kg.reason.terms import Atom
from kg.vocabulary import INFERRED


def update(store: Store, added: Iterable[Triple], removed: Iterable[Triple]) -> None:
    """Bring what is inferred up to date with the triples that were stated and withdrawn since."""
    now, before = set(added), set(removed)
    if now or before:
        unmark(store)
        store.infer(*_changes(store, now, before))


def _changes(store: Store, added: set[Triple], removed: set[Triple]) -> tuple[Iterable[Triple], Iterable[Triple]]:
    """Return what is no longer inferred, and what now is: from the changes alone where that is less work."""
    inferred = store.graph(INFERRED)
    if _is_few(len(added) + len(removed), store.db.quads_for_pattern(None, None, None, inferred)):
        with suppress(EqualityWithdrawnError):
            return Increment(store.db, inferred, news_program(), added).of(removed)
    held = {quad.triple for quad in store.db.quads_for_pattern(None, None, None, inferred)}
    wanted = {atom.triple() for atom in closed(store, held - added)}
    return held - wanted, wanted - held


def _is_few(changes: int, inferred: Iterator[Quad]) -> bool:
    """Tell whether a change is worth following by itself: it takes ten times as long a triple as starting anew."""
    return sum(1 for _ in islice(inferred, 10 * changes)) == 10 * changes


def closed(store: Store, unstated: set[Triple]) -> Iterator[Atom]:
    """Yield all that follows from what is stated: the default graph less the triples that are there as inferred."""
    index = Memory()
    closure = Closure(news_program(), index)
    closure.add(
        Atom.of(quad)
        for quad in store.db.quads_for_pattern(None, None, None, DefaultGraph())
        if quad.triple not in unstated and reasoned(quad.triple)
    )
    yield from closure.inferred(index.rows)
