"""Whose words an offset of the text stands in."""

from bisect import bisect_right
from collections.abc import Sequence

from kg.facts import Quote


class SaidBy:
    """The quotes of an article by place. What stands in several quotes belongs to the innermost."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        fragments = sorted((f.start, -f.end, n) for n, quote in enumerate(quotes) for f in quote.fragments)
        self._starts: list[int] = []
        self._owners: list[Quote | None] = []
        ends: list[tuple[int, Quote]] = []
        for start, negative_end, number in fragments:
            self._leave(ends, start)
            self._mark(start, quotes[number])
            # A fragment that juts out of the one around it ends with it, so that the innermost is the last begun.
            end = min(-negative_end, ends[-1][0]) if ends else -negative_end
            ends.append((end, quotes[number]))
        self._leave(ends, None)

    def __call__(self, offset: int) -> Quote | None:
        """Return the innermost quote that the offset stands in, or None where the article speaks itself."""
        place = bisect_right(self._starts, offset) - 1
        return self._owners[place] if place >= 0 else None

    def _mark(self, place: int, owner: Quote | None) -> None:
        self._starts.append(place)
        self._owners.append(owner)

    def _leave(self, ends: list[tuple[int, Quote]], until: int | None) -> None:
        """Go back to the outer quotes whose inner ones end before a place."""
        while ends and (until is None or ends[-1][0] <= until):
            end, _ = ends.pop()
            self._mark(end, ends[-1][1] if ends else None)


def said_by(quotes: Sequence[Quote]) -> SaidBy:
    """Return a lookup from an offset to the quote that it stands in; what somebody only favours is not his words."""
    return SaidBy([quote for quote in quotes if not quote.stance])
