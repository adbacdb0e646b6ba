"""The profiles of one sense in parts: one part, unless something tells them apart or too little holds them together."""

from collections.abc import Callable, Sequence
from math import inf

from kg.resolve import averaged, namesakes, seats
from kg.resolve.evidence import NEEDED, NEVER
from kg.resolve.groups import Groups
from kg.resolve.named import Named
from kg.resolve.tally import Profile, Tally, face, is_common, number

#: Tells of two things that somebody decided that they are two.
Apart = Callable[[Named, Named], bool]


def parts(tally: Tally, apart: Apart | None = None) -> list[list[Profile]]:
    """Return the profiles of things of one sense in parts that are one each, the largest first."""
    order = sorted(tally.profiles)
    if len(order) == 1:
        return [order]
    faces = [face(profile, tally.profiles[profile]) for profile in order]
    counts = [number(tally.profiles[profile]) for profile in order]
    found = _common(faces, apart) if is_common(tally.sense) else _rare(faces, counts, apart)
    ordered = sorted(map(sorted, found), key=lambda part: (-sum(counts[i] for i in part), part))
    return [[order[i] for i in part] for part in ordered]


def _common(faces: Sequence[Named], apart: Apart | None) -> list[list[int]]:
    """Join those of a common name that something speaks for on the average, the strongest first."""
    weighed = ((link.left, link.right, link.score) for link in namesakes.links(faces))

    def judged(i: int, j: int, score: float) -> float:
        return -inf if score <= NEVER / 2 or (apart and apart(faces[i], faces[j])) else score

    return averaged.grouped(len(faces), ((i, j, judged(i, j, score)) for i, j, score in weighed), NEEDED)


def _rare(faces: Sequence[Named], counts: Sequence[int], apart: Apart | None) -> list[list[int]]:
    """Join all of a name but those that contradict; what tells nothing goes with the most."""
    order = sorted(range(len(faces)), key=lambda i: (-counts[i], i))
    groups: Groups[int] = Groups(lambda i, j: _contradict(faces[i], faces[j], apart))
    for position, i in enumerate(order):
        for j in order[:position]:
            if groups.join(i, j):
                break
    return groups.all(order)


def _contradict(one: Named, other: Named, apart: Apart | None) -> bool:
    if apart and apart(one, other):
        return True
    if one.kind != "Person" or other.kind != "Person":
        return seats.apart(one, other)
    return sum(reason.weight for reason in namesakes.reasons(one, other)) < NEEDED
