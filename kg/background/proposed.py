"""Ids that the gazetteer proposes for a name, kept only where nothing in the article speaks against them."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import groupby

from kg.background.choose import choose, named
from kg.background.governments import is_government
from kg.background.sides import is_side
from kg.extract.lexicon import gazetteer
from kg.extract.names.teams import is_team, may_play, plays_once
from kg.facts import Entity, Mention, Reading, Span

#: How far behind a place's name what it lies in may begin: "Portland, Maine".
COMMA = ", "
#: What makes a place's name a part of another's, in so many characters, and a country's that of its forces.
BEFORE = 40
_PART = re.compile(r"\b[A-Z][\w.]+ (?:de|du|do) $")
_BODY = re.compile(r" (?:military|forces|troops|government)\b")
#: What makes places of a list parts of a land: "Orange, Riverside and San Bernardino Counties".
_COUNTIES = re.compile(
    r"(?:(?:,| and|, and) [A-Z][\w.'-]*(?: [A-Z][\w.'-]*)*)+? (?:Counties|Districts|Parishes|Provinces)\b"
)
#: The last word of a name that goes on behind a place's: "U.S. Citizenship and Immigration Services".
_NAME = re.compile(r"(?: (?:[A-Z][\w'-]*|and|of|for|&))* ([A-Z][a-z'-]+)")
#: What a team has, and no town: "Seattle's first perfect game".
_GAME = re.compile(r" ?['’]s(?: [a-z]+){0,3}? (?:bullpen|game|lineup|playoff|roster|season|shutout|title|win)s?\b")
#: What one team does to another: "Colorado defeated Nebraska".
_BEAT, _BEATEN = re.compile(r" (?:beat|defeated|edged|routed) [A-Z]"), re.compile(r"\b(?:beat|defeated|edged|routed) $")


def borne_out(reading: Reading) -> Reading:
    """Return the reading without ids of what the article means otherwise: a team, another place of the name."""
    if not any(entity.qid for entity in reading.entities):
        return reading
    named = sorted((m for m in reading.mentions if m.form == "name"), key=lambda mention: mention.entity)
    said = {key: list(mentions) for key, mentions in groupby(named, lambda mention: mention.entity)}
    kept = tuple(_checked(entity, said.get(entity.key, []), reading) for entity in reading.entities)
    return replace(reading, entities=kept)


def _checked(entity: Entity, said: list[Mention], reading: Reading) -> Entity:
    text = reading.article.text
    if not entity.qid or entity.kind != "Place":
        return entity
    otherwise = plays(text, said) or may_play(text, _places(said)) or _is_elsewhere(said, reading)
    return replace(entity, qid=None) if otherwise or _is_any(entity, reading) else entity


def _is_any(entity: Entity, reading: Reading) -> bool:
    """Tell whether several towns bear the name, none by far the largest, and the article does not tell which is meant.

    A town of Georgia and "Portland" leave open whether that of Oregon or of Maine is meant.
    """
    codes = gazetteer.codes()
    if entity.key in codes or len(named(entity.label)) == 1:
        return False
    best = choose(entity.label, {codes[m.entity] for m in reading.mentions if m.entity in codes})
    return bool(named(entity.label)) and (best is None or best.place.coordinates is None)


def plays(text: str, said: Collection[Mention]) -> bool:
    """Tell whether a team is meant by the name of a place, or may be as it once is."""
    return is_team(text, _places(said)) or is_side(text, said) or plays_once(text, _places(said))


def _places(said: Iterable[Mention]) -> list[Span]:
    return [mention.span for mention in said]


def is_named(text: str, mention: Mention) -> bool:
    """Tell whether a mention names its thing: "British" does not, nor "U.S." in "U.S. military", nor Rome that says."""
    is_name = mention.form == "name" and not gazetteer.demonym(mention.text)
    if not is_name or mention.kind != "Place":
        return is_name
    return not (_is_more(text, mention) or is_government(text, mention))


def _is_more(text: str, mention: Mention) -> bool:
    """Tell whether a place's name is a part of what is meant, or stands for a team or the land around it."""
    before = text[max(0, mention.span.start - BEFORE) : mention.span.start]
    whole = _NAME.match(text, mention.span.end)
    if whole and not _bodies().isdisjoint({whole[1].lower(), whole[1].lower().removesuffix("s")}):
        return True
    behind = (_BODY, _COUNTIES, _BEAT, _GAME)
    return any(each.match(text, mention.span.end) for each in behind) or any(
        each.search(before) for each in (_PART, _BEATEN)
    )


def _bodies() -> frozenset[str]:
    """Return what names of bodies end with."""
    return gazetteer.words("ends of organizations") | gazetteer.words("words of state bodies")


def _is_elsewhere(said: Iterable[Mention], reading: Reading) -> bool:
    """Tell whether what stands behind the name, "Portland, Maine", makes it another place than is thought of first."""
    starts = {m.span.start: gazetteer.codes()[m.entity] for m in reading.mentions if m.entity in gazetteer.codes()}
    for mention in said:
        at = mention.span.end + len(COMMA)
        if reading.article.text[mention.span.end : at] == COMMA and at in starts:
            name = mention.text.title()
            found, largest = choose(name, {starts[at]}), max(named(name), key=lambda p: p.population, default=None)
            if found and largest and found.place.within != largest.within:
                return True
    return False
