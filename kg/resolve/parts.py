"""The things of one sense in parts: one part, unless something tells them apart or too little holds them together."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from math import inf

from kg.resolve import averaged, namesakes, people, seats
from kg.resolve.evidence import NEEDED, NEVER
from kg.resolve.frequency import is_common
from kg.resolve.groups import Groups
from kg.resolve.named import Named

#: Tells of two things that somebody decided that they are two.
Apart = Callable[[Named, Named], bool]
#: What may contradict: a person's full names and year of birth, or what a place lies in.
Profile = tuple[frozenset[people.Called], int | None, tuple[str, ...]]


def parts(things: Sequence[Named], apart: Apart | None = None) -> list[list[Named]]:
    """Return things of one sense in parts that are one each, the largest first."""
    person = things[0].kind == "Person" and people.called(things[0].label) is not None
    if person and len(things) > 1 and is_common(things[0].label):
        found = _common(things, apart)
    elif ((person or things[0].kind == "Place") and len(set(map(_profile, things))) > 1) or apart:
        found = _rare(things, apart)
    else:
        found = [list(things)]
    ordered = [sorted(part, key=lambda t: (t.article, t.key)) for part in found]
    return sorted(ordered, key=lambda part: (-len(part), part[0].article, part[0].key))


def _profile(thing: Named) -> Profile:
    names = [called for name in thing.names if (called := people.called(name))] if thing.kind == "Person" else []
    return frozenset(called for called in names if called.key == names[0].key), thing.born, thing.within


def _common(things: Sequence[Named], apart: Apart | None) -> list[list[Named]]:
    """Join those of a common name that something speaks for on the average, the strongest first."""
    weighed = ((link.left, link.right, link.score) for link in namesakes.links(things))

    def judged(i: int, j: int, score: float) -> float:
        return -inf if score <= NEVER / 2 or (apart and apart(things[i], things[j])) else score

    groups = averaged.grouped(len(things), ((i, j, judged(i, j, score)) for i, j, score in weighed), NEEDED)
    return [[things[i] for i in group] for group in groups]


def _rare(things: Sequence[Named], apart: Apart | None) -> list[list[Named]]:
    """Join all of a name but those that contradict; what tells nothing goes with the most."""
    by_profile: dict[object, list[Named]] = defaultdict(list)
    for thing in things:
        by_profile[(_profile(thing), thing.article) if apart else _profile(thing)].append(thing)
    some = [*by_profile.values()]
    order = sorted(range(len(some)), key=lambda i: (-len(some[i]), some[i][0].article, some[i][0].key))
    groups: Groups[int] = Groups(lambda i, j: _contradict(some[i][0], some[j][0], apart))
    for position, i in enumerate(order):
        for j in order[:position]:
            if groups.join(i, j):
                break
    return [[thing for i in group for thing in some[i]] for group in groups.all(order)]


def _contradict(one: Named, other: Named, apart: Apart | None) -> bool:
    if apart and apart(one, other):
        return True
    if one.kind != "Person" or other.kind != "Person":
        return seats.apart(one, other)
    return sum(reason.weight for reason in namesakes.reasons(one, other)) < NEEDED
