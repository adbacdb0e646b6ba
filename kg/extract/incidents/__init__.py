"""Attacks, gatherings and who took part in them."""

from collections.abc import Iterator, Sequence

from kg.extract.context import Context
from kg.extract.incidents.claims import add_claims
from kg.extract.incidents.gatherings import gatherings
from kg.extract.incidents.joining import join
from kg.extract.incidents.kinds import Kinds
from kg.extract.incidents.mentions import Told, tell_all
from kg.facts import Event, Evidence, Fact, Quote
from kg.resolve import naming


def events(context: Context, quotes: Sequence[Quote]) -> Iterator[Event]:
    """Yield the event mentions of an article in the order of the text; those of one happening share their key."""
    kinds = Kinds(context)
    incidents = join(tell_all(kinds, quotes))
    add_claims(kinds, incidents)
    found = [event for incident in (*incidents, *gatherings(kinds)) for event in mentions_of(context, incident)]
    yield from sorted(found, key=lambda event: event.trigger)


def mentions_of(context: Context, incident: list[Told]) -> Iterator[Event]:
    """Yield the mentions of one incident, each with what is said of it there."""
    key = naming.local(context.article.id, "Event", f"{incident[0].trigger.type} {incident[0].token.idx}")
    for told in incident:
        rule = f"{told.trigger.type} {'noun' if told.trigger.nominal else 'verb'}"
        evidence = Evidence(context.sentence(told.token), rule, 0.7, told.modality, told.source)
        yield Event(key, told.trigger.type, told.trigger.span, tuple(told.arguments), evidence)


def facts(events: Sequence[Event]) -> Iterator[Fact]:
    """Yield who attacked where."""
    for event in events:
        for perpetrator in event.arguments:
            if perpetrator.role == "perpetrator":
                yield from (
                    Fact("attackedAt", perpetrator.mention, place.mention, place.evidence)
                    for place in event.arguments
                    if place.role == "place"
                )
