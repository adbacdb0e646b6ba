"""Leave out what is not sure enough, or what a rule gave."""

from collections.abc import Callable
from dataclasses import replace

from kg.facts import Event, Evidence, Reading


def at_least(confidence: float, reading: Reading) -> Reading:
    """Return the reading with only the facts, quotes, events and arguments that are held with this confidence."""
    return kept(lambda evidence: evidence.confidence >= confidence, reading)


def kept(keeps: Callable[[Evidence], bool], reading: Reading) -> Reading:
    """Return the reading with only the facts, quotes, events and arguments whose evidence is kept."""
    return replace(
        reading,
        facts=tuple(fact for fact in reading.facts if keeps(fact.evidence)),
        quotes=tuple(quote for quote in reading.quotes if keeps(quote.evidence)),
        events=tuple(_kept(keeps, event) for event in reading.events if keeps(event.evidence)),
    )


def _kept(keeps: Callable[[Evidence], bool], event: Event) -> Event:
    return replace(event, arguments=tuple(a for a in event.arguments if keeps(a.evidence)))
