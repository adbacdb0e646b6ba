"""All rows that are known, held so that loops find them at once: in memory, over whole numbers."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

from pyoxigraph import Literal

from kg.reason.literals import is_of, unequal
from kg.reason.loops import RESOURCES, Class, Relation, Row, View
from kg.reason.terms import TYPE, UNEQUAL, Atom, Term, is_datatype


class Reckoned:
    """A relation whose rows are not kept but told by a test."""

    def __init__(self, test: Callable[[Row], bool]) -> None:
        self._test = test

    def __contains__(self, row: Row) -> bool:
        return self._test(row)


def reckoned(relation: Relation, term: Callable[[Any], Term]) -> Reckoned | None:
    """Return the relation's test, where it has one; `term` gives the term for a name that stands in a row."""
    if relation == RESOURCES:
        return Reckoned(lambda row: not isinstance(term(row), Literal))
    if relation == UNEQUAL:
        return Reckoned(lambda row: unequal(term(row[0]), term(row[1])))
    if isinstance(relation, Class) and is_datatype(relation.iri):
        datatype: Any = relation.iri
        return Reckoned(lambda row: is_of(term(row), datatype))
    return None


class Index(Protocol):
    """What the closure asks of a set of rows. A row of a property is two names, a row of a class is one."""

    def name(self, term: Term) -> Any:
        """Return how the term is written in rows."""

    def term(self, name: Any) -> Term:
        """Return the term that a name stands for."""

    def view(self, view: View) -> Any:
        """Return rows, objects by subject, or subjects by object."""

    def missing(self, relation: Relation, rows: set[Row]) -> set[Row]:
        """Return those of the rows that are not there."""

    def add(self, relation: Relation, rows: set[Row]) -> None:
        """Add rows that are not there."""

    def rename(self, names: Mapping[Any, Any]) -> dict[Relation, set[Row]]:
        """Take out the rows in which one of the names stands; return them under the new names."""


class Memory:
    """An index in memory. Terms are numbers, literals below zero; rows are kept by key once a loop has looked there."""

    def __init__(self) -> None:
        self._numbers: dict[Term, int] = {}
        self._terms: list[Term] = []
        self.rows: defaultdict[Relation, set[Row]] = defaultdict(set)
        self._objects: dict[Relation, dict[int, list[int]]] = {}
        self._subjects: dict[Relation, dict[int, list[int]]] = {}

    def name(self, term: Term) -> int:
        """Return the term's number, a new one where it has none."""
        number = self._numbers.get(term)
        if number is None:
            self._terms.append(term)
            number = -len(self._terms) if isinstance(term, Literal) else len(self._terms)
            self._numbers[term] = number
        return number

    def term(self, name: int) -> Term:
        """Return the term of a number."""
        return self._terms[abs(name) - 1]

    def view(self, view: View) -> Any:
        """Return what a loop looks into."""
        if view.kind != "rows":
            by_key = self._objects if view.kind == "objects" else self._subjects
            if view.relation not in by_key:
                by_key[view.relation] = defaultdict(list)
                self._enter(by_key[view.relation], self.rows[view.relation], backwards=view.kind == "subjects")
            return by_key[view.relation]
        if view.relation == RESOURCES:
            return Reckoned((0).__lt__)
        return reckoned(view.relation, self.term) or self.rows[view.relation]

    def missing(self, relation: Relation, rows: set[Row]) -> set[Row]:
        """Return those of the rows that are not there."""
        return rows - self.rows[relation]

    def add(self, relation: Relation, rows: set[Row]) -> None:
        """Add rows that are not there."""
        self.rows[relation] |= rows
        if relation in self._objects:
            self._enter(self._objects[relation], rows)
        if relation in self._subjects:
            self._enter(self._subjects[relation], rows, backwards=True)

    @staticmethod
    def _enter(by_key: dict[int, list[int]], rows: set[Row], *, backwards: bool = False) -> None:
        if backwards:
            for s, o in rows:
                by_key[o].append(s)
        else:
            for s, o in rows:
                by_key[s].append(o)

    def triples(self) -> Iterator[Atom]:
        """Yield all rows as triples."""
        term = self.term
        for relation, rows in self.rows.items():
            if isinstance(relation, Class):
                yield from (Atom(term(row), TYPE, relation.iri) for row in rows)
            else:
                yield from (Atom(term(s), relation, term(o)) for s, o in rows)

    def rename(self, names: Mapping[int, int]) -> dict[Relation, set[Row]]:
        """Put new names for old ones, and return the rows that change by it."""
        renamed: dict[Relation, set[Row]] = {}
        for relation, rows in self.rows.items():
            if isinstance(relation, Class):
                gone: set[Row] = rows & names.keys()
                new: set[Row] = {names[row] for row in gone}
            else:
                gone = {row for row in rows if row[0] in names or row[1] in names}
                new = {(names.get(s, s), names.get(o, o)) for s, o in gone}
            if gone:
                rows.difference_update(gone)
                renamed[relation] = new
                self._objects.pop(relation, None)
                self._subjects.pop(relation, None)
        return renamed
