"""Readings with the paths of the things that they share with others."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.facts import Argument, Entity, Event, Evidence, Fact, Mention, Quote, Reading
from kg.resolve.events import meeting
from kg.resolve.events.occurrences import occurrences
from kg.resolve.features import named
from kg.resolve.resolve import resolve


def resolved(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Yield what articles state, in their order, with one path for what is one thing in several."""
    held = list(readings)
    keys = resolve(thing for reading in held for thing in named(reading)).keys
    events = meeting.keys(meeting.happenings(one for reading in held for one in occurrences(reading)))
    of: dict[str, dict[str, str]] = {}
    for (article, key), new in (*keys.items(), *events.items()):
        of.setdefault(article, {})[key] = new
    return (rewritten(reading, of.get(reading.article.id, {})) for reading in held)


def rewritten(reading: Reading, keys: Mapping[str, str]) -> Reading:
    """Return a reading with other paths for some of its things; their kinds are as the paths say."""
    if not keys:
        return reading
    change = _Change(keys)
    return replace(
        reading,
        mentions=tuple(map(change.mention, reading.mentions)),
        entities=_merged(map(change.entity, reading.entities)),
        facts=tuple(map(change.fact, reading.facts)),
        quotes=tuple(map(change.quote, reading.quotes)),
        events=tuple(map(change.event, reading.events)),
    )


def _kind(key: str, kind: str) -> str:
    """Return the kind that a path tells."""
    return key.split("/")[-2].capitalize() if "/" in key else kind


class _Change:
    """Puts new paths in the place of old ones."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        self._keys = keys

    def mention(self, mention: Mention) -> Mention:
        key = self._keys.get(mention.entity)
        return mention if key is None else replace(mention, entity=key, kind=_kind(key, mention.kind))

    def maybe(self, mention: Mention | None) -> Mention | None:
        return mention and self.mention(mention)

    def entity(self, entity: Entity) -> Entity:
        key = self._keys.get(entity.key)
        if key is None:
            return entity
        kind = _kind(key, entity.kind)
        return replace(entity, key=key, kind=kind, qid=entity.qid if kind == entity.kind else None)

    def evidence(self, evidence: Evidence) -> Evidence:
        return replace(evidence, sources=tuple(map(self.mention, evidence.sources)))

    def fact(self, fact: Fact) -> Fact:
        return replace(
            fact,
            subject=self.mention(fact.subject),
            object=self.mention(fact.object),
            scope=self.maybe(fact.scope),
            evidence=self.evidence(fact.evidence),
        )

    def quote(self, quote: Quote) -> Quote:
        return replace(
            quote,
            speakers=tuple(map(self.mention, quote.speakers)),
            addressee=self.maybe(quote.addressee),
            place=self.maybe(quote.place),
            evidence=self.evidence(quote.evidence),
        )

    def event(self, event: Event) -> Event:
        arguments = tuple(map(self.argument, event.arguments))
        key = self._keys.get(event.key, event.key)
        return replace(event, key=key, arguments=arguments, evidence=self.evidence(event.evidence))

    def argument(self, argument: Argument) -> Argument:
        return replace(argument, mention=self.mention(argument.mention), evidence=self.evidence(argument.evidence))


def _merged(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Return entities with those of one path as one, which keeps the other's names."""
    found: dict[str, Entity] = {}
    for entity in entities:
        first = found.setdefault(entity.key, entity)
        if first is not entity:
            names = dict.fromkeys((*first.aliases, entity.label, *entity.aliases))
            aliases = tuple(name for name in names if name != first.label)
            found[entity.key] = replace(first, aliases=aliases, qid=first.qid or entity.qid)
    return tuple(found.values())
