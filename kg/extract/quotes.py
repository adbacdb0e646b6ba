"""Who is said to have said what."""

from collections.abc import Iterator

from kg.extract.context import Context
from kg.facts import Quote


def quotes(context: Context) -> Iterator[Quote]:
    """Yield the quotations and reported speech of an article in the order of the text."""
    yield from ()
