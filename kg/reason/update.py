"""Brings what is inferred up to date with what is stated."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain, islice
from typing import Literal, TypeAlias

from pyoxigraph import DefaultGraph, Quad, Triple
from pyoxigraph import Literal as Words

from kg.graph.merge import ADDED, reasoned
from kg.graph.store import Store
from kg.graph.terms import LABEL
from kg.reason.closing import axioms, keep
from kg.reason.closure import Closure, Program
from kg.reason.contradictions import unmark
from kg.reason.growing import FEW, grow
from kg.reason.increment import EqualityWithdrawnError, Increment
from kg.reason.index import Memory
from kg.reason.reference import owlrl_closure
from kg.reason.terms import SAME, Atom
from kg.vocabulary import ENGINE, INFERRED

#: `owlrl` is the plain reference: slow, always from nothing, and saying everything of all names of a thing.
Engine: TypeAlias = Literal["rules", "owlrl"]


def update(store: Store, *, engine: Engine = "rules") -> None:
    """Bring what is inferred up to date with the triples that were stated and withdrawn since."""
    _engage(store, engine)
    added, removed = store.pending()
    rules = keep(store)
    if store.is_unseen():
        _take_back(store)
    is_new = next(store.db.quads_for_pattern(None, None, None, store.graph(INFERRED)), None) is None
    some = [*islice(added, 1)]
    if engine == "rules" and some and _only_grows(store):
        # Nothing is half read while the store grows.
        del added, removed
        unmark(store)
        grow(store, rules)
    elif is_new:
        # Of a new store nothing is held but the facts that the engine works on.
        if some or next(iter(removed), None) is not None:
            unmark(store)
            stated = chain(some, added) if store.is_unseen() else store.stated()
            store.infer((), _following(store, rules, stated, engine))
    else:
        now, before = {*some, *added}, set(removed)
        if now or before:
            unmark(store)
            store.infer(*_changes(store, rules, now, before, engine))


def _engage(store: Store, engine: Engine) -> None:
    """Have all inferred anew where another engine inferred what is there; it is noted which did, but for the rules."""
    graph = store.graph(ENGINE)
    held = [*store.db.quads_for_pattern(None, None, None, graph)]
    wanted = [Quad(store.graph(INFERRED), LABEL, Words(engine), graph)] if engine != "rules" else []
    if held != wanted:
        store.unsee(held, wanted)


def _take_back(store: Store) -> None:
    """Take back what a closure that was broken off left: what follows from that was not always written."""
    left = (quad.triple for quad in store.db.quads_for_pattern(None, None, None, store.graph(INFERRED)))
    while portion := list(islice(left, FEW)):
        store.follow(portion, ())


def _only_grows(store: Store) -> bool:
    """Tell whether nothing was withdrawn of what it saw.

    Not where it was stated that things are one: that must be known first of all that is stated of them.
    """
    where, withdrawn = (DefaultGraph(), ()) if store.is_unseen() else (store.graph(ADDED), store.pending()[1])
    equal = store.db.quads_for_pattern(None, SAME, None, where)
    return not any(True for _ in chain(withdrawn, equal))


def _following(store: Store, rules: Program, stated: Iterable[Triple], engine: Engine) -> Iterable[Atom]:
    """Return what follows from triples."""
    atoms = (Atom.of(triple) for triple in stated if reasoned(triple))
    return by_rules(rules, atoms) if engine == "rules" else _by_owlrl(store, atoms)


def _changes(
    store: Store, rules: Program, added: set[Triple], removed: set[Triple], engine: Engine
) -> tuple[Iterable[Triple], Iterable[Triple]]:
    """Return what is no longer inferred, and what now is: from the changes alone where that is less work."""
    inferred = store.graph(INFERRED)
    if engine == "rules" and _is_few(len(added) + len(removed), store.db.quads_for_pattern(None, None, None, inferred)):
        with suppress(EqualityWithdrawnError):
            return Increment(store.db, inferred, rules, added).of(removed)
    held = {quad.triple for quad in store.db.quads_for_pattern(None, None, None, inferred)}
    every = (quad.triple for quad in store.db.quads_for_pattern(None, None, None, DefaultGraph()))
    stated = (each for each in every if each in added or each not in held)
    wanted = {atom.triple() for atom in _following(store, rules, stated, engine)}
    return held - wanted, wanted - held


def _is_few(changes: int, inferred: Iterator[Quad]) -> bool:
    """Tell whether a change is worth following by itself: it takes ten times as long a triple as starting anew."""
    return changes <= FEW and sum(1 for _ in islice(inferred, 10 * changes)) == 10 * changes


def by_rules(rules: Program, stated: Iterable[Atom]) -> Iterator[Atom]:
    """Yield what follows from facts by the rules of an ontology."""
    index = Memory()
    closure = Closure(rules, index)
    closure.add(stated)
    return closure.inferred(index.rows)


def _by_owlrl(store: Store, stated: Iterable[Atom]) -> Iterable[Atom]:
    facts = set(stated)
    return owlrl_closure(axioms(store), facts) - facts
