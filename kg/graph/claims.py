"""What an article states, one triple at a time, each with its evidence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode

from kg.facts import Argument, Event, Evidence, Fact, Mention, Modality, Quote, Reading, Span, Status
from kg.graph.counts import counts
from kg.graph.terms import TYPE, Names, date, integer, interval, news
from kg.vocabulary import Vocabulary

#: What these say of the present is so; what was or will be is told by a role holding, or by the claim alone.
NOW: frozenset[Status] = frozenset({"current", "acting"})
VALUES = frozenset({"Date", "Number", "Text"})
COUNTED = frozenset({"killed", "injured"})
#: How words begin that count one.
ONE = re.compile(r"(only |just )?(one|1)\b", re.IGNORECASE)
#: From what is so to what is not: a part of an event is told no more surely than the event.
_WEAKER: dict[Modality, int] = {"asserted": 0, "reported": 1, "planned": 2, "denied": 3}


@dataclass(frozen=True, slots=True)
class Claim:
    """One triple that an article states, the words for its ends, and the node whose parts it tells, if another.

    `scope` is the body that a role belongs to, `during` the interval in which it is so.
    """

    subject: NamedNode
    predicate: NamedNode
    object: NamedNode | Literal
    evidence: Evidence
    spans: tuple[Span, Span]
    status: Status | None = None
    node: NamedNode | None = None
    held: bool = True
    scope: NamedNode | None = None
    during: Literal | None = None

    @property
    def asserted(self) -> bool:
        """Whether the article says in its own voice that the triple is true now."""
        return self.held and self.evidence.modality == "asserted" and (self.status is None or self.status in NOW)


def claims(reading: Reading, names: Names, vocabulary: Vocabulary) -> Iterator[Claim]:
    """Yield every claim of a reading: relations, then quotations, then events."""
    for fact in reading.facts:
        yield _fact(fact, names, vocabulary)
    for quote in reading.quotes:
        yield from _quote(quote, names)
    for event in reading.events:
        yield from _event(event, names, vocabulary)


def holding(fact: Fact, names: Names) -> NamedNode:
    """Return the role holding of a fact: whoever reports it, the same holder, role, body and status are one holding."""
    parts = [fact.subject.entity, fact.object.entity, *([fact.scope.entity] if fact.scope else [])]
    return names.thing("/".join(["holding", *parts, *([] if fact.status == "current" else [fact.status])]))


def term(mention: Mention, names: Names, *, literal: bool) -> tuple[NamedNode | Literal, bool]:
    """Return what a mention stands for, and whether it is known: not so a date of no known day, or a nameless value."""
    if not literal:
        known = mention.form != "value" and mention.kind not in VALUES
        return (names.thing(mention.entity), True) if known else (Literal(mention.text), False)
    if mention.kind == "Date":
        found = date(mention.value)
        return found or Literal(mention.text), found is not None
    if mention.kind == "Number" and mention.value and mention.value.isdecimal():
        return integer(int(mention.value)), True
    return Literal(mention.value or mention.text), True


def _fact(fact: Fact, names: Names, vocabulary: Vocabulary) -> Claim:
    relation = vocabulary.properties.get(fact.relation)
    # Of a relation of a user's own, what a rule found says it.
    literal = relation.literal if relation else fact.object.kind in VALUES
    found, known = term(fact.object, names, literal=literal)
    return Claim(
        names.thing(fact.subject.entity),
        news(fact.relation),
        found,
        fact.evidence,
        (fact.subject.span, fact.object.span),
        fact.status,
        holding(fact, names) if fact.relation == "holdsRole" else None,
        known,
        names.thing(fact.scope.entity) if fact.scope else None,
        interval(fact.during) if fact.during else None,
    )


def _quote(quote: Quote, names: Names) -> Iterator[Claim]:
    node = names.statement(quote.fragments)
    words = quote.fragments[0]
    yield Claim(node, TYPE, news("Statement"), quote.evidence, (words, quote.cue or words))
    one = quote.speaker if len(quote.speakers) == 1 else None
    parts = [("speaker", speaker, one) for speaker in quote.speakers]
    parts += [(role, part, None) for role, part in (("addressee", quote.addressee), ("place", quote.place)) if part]
    for role, mention, phrase in parts:
        found, known = term(mention, names, literal=False)
        yield Claim(node, news(role), found, quote.evidence, (words, phrase or mention.span), held=known)


def _event(event: Event, names: Names, vocabulary: Vocabulary) -> Iterator[Claim]:
    node = names.thing(event.key)
    yield Claim(node, TYPE, news(event.type), event.evidence, (event.trigger, event.trigger))
    for argument in event.arguments:
        told = replace(argument, evidence=_part(argument.evidence, event.evidence))
        yield from _argument(node, event, told, names, vocabulary)


def _part(part: Evidence, whole: Evidence) -> Evidence:
    """Return the evidence of a part of an event: who would have done what did not happen did nothing."""
    itself = whole.modality == "reported" and part.span != whole.span  # "Police said so. Fifteen people were injured."
    if itself or _WEAKER[whole.modality] <= _WEAKER[part.modality]:
        return part
    return replace(part, modality=whole.modality, sources=whole.sources)


def how_many(argument: Argument) -> str | None:
    """Return how many are hit: one who is named is no less than one, and "one person" is one."""
    value, mention = argument.value or argument.mention.value, argument.mention
    return f"{value}-" if value == "1" and mention.kind == "Person" and not ONE.match(mention.text) else value


def _argument(
    node: NamedNode, event: Event, argument: Argument, names: Names, vocabulary: Vocabulary
) -> Iterator[Claim]:
    """Yield what fills a part of an event, and how many that is; a number alone is a count and fills nothing."""
    mention, role = argument.mention, argument.role
    spans = (event.trigger, mention.span)
    numbers = dict(counts(role, how_many(argument))) if role in COUNTED else {}
    for name, number in numbers.items():
        yield Claim(node, news(name), integer(number), argument.evidence, spans)
    if numbers and (mention.form == "value" or mention.kind in VALUES):
        return
    if argument.value and mention.kind == "Date":
        mention = replace(mention, value=argument.value)
    found, known = term(mention, names, literal=vocabulary.property(role).literal)
    yield Claim(node, news(role), found, argument.evidence, spans, held=known)
