"""Groups of what is alike on the average, so that no chain of two alike each joins what is not."""

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

#: The weight of two members, by their numbers.
Weighed = tuple[int, int, float]


def grouped(size: int, pairs: Iterable[Weighed], least: float) -> list[list[int]]:
    """Return the members 0 to `size` in groups: the two whose pairs weigh most on the average are joined, and so on.

    Groups of less than `least` stay apart, and those with a pair of -inf.
    """
    return _Groups(size, pairs, least).joined()


class _Groups:
    """Groups with the sum of weights between each two that may still be one."""

    def __init__(self, size: int, pairs: Iterable[Weighed], least: float) -> None:
        self._members = {number: [number] for number in range(size)}
        self._sums: dict[int, dict[int, float]] = {number: {} for number in range(size)}
        self._least = least
        for one, other, weight in pairs:
            self._sums[one][other] = self._sums[other][one] = weight
        self._heap = [entry for a in range(size) for b in self._sums[a] if a < b and (entry := self._entry(a, b))]
        heapify(self._heap)

    def joined(self) -> list[list[int]]:
        """Join while anything can be joined."""
        while self._heap:
            mean, _, __, a, b = heappop(self._heap)
            # What has grown since has a later entry of its own.
            if a in self._members and b in self._members and -mean == self._mean(a, b):
                self._join(a, b)
        return [sorted(group) for group in self._members.values()]

    def _mean(self, a: int, b: int) -> float:
        return self._sums[a].get(b, 0.0) / (len(self._members[a]) * len(self._members[b]))

    def _entry(self, a: int, b: int) -> tuple[float, int, int, int, int] | None:
        mean = self._mean(a, b)
        first, second = sorted((self._members[a][0], self._members[b][0]))
        return (-mean, first, second, a, b) if mean >= self._least else None

    def _join(self, a: int, b: int) -> None:
        """Let the second go into the first."""
        sums = {k: self._sums[a].get(k, 0.0) + self._sums[b].get(k, 0.0) for k in self._sums[a].keys() | self._sums[b]}
        for k in sums.keys() - {a, b}:
            self._sums[k].pop(b, None)
            self._sums[k][a] = sums[k]
        self._sums[a] = {k: total for k, total in sums.items() if k not in {a, b}}
        del self._sums[b]
        self._members[a] = sorted(self._members[a] + self._members.pop(b))
        for k in sorted(self._sums[a]):
            if entry := self._entry(a, k):
                heappush(self._heap, entry)
