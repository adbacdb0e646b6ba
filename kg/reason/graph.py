"""A store as its reasoner sees it, to read: what holds, what is stated, and the other names of things."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from typing import Any

from pyoxigraph import DefaultGraph, Literal, Quad, Store

from kg.graph.merge import Merge
from kg.graph.store import Store as Knowledge
from kg.reason.closing import program
from kg.reason.closure import Closure, Program
from kg.reason.loops import Class, Row, View
from kg.reason.stored import Stored
from kg.reason.terms import SAME, Atom, Term


class Graph:
    """The closure that a store holds, said of all names of each thing."""

    def __init__(self, db: Store, base: str, program: Program) -> None:
        self.db, self.program = db, program
        self._facts = set(program.facts)
        self._merge = Merge(db, base)
        self._closure = Closure(program, Stored(db))
        same = list(db.quads_for_pattern(None, SAME, None, DefaultGraph()))
        renamed = self._closure.unite((quad.subject, quad.object) for quad in same)
        # Names and texts, which do not follow of the first name.
        for relation, rows in renamed.items():
            self._closure.index.add(relation, rows)
        self._names: defaultdict[Any, list[Term]] = defaultdict(list)
        for name in sorted({*self._closure.same, *self._closure.same.values()}, key=str):
            self._names[self._closure.find(name)].append(name)

    def names(self, node: Term) -> list[Term]:
        """Return all names of a thing."""
        first = self._closure.find(node)
        return self._names.get(first, [first])

    def first(self, triple: Atom) -> Atom:
        """Return the triple under the first names of its things."""
        return Atom(self._closure.find(triple.s), triple.p, self._closure.find(triple.o))

    def holds(self, triple: Atom) -> bool:
        """Tell whether a triple is stated or follows."""
        return self._closure.holds(triple)

    def is_stated(self, triple: Atom) -> bool:
        """Tell whether an article, or another graph that states things, has the triple."""
        if isinstance(triple.s, Literal):
            return False
        merged = Quad(*triple, DefaultGraph())
        return merged in self.db and self._merge.is_stated(merged)

    def is_of_ontology(self, triple: Atom) -> bool:
        """Tell whether the ontology itself says so of an individual."""
        return triple in self._facts

    def view(self, view: View) -> Any:
        """Return what a loop looks into, with all names of things."""
        return _Named(self, self._closure, view)

    def near(self, triple: Atom) -> Iterator[Atom]:
        """Yield triples that have two parts in common with one that does not hold, its subject's first."""
        s, p, o = triple
        for a, b, c in ((s, p, None), (s, None, o), (None, p, o)):
            for quad in self.db.quads_for_pattern(a, b, c, DefaultGraph()):
                yield Atom.of(quad)


def opened(store: Knowledge) -> Graph:
    """Return the graph of a store."""
    return Graph(store.db, store.base, program(store))


class _Named:
    """A view in which every name of a thing may be asked for, and every name is given."""

    def __init__(self, graph: Graph, closure: Closure, view: View) -> None:
        self._graph, self._closure = graph, closure
        self._is_class = isinstance(view.relation, Class)
        self._view = closure.index.view(view)

    def __contains__(self, row: Row) -> bool:
        find = self._closure.find
        first = find(row) if self._is_class or not isinstance(row, tuple) else (find(row[0]), find(row[1]))
        return first in self._view

    def __iter__(self) -> Iterator[Row]:
        names = self._graph.names
        for row in self._view:
            yield from names(row) if self._is_class else product(names(row[0]), names(row[1]))

    def get(self, key: Term, default: tuple[Term, ...]) -> Iterator[Term]:
        """Yield the other ends of all rows in which the thing stands, whatever its name."""
        for other in self._view.get(self._closure.find(key), default):
            yield from self._graph.names(other)
