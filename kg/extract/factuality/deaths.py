"""What somebody was who has died: posts and memberships of the dead are over, wherever the article tells of them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.factuality.status import HELD
from kg.facts import Event, Fact, Span

#: What ends with the death of either.
MARRIAGE = "spouseOf"
DYING = {"diedOn", "diedIn"}


def settled(facts: Iterable[Fact], events: Iterable[Event]) -> Iterator[Fact]:
    """Yield the facts; what the dead held is former, but for what they were when they were killed."""
    facts = tuple(facts)
    dead, killed = set(dying(facts)), set(killings(events))
    victims = {entity for entity, _ in killed}
    for fact in facts:
        pair = {fact.subject.entity, fact.object.entity} if fact.relation == MARRIAGE else {fact.subject.entity}
        told = {who for who in pair & victims if (who, fact.evidence.span) not in killed}
        over = bool(pair & dead or told)
        held = fact.relation in {*HELD, MARRIAGE} and fact.status == "current"
        # What was open ended with the death, whose day may not be told.
        open_end = fact.during and fact.during.removesuffix("..")
        yield replace(fact, status="former", during=open_end) if held and over else fact


def dying(facts: Iterable[Fact]) -> Iterator[str]:
    """Yield who the article itself says has died."""
    for fact in facts:
        dies = fact.relation in DYING or fact.evidence.rule == "age-death"
        if dies and fact.evidence.modality == "asserted":
            yield fact.subject.entity


def killings(events: Iterable[Event]) -> Iterator[tuple[str, Span]]:
    """Yield who was killed, with the sentence that tells it."""
    for event in events:
        for argument in event.arguments:
            if argument.role == "killed" and event.evidence.modality == argument.evidence.modality == "asserted":
                yield argument.mention.entity, event.evidence.span
