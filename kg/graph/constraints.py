"""Shapes as tests of one graph at a time, in memory: is something in it not as the shapes say.

Only what SHACL calls core, and of that what the shapes of kg use; constraints that are SPARQL already are asked of the
store. A test may find a graph too many, never one too few: pySHACL then tells what is wrong there.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import cached_property, partial
from math import inf
from typing import Any, cast

import rdflib
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH, XSD

from kg.graph.terms import TYPE

#: What says nothing of how a graph must look.
SILENT = frozenset({RDF.type, SH.path, SH.message, SH.targetClass, SH.targetObjectsOf, SH.name, SH.description})
_NUMBERS = frozenset({str(XSD.integer), str(XSD.decimal)})


class UnknownShapeError(Exception):
    """A shape asks for what is not known here."""


class Facts:
    """What one graph holds, by predicate."""

    def __init__(self, db: Store, graph: NamedNode, predicates: Iterable[str]) -> None:
        # A query gives two terms of a triple, a pattern all four of a quad, at twice the cost.
        self.objects = {
            name: _grouped(db, f"SELECT ?s ?o {{ GRAPH {graph} {{ ?s <{name}> ?o }} }}") for name in predicates
        }
        self._subjects: dict[str, dict[Any, list[Any]]] = {}

    def subjects(self, predicate: str) -> Mapping[Any, list[Any]]:
        """Return the subjects by the objects of a predicate."""
        if predicate not in self._subjects:
            found = self._subjects[predicate] = defaultdict(list)
            for subject, objects in self.objects[predicate].items():
                for each in objects:
                    found[each].append(subject)
        return self._subjects[predicate]

    def of(self, kinds: frozenset[str]) -> list[Any]:
        """Return the nodes of some classes."""
        found = self.subjects(TYPE.value).items()
        return [node for kind, nodes in found if kind.value in kinds for node in nodes]


def _grouped(db: Store, query: str) -> dict[Any, list[Any]]:
    """Return the second of each row by the first."""
    found = defaultdict(list)
    for subject, value in cast("QuerySolutions", db.query(query)):
        found[subject].append(value)
    return found


#: Whether a node is not as it must be.
Test = Callable[[Facts, Any], bool]
Path = Callable[[Facts, Any], list[Any]]


class Constraints:
    """The shapes of a graph as tests; `below` gives the classes under a class, itself among them."""

    def __init__(self, shapes: rdflib.Graph, below: Callable[[Any], frozenset[str]]) -> None:
        self._shapes, self._below = shapes, below
        self._predicates = {TYPE.value, *map(str, shapes.objects(None, SH.targetObjectsOf))}

    def violated(self, db: Store, graph: NamedNode) -> bool:
        """Tell whether a graph is not as a shape says.

        Raises:
            UnknownShapeError: a shape is none that is known here.

        """
        tests = self.tests
        facts = Facts(db, graph, self._predicates)
        return any(test(facts, node) for targets, test in tests for node in targets(facts))

    @cached_property
    def tests(self) -> list[tuple[Callable[[Facts], Iterable[Any]], Test]]:
        """The tests of all shapes, with the nodes that they are of."""
        shapes = sorted(map(str, self._shapes.subjects(RDF.type, SH.NodeShape)))
        every = ((rdflib.URIRef(name), _any(self._wrong(rdflib.URIRef(name)))) for name in shapes)
        return [(targets, test) for shape, test in every for targets in self._targets(shape)]

    def queries(self) -> Iterator[str]:
        """Yield the constraints that are SPARQL, as queries that find graphs."""
        for shape, constraint in self._shapes.subject_objects(SH.sparql):
            select = str(self._shapes.value(constraint, SH.select))
            body = select[select.index("{") + 1 : select.rindex("}")].replace("$this", "?this")
            for kind in self._shapes.objects(shape, SH.targetClass):
                kinds = " ".join(f"<{name}>" for name in sorted(self._below(kind)))
                yield f"SELECT DISTINCT ?g {{ GRAPH ?g {{ VALUES ?kind {{ {kinds} }} ?this a ?kind . {body} }} }}"

    def _targets(self, shape: Any) -> Iterator[Callable[[Facts], Iterable[Any]]]:
        for kind in self._shapes.objects(shape, SH.targetClass):
            yield partial(Facts.of, kinds=self._below(kind))
        for relation in self._shapes.objects(shape, SH.targetObjectsOf):
            yield partial(Facts.subjects, predicate=str(relation))

    def _wrong(self, shape: Any) -> Iterator[Test]:
        """Yield tests of which one tells that a node is not as a shape of nodes or of a property says."""
        if (shape, SH.path, None) in self._shapes:
            yield from self._property(shape)
            return
        for name, value in self._shapes.predicate_objects(shape):
            if name == SH.property:
                yield from self._property(value)
            elif name == SH["or"]:
                yield _all([_any(self._wrong(one)) for one in Collection(self._shapes, value)])
            elif name not in SILENT and name != SH.sparql:
                raise UnknownShapeError(name)

    def _property(self, shape: Any) -> Iterator[Test]:
        path, least, most = self._path(self._shapes.value(shape, SH.path)), 0, inf
        tests: list[Test] = []
        for name, value in self._shapes.predicate_objects(shape):
            if name == SH.minCount:
                least = int(str(value))
            elif name == SH.maxCount:
                most = int(str(value))
            elif name == SH.lessThanOrEquals:
                yield _pairs(path, self._path(value))
            elif name not in SILENT:
                tests.append(self._value(name, value))
        yield _values(path, least, most, tests)

    def _value(self, name: Any, value: Any) -> Test:
        """Return what tells that a value is not as it must be."""
        if name == SH.node:
            return _any(self._wrong(value))
        if name == SH["class"]:
            kinds = self._below(value)
            return lambda facts, one: not any(t.value in kinds for t in facts.objects[TYPE.value].get(one, ()))
        if name == SH.datatype:
            return lambda _, one: not _is_of(one, str(value))
        if name == SH["in"]:
            among = {str(each) for each in Collection(self._shapes, value)}
            return lambda _, one: not (_is_of(one, str(XSD.string)) and one.value in among)
        if name in {SH.minInclusive, SH.maxInclusive}:
            sign = 1 if name == SH.minInclusive else -1
            return lambda _, one: not _is_ordered(sign, Decimal(str(value)), _decimal(one))
        raise UnknownShapeError(name)

    def _path(self, path: Any) -> Path:
        if isinstance(path, rdflib.URIRef):
            self._predicates.add(name := str(path))
            return lambda facts, node: facts.objects[name].get(node, [])
        if inverse := self._shapes.value(path, SH.inversePath):
            self._predicates.add(other := str(inverse))
            return lambda facts, node: facts.subjects(other).get(node, [])
        if (path, RDF.first, None) in self._shapes:
            steps = [self._path(step) for step in Collection(self._shapes, path)]
            return partial(_along, steps)
        raise UnknownShapeError(path)


def _along(steps: Iterable[Path], facts: Facts, node: Any) -> list[Any]:
    """Return the values at the end of a path of several steps, each once."""
    found = [node]
    for step in steps:
        found = list(dict.fromkeys(value for one in found for value in step(facts, one)))
    return found


def _any(tests: Iterable[Test]) -> Test:
    tests = list(tests)
    return lambda facts, node: any(test(facts, node) for test in tests)


def _all(tests: list[Test]) -> Test:
    return lambda facts, node: all(test(facts, node) for test in tests)


def _values(path: Path, least: int, most: float, tests: list[Test]) -> Test:
    """Return what tells that values are too few or too many, or that one is not as it must be."""

    def wrong(facts: Facts, node: Any) -> bool:
        found = path(facts, node)
        return not least <= len(found) <= most or any(test(facts, one) for one in found for test in tests)

    return wrong


def _pairs(path: Path, other: Path) -> Test:
    """Return what tells that a value at the end of one path is more than one at the end of another."""

    def wrong(facts: Facts, node: Any) -> bool:
        ends = [_decimal(end) for end in other(facts, node)]
        return any(not _is_ordered(1, _decimal(one), end) for one in path(facts, node) for end in ends)

    return wrong


def _decimal(value: Any) -> Decimal | None:
    """Return a number; None of what is none, or none that is compared here."""
    if isinstance(value, Literal) and value.datatype.value in _NUMBERS:
        try:
            return Decimal(value.value)
        except InvalidOperation:
            return None
    return None


def _is_ordered(sign: int, less: Decimal | None, more: Decimal | None) -> bool:
    return less is not None and more is not None and sign * (more - less) >= 0


def _is_of(value: Any, datatype: str) -> bool:
    """Tell whether a value is of a datatype, and written as one."""
    if not isinstance(value, Literal) or value.datatype != NamedNode(datatype):
        return False
    return datatype not in _NUMBERS or _decimal(value) is not None
