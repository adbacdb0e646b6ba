"""The nodes of several parts, where an article asserts them: role holdings, statements and events."""

import re
from collections.abc import Iterator

from pyoxigraph import Literal

from kg.facts import Event, Fact, Quote, Reading
from kg.graph import titles
from kg.graph.claims import NOW, holding
from kg.graph.counts import exact
from kg.graph.terms import ALTERNATIVE, LABEL, TYPE, Names, Row, integer, interval, news
from kg.resolve.events.called import Called, known_as

_LISTED = re.compile(r",? and |, ")
_MARKS = "\"'“”‘’„‚«»‹› "  # noqa: RUF001


def holdings(reading: Reading, names: Names) -> Iterator[Row]:
    """Yield the role holdings with holder, role, body and status."""
    labels = {entity.key: entity.label for entity in reading.entities}
    for fact in reading.facts:
        if fact.relation == "holdsRole" and fact.evidence.modality == "asserted":
            yield from _holding(fact, labels, names)


def _holding(fact: Fact, labels: dict[str, str], names: Names) -> Iterator[Row]:
    node = holding(fact, names)
    holder = "incumbent" if fact.status in NOW else "holder"
    parts = [fact.subject, fact.object, *([fact.scope] if fact.scope else [])]
    status = [] if fact.status == "current" else [fact.status]
    yield (node, TYPE, news("RoleHolding"))
    yield (node, LABEL, Literal(", ".join([*(labels.get(m.entity, m.text) for m in parts), *status])))
    for role, mention in zip((holder, "role", "heldIn"), parts, strict=False):
        yield (node, news(role), names.thing(mention.entity))
    yield (node, news("status"), Literal(fact.status))
    if fact.during:
        yield (node, news("during"), interval(fact.during))


def statements(reading: Reading, names: Names) -> Iterator[Row]:
    """Yield the labels of all statements, and the words of those that were made."""
    text = reading.article.text
    for quote in reading.quotes:
        node = names.statement(quote.fragments)
        words = _words(quote, text)
        yield (node, LABEL, Literal(titles.statement(words)))
        if quote.evidence.modality != "asserted":
            continue
        yield (node, news("words"), Literal(words))
        yield (node, news("speech"), Literal(quote.kind))
        if quote.cue:
            yield (node, news("cue"), Literal(text[quote.cue.start : quote.cue.end]))


def _words(quote: Quote, text: str) -> str:
    said = [text[fragment.start : fragment.end] for fragment in quote.fragments]
    return "\n".join(words.strip(_MARKS) if quote.kind == "direct" else words for words in said)


def events(reading: Reading, names: Names) -> Iterator[Row]:
    """Yield the labels of all events, and how many those are together whom an article lists as killed or injured."""
    told: dict[str, list[Event]] = {}
    for event in reading.events:
        told.setdefault(event.key, []).append(event)
    places = {known_as(entity.label): entity.label for entity in reading.entities if entity.kind == "Place"}
    for key, mentions in told.items():
        shared, trigger = Called.of(key), mentions[0].trigger
        label = shared.label(places) if shared else titles.event(mentions, reading.entities)
        yield from ((names.thing(key), LABEL, Literal(text)) for text in (label,) if text)
        yield (names.thing(key), ALTERNATIVE, Literal(reading.article.text[trigger.start : trigger.end]))
    for event in reading.events:
        if event.evidence.modality == "asserted":
            yield from _together(event, reading.article.text, names)


def _together(event: Event, text: str, names: Names) -> Iterator[Row]:
    """Yield how many are killed or injured where a list counts them: "him and three bodyguards"."""
    for role in ("killed", "injured"):
        found = [a for a in event.arguments if a.role == role and a.evidence.modality == "asserted"]
        total, end = 0, None
        for argument in sorted(found, key=lambda a: a.mention.span):
            number = exact(argument.value)
            joined = end is not None and _LISTED.fullmatch(text, end, argument.mention.span.start)
            total = (total if joined else 0) + (number or 0)
            end = argument.mention.span.end if number else None
            if joined and number:
                yield (names.thing(event.key), news(f"{role}Count"), integer(total))
