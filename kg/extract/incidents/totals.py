"""How many are killed or injured where a list counts them: "him and three bodyguards" are four."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from kg.facts import Argument, Mention, Span

#: What stands between two of a list.
_BETWEEN = re.compile(r",? and |, ")
#: Roles that are counted, with the property that holds a number.
COUNTS = {"killed": "killedCount", "injured": "injuredCount"}


def totals(text: str, arguments: Sequence[Argument]) -> Iterator[Argument]:
    """Yield one count for each list of at least two, all of them told in the same way and each with a number."""
    for role, count in COUNTS.items():
        counted = [a for a in arguments if a.role == role and a.value and a.value.isdecimal()]
        for members in _lists(text, sorted(counted, key=lambda a: a.mention.span)):
            total = str(sum(int(member.value or 0) for member in members))
            span = Span(members[0].mention.span.start, members[-1].mention.span.end)
            words = Mention(span, text[span.start : span.end], "Number", total, "value", total)
            yield Argument(count, words, members[-1].evidence, total)


def _lists(text: str, arguments: Sequence[Argument]) -> Iterator[list[Argument]]:
    """Yield the runs of arguments that stand in one list."""
    begins = [not i or not _joined(text, arguments[i - 1], one) for i, one in enumerate(arguments)]
    numbers = [sum(begins[: i + 1]) for i in range(len(arguments))]
    for _, group in groupby(zip(numbers, arguments, strict=True), key=lambda pair: pair[0]):
        members = [argument for _, argument in group]
        if len(members) > 1:
            yield members


def _joined(text: str, one: Argument, other: Argument) -> bool:
    """Tell whether one stands in a list with the next, told by the same people in the same way."""
    told, alike = one.evidence, other.evidence
    same = (told.modality, told.sources) == (alike.modality, alike.sources)
    return same and _BETWEEN.fullmatch(text, one.mention.span.end, other.mention.span.start) is not None
