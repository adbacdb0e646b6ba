"""Relations of two entities: one file a relation, found by listing this folder."""

from collections.abc import Iterator, Sequence

from kg.extract.context import Context
from kg.facts import Fact, Quote


def facts(context: Context, quotes: Sequence[Quote]) -> Iterator[Fact]:
    """Yield the facts of an article in the order of the text."""
    yield from ()
