"""Brings what is inferred up to date with what is stated."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import chain, islice
from typing import Literal, TypeAlias

from pyoxigraph import DefaultGraph, Quad, Triple

from kg.graph.merge import reasoned
from kg.graph.store import Store
from kg.reason.closing import axioms, keep, program
from kg.reason.closure import Closure
from kg.reason.contradictions import unmark
from kg.reason.increment import EqualityWithdrawnError, Increment
from kg.reason.index import Memory
from kg.reason.reference import owlrl_closure
from kg.reason.terms import Atom
from kg.vocabulary import INFERRED

FEW = 5000
#: `owlrl` is the plain reference: slow, always from nothing, and saying everything of all names of a thing.
Engine: TypeAlias = Literal["rules", "owlrl"]


def update(store: Store, added: Iterable[Triple], removed: Iterable[Triple], *, engine: Engine = "rules") -> None:
    """Bring what is inferred up to date with the triples that were stated and withdrawn since."""
    keep(store)
    if next(store.db.quads_for_pattern(None, None, None, store.graph(INFERRED)), None) is None:
        # Of a new store nothing is held but the facts that the engine works on.
        if next(chain(added, removed), None) is not None:
            unmark(store)
            stated = (quad.triple for quad in store.db.quads_for_pattern(None, None, None, DefaultGraph()))
            store.infer((), _following(store, stated, engine))
        return
    now, before = set(added), set(removed)
    if now or before:
        unmark(store)
        store.infer(*_changes(store, now, before, engine))


def _following(store: Store, stated: Iterable[Triple], engine: Engine) -> Iterator[Triple]:
    """Yield what follows from triples."""
    atoms = (Atom.of(triple) for triple in stated if reasoned(triple))
    return (atom.triple() for atom in _ENGINES[engine](store, atoms))


def _changes(
    store: Store, added: set[Triple], removed: set[Triple], engine: Engine
) -> tuple[Iterable[Triple], Iterable[Triple]]:
    """Return what is no longer inferred, and what now is: from the changes alone where that is less work."""
    inferred = store.graph(INFERRED)
    if engine == "rules" and _is_few(len(added) + len(removed), store.db.quads_for_pattern(None, None, None, inferred)):
        with suppress(EqualityWithdrawnError):
            return Increment(store.db, inferred, program(store), added).of(removed)
    held = {quad.triple for quad in store.db.quads_for_pattern(None, None, None, inferred)}
    every = (quad.triple for quad in store.db.quads_for_pattern(None, None, None, DefaultGraph()))
    wanted = set(_following(store, (each for each in every if each in added or each not in held), engine))
    return held - wanted, wanted - held


def _is_few(changes: int, inferred: Iterator[Quad]) -> bool:
    """Tell whether a change is worth following by itself: it takes ten times as long a triple as starting anew.

    What follows from few changes is stored in one write, so that none of it is there after a kill, or all.
    """
    return changes <= FEW and sum(1 for _ in islice(inferred, 10 * changes)) == 10 * changes


def by_rules(store: Store, stated: Iterable[Atom]) -> Iterator[Atom]:
    """Yield what follows from facts by the rules of a store."""
    index = Memory()
    closure = Closure(program(store), index)
    closure.add(stated)
    return closure.inferred(index.rows)


def _by_owlrl(store: Store, stated: Iterable[Atom]) -> Iterable[Atom]:
    facts = set(stated)
    return owlrl_closure(axioms(store), facts) - facts


_ENGINES: dict[Engine, Callable[[Store, Iterable[Atom]], Iterable[Atom]]] = {"rules": by_rules, "owlrl": _by_owlrl}
