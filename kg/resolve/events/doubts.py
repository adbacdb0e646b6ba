"""Which happenings may be one though too little says so, and which are one by little more than is needed."""

from collections.abc import Iterable, Iterator, Sequence

from kg.resolve.decisions import Decision
from kg.resolve.events.agreement import ENOUGH
from kg.resolve.events.meeting import joined, links, order, two
from kg.resolve.events.occurrence import Occurrence
from kg.resolve.evidence import Link

#: Bits from which on a person is asked, and from which on one that is joined is no question.
LIKELY, SURE = 9.0, 16.0


def doubts(found: Iterable[Occurrence], decided: Sequence[Decision] = ()) -> Iterator[tuple[Link[Occurrence], bool]]:
    """Yield pairs of happenings with the strongest link of each two, the likeliest first, and whether they are one."""
    every = sorted(set(found), key=order)
    result = joined(every, decided)
    of = {one: number for number, group in enumerate(result.happenings) for one in group}
    apart, asked = two(every, decided), set()
    for each in links(every, LIKELY):
        pair = frozenset((of[each.left], of[each.right]))
        groups = [result.happenings[number] for number in sorted(pair)]
        if len(pair) > 1 and pair not in asked and not any(apart(a, b) for a in groups[0] for b in groups[1]):
            asked.add(pair)
            yield each, False
    yield from ((each, True) for each in result.links if ENOUGH <= each.score < SURE)
