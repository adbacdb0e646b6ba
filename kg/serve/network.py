"""Which part of the network is shown: around what, of which kinds, how sure, how old, how much."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kg.articles.dates import within
from kg.export import network as held
from kg.export.network import Edge, Line, Network, Node
from kg.query.run import evaluated
from kg.serve.snapshot import Snapshot
from kg.vocabulary import vocabulary

#: Kinds that a colour stands for; what is none of these is an incident or other event.
KINDS = ("person", "organization", "place", "group", "incident")
MODALITIES = ("asserted", "reported", "planned", "denied")


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
class Shown:
    """A part of the network, how many things were left out, and how many relations each thing has."""

    network: Network
    left_out: int
    degrees: Mapping[str, int]

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The things, those that are asked for first, then those with most relations."""
        return self.network.nodes

    @property
    def lines(self) -> tuple[Line, ...]:
        """The relations between them."""
        return self.network.lines


def edges(seen: Snapshot) -> tuple[Edge, ...]:
    """Return all relations of a snapshot, read once."""
    found = seen.__dict__.get("edges")
    if found is None:
        with evaluated():
            found = seen.__dict__["edges"] = tuple(held.edges(seen.db))
    return found


def network(seen: Snapshot, asked: Filter) -> Shown:
    """Return the part of the network that a filter leaves: the things with most relations where they are too many."""
    found = [edge for edge in edges(seen) if asked.takes(edge)]
    if asked.about:
        near = around(found, asked.about, asked.distance)
        found = [edge for edge in found if edge.source in near and edge.target in near]
    degrees = Counter(end for edge in found for end in {edge.source, edge.target})
    shown = _ends(found, degrees, asked)
    kept = sorted(shown, key=lambda iri: (iri not in asked.about, -degrees[iri], iri))
    told = held.lines(seen.db, (edge for edge in found if edge.source in shown and edge.target in shown))
    return Shown(held.network(seen.db, told, kept), len(degrees) - len(kept), {iri: degrees[iri] for iri in kept})


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


def colour(node: Node) -> str:
    """Return the kind of a thing that has a colour."""
    is_a = vocabulary().is_a
    return next((each for each in KINDS if is_a(node.kind, each.capitalize())), _other(node.iri))


def _other(iri: str) -> str:
    return "incident" if "/event/" in iri else "thing"


def counted(seen: Snapshot, what: Callable[[Edge], str]) -> list[tuple[str, int]]:
    """Return what relations have, the most frequent first."""
    return sorted(Counter(map(what, edges(seen))).items(), key=lambda each: (-each[1], each[0]))
