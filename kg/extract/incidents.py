"""Attacks, gatherings and who took part in them."""

from collections.abc import Iterator, Sequence

from kg.extract.context import Context
from kg.facts import Event, Quote


def events(context: Context, quotes: Sequence[Quote]) -> Iterator[Event]:
    """Yield the event mentions of an article in the order of the text; those of one happening share their key."""
    yield from ()
