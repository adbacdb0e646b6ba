"""Keeps a closure up to date by what changed alone.

What was withdrawn takes with it all that was derived from it, however else that may follow (overdeletion); what still
follows from the rest comes back; and what was stated is added. This is DRed (Gupta, Mumick and Subrahmanian, 1993).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store, Triple

from kg.graph.merge import at, known, reasoned
from kg.reason.closure import Closure, Program, Rows
from kg.reason.loops import Relation, Row
from kg.reason.stored import Stored, triple_of
from kg.reason.terms import SAME, Atom, Term


class EqualityWithdrawnError(Exception):
    """Something that was withdrawn may have made two names equal; which rows were whose is no longer known."""


class Increment:
    """One change of what is stated, and of what is inferred with it."""

    def __init__(self, db: Store, inferred: NamedNode, program: Program, added: set[Triple]) -> None:
        self._db, self._inferred, self._added = db, inferred, added
        self._index = Stored(db, partial(known, inferred=inferred, db=db))
        self._closure = Closure(program, self._index)
        self._closure.unite(
            (quad.subject, quad.object)
            for quad in list(db.quads_for_pattern(None, SAME, None, DefaultGraph()))
            if quad.triple not in added or self._is_inferred(quad.triple)
        )
        self._several = {*self._closure.same, *self._closure.same.values()}
        self._stars = set(self._star())

    @property
    def is_of_several_names(self) -> bool:
        """Tell whether a thing has several names, as far as is known by now."""
        return bool(self._closure.same)

    def of(self, removed: Iterable[Triple], *, with_facts: bool = False) -> tuple[list[Triple], list[Triple]]:
        """Return the triples that are no longer to be held as inferred, and those that now are.

        What holds without a condition is known but `with_facts`: where nothing is inferred yet.

        Raises:
            EqualityWithdrawnError: the closure has to be made anew.

        """
        self._withdraw(self._closure.rows(map(Atom.of, removed)))
        new = {triple for triple in self._added if not self._is_inferred(triple)}
        facts = self._closure.program.facts if with_facts else ()
        self._closure.extend(self._closure.rows(chain(map(Atom.of, new), facts)))
        return [*self._gone()], [*self._new()]

    def _withdraw(self, removed: Rows) -> None:
        for relation, rows in removed.items():
            self._index.add(relation, rows)
        doomed = self._overdelete(removed)
        for relation, rows in doomed.items():
            self._index.remove(relation, rows)
        back: defaultdict[Relation, set[Row]] = defaultdict(set)
        for relation, rows in doomed.items():
            for loop in self._closure.program.backward[relation]:
                back[relation] |= self._closure.run(loop, rows - back[relation])
        self._closure.extend(back)

    def _overdelete(self, removed: Rows) -> Rows:
        doomed: defaultdict[Relation, set[Row]] = defaultdict(set)
        while removed:
            found: defaultdict[Relation, set[Row]] = defaultdict(set)
            for relation, rows in removed.items():
                self._check(relation, rows)
                doomed[relation] |= rows
                for loop in self._closure.program.by_start.get(relation, ()):
                    found[loop.head] |= self._closure.run(loop, rows)  # type: ignore[index]
            self._check(SAME, found.pop(SAME, set()))
            removed = {
                relation: kept
                for relation, rows in found.items()
                if (kept := {row for row in rows - doomed[relation] if self._is_derived(relation, row)})
            }
        return doomed

    def _check(self, relation: Relation, rows: set[Row]) -> None:
        """Stop where what is withdrawn has to do with a thing of several names."""
        named = {node for row in rows for node in (row if isinstance(row, tuple) else (row,))}
        equal = relation == SAME and any(s != o and not isinstance(s, Literal) for s, o in rows)
        if equal or not named.isdisjoint(self._several):
            raise EqualityWithdrawnError

    def _is_derived(self, relation: Relation, row: Row) -> bool:
        return self._index.has(relation, row) and not self._is_told(triple_of(relation, row).triple())

    def _is_inferred(self, triple: Triple) -> bool:
        return at(triple, self._inferred) in self._db

    def _is_told(self, triple: Triple) -> bool:
        """Tell whether the reasoner is told of a triple."""
        if triple in self._added:
            return True
        held = at(triple, DefaultGraph()) in self._db
        return held and reasoned(triple) and not self._is_inferred(triple)

    def _star(self) -> Iterator[tuple[Term, Term]]:
        return ((name, self._closure.find(name)) for name in self._closure.same)

    def _gone(self) -> Iterator[Triple]:
        stars = set(self._star())
        gone = [triple_of(relation, row) for relation, rows in self._index.out.items() for row in rows]
        gone += [Atom(name, SAME, first) for name, first in self._stars - stars]
        for triple in {*(atom.triple() for atom in gone), *self._added}:
            if self._is_inferred(triple):
                yield triple

    def _new(self) -> Iterator[Triple]:
        new = [triple_of(relation, row) for relation, rows in self._index.put.items() for row in rows]
        new += [Atom(name, SAME, first) for name, first in self._star()]
        for atom in new:
            if not self._is_told(triple := atom.triple()) and not self._is_inferred(triple):
                yield triple
