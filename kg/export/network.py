"""The graph as a network: people, bodies, places and incidents, and what articles tell between them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolution, QuerySolutions, Store

from kg.graph.terms import LABEL, TYPE, oa
from kg.vocabulary import NEWS, PREFIXES, vocabulary

HOLDS_ROLE = f"{NEWS}holdsRole"
#: What people ask of each other and of places; the rest ties events and role holdings together.
THINGS = ("Agent", "Body", "Role")
_TOLD = """
SELECT ?article ?claim ?subject ?relation ?object ?scope ?status ?modality ?confidence ?published {
  GRAPH ?article {
    ?claim rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ; news:modality ?modality ;
        news:confidence ?confidence .
    OPTIONAL { ?claim news:scope ?scope }
    OPTIONAL { ?claim news:status ?status }
  }
  OPTIONAL { ?article news:published ?published }
  FILTER(ISIRI(?object))
}
"""
#: What is drawn where nobody chooses: what is denied or only planned is told of no edge.
TOLD = frozenset({"asserted", "reported"})


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation between two things as one article tells it; `day` is the article's, `status` not that of events."""

    source: str
    relation: str
    target: str
    status: str
    modality: str
    confidence: float
    day: str
    article: str
    claim: str

    @property
    def alike(self) -> tuple[str, str, str, str, str]:
        """What two edges of one line have in common."""
        return self.source, self.relation, self.target, self.status, self.modality


@dataclass(frozen=True, slots=True)
class Line:
    """A relation however often it is told: how surely at best, in how many articles, from when to when, in words."""

    source: str
    relation: str
    target: str
    status: str
    modality: str
    articles: int
    confidence: float
    first: str
    last: str
    words: str
    article: str
    claim: str

    @property
    def label(self) -> str:
        """What the relation is called."""
        return vocabulary().labels.get(self.relation, self.relation)


@dataclass(frozen=True, slots=True)
class Node:
    """A thing by its IRI, with its label and what it is, by the ontology."""

    iri: str
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Network:
    """Things, and what is told between them."""

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]


def whole(db: Store) -> Network:
    """Return the network of a store, in the order of IRIs: what is asserted, and what is only reported."""
    told = list(lines(db, (edge for edge in edges(db) if edge.modality in TOLD)))
    asserted = {_fact(line) for line in told if line.modality == "asserted"}
    kept = [line for line in told if line.modality == "asserted" or _fact(line) not in asserted]
    return network(db, kept, sorted({end for line in kept for end in (line.source, line.target)}))


def _fact(line: Line) -> tuple[str, ...]:
    return line.source, line.relation, line.target, line.status


def network(db: Store, told: Iterable[Line], ends: Iterable[str]) -> Network:
    """Return things in their order, and the lines between them."""
    return Network(tuple(node(db, iri) for iri in ends), tuple(told))


def edges(db: Store) -> list[Edge]:
    """Return all relations that articles tell, in one order."""
    rows = db.query(_TOLD, prefixes=PREFIXES)
    if not isinstance(rows, QuerySolutions):
        raise TypeError(_TOLD)
    return sorted(filter(None, map(_edge, rows)), key=str)


def _edge(row: QuerySolution) -> Edge | None:
    """Return a claim as a relation of things; an office is one to the body that it belongs to."""
    relation, target = row["relation"].value, row["object"].value
    if relation == HOLDS_ROLE:
        if row["scope"] is None:
            return None
        target = row["scope"].value
    elif "/statement/" in row["subject"].value or not is_between(relation):
        return None
    return Edge(
        row["subject"].value,
        relation.removeprefix(NEWS),
        target,
        row["status"].value if row["status"] else "",
        row["modality"].value,
        float(row["confidence"].value),
        row["published"].value if row["published"] else "",
        row["article"].value,
        row["claim"].value,
    )


def is_between(relation: str) -> bool:
    """Tell whether a relation ties things to each other, or to an event."""
    if between_things(relation):
        return True
    known = vocabulary().properties.get(relation.removeprefix(NEWS)) if relation.startswith(NEWS) else None
    return known is not None and known.domain is not None and not known.literal and is_event(known.domain)


def is_event(kind: str) -> bool:
    """Tell whether a class is of what happens."""
    return vocabulary().is_a(kind, "Event")


def between_things(relation: str) -> bool:
    """Whether a relation holds between people, bodies, places and roles."""
    terms = vocabulary()
    known = terms.properties.get(relation.removeprefix(NEWS)) if relation.startswith(NEWS) else None
    return known is not None and all(
        any(terms.is_a(end, thing) for thing in THINGS) for end in (known.domain, known.range) if end
    )


def lines(db: Store, found: Iterable[Edge]) -> Iterator[Line]:
    """Yield one line for what is told alike, however often; nothing is told of a thing and itself."""
    alike: Mapping[tuple[str, str, str, str, str], list[Edge]] = defaultdict(list)
    for edge in found:
        if edge.source != edge.target:
            alike[edge.alike].append(edge)
    for key, told in alike.items():
        best = max(told, key=lambda edge: edge.confidence)
        days = sorted(edge.day for edge in told if edge.day) or [""]
        many = len({edge.article for edge in told})
        words = exact(db, best)
        yield Line(*key, many, best.confidence, days[0], days[-1], words, best.article, best.claim)


def exact(db: Store, edge: Edge) -> str:
    """Return the words that state an edge."""
    graph = NamedNode(edge.article)
    for passage in db.quads_for_pattern(NamedNode(edge.claim), oa("hasSelector"), None, graph):
        assert isinstance(passage.object, NamedNode)  # noqa: S101
        for words in db.quads_for_pattern(passage.object, oa("exact"), None, graph):
            assert isinstance(words.object, Literal)  # noqa: S101
            return words.object.value
    return ""


def node(db: Store, iri: str) -> Node:
    """Return a thing with its label and the narrowest of its classes."""
    quads = db.quads_for_pattern(NamedNode(iri), TYPE, None, DefaultGraph())
    narrow = vocabulary().narrowest(quad.object.value.removeprefix(NEWS) for quad in quads)  # type: ignore[union-attr]
    found = db.quads_for_pattern(NamedNode(iri), LABEL, None, DefaultGraph())
    labels = sorted(quad.object.value for quad in found if isinstance(quad.object, Literal))
    return Node(iri, labels[0] if labels else iri, narrow[0] if narrow else "Thing")
