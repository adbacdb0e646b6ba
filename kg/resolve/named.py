"""What one article tells of one thing that it names, as far as it helps to know that thing elsewhere."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kg.extract.lexicon import gazetteer
from kg.facts import Entity, Fact, Mention, Reading
from kg.resolve import folding
from kg.resolve.frequency import is_common
from kg.resolve.teams import is_team

#: Kinds that are joined across articles.
KINDS = frozenset({"Person", "Organization", "Place", "Group"})
#: Relations that tell where a body is.
SEATS = frozenset({"headquarteredIn", "locatedIn"})
#: Relations that tell whom somebody belongs to.
BELONGS = frozenset({"worksFor", "memberOf", "leads", "memberOfParty", "educatedAt"})
#: Characters before and behind a common name that tell which of its bearers is meant.
NEAR = 200
LONG_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Named:
    """A thing as one article names it; `key` is the path of the IRI that the article alone would give it.

    `names` are its usual name, and the words that name it there. `country` is the key of the country that it or its
    article is of. `offices` are "role@body" of a person, `born` the year that an age tells; a person `acts` whom the
    article lets speak or tells of. A `team` is an organization that is called by a place. `words` are those near a
    person whose name many bear.
    """

    article: str
    key: str
    kind: str
    names: tuple[str, ...]
    count: int = 1
    qid: str | None = None
    country: str | None = None
    offices: tuple[str, ...] = ()
    born: int | None = None
    acts: bool = False
    team: bool = False
    words: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What the article calls it."""
        return self.names[0]

    @property
    def said(self) -> tuple[str, ...]:
        """The words that name it in the article."""
        return self.names[1:] or self.names

    @property
    def local(self) -> bool:
        """Whether the article's own words make it known nowhere else: a bare surname, an unnamed woman."""
        return self.key.startswith("article/")


def named(reading: Reading) -> Iterator[Named]:
    """Yield what an article names, in the order of its keys."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in reading.mentions:
        if mention.form == "name":
            mentions[mention.entity].append(mention)
    facts: dict[str, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        facts[fact.subject.entity].append(fact)
    about = country(reading.mentions)
    speakers = {speaker.entity for quote in reading.quotes for speaker in quote.speakers}
    for entity in sorted(reading.entities, key=lambda entity: entity.key):
        if entity.kind in KINDS and mentions[entity.key]:
            thing = _one(reading, entity, mentions[entity.key], facts[entity.key], about)
            yield replace(thing, acts=True) if entity.key in speakers or facts[entity.key] else thing


def _one(reading: Reading, entity: Entity, said: list[Mention], facts: list[Fact], about: str | None) -> Named:
    words = Counter(" ".join(mention.text.split()) for mention in said)
    names = (entity.label, *sorted((words | Counter(entity.aliases)).keys()))
    person = entity.kind == "Person"
    team = entity.kind == "Place" and is_team(reading.article.text, said)
    common = person and not entity.key.startswith("article/") and is_common(entity.label)
    return Named(
        reading.article.id,
        entity.key,
        "Organization" if team else entity.kind,
        names,
        words.total(),
        entity.qid,
        about if person else _seat(facts) or about,
        tuple(sorted(_offices(facts))) if person else (),
        _born(facts, reading.article.published) if person else None,
        team=team,
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


def of_article(things: Iterable[Named]) -> Mapping[str, tuple[Named, ...]]:
    """Return things by their articles."""
    found: dict[str, list[Named]] = defaultdict(list)
    for thing in things:
        found[thing.article].append(thing)
    return {article: tuple(sorted(group, key=lambda thing: thing.key)) for article, group in found.items()}
