"""Leave out what is not sure enough."""

from dataclasses import replace

from kg.facts import Event, Reading


def at_least(confidence: float, reading: Reading) -> Reading:
    """Return the reading with only the facts, quotes, events and arguments that are held with this confidence."""
    return replace(
        reading,
        facts=tuple(fact for fact in reading.facts if fact.evidence.confidence >= confidence),
        quotes=tuple(quote for quote in reading.quotes if quote.evidence.confidence >= confidence),
        events=tuple(_sure(confidence, event) for event in reading.events if event.evidence.confidence >= confidence),
    )


def _sure(confidence: float, event: Event) -> Event:
    return replace(event, arguments=tuple(a for a in event.arguments if a.evidence.confidence >= confidence))
