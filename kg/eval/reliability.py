"""Whether a confidence of 0.9 means that nine of ten such facts are right."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple, TypeVar

from kg.eval.verdicts import Judged

Key = TypeVar("Key", bound=Hashable)
#: Lower ends of the bins of confidence.
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)


class Reliability(NamedTuple):
    """A group of predictions: how many, how sure we said we were on average, how many are right (0 to 1)."""

    facts: int
    confidence: float
    precision: float


def by_rule(judged: Iterable[Judged]) -> dict[tuple[str, str], Reliability]:
    """Return the reliability of each rule of each kind of fact, the most used first."""
    table = _group(judged, lambda one: (one.kind, one.rule))
    return dict(sorted(table.items(), key=lambda item: (item[0][0], -item[1].facts, item[0])))


def by_bin(judged: Iterable[Judged]) -> dict[tuple[str, float], Reliability]:
    """Return the reliability of each kind of fact by bin of confidence."""
    return dict(sorted(_group(judged, lambda one: (one.kind, _bin(one.confidence))).items()))


def _bin(confidence: float) -> float:
    return max(low for low in BINS if low <= confidence)


def _group(judged: Iterable[Judged], key: Callable[[Judged], Key]) -> dict[Key, Reliability]:
    groups: dict[Key, list[Judged]] = defaultdict(list)
    for one in judged:
        groups[key(one)].append(one)
    return {name: _reliability(group) for name, group in groups.items()}


def _reliability(group: list[Judged]) -> Reliability:
    number = len(group)
    return Reliability(number, sum(j.confidence for j in group) / number, sum(j.right for j in group) / number)
