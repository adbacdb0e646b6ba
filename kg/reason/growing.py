"""What follows where nothing was withdrawn: first from the few triples that may be joined, then from each alone.

So many triples take no more memory than few. What is stated and comes later stands in the store already: what follows
from it does when its turn comes. Few are followed in one write. Where many are, and it is killed, all is inferred anew:
what was written may rest on what is withdrawn before that.
"""

from collections.abc import Iterable, Iterator
from functools import cache, cached_property, partial
from itertools import chain, islice
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple

from kg.graph.lines import Spo
from kg.graph.merge import ADDED, at, known, reasoned
from kg.graph.spooled import spooled
from kg.graph.store import Store
from kg.graph.terms import news
from kg.processes import behind
from kg.reason.alone import Parts, parts
from kg.reason.closure import Closure, Program
from kg.reason.increment import Increment
from kg.reason.index import Memory
from kg.reason.loops import Class, Relation
from kg.reason.terms import SAME, TYPE, Atom
from kg.vocabulary import INFERRED, vocabulary

#: Triples that are followed, and written, at a time: of twice as many less is done by the clock, in 100 MB more.
FEW = 5_000
#: Portions, beside a first, that are written between two openings of the database.
BEHIND = 3
#: Triples that are read between two openings of the database of a store of many.
READ = 50_000
#: So many triples of a new store, of some thousands of articles, are joined in memory: that is sooner.
SMALL = 100_000
_DEFAULT = DefaultGraph()


@cache
def _texts() -> frozenset[Relation]:
    """Return the relations of kg's whose values are texts, of which the reasoner is not told."""
    every = vocabulary().properties.values()
    return frozenset(news(each.name) for each in every if each.range == "Text")


def grow(store: Store, rules: Program) -> None:
    """Add what follows from the triples that were stated since the reasoner last looked."""
    growth = _Growth(store, rules)
    if few := growth.few():
        store.infer(*growth.change(few))
        return
    store.unsee()
    if not growth.follow_each():
        growth.follow_together()
    store.infer((), ())


class _Growth:
    def __init__(self, store: Store, rules: Program) -> None:
        self._store, self._rules = store, rules
        self._inferred = store.graph(INFERRED)
        #: Whether all is new, and nothing inferred.
        self._is_first = store.is_unseen()
        heads = self._parts.alone.heads if self._is_first else ()
        #: Relations that nobody states: what follows of them is there only where it followed before.
        self._unstated = {relation for relation in heads if not any(True for _ in self._rows(relation, _DEFAULT))}

    @cached_property
    def _parts(self) -> Parts:
        """Few triples need none, and to make them takes longer than to follow these."""
        return parts(self._rules)

    def few(self) -> set[Triple]:
        """Return the new triples where they are few, and others were seen before."""
        some = set() if self._is_first else {*islice(self._pending(), FEW + 1)}
        return some if len(some) <= FEW else set()

    def follow_each(self) -> bool:
        """Add what follows from triples that may be joined, then from each alone; not where two things are one."""
        if any(True for _ in self._rows(SAME, _DEFAULT)):
            return False
        # All are read now: of a fact that is inferred meanwhile it takes longer to tell that it is not stated.
        with spooled(self._leading(), FEW, self._store.path) as portions:
            self._store.relieve(is_read=True)
            if is_joined := self._join():
                self._follow(portions)
        return is_joined

    def _join(self) -> bool:
        few = self._is_first and sum(1 for _ in islice(self._joined(), SMALL + 1)) <= SMALL
        return self._join_in_memory() if few else self._join_in_store()

    def _follow(self, portions: Iterable[set[Triple]]) -> None:
        """Add what follows from each triple alone, written while it is found out for the next."""
        rest = iter(portions)
        while some := [*islice(rest, 1)]:
            with behind(1) as do:
                for portion in chain(some, islice(rest, BEHIND)):
                    gone = [*self._no_longer_inferred(portion)]
                    do(partial(self._store.follow, gone, [*self._new(map(Atom.of, portion))]))
            # No other thread writes now.
            self._store.relieve(is_read=True)

    def follow_together(self) -> None:
        """Add what follows from triples of things of which some are one."""
        with spooled(self._pending(), FEW, self._store.path) as portions:
            for portion in portions:
                self._write(*self.change(portion))

    def change(self, added: set[Triple]) -> tuple[list[Triple], list[Triple]]:
        """Return what is no longer inferred, and what now is, with the store as the index of the rules."""
        return self._of(self._increment(self._rules, added))

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
        while not closure.same and (some := [*islice(inferred, FEW)]):
            self._write((), chain(self._unheld(some), self._new(some)))
        return not closure.same

    def _join_in_store(self) -> bool:
        with spooled(self._joined(), FEW, self._store.path) as portions:
            return all(map(self._join_portion, portions))

    def _join_portion(self, portion: set[Triple]) -> bool:
        change = self._increment(self._parts.joining, portion)
        gone, new = self._of(change)
        if change.is_of_several_names:
            return False
        # What it holds of the database keeps it open.
        del change
        self._write(gone, [*new, *self._new(map(Atom.of, new))])
        return True

    def _no_longer_inferred(self, stated: Iterable[Triple]) -> Iterator[Triple]:
        if not self._is_first:
            yield from (each for each in stated if at(each, self._inferred) in self._store.db)

    def _holds_nothing(self) -> bool:
        return not any(True for _ in self._store.db.quads_for_pattern(None, None, None, self._inferred))

    def _pending(self) -> Iterator[Triple]:
        """Yield the new triples; also once the store is told that the reasoner has seen nothing."""
        graph = self._store.graph(ADDED)
        every = (quad.triple for quad in self._store.db.quads_for_pattern(None, None, None, graph))
        return filter(reasoned, self._store.stated() if self._is_first else every)

    def _leading(self) -> Iterator[Triple]:
        """Yield the new triples that lead to others, or that were inferred before."""
        return self._of_relations(self._parts.starts - _texts()) if self._is_first else self._pending()

    def _joined(self) -> Iterator[Triple]:
        """Yield the new triples that may be joined."""
        return self._of_relations(self._parts.joined)

    def _of_relations(self, relations: Iterable[Relation]) -> Iterator[Triple]:
        graph = _DEFAULT if self._is_first else self._store.graph(ADDED)
        number = 0
        for relation in relations:
            for quad in filter(reasoned, self._rows(relation, graph)):
                yield quad.triple
                number += 1
            if number > READ:
                # What the database remembers of what was read would else grow until all is read.
                self._store.relieve(is_read=True)
                number = 0

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
