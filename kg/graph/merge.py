"""The default graph: what all articles state, each triple once, however many state it.

A graph that states things (an article's, the links') is merged; those that kg keeps for itself are not. What is still
to be done stands in journals, so that a build that is killed loses nothing: what the reasoner has not seen yet, and
which things are to be called otherwise.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from kg.graph.labels import NAMES, Node, called
from kg.graph.terms import LABEL
from kg.vocabulary import CONTRADICTIONS, IDENTITIES, IDENTITY, INFERRED, ONTOLOGY, ONTOLOGY_CLOSED, ONTOLOGY_OWN, XSD

ADDED, REMOVED, RENAMED = JOURNALS = ("graph/added", "graph/removed", "graph/renamed")
_STRING = NamedNode(f"{XSD}string")
_DEFAULT = DefaultGraph()
_RENAMED = Literal("renamed")
#: Quads by the graph that they are of.
Graphs = Mapping[NamedNode, AbstractSet[Quad]]


@dataclass(frozen=True, slots=True)
class Change:
    """Quads to take out and to put in, these also as blocks of lines of N-Quads, together or not at all."""

    out: list[Quad] = field(default_factory=list)
    into: list[Quad] = field(default_factory=list)
    blocks: list[bytes] = field(default_factory=list)

    def __len__(self) -> int:
        """Return how many quads change."""
        return len(self.out) + len(self.into) + sum(block.count(b"\n") for block in self.blocks)


def reasoned(triple: Triple | Quad) -> bool:
    """Whether the reasoner is told of a triple that is stated: names and texts lead to nothing."""
    return triple.predicate not in NAMES and not (
        isinstance(triple.object, Literal) and triple.object.datatype == _STRING
    )


def known(merged: Quad, inferred: NamedNode, db: Store) -> bool:
    """Whether the reasoner knows a triple of the default graph: a name or a text only where it follows.

    Such a one stands in the graph of what is inferred also where it is stated.
    """
    return reasoned(merged) or at(merged, inferred) in db


def at(triple: Triple | Quad, graph: NamedNode | DefaultGraph) -> Quad:
    """Return the triple in a graph."""
    return Quad(triple.subject, triple.predicate, triple.object, graph)


def unseen(base: str) -> Quad:
    """Return what says, in place of a journal, that the reasoner has seen nothing of what is stated in a store."""
    added = NamedNode(base + ADDED)
    return Quad(added, LABEL, Literal("all"), added)


class Merge:
    """How what the graphs that state things lose and gain reaches the default graph of a store."""

    def __init__(self, db: Store, base: str, coming: AbstractSet[Quad] = frozenset()) -> None:
        """Merge into a database, into which some quads are `coming`, now or later or never.

        Whatever comes of them, the default graph is the same when things have been given their names (`renaming`).
        """
        self._db = db
        self._names_coming: dict[Node, set[Triple]] = {}
        for quad in coming:
            if quad.predicate in NAMES and quad.graph_name == _DEFAULT:
                self._names_coming.setdefault(quad.subject, set()).add(quad.triple)
        self._inferred = NamedNode(base + INFERRED)
        self._added, self._removed, self._renamed = journals = [NamedNode(base + name) for name in JOURNALS]
        self.is_unseen = unseen(base) in db
        own = (ONTOLOGY, ONTOLOGY_OWN, ONTOLOGY_CLOSED, CONTRADICTIONS, IDENTITY, *IDENTITIES)
        self._kept = frozenset({self._inferred, *(NamedNode(base + name) for name in own), *journals})

    def change(self, gone: Graphs, new: Graphs) -> Change:
        """Return what changes beside the graphs themselves when they lose and gain these quads."""
        return self.of(_plain(gone), _plain(new).keys())

    def of(self, lost: Mapping[Triple, AbstractSet[NamedNode]], won: AbstractSet[Triple]) -> Change:
        """Return what changes when graphs lose triples that are no evidence, each with these, and graphs gain some."""
        change = Change()
        named = {each for each in won if each.predicate in NAMES}
        gone = [each for each in lost.keys() - won if each.predicate not in NAMES and not self.stated(each, lost[each])]
        new = won - named - lost.keys()
        # Only who notes what is new has to know it: the default graph has what is put in twice once.
        if not self.is_unseen:
            new = {each for each in new if self._is_new(each)}
            for each in gone:
                self._note(each, self._removed, self._added, change)
            for each in new:
                self._note(each, self._added, self._removed, change)
        change.out.extend(at(each, _DEFAULT) for each in gone if at(each, self._inferred) not in self._db)
        change.into.extend(at(each, _DEFAULT) for each in new)
        self._names(lost, named, change)
        return change

    def _is_new(self, triple: Triple) -> bool:
        """Whether no graph states the triple yet."""
        merged = at(triple, _DEFAULT)
        # What is not in the default graph no graph states: to look there is sooner than to look into all others. What
        # is coming is put in twice: it may never come.
        return not (merged in self._db and self.stated(triple))

    def stated(self, triple: Triple, but: AbstractSet[NamedNode] = frozenset()) -> bool:
        """Whether a graph states the triple, other than those."""
        quads = self._db.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
        # Of a number whose last byte is 255 Oxigraph gives larger ones as well.
        return any(quad.graph_name not in but and quad.triple == triple for quad in self._stating(quads))

    def is_stated(self, merged: Quad) -> bool:
        """Whether a quad of the default graph is stated, and does not only follow."""
        return at(merged, self._inferred) not in self._db or (not reasoned(merged) and self.stated(merged.triple))

    def said(self, triple: Triple, but: AbstractSet[NamedNode]) -> bool:
        """Whether a graph other than those states the triple; a name as whatever kind of name."""
        if triple.predicate not in NAMES:
            return self.stated(triple, but)
        return any(self.stated(Triple(triple.subject, name, triple.object), but) for name in NAMES)

    def _stating(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        return (q for q in quads if isinstance(q.graph_name, NamedNode) and q.graph_name not in self._kept)

    def _note(self, triple: Triple, journal: NamedNode, other: NamedNode, change: Change) -> None:
        if not reasoned(triple):
            return
        # What is taken back before the reasoner saw it never was.
        if (noted := at(triple, other)) in self._db:
            change.out.append(noted)
        else:
            change.into.append(at(triple, journal))

    def _names(self, lost: Iterable[Triple], named: Iterable[Triple], change: Change) -> None:
        """Give new things their names at once; what loses or gains a name later is noted for `renaming`."""
        names: dict[Node, set[Triple]] = {triple.subject: set() for triple in lost if triple.predicate in NAMES}
        less = set(names)
        for triple in named:
            names.setdefault(triple.subject, set()).add(triple)
        for node, new in names.items():
            had = self._called(node)
            wanted = called(had | new)
            # What is called as one that is coming is: that may never come.
            if node in less or node in self._names_coming or (had and wanted != had):
                change.into.append(Quad(node, LABEL, _RENAMED, self._renamed))
            else:
                change.into.extend(at(triple, _DEFAULT) for triple in wanted - had)

    def renaming(self) -> Change:
        """Return what changes when each thing that was noted gets the best of its labels, and keeps its other names."""
        change = Change()
        for noted in self._db.quads_for_pattern(None, None, None, self._renamed):
            change.out.append(noted)
            had, wanted = self._called(noted.subject), called(self._given(noted.subject))
            # What follows stays, whatever else calls it so.
            gone = (triple for triple in had - wanted if at(triple, self._inferred) not in self._db)
            change.out.extend(at(triple, _DEFAULT) for triple in gone)
            change.into.extend(at(triple, _DEFAULT) for triple in wanted - had)
        return change

    def _called(self, node: Node) -> set[Triple]:
        held = {quad.triple for name in NAMES for quad in self._db.quads_for_pattern(node, name, None, _DEFAULT)}
        return held | self._names_coming.get(node, set())

    def _given(self, node: Node) -> set[Triple]:
        named = (quad for name in NAMES for quad in self._db.quads_for_pattern(node, name, None, None))
        return {quad.triple for quad in self._stating(named)}


def _plain(graphs: Graphs) -> dict[Triple, set[NamedNode]]:
    """Return the triples that are no evidence, each with the graphs that they are of."""
    found: dict[Triple, set[NamedNode]] = {}
    for graph, quads in graphs.items():
        evidence = f"{graph.value}#"
        for quad in quads:
            subject = quad.subject
            if not (isinstance(subject, NamedNode) and subject.value.startswith(evidence)):
                found.setdefault(quad.triple, set()).add(graph)
    return found
