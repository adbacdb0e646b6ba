"""Readings whose things have the ids of their items, as a source of candidates and each article tell."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.background.proposed import plays
from kg.extract.lexicon import gazetteer
from kg.facts import Entity, Reading
from kg.link.candidates import KINDS, local
from kg.link.choose import ACCEPTED, About, choose, ties
from kg.link.offline import is_acronym
from kg.link.search import Found, Source, Wanted, search
from kg.link.spotting import spotted
from kg.naming import article
from kg.resolve import folding


def linked(readings: Iterable[Reading], source: Source, *, accepted: float = ACCEPTED) -> Iterator[Reading]:
    """Yield readings with the ids that are sure enough."""
    for unlinked in readings:
        reading = spotted(unlinked, source, About(_countries(unlinked)), accepted=accepted)
        things = [each for each in reading.entities if each.kind in KINDS and not is_team(reading, each)]
        found = search(source, (wanted(reading, each) for each in things))
        alone = {each.key: _qid(reading, each, found, accepted) for each in things}
        # What is tied to what else is settled is likelier.
        qids = {each.key: _qid(reading, each, found, accepted, _beside(each.key, found, alone)) for each in things}
        yield replace(reading, entities=tuple(replace(e, qid=qids.get(e.key, e.qid)) for e in reading.entities))


def _beside(key: str, found: Found, settled: Mapping[str, str | None]) -> frozenset[str]:
    """Return the items of other things that candidates of a thing are tied to."""
    tied = ties(found.get(key, ()))
    return frozenset(item for other, item in settled.items() if other != key and item in tied)


def is_team(reading: Reading, thing: Entity) -> bool:
    """Tell whether a place's name means a team: the place is not what is named."""
    said = [each for each in reading.mentions if each.entity == thing.key and each.form == "name"]
    return thing.kind == "Place" and plays(reading.article.text, said)


def wanted(reading: Reading, thing: Entity) -> Wanted:
    """Return what of a thing is looked for."""
    is_local = thing.key.startswith(article(reading.article.id))
    said = {each.text for each in reading.mentions if each.entity == thing.key and each.form == "name"}
    is_short = bool(said) and all(map(is_acronym, said))
    return Wanted(thing.key, thing.kind, (thing.label, *thing.aliases), is_local, is_short)


def about(reading: Reading, thing: Entity, beside: frozenset[str] = frozenset()) -> About:
    """Return what an article tells of a thing that helps to know it elsewhere; `beside` are the items of others."""
    roles = (f.object.text for f in reading.facts if f.relation == "holdsRole" and f.subject.entity == thing.key)
    words = frozenset(word for role in roles for word in folding.words(role))
    return About(_countries(reading), words, thing.qid, beside)


def _countries(reading: Reading) -> frozenset[str]:
    """Return the ids of the countries that an article names."""
    beside = (gazetteer.by_key()[e.key].qid for e in reading.entities if e.key in gazetteer.countries())
    return frozenset(filter(None, beside))


def _qid(
    reading: Reading, thing: Entity, found: Found, accepted: float, beside: frozenset[str] = frozenset()
) -> str | None:
    """Return the id of a thing: of what is chosen, or, where the source has nothing, what the gazetteer proposes."""
    if candidates := found.get(thing.key):
        choice = choose(candidates, about(reading, thing, beside), accepted=accepted)
        return local(choice.candidate.iri) if choice else None
    return thing.qid
