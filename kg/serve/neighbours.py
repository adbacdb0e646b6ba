"""The small network beside a thing: what it has to do with whom, around it in a ring."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import cos, pi, sin

from pyoxigraph import NamedNode

from kg.export.network import HOLDS_ROLE, is_between, node
from kg.query.card import TYPE, term
from kg.serve.claims import Claim
from kg.serve.entries import Part, Writer
from kg.serve.network import colour

#: How many stand around a thing, how far from the middle, and how long a name may be.
MOST, RADIUS, LONGEST = 9, 100, 18


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A thing in the ring, and how it is told to be tied to the one in the middle."""

    part: Part
    kind: str
    relation: str
    asserted: bool
    x: float
    y: float

    @property
    def anchor(self) -> str:
        """Where its name begins, so that it does not cross the line."""
        return "middle" if abs(self.x) < RADIUS / 4 else "start" if self.x > 0 else "end"


def neighbours(writer: Writer, middle: NamedNode, claims: Iterable[Claim]) -> tuple[Neighbour, ...]:
    """Return the things that most claims tie to a thing, in the order of the ring."""
    told = [(other, claim) for claim in claims if (other := _other(middle, claim))]
    counts = Counter(other for other, _ in told)
    chosen = sorted(counts, key=lambda each: (-counts[each], each.value))[:MOST]
    first = dict(reversed(told))
    return tuple(_placed(writer, [(other, first[other]) for other in chosen], told))


def _other(middle: NamedNode, claim: Claim) -> NamedNode | None:
    """Return the other end of a claim between things; of an office it is the body that it belongs to."""
    if claim.predicate.value == HOLDS_ROLE:
        return claim.scope if claim.subject == middle else None
    other = claim.object if claim.subject == middle else claim.subject
    if claim.predicate.value == TYPE or not isinstance(other, NamedNode) or other == middle:
        return None
    return other if "/statement/" not in claim.subject.value and is_between(claim.predicate.value) else None


def _placed(
    writer: Writer, chosen: list[tuple[NamedNode, Claim]], told: list[tuple[NamedNode, Claim]]
) -> Iterator[Neighbour]:
    asserted = {other for other, claim in told if claim.modality == "asserted"}
    for number, (other, claim) in enumerate(chosen):
        angle = 2 * pi * number / len(chosen) - pi / 2
        part = writer.part(other)
        short = part.text if len(part.text) <= LONGEST else f"{part.text[: LONGEST - 1].rstrip()}…"
        kind = colour(writer.seen.remembered(node)(other.value))
        where = round(RADIUS * cos(angle), 1), round(RADIUS * sin(angle), 1)
        yield Neighbour(Part(short, part.href), kind, term(claim.predicate.value), other in asserted, *where)
