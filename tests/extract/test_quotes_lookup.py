"""An offset belongs to the innermost quote around it."""

from kg.extract.quotes.lookup import said_by
from kg.facts import Evidence, Quote, Span


def quote(*fragments: tuple[int, int]) -> Quote:
    return Quote(tuple(Span(*f) for f in fragments), "direct", Evidence(Span(0, 1), "rule", 1.0))


def test_innermost_and_fragments() -> None:
    outer, inner = quote((2, 10), (12, 20)), quote((4, 6))
    lookup = said_by([outer, inner])
    owners = [lookup(offset) for offset in (0, 2, 4, 5, 6, 10, 11, 12, 19, 20)]
    assert owners == [None, outer, inner, inner, outer, None, None, outer, outer, None]


def test_nothing_said() -> None:
    assert said_by([])(5) is None
