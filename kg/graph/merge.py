"""The default graph: what all articles state, each triple once, however many state it.

A graph that states things (an article's, the links') is merged; those that kg keeps for itself are not. What the
reasoner has not seen yet stands in two journals, so that a build that is killed loses nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from kg.graph.terms import ALTERNATIVE, LABEL
from kg.vocabulary import INFERRED, ONTOLOGY, XSD

ADDED, REMOVED = "graph/added", "graph/removed"
NAMES = frozenset({LABEL, ALTERNATIVE})
_STRING = NamedNode(f"{XSD}string")
_DEFAULT = DefaultGraph()
Node = NamedNode | BlankNode | Triple


@dataclass(frozen=True, slots=True)
class Change:
    """Quads to take out and to put in, together or not at all."""

    out: list[Quad] = field(default_factory=list)
    into: list[Quad] = field(default_factory=list)


def reasoned(triple: Triple) -> bool:
    """Whether the reasoner is told of a triple: names and texts lead to nothing."""
    return triple.predicate not in NAMES and not (
        isinstance(triple.object, Literal) and triple.object.datatype == _STRING
    )


def at(triple: Triple, graph: NamedNode | DefaultGraph) -> Quad:
    """Return the triple in a graph."""
    return Quad(triple.subject, triple.predicate, triple.object, graph)


@dataclass(frozen=True)
class Merge:
    """How the triples of one graph that states things reach the default graph."""

    db: Store
    base: str
    graph: NamedNode

    def change(self, gone: Iterable[Triple], new: Iterable[Triple]) -> Change:
        """Return what changes beside the graph itself when it loses and gains these triples."""
        change = Change()
        gone, new = ([t for t in triples if not self.evidence(t)] for triples in (gone, new))
        for triple in gone:
            if triple.predicate not in NAMES and not self.stated_elsewhere(triple):
                self._withdraw(triple, change)
        for triple in new:
            if triple.predicate not in NAMES and not self.stated_elsewhere(triple):
                self._put(triple, change)
        self._names(gone, new, change)
        return change

    def evidence(self, triple: Triple) -> bool:
        """Whether the triple tells of a passage or claim, which stay with their article."""
        return isinstance(triple.subject, NamedNode) and triple.subject.value.startswith(f"{self.graph.value}#")

    def stating(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        """Yield the quads of other graphs that state things."""
        kept = {self.graph.value, *(self.base + name for name in (INFERRED, ONTOLOGY, ADDED, REMOVED))}
        return (q for q in quads if isinstance(q.graph_name, NamedNode) and q.graph_name.value not in kept)

    def stated_elsewhere(self, triple: Triple) -> bool:
        """Whether another graph states the triple."""
        return any(self.stating(self.db.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)))

    def _withdraw(self, triple: Triple, change: Change) -> None:
        if at(triple, NamedNode(self.base + INFERRED)) not in self.db:
            change.out.append(at(triple, _DEFAULT))
        self._note(triple, REMOVED, ADDED, change)

    def _put(self, triple: Triple, change: Change) -> None:
        change.into.append(at(triple, _DEFAULT))
        self._note(triple, ADDED, REMOVED, change)

    def _note(self, triple: Triple, journal: str, other: str, change: Change) -> None:
        if not reasoned(triple):
            return
        # What is taken back before the reasoner saw it never was.
        if (noted := at(triple, NamedNode(self.base + other))) in self.db:
            change.out.append(noted)
        else:
            change.into.append(at(triple, NamedNode(self.base + journal)))

    def _names(self, gone: list[Triple], new: list[Triple], change: Change) -> None:
        """Give each thing one label, the best of all that articles give it; the rest are other names."""
        gone, new = ([t for t in triples if t.predicate in NAMES] for triples in (gone, new))
        lost = {t.subject for t in gone}
        for node in lost | {t.subject for t in new}:
            had = {q.triple for q in self._named(node) if q.graph_name == _DEFAULT}
            given = {t for t in new if t.subject == node}
            # Where nothing is lost, the label that won so far stands for all that it won against.
            given |= self._given(node, gone) if node in lost else had
            wanted = called(given)
            change.out.extend(at(triple, _DEFAULT) for triple in had - wanted)
            change.into.extend(at(triple, _DEFAULT) for triple in wanted - had)

    def _named(self, node: Node) -> Iterator[Quad]:
        return (quad for name in NAMES for quad in self.db.quads_for_pattern(node, name, None, None))

    def _given(self, node: Node, gone: list[Triple]) -> set[Triple]:
        named = list(self._named(node))
        own = {quad.triple for quad in named if quad.graph_name == self.graph}
        return {quad.triple for quad in self.stating(named)} | own.difference(gone)


def called(given: Iterable[Triple]) -> set[Triple]:
    """Return the names of one thing with only the best of its labels left as its label."""
    given = set(given)
    labels = [t for t in given if t.predicate == LABEL]
    if not labels:
        return given
    best = min(labels, key=_worth)
    others = {Triple(t.subject, ALTERNATIVE, t.object) for t in given if t.object != best.object}
    return {best, *others}


def _worth(label: Triple) -> tuple[bool, str]:
    name = label.object.value if isinstance(label.object, Literal) else ""
    # A name in capitals stands in a headline.
    return name.isupper() or name.islower(), name
