"""Where incidents happened: places with what happened there, drawn on a map and listed below it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import sqrt

from pyoxigraph import NamedNode

from kg.serve.atlas import Frame, framed, outlines
from kg.serve.claims import Claim, claim
from kg.serve.entries import Entry, Part, Writer
from kg.serve.snapshot import Snapshot

#: Which incidents are told to have happened where background knows the coordinates.
PLACED = """
SELECT DISTINCT ?event ?place ?lat ?long ?claim ?article {
  GRAPH ?article { ?claim rdf:predicate news:place ; rdf:subject ?event ; rdf:object ?place ; news:modality ?modality }
  ?place geo:lat ?lat ; geo:long ?long .
  FILTER(?modality IN ("asserted", "reported"))
  GRAPH ?article { ?naming rdf:subject ?event ; rdf:predicate rdf:type ; rdf:object ?type ; news:modality ?held }
  FILTER(?held IN ("asserted", "reported") && ?type != news:Statement && ?type != news:RoleHolding)
}
ORDER BY ?article ?event ?claim
"""
#: Units of a letter and of a line of a label.
LETTER, LINE = 8, 17


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map, with how many incidents happened there and what is told of them."""

    part: Part
    anchor: str
    x: float
    y: float
    radius: float
    named: bool
    incidents: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """A map with its countries and places, the busiest first."""

    frame: Frame
    countries: tuple[str, ...]
    spots: tuple[Spot, ...]


def chart(seen: Snapshot, rows: Iterable[Mapping[str, str]]) -> Map:
    """Return a map of rows of PLACED, by the names of its columns."""
    at: dict[str, list[Mapping[str, str]]] = {}
    for row in rows:
        at.setdefault(row["place"], []).append(row)
    points = {place: (float(told[0]["long"]), float(told[0]["lat"])) for place, told in at.items()}
    frame = framed(points.values())
    return Map(frame, outlines(frame), tuple(_spots(seen, at, points, frame)))


def _spots(
    seen: Snapshot, at: Mapping[str, list[Mapping[str, str]]], points: Mapping[str, tuple[float, float]], frame: Frame
) -> Iterator[Spot]:
    writer = Writer(seen)
    taken: list[tuple[float, float, float]] = []
    events = {place: len({row["event"] for row in told}) for place, told in at.items()}
    for number, place in enumerate(sorted(at, key=lambda each: (-events[each], each))):
        x, y = frame.at(*points[place])
        part = writer.part(NamedNode(place))
        entries = tuple(writer.entries(_lines(writer, at[place])))
        label = (x, x + 40 + LETTER * len(part.text), y)
        named = not any(_meet(label, other) for other in taken)
        taken.extend([label] if named else [])
        yield Spot(part, f"place-{number}", x, y, 6 + 5 * sqrt(events[place]), named, events[place], entries)


def _meet(one: tuple[float, float, float], other: tuple[float, float, float]) -> bool:
    """Tell whether two labels would be drawn over each other."""
    return one[0] < other[1] and other[0] < one[1] and abs(one[2] - other[2]) < LINE


def _lines(writer: Writer, told: Iterable[Mapping[str, str]]) -> Iterator[tuple[tuple[Part, ...], Claim]]:
    for row in told:
        event = NamedNode(row["event"])
        found = claim(writer.seen, NamedNode(row["claim"]), NamedNode(row["article"]))
        if found:
            yield (writer.part(event),), found
