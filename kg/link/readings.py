"""Readings whose things have the ids of their items, as a source of candidates and each article tell."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.extract.lexicon import gazetteer
from kg.facts import Entity, Reading
from kg.link.candidates import KINDS, Candidate, local
from kg.link.choose import ACCEPTED, About, choose
from kg.link.link import Source
from kg.naming import article
from kg.resolve import folding


def linked(readings: Iterable[Reading], source: Source, *, accepted: float = ACCEPTED) -> Iterator[Reading]:
    """Yield readings with the ids that are sure enough; a thing that only its article knows has none."""
    for reading in readings:
        own = article(reading.article.id)
        things = [each for each in reading.entities if each.kind in KINDS and not each.key.startswith(own)]
        found = _found(things, source)
        qids = {each.key: _qid(each, found, about(reading, each), accepted) for each in things}
        yield replace(reading, entities=tuple(replace(e, qid=qids.get(e.key, e.qid)) for e in reading.entities))


def about(reading: Reading, thing: Entity) -> About:
    """Return what an article tells of a thing that helps to know it elsewhere."""
    beside = (gazetteer.by_key()[e.key].qid for e in reading.entities if e.key in gazetteer.countries())
    roles = (f.object.text for f in reading.facts if f.relation == "holdsRole" and f.subject.entity == thing.key)
    return About(frozenset(filter(None, beside)), frozenset(word for role in roles for word in folding.words(role)))


def _found(things: Iterable[Entity], source: Source) -> Mapping[tuple[str, str], list[Candidate]]:
    names: defaultdict[str, set[str]] = defaultdict(set)
    for thing in things:
        names[thing.kind] |= {thing.label, *thing.aliases}
    found: defaultdict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for kind, some in sorted(names.items()):
        for each in source.candidates(kind, sorted(some)):
            found[kind, each.name].append(each)
    return found


def _qid(thing: Entity, found: Mapping[tuple[str, str], list[Candidate]], told: About, accepted: float) -> str | None:
    """Return the id of a thing: what the source has under its label or, if nothing, under another of its names."""
    for name in (thing.label, *thing.aliases):
        if candidates := found.get((thing.kind, name)):
            choice = choose(candidates, replace(told, proposed=thing.qid), accepted=accepted)
            return local(choice.candidate.iri) if choice else None
    return thing.qid
