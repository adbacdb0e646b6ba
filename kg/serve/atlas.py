"""Outlines of countries (Natural Earth) as paths of SVG, for any part of the world."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from math import cos, radians
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

ATLAS = Path(__file__).parent / "static" / "lib" / "countries-50m.json"
Point = tuple[float, float]
#: Degrees of longitude to either side.
HALF = 180
#: Parts of the world whose countries are remembered.
KEPT = 256
#: Points of a ring that is not to be seen.
LEAST = 3


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the world drawn so many units wide: degrees of longitude are as long as in its middle."""

    west: float
    south: float
    east: float
    north: float
    width: float = 1000.0

    @property
    def scale(self) -> Point:
        """Units a degree, of longitude and of latitude."""
        across = self.width / (self.east - self.west)
        return across, across / cos(radians((self.south + self.north) / 2))

    @property
    def height(self) -> float:
        """Units from north to south."""
        return (self.north - self.south) * self.scale[1]

    def at(self, longitude: float, latitude: float) -> Point:
        """Return where a place is drawn."""
        across, down = self.scale
        return (longitude - self.west) * across, (self.north - latitude) * down


def framed(points: Iterable[Point], least: float = 12.0) -> Frame:
    """Return the part of the world around some points, by longitude and latitude, and no less than some degrees."""
    found = list(points)
    if not found:
        return Frame(-180, -58, 180, 80)
    longitudes, latitudes = [x for x, _ in found], [y for _, y in found]
    middle = ((min(longitudes) + max(longitudes)) / 2, (min(latitudes) + max(latitudes)) / 2)
    # Half as high as wide, in degrees at the middle.
    wide = max(least, 1.25 * (max(longitudes) - min(longitudes)), 2.5 * (max(latitudes) - min(latitudes)))
    if wide > 150:  # noqa: PLR2004 (degrees: nearly all of the world)
        return Frame(-180, -58, 180, 80)
    high = wide / 2 * cos(radians(middle[1]))
    return Frame(middle[0] - wide / 2, middle[1] - high / 2, middle[0] + wide / 2, middle[1] + high / 2)


@dataclass(frozen=True, slots=True)
class Rings:
    """The rings of all countries: the box of each, how many points it has, and the points of all."""

    boxes: NDArray[np.float64]
    lengths: NDArray[np.int64]
    points: NDArray[np.float64]

    def meet(self, frame: Frame) -> NDArray[np.bool_]:
        """Tell of each whether some of it may be seen."""
        west, south, east, north = self.boxes.T
        sides = (west < frame.east, east > frame.west, south < frame.north, north > frame.south)
        found: NDArray[np.bool_] = np.logical_and.reduce(sides)
        return found


@cache
def _rings() -> Rings:
    """Return the rings of all countries; none where the atlas is not installed."""
    rings = [ring for each in _countries() for ring in _unrolled(each)]
    boxes = np.array([_box(ring) for ring in rings]).reshape(-1, 4)
    points = np.array([point for ring in rings for point in ring]).reshape(-1, 2)
    return Rings(boxes, np.array([len(ring) for ring in rings], dtype=np.int64), points)


def _countries() -> Iterator[tuple[Point, ...]]:
    if not ATLAS.is_file():
        return
    held = json.loads(ATLAS.read_text(encoding="utf-8"))
    arcs = [tuple(_points(arc, held["transform"])) for arc in held["arcs"]]
    for each in held["objects"]["countries"]["geometries"]:
        yield from (_ring(ring, arcs) for ring in _listed(each))


def _points(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    """Yield the points of an arc of TopoJSON, which tells each by its way from the one before."""
    scale, start = transform["scale"], transform["translate"]
    across, up = zip(*arc, strict=True)
    for x, y in zip(accumulate(across), accumulate(up), strict=True):
        yield x * scale[0] + start[0], y * scale[1] + start[1]


def _listed(geometry: dict[str, Any]) -> Iterator[list[int]]:
    shapes = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry.get("arcs", [])]
    for polygon in shapes:
        yield from polygon


def _ring(numbers: list[int], arcs: list[tuple[Point, ...]]) -> tuple[Point, ...]:
    """Return a ring of arcs; one that is counted from the end is gone backwards."""
    return tuple(point for each in numbers for point in (arcs[each] if each >= 0 else arcs[~each][::-1]))


def _unrolled(ring: tuple[Point, ...]) -> Iterator[tuple[Point, ...]]:
    """Yield a ring without leaps from one edge of the map to the other: twice where it lies at both.

    The ring around a pole, Antarctica's, does not come back to where it began: it is left out.
    """
    turns, before, found = 0, ring[0][0], []
    for longitude, latitude in ring:
        turns += (longitude - before < -HALF) - (longitude - before > HALF)
        before = longitude
        found.append((longitude + 2 * HALF * turns, latitude))
    if turns:
        return
    west, _, east, _ = _box(tuple(found))
    for shift in (-2 * HALF, 0, 2 * HALF):
        if west + shift < HALF and east + shift > -HALF:
            yield tuple((longitude + shift, latitude) for longitude, latitude in found)


def _box(ring: tuple[Point, ...]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


@lru_cache(maxsize=KEPT)
def outlines(frame: Frame) -> tuple[str, ...]:
    """Return the countries of a frame as paths, without what is too small to be seen."""
    held = _rings()
    seen = held.meet(frame)
    if not seen.any():
        return ()
    lengths = held.lengths[seen]
    starts = np.cumsum(lengths) - lengths
    points = _drawn(held.points[np.repeat(seen, held.lengths)], frame)
    moves = np.append(True, (points[1:] != points[:-1]).any(axis=1))
    moves[starts] = True
    texts = [f"{x},{y}" for x, y in points[moves].tolist()]
    ends = np.cumsum(np.add.reduceat(moves, starts)).tolist()
    return tuple(_path(texts[start:end]) for start, end in pairwise([0, *ends]) if end - start > LEAST)


def _drawn(points: NDArray[np.float64], frame: Frame) -> NDArray[np.int64]:
    """Return where points are drawn, to the unit; what is far outside is not drawn point by point."""
    margin = (frame.east - frame.west) / 2
    across, down = frame.scale
    xs = (np.clip(points[:, 0], frame.west - margin, frame.east + margin) - frame.west) * across
    ys = (frame.north - np.clip(points[:, 1], frame.south - margin, frame.north + margin)) * down
    return np.rint(np.column_stack((xs, ys))).astype(np.int64)


def _path(points: Iterable[str]) -> str:
    return f"M{'L'.join(points)}Z"
