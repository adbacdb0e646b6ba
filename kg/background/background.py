"""Facts beside an article's own: where its places lie and its bodies are, as tables of others know it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from kg.background.known import Known, known, spoken_of
from kg.extract.lexicon import gazetteer
from kg.facts import Evidence, Fact, Mention, Reading

Mentions = dict[str, list[Mention]]


def with_background(reading: Reading) -> Reading:
    """Return the reading with what is known of its places and bodies beside what the article states."""
    named: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in reading.mentions:
        if mention.form == "name":
            named[mention.entity].append(mention)
    return replace(reading, background=tuple(_facts(reading, dict(named))))


def _facts(reading: Reading, named: Mentions) -> Iterator[Fact]:
    codes = spoken_of(named)
    for entity in reading.entities:
        if entity.key in named:
            found = known(entity.kind, entity.key, (entity.label, *entity.aliases), codes)
            yield from _stated(named[entity.key][0], found, named) if found else ()


def _stated(subject: Mention, found: Known, named: Mentions) -> Iterator[Fact]:
    """Yield a fact for each place that the article names too, by its name and by its adjective."""
    evidence = Evidence(subject.span, found.source.name, found.confidence)
    for key in found.places:
        for words in _forms(named.get(key, [])):
            yield Fact(found.relation, subject, words, evidence)


def _forms(mentions: list[Mention]) -> Iterator[Mention]:
    """Yield the first mention by name, and the first by the adjective: "Germany", "German"."""
    adjectives = [mention for mention in mentions if gazetteer.demonym(mention.text)]
    yield from [mention for mention in mentions if mention not in adjectives][:1]
    yield from adjectives[:1]
