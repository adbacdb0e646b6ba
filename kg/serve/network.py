"""The network of a store: people, bodies, places and incidents, and the relations that articles tell between them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, QuerySolution, QuerySolutions

from kg.articles.dates import within
from kg.query.card import HOLDS_ROLE, between_things, kinds
from kg.query.run import evaluated, run
from kg.serve.snapshot import Snapshot
from kg.vocabulary import NEWS, vocabulary

#: Kinds that a colour stands for; what is none of these is an incident or other event.
KINDS = ("person", "organization", "place", "group", "incident")
MODALITIES = ("asserted", "reported", "planned", "denied")
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


@dataclass(frozen=True, slots=True)
class Line:
    """A relation however often it is told: how surely at best, in how many articles, from when to when."""

    source: str
    relation: str
    target: str
    status: str
    modality: str
    confidence: float
    articles: int
    first: str
    last: str
    article: str
    claim: str


@dataclass(frozen=True, slots=True)
class Filter:
    """Which part of a network is shown: around some things, of some kinds, so sure, so old, so many."""

    about: frozenset[str] = frozenset()
    distance: int = 1
    relations: frozenset[str] = frozenset()
    modalities: frozenset[str] = frozenset()
    confidence: float = 0.0
    since: str = ""
    until: str = ""
    most: int = 50

    def takes(self, edge: Edge) -> bool:
        """Tell whether a relation is shown."""
        return (
            edge.confidence >= self.confidence
            and (not self.relations or edge.relation in self.relations)
            and (not self.modalities or edge.modality in self.modalities)
            and within(edge.day, self.since, self.until)
        )


@dataclass(frozen=True, slots=True)
class Network:
    """Things with what they are called and what they are, the lines between them, and how many were left out."""

    names: Mapping[str, str]
    kinds: Mapping[str, str]
    lines: tuple[Line, ...]
    left_out: int
    degrees: Mapping[str, int]


def edges(seen: Snapshot) -> tuple[Edge, ...]:
    """Return all relations of a snapshot, read once."""
    held = seen.__dict__.get("edges")
    if held is None:
        with evaluated():
            rows = run(seen.db, _TOLD)
            assert isinstance(rows, QuerySolutions)  # noqa: S101
            held = seen.__dict__["edges"] = tuple(sorted(filter(None, map(_edge, rows)), key=str))
    return held


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
    return known is not None and known.domain == "Event" and not known.literal


def network(seen: Snapshot, asked: Filter) -> Network:
    """Return the part of the network that a filter leaves: the things with most relations where they are too many."""
    found = [edge for edge in edges(seen) if asked.takes(edge)]
    if asked.about:
        near = around(found, asked.about, asked.distance)
        found = [edge for edge in found if edge.source in near and edge.target in near]
    degrees = Counter(end for edge in found for end in {edge.source, edge.target})
    shown = _ends(found, degrees, asked)
    lines = tuple(_lines(edge for edge in found if edge.source in shown and edge.target in shown))
    kept = sorted(shown, key=lambda iri: (iri not in asked.about, -degrees[iri], iri))
    return Network(
        {iri: seen.said(NamedNode(iri)) for iri in kept},
        {iri: kind(seen, iri) for iri in kept},
        lines,
        len(degrees) - len(kept),
        {iri: degrees[iri] for iri in kept},
    )


def _ends(found: Iterable[Edge], degrees: Mapping[str, int], asked: Filter) -> frozenset[str]:
    """Return as many things as are asked for, two by two, so that each has a relation to another of them."""

    def order(edge: Edge) -> tuple[bool, int, str, str]:
        ends = edge.source, edge.target
        return not asked.about & {*ends}, -sum(degrees[end] for end in ends), *ends

    kept: set[str] = set()
    for edge in sorted((edge for edge in found if edge.source != edge.target), key=order):
        if len(kept | {edge.source, edge.target}) <= asked.most:
            kept |= {edge.source, edge.target}
    return frozenset(kept)


def around(found: Iterable[Edge], middle: Iterable[str], distance: int) -> frozenset[str]:
    """Return the things that are so many relations away at most."""
    beside: dict[str, set[str]] = {}
    for edge in found:
        beside.setdefault(edge.source, set()).add(edge.target)
        beside.setdefault(edge.target, set()).add(edge.source)
    reached = rim = frozenset(middle)
    for _ in range(distance):
        rim = frozenset(each for iri in rim for each in beside.get(iri, ())) - reached
        reached |= rim
    return reached


def _lines(found: Iterable[Edge]) -> Iterator[Line]:
    alike: dict[tuple[str, str, str, str, str], list[Edge]] = {}
    for edge in found:
        if edge.source != edge.target:
            key = edge.source, edge.relation, edge.target, edge.status, edge.modality
            alike.setdefault(key, []).append(edge)
    for key, told in alike.items():
        best = max(told, key=lambda edge: edge.confidence)
        days = sorted(edge.day for edge in told if edge.day)
        yield Line(
            *key,
            best.confidence,
            len({edge.article for edge in told}),
            days[0] if days else "",
            days[-1] if days else "",
            best.article,
            best.claim,
        )


def kind(seen: Snapshot, iri: str) -> str:
    """Return the kind of a thing that has a colour."""
    found = kinds(seen.db, NamedNode(iri))
    return next((name for name in KINDS if name in found), "incident" if "/event/" in iri else "thing")


def counted(seen: Snapshot, what: Callable[[Edge], str]) -> list[tuple[str, int]]:
    """Return what relations have, the most frequent first."""
    return sorted(Counter(map(what, edges(seen))).items(), key=lambda each: (-each[1], each[0]))
