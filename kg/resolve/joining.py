"""Groups of parts that are one: what was decided comes first, then the strongest link."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from kg.resolve import decisions
from kg.resolve.decisions import Decision
from kg.resolve.evidence import NEEDED, Link
from kg.resolve.groups import Groups
from kg.resolve.named import Sense
from kg.resolve.parts import parts
from kg.resolve.tally import Profile, Tally

#: A part of the things of one sense.
Part = tuple[Sense, int]
#: The parts of senses, the largest of each first.
Split = Mapping[Sense, Sequence[Sequence[Profile]]]
#: Gives the things that a path of a decision means.
Meaning = Callable[[str], Iterable[tuple[Sense, Profile]]]


def lone(decided: Iterable[Decision], senses: Callable[[str], set[Sense]]) -> frozenset[Sense]:
    """Return the senses of which people decided that not all are one: of these each thing is told apart from each.

    `senses` gives those of the things that a path means.
    """
    never = (each for each in decided if not each.same)
    return frozenset(sense for each in never for sense in senses(each.left) & senses(each.right))


def split(tally: Tally, decided: Sequence[Decision]) -> list[list[Profile]]:
    """Return the profiles of a sense in parts, kept apart as was decided."""
    never = [each for each in decided if not each.same]
    if not never or not all(profile.article for profile in tally.profiles):
        return parts(tally)
    return parts(tally, lambda one, other: decisions.apart(one, other, never))


def grouped(
    split: Split, links: Iterable[Link[Sense]], decided: Sequence[Decision], meaning: Meaning
) -> tuple[list[list[Part]], list[Link[Part]]]:
    """Return the parts that are one, in order, and what joined them; the links are in order."""
    parts = ((what, n, part) for what, some in split.items() for n, part in enumerate(some))
    place = {(what, profile): (what, n) for what, n, part in parts for profile in part}

    def meant(path: str) -> list[Part]:
        return sorted({place[each] for each in meaning(path) if each in place})

    never = _forbidden(decided, meant)
    groups: Groups[Part] = Groups((lambda a, b: (a, b) in never) if never else None)
    strong = (Link((x.left, 0), (x.right, 0), x.reasons) for x in links if x.score >= NEEDED)
    joins = [link for link in (*_decided(decided, meant), *strong) if groups.merge(link.left, link.right)]
    members = [(what, number) for what in sorted(split) for number in range(len(split[what]))]
    return [sorted(group) for group in groups.all(members)], joins


def _decided(decided: Iterable[Decision], meant: Callable[[str], list[Part]]) -> Iterator[Link[Part]]:
    """Yield what somebody decided to be one."""
    for decision in decided:
        left, right = (meant(path) for path in (decision.left, decision.right)) if decision.same else ((), ())
        if left and right:
            first, *rest = (*left, *right)
            yield from (Link(first, part, (decisions.reason(decision),)) for part in rest)


def _forbidden(decided: Iterable[Decision], meant: Callable[[str], list[Part]]) -> set[tuple[Part, Part]]:
    """Return the pairs of parts that somebody decided to be two."""
    pairs = [
        (a, b)
        for decision in decided
        if not decision.same
        for a in meant(decision.left)
        for b in meant(decision.right)
        if a != b
    ]
    return {*pairs, *((b, a) for a, b in pairs)}
