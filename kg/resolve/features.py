"""What a reading tells of the things that it names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract.lexicon import gazetteer
from kg.extract.names.teams import is_team
from kg.facts import Entity, Fact, Mention, Reading
from kg.resolve import folding
from kg.resolve.frequency import is_common
from kg.resolve.named import Named
from kg.resolve.senses import sense

#: Kinds that are joined across articles.
KINDS = frozenset({"Person", "Organization", "Place", "Group"})
#: Relations that tell where a body is.
SEATS = frozenset({"headquarteredIn", "locatedIn"})
#: Relations that tell whom somebody belongs to.
BELONGS = frozenset({"worksFor", "memberOf", "leads", "memberOfParty", "educatedAt"})
#: Characters before and behind a common name that tell which of its bearers is meant.
NEAR = 200
LONG_WORD = re.compile(r"[^\W\d_]{3,}")


def named(reading: Reading) -> list[Named]:
    """Return what an article names, in the order of its keys."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in reading.mentions:
        if mention.form == "name":
            mentions[mention.entity].append(mention)
    facts: dict[str, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        facts[fact.subject.entity].append(fact)
    about = country(reading.mentions)
    entities = [e for e in sorted(reading.entities, key=lambda each: each.key) if e.kind in KINDS and mentions[e.key]]
    things = [_one(reading, each, mentions[each.key], facts[each.key], about) for each in entities]
    teams = _teams(reading, mentions)
    staffed = {fact.object.entity for fact in reading.facts if fact.relation in BELONGS}
    acting = {speaker.entity for quote in reading.quotes for speaker in quote.speakers}
    acting |= {fact.subject.entity for fact in reading.facts}
    found = [
        replace(
            thing,
            kind="Organization" if thing.key in teams else thing.kind,
            team=thing.key in teams,
            staffed=thing.kind == "Organization" and thing.key in staffed,
            acts=thing.key in acting,
        )
        for thing in things
    ]
    return [replace(thing, sense=sense(thing, found)) for thing in found]


def _teams(reading: Reading, mentions: Mapping[str, Sequence[Mention]]) -> set[str]:
    """Return the keys of bodies and places that are teams here: those named as a town is, and towns that play."""
    towns = {entity.label for entity in reading.entities if entity.kind == "Place"}
    clubs = "".join(f"| {entity.label} |" for entity in reading.entities if entity.kind == "Organization")
    teams = {entity.key for entity in reading.entities if entity.kind == "Organization" and entity.label in towns}
    for entity in reading.entities:
        if entity.kind == "Place" and (spans := [each.span for each in mentions.get(entity.key, ())]):
            has_club = entity.key not in gazetteer.countries() and _is_part(entity.label, clubs)
            if is_team(reading.article.text, spans, has_club=has_club):
                teams.add(entity.key)
    return teams


def _is_part(town: str, clubs: str) -> bool:
    """Tell whether the name of a body begins or ends with a town."""
    return f" {town} |" in clubs or f"| {town} " in clubs


def _one(reading: Reading, entity: Entity, said: list[Mention], facts: list[Fact], about: str | None) -> Named:
    words = Counter(" ".join(mention.text.split()) for mention in said)
    names = (entity.label, *sorted((words | Counter(entity.aliases)).keys()))
    person = entity.kind == "Person"
    common = person and not entity.key.startswith("article/") and is_common(entity.label)
    return Named(
        reading.article.id,
        entity.key,
        entity.kind,
        names,
        words.total(),
        entity.qid,
        about if person else _seat(facts) or about,
        tuple(sorted(_offices(facts))) if person else (),
        _born(facts, reading.article.published) if person else None,
        within=tuple(sorted(_within(facts))) if entity.kind == "Place" else (),
        words=tuple(sorted(_near(reading, said, entity.label))) if common else (),
    )


def country(mentions: Iterable[Mention]) -> str | None:
    """Return the country that most names and adjectives of an article mean; None if two are equal."""
    countries = gazetteer.countries()
    found = Counter(m.entity for m in mentions if m.form == "name" and m.entity in countries).most_common(2)
    return found[0][0] if found and (len(found) == 1 or found[0][1] > found[1][1]) else None


def _seat(facts: Iterable[Fact]) -> str | None:
    """Return the only country that an article puts a body in."""
    seats = {fact.object.entity for fact in facts if fact.relation in SEATS} & gazetteer.countries()
    return seats.pop() if len(seats) == 1 else None


def _within(facts: Iterable[Fact]) -> set[str]:
    """Return the countries and states that an article puts a place in."""
    told = (fact for fact in facts if fact.relation == "locatedIn" and fact.evidence.modality != "denied")
    return {fact.object.entity for fact in told} & gazetteer.territories()


def _offices(facts: Iterable[Fact]) -> Iterator[str]:
    for fact in facts:
        if fact.evidence.modality == "denied":
            continue
        if fact.relation == "holdsRole":
            yield f"{fact.object.entity}@{fact.scope.entity if fact.scope else ''}"
        elif fact.relation in BELONGS and not fact.object.entity.startswith("article/"):
            yield f"@{fact.object.entity}"


def _born(facts: Iterable[Fact], published: str | None) -> int | None:
    """Return the year of birth that an age or a date tells."""
    for fact in facts:
        value = fact.object.value or ""
        if fact.relation == "bornOn" and value[:4].isdecimal():
            return int(value[:4])
        if fact.relation == "age" and published and value.isdecimal():
            return int(published[:4]) - int(value)
    return None


def _near(reading: Reading, said: Iterable[Mention], label: str) -> frozenset[str]:
    """Return the words near each mention, and what else the article names."""
    text = reading.article.text
    pieces = (text[max(0, m.span.start - NEAR) : m.span.end + NEAR] for m in said)
    words = {word for piece in pieces for word in LONG_WORD.findall(piece.lower())}
    others = {m.entity for m in reading.mentions if m.form == "name" and not m.entity.startswith("article/")}
    return frozenset((words | others) - set(folding.words(label)))
