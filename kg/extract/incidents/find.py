"""Attacks, gatherings and who took part in them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg import naming
from kg.extract.factuality.own import STRENGTH
from kg.extract.incidents.claims import add_claims
from kg.extract.incidents.cleared import clear
from kg.extract.incidents.debunked import deny_tales
from kg.extract.incidents.dying import die_once
from kg.extract.incidents.gatherings import gatherings
from kg.extract.incidents.incident import hold, one_name, one_person
from kg.extract.incidents.joining import join
from kg.extract.incidents.kinds import Kinds
from kg.extract.incidents.naming import add_identified
from kg.extract.incidents.parts import HARMED
from kg.extract.incidents.rule_names import UNMEASURED, of_event
from kg.extract.incidents.setting import add_settings
from kg.extract.incidents.told import Told, tell_all
from kg.extract.incidents.totals import count_on
from kg.extract.quotes.lookup import said_by
from kg.extract.syntax.context import Context
from kg.facts import Event, Evidence, Fact, Quote
from kg.vocabulary import vocabulary

#: Of which an incident has one, or else it is violence in general: "kidnappings are commonplace".
ROLES = ("perpetrator", "victim", "killed", "injured", "target", "weapon", "place", "claimedBy")


def events(context: Context, quotes: Sequence[Quote]) -> Iterator[Event]:
    """Yield the event mentions of an article in the order of the text; those of one happening share their key."""
    kinds = Kinds(context)
    speech = said_by(quotes)
    incidents = add_identified(kinds, speech, join(tell_all(kinds, quotes)))
    add_claims(kinds, speech, incidents)
    die_once(incidents)
    count_on(incidents)
    deny_tales(speech, incidents)
    clear(kinds, incidents)
    add_settings(kinds, incidents)
    told = [incident for incident in incidents if any(t.of(*ROLES) for t in incident)]
    found = [event for incident in (*told, *gatherings(kinds)) for event in mentions_of(context, incident)]
    yield from sorted(found, key=lambda event: event.trigger)


def mentions_of(context: Context, incident: list[Told]) -> Iterator[Event]:
    """Yield the mentions of one incident, each with what is said of it there."""
    one_name(incident)
    one_person(incident)
    hold(incident)
    key = naming.local(context.article.id, "Event", f"{incident[0].trigger.type} {incident[0].token.idx}")
    for told in incident:
        rule = of_event(told.trigger, told.modality, told.of("target", *HARMED), len(incident))
        evidence = Evidence(context.sentence(told.token), rule, UNMEASURED, told.modality, told.sources)
        yield Event(key, told.trigger.type, told.trigger.span, tuple(told.arguments), evidence)


def facts(events: Iterable[Event]) -> Iterator[Fact]:
    """Yield who attacked where; as sure as the less sure of the two."""
    for event in events:
        places = [a for a in event.arguments if a.role == "place"]
        for author in (a for a in event.arguments if a.role == "perpetrator"):
            for place in (p for p in places if vocabulary().allows("attackedAt", author.mention.kind, p.mention.kind)):
                sure = min(author.evidence.confidence, place.evidence.confidence)
                weaker = max(place.evidence, author.evidence, key=lambda held: STRENGTH[held.modality])
                evidence = replace(weaker, span=place.evidence.span, rule=event.evidence.rule, confidence=sure)
                yield Fact("attackedAt", author.mention, place.mention, evidence)
