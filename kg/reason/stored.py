"""The rows of a store's default graph, looked up where a loop needs them, with what is to change held over them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from pyoxigraph import DefaultGraph, Literal, Quad, Store

from kg.reason.index import reckoned
from kg.reason.loops import Class, Relation, Row, View, relation_of
from kg.reason.terms import SAME, TYPE, Atom, Term

_DEFAULT = DefaultGraph()


def triple_of(relation: Relation, row: Row) -> Atom:
    """Return a row whose names are terms as a triple."""
    return Atom(row, TYPE, relation.iri) if isinstance(relation, Class) else Atom(row[0], relation, row[1])


class Stored:
    """An index over what is known of a store, in which terms stand for themselves; `put` and `out` are rows over it."""

    def __init__(self, db: Store, is_known: Callable[[Quad], bool] = lambda _: True) -> None:
        self._db, self._is_known = db, is_known
        self.put: defaultdict[Relation, set[Row]] = defaultdict(set)
        self.out: defaultdict[Relation, set[Row]] = defaultdict(set)

    def name(self, term: Term) -> Term:
        """Return the term."""
        return term

    def term(self, name: Term) -> Term:
        """Return the term."""
        return name

    def view(self, view: View) -> Any:
        """Return what a loop looks into."""
        if view.kind == "objects":
            return _ByKey(lambda s: self._objects(view.relation, s))
        if view.kind == "subjects":
            return _ByKey(lambda o: self._subjects(view.relation, o))
        return reckoned(view.relation, self.term) or _Rows(self, view.relation)

    def has(self, relation: Relation, row: Row) -> bool:
        """Tell whether a row is there."""
        if row in self.put[relation]:
            return True
        triple = triple_of(relation, row)
        if isinstance(triple.s, Literal) or row in self.out[relation]:
            return False
        quad = Quad(*triple, _DEFAULT)
        return quad in self._db and self._is_known(quad)

    def _held(self, s: Any, p: Any, o: Any) -> Iterator[Quad]:
        return filter(self._is_known, self._db.quads_for_pattern(s, p, o, _DEFAULT))

    def missing(self, relation: Relation, rows: set[Row]) -> set[Row]:
        """Return those of the rows that are not there."""
        return {row for row in rows if not self.has(relation, row)}

    def add(self, relation: Relation, rows: set[Row]) -> None:
        """Add rows."""
        self.out[relation] -= rows
        self.put[relation] |= self.missing(relation, rows)

    def remove(self, relation: Relation, rows: set[Row]) -> None:
        """Take rows out."""
        self.put[relation] -= rows
        self.out[relation] |= rows

    def rename(self, names: Mapping[Term, Term]) -> dict[Relation, set[Row]]:
        """Put new names for old ones, and return the rows that change by it."""
        renamed: defaultdict[Relation, set[Row]] = defaultdict(set)
        for relation, row in {found for name in names for found in self._naming(name)}:
            self.remove(relation, {row})
            s, _, o = (names.get(node, node) for node in triple_of(relation, row))
            renamed[relation].add(s if isinstance(relation, Class) else (s, o))
        return renamed

    def _naming(self, name: Any) -> Iterator[tuple[Relation, Row]]:
        for s, o in ((None, name),) if isinstance(name, Literal) else ((name, None), (None, name)):
            for quad in self._held(s, None, o):
                if quad.predicate != SAME:
                    yield from self._kept(Atom.of(quad))
        for relation, rows in self.put.items():
            yield from ((relation, row) for row in rows if name in (row if isinstance(row, tuple) else (row,)))

    def _kept(self, triple: Atom) -> Iterator[tuple[Relation, Row]]:
        relation = relation_of(triple)
        row = triple.s if isinstance(relation, Class) else (triple.s, triple.o)
        if row not in self.out[relation]:
            yield relation, row

    def _objects(self, relation: Any, s: Any) -> list[Any]:
        if isinstance(s, Literal):
            return []
        out, put = self.out[relation], self.put[relation]
        found = [quad.object for quad in self._held(s, relation, None)]
        return [o for o in found if (s, o) not in out] + [row[1] for row in put if row[0] == s]

    def _subjects(self, relation: Any, o: Any) -> list[Any]:
        out, put = self.out[relation], self.put[relation]
        # Of a number whose last byte is 255 Oxigraph gives larger ones as well.
        quads = self._held(None, relation, o)
        found = [quad.subject for quad in quads if quad.object == o]
        return [s for s in found if (s, o) not in out] + [row[0] for row in put if row[1] == o]

    def each(self, relation: Relation) -> Iterator[Row]:
        """Yield all rows of a relation."""
        predicate, value = (TYPE, relation.iri) if isinstance(relation, Class) else (relation, None)
        for quad in self._held(None, predicate, value):
            yield from (row for _, row in self._kept(Atom.of(quad)))
        yield from self.put[relation]


class _ByKey:
    def __init__(self, get: Callable[[Term], list[Term]]) -> None:
        self._get = get

    def get(self, key: Term, _: Iterable[Term]) -> list[Term]:
        return self._get(key)


class _Rows:
    def __init__(self, index: Stored, relation: Relation) -> None:
        self._index, self._relation = index, relation

    def __contains__(self, row: Row) -> bool:
        return self._index.has(self._relation, row)

    def __iter__(self) -> Iterator[Row]:
        return self._index.each(self._relation)
