"""Do two spans mean the same words? The few notions of it that the tasks share."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from kg.facts import Span

Offsets = Sequence[int]
Gold = TypeVar("Gold")
Predicted = TypeVar("Predicted")


def spans(pairs: Iterable[Offsets]) -> tuple[Span, ...]:
    """Return JSON's pairs of numbers as spans."""
    return tuple(Span(start, end) for start, end in pairs)


def chars(text: str, spans: Iterable[Offsets]) -> frozenset[int]:
    """Return the offsets of letters and digits in the spans: blanks and quotation marks do not count."""
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    """Return the share of all offsets that both sides have."""
    return len(a & b) / len(a | b) if a | b else 0.0


def overlap(a: Offsets, b: Offsets) -> bool:
    """Tell whether the spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


def pair_up(
    gold: Sequence[Gold], predicted: Sequence[Predicted], likeness: Callable[[Gold, Predicted], float]
) -> Iterator[tuple[int, int, float]]:
    """Yield one-to-one pairs (index in gold, index in predicted, likeness), the most alike first."""
    pairs = sorted(((likeness(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted)), reverse=True)
    taken: set[int] = set()
    used: set[int] = set()
    for value, i, j in pairs:
        if value > 0 and i not in taken and j not in used:
            taken.add(i)
            used.add(j)
            yield i, j, value
