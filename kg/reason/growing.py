"""What follows where nothing was withdrawn: first from the few triples that may be joined, then from each alone.

So many triples take no more memory than few. What is stated and comes later stands in the store already: what follows
from it does when its turn comes. Few are followed in one write. Where many are, and it is killed, all is inferred anew:
what was written may rest on what is withdrawn before that.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property, partial
from itertools import chain, islice
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple

from kg.graph.lines import Spo
from kg.graph.merge import ADDED, at, known, reasoned
from kg.graph.spooled import spooled
from kg.graph.store import Store
from kg.processes import behind
from kg.reason.alone import Parts, parts
from kg.reason.closure import Closure, Program
from kg.reason.increment import Increment
from kg.reason.index import Memory
from kg.reason.loops import Class, Relation
from kg.reason.terms import SAME, TYPE, Atom
from kg.vocabulary import INFERRED

#: Triples that are followed at a time where the store is the index, and where each is followed alone.
FEW, MANY = 5_000, 10_000
#: Portions, beside a first, that are written between two openings of the database.
BEHIND = 3
#: So many triples of a new store, of some thousands of articles, are joined in memory: that is sooner.
SMALL = 100_000
_DEFAULT = DefaultGraph()


def grow(store: Store, rules: Program, added: Iterator[Triple]) -> None:
    """Add what follows from the triples that were stated since the reasoner last looked."""
    growth = _Growth(store, rules)
    some = {*islice(added, FEW + 1)}
    if not growth.is_first and len(some) <= FEW:
        store.infer(*growth.change(rules, some))
        return
    # All are read now: once something is inferred it takes longer to tell what is stated.
    portions = spooled(added, MANY, store.path)
    every = chain([some, *islice(portions, 1)], portions)
    store.unsee()
    store.relieve(is_read=True)
    if growth.join():
        growth.follow(every)
    else:
        growth.follow_together(every)
    store.infer((), ())


class _Growth:
    def __init__(self, store: Store, rules: Program) -> None:
        self._store, self._rules = store, rules
        self._inferred = store.graph(INFERRED)
        #: Whether all is new, and nothing inferred.
        self.is_first = store.is_unseen()
        heads = self._parts.alone.heads if self.is_first else ()
        #: Relations that nobody states: what follows of them is there only where it followed before.
        self._unstated = {relation for relation in heads if not any(True for _ in self._rows(relation, _DEFAULT))}

    @cached_property
    def _parts(self) -> Parts:
        """Few triples need none, and to make them takes longer than to follow these."""
        return parts(self._rules)

    def join(self) -> bool:
        """Add what follows from triples that may be joined, and from that; not where two things are one."""
        if any(True for _ in self._rows(SAME, _DEFAULT)):
            return False
        few = self.is_first and sum(1 for _ in islice(self._joined(), SMALL + 1)) <= SMALL
        return self._join_in_memory() if few else self._join_in_store()

    def follow(self, portions: Iterable[set[Triple]]) -> None:
        """Add what follows from each triple alone, written while it is found out for the next."""
        rest = iter(portions)
        while some := [*islice(rest, 1)]:
            with behind(1) as do:
                for portion in chain(some, islice(rest, BEHIND)):
                    gone = [*self._no_longer_inferred(portion)]
                    do(partial(self._store.follow, gone, [*self._new(map(Atom.of, portion))]))
            # No other thread writes now.
            self._store.relieve(is_read=True)

    def follow_together(self, portions: Iterable[set[Triple]]) -> None:
        """Add what follows from triples of things of which some are one."""
        for portion in portions:
            rest = iter(portion)
            while some := {*islice(rest, FEW)}:
                self._write(*self.change(self._rules, some))

    def change(self, rules: Program, added: set[Triple]) -> tuple[list[Triple], list[Triple]]:
        """Return what is no longer inferred, and what now is, by some rules and the store as their index."""
        return self._of(self._increment(rules, added))

    def _increment(self, rules: Program, added: set[Triple]) -> Increment:
        return Increment(self._store.db, self._inferred, rules, added)

    def _of(self, change: Increment) -> tuple[list[Triple], list[Triple]]:
        return change.of((), with_facts=self._holds_nothing())

    def _join_in_memory(self) -> bool:
        closure = Closure(self._parts.joining, index := Memory())
        facts = [*map(Atom.of, self._joined())]
        self._store.relieve(is_read=True)
        closure.add(facts)
        del facts
        inferred = closure.inferred(index.rows)
        while not closure.same and (some := [*islice(inferred, MANY)]):
            self._write((), chain(self._unheld(some), self._new(some)))
        return not closure.same

    def _join_in_store(self) -> bool:
        for portion in spooled(self._joined(), FEW, self._store.path):
            change = self._increment(self._parts.joining, portion)
            gone, new = self._of(change)
            if change.is_of_several_names:
                return False
            # What it holds of the database keeps it open.
            del change
            self._write(gone, [*new, *self._new(map(Atom.of, new))])
        return True

    def _no_longer_inferred(self, stated: Iterable[Triple]) -> Iterator[Triple]:
        if not self.is_first:
            yield from (each for each in stated if at(each, self._inferred) in self._store.db)

    def _holds_nothing(self) -> bool:
        return not any(True for _ in self._store.db.quads_for_pattern(None, None, None, self._inferred))

    def _joined(self) -> Iterator[Triple]:
        """Yield the new triples that may be joined."""
        graph = _DEFAULT if self.is_first else self._store.graph(ADDED)
        rows = (self._rows(relation, graph) for relation in self._parts.joined)
        return filter(reasoned, (quad.triple for quads in rows for quad in quads))

    def _rows(self, relation: Relation, graph: NamedNode | DefaultGraph) -> Iterator[Quad]:
        if isinstance(relation, Class):
            return self._store.db.quads_for_pattern(None, TYPE, relation.iri, graph)
        return self._store.db.quads_for_pattern(None, relation, None, graph)

    def _new(self, facts: Iterable[Atom]) -> Iterator[Spo]:
        """Yield what follows from each fact alone and is not there."""
        return self._unheld(set(self._parts.alone.of(facts)))

    def _unheld(self, facts: Iterable[tuple[Any, NamedNode, Any]]) -> Iterator[Spo]:
        for s, p, o in facts:
            if (Class(o) if p == TYPE else p) in self._unstated or not self._is_held(Quad(s, p, o, _DEFAULT)):
                yield s, p, o

    def _is_held(self, quad: Quad) -> bool:
        return quad in self._store.db and known(quad, self._inferred, self._store.db)

    def _write(self, gone: Iterable[Triple], new: Iterable[Triple | Spo]) -> None:
        self._store.follow(gone, new)
        self._store.relieve(is_read=True)
