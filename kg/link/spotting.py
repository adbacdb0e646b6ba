"""Names in a text that a source knows and no rule found, or found too short: "JDRF", "Harper's Bazaar"."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from kg import naming
from kg.facts import Entity, Mention, Reading, Span
from kg.link.candidates import KINDS, Candidate
from kg.link.choose import ACCEPTED, About, choose
from kg.link.search import Source
from kg.resolve.readings import rewritten

#: Words of a name, at most, and letters of a name of one word, at least.
MOST, LETTERS = 8, 3
#: How a source must bear what is no name by rule: not in another form, nor as a part.
HOW = frozenset({"label", "alias"})
#: Words, and letters with their dots: "U.S.".
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[.'’-][^\W_]+)*")
_SMALL = frozenset({"and", "de", "for", "in", "of", "on", "the"})
#: What names are told without, here as everywhere: "The New York Times".
_ARTICLES = frozenset({"A", "An", "The"})
#: What stands between two words of a name: "Harper's Bazaar", "AT & T", "Rape Crisis (England and Wales)".
_BETWEEN = re.compile(r"(?:['’]s)?(?: (?:& |\()?|-)")
_POSSESSIVE = re.compile(r"['’]s$")
#: Capitals that make one word a name in a line that has small letters, too: "G4S", "UnitedHealthcare".
_SIGN = re.compile(r"[^\W_]*[A-Z][^\W_]*[A-Z]")
#: A word of a name behind, and one before that begins no sentence.
_BEHIND, _AHEAD, AHEAD = re.compile(r" [A-Z][\w-]"), re.compile(r"[a-z,] [A-Z][\w-]+ $"), 40


def spotted(reading: Reading, source: Source, about: About, *, accepted: float = ACCEPTED) -> Reading:
    """Return a reading with the names that the source knows: the longest, in place of those that are a part of one."""
    text = reading.article.text
    known = _known([*_free(reading)], text, source, about, accepted)
    new = [Mention(s, said := text[slice(*s)], kind, naming.shared(kind, said)) for s, kind in _longest(known)]
    return _with(reading, new) if new else reading


def spans(text: str) -> Iterator[Span]:
    """Yield what may be a name by its capitals: runs of words that begin and end with one, and signs such as "G4S"."""
    for line in re.finditer(r"[^\n]+", text):
        words = [_bare(word, line.start()) for word in _WORD.finditer(line[0])]
        for number, first in enumerate(words):
            if _is_capital(text, first) and text[slice(*first)] not in _ARTICLES:
                if _is_sign(text[slice(*first)], line[0]):
                    yield first
                yield from _runs(text, words[number : number + MOST])


def _runs(text: str, words: Sequence[Span]) -> Iterator[Span]:
    """Yield the names of several words that begin with the first."""
    for before, word in pairwise(words):
        is_capital = _is_capital(text, word)
        goes_on = _BETWEEN.fullmatch(text, before.end, word.start)
        if not goes_on or not (is_capital or text[slice(*word)] in _SMALL):
            return
        if is_capital:
            span = Span(words[0].start, word.end)
            closed = "(" in text[slice(*span)] and text[word.end : word.end + 1] == ")"
            yield Span(span.start, span.end + closed)


def _bare(word: re.Match[str], start: int) -> Span:
    """Return where a word of a line stands, without a possessive's end."""
    return Span(start + word.start(), start + word.start() + len(_POSSESSIVE.sub("", word[0])))


def _is_capital(text: str, word: Span) -> bool:
    return text[word.start].isupper() or text[word.start].isdigit()


def _is_sign(word: str, line: str) -> bool:
    return len(word) >= LETTERS and not line.isupper() and bool(_SIGN.match(word))


def _free(reading: Reading) -> Iterator[Span]:
    """Yield what may be a name, is no piece of a longer one, and cuts none that was found."""
    said = [m for m in reading.mentions if m.form != "value" and m.kind != "Thing"]
    ends = {place for mention in said for place in mention.span}
    for span in spans(reading.article.text):
        if not (any(_stands(span, other) for other in said) or _is_piece(reading.article.text, span, ends)):
            yield span


def _is_piece(text: str, span: Span, ends: Container[int]) -> bool:
    """Tell whether a name goes on before or behind in what is none itself: "Highmark [Blue Cross] Blue Shield"."""
    behind = _BEHIND.match(text, span.end) and span.end + 1 not in ends
    return bool(behind or (_AHEAD.search(text[max(0, span.start - AHEAD) : span.start]) and span.start - 1 not in ends))


def _stands(span: Span, other: Mention) -> bool:
    """Tell whether a mention stands against a name there: it is as long, cuts it, or is no name within it."""
    start, end = other.span
    if end <= span.start or span.end <= start or (other.kind == "Role" and not start <= span.start < span.end <= end):
        return False
    return other.form != "name" or not (span.start <= start and end <= span.end) or other.span == span


def _known(
    found: Sequence[Span], text: str, source: Source, about: About, accepted: float
) -> Iterator[tuple[Span, str]]:
    """Yield the names of which the source has an item that is sure enough, with its kind."""
    by_name: dict[str, list[tuple[Candidate, str]]] = defaultdict(list)
    names = sorted({text[slice(*span)] for span in found})
    for kind in KINDS:
        for each in source.candidates(kind, names):
            if each.how in HOW:
                by_name[each.name].append((each, kind))
    for span in found:
        of = by_name.get(text[slice(*span)], [])
        if best := choose((each for each, _ in of), about, accepted=accepted):
            yield span, next(kind for each, kind in of if each.iri == best.candidate.iri)


def _longest(found: Iterable[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Return those that no longer one overlaps, in the order of the text."""
    kept: list[tuple[Span, str]] = []
    for span, kind in sorted(found, key=lambda each: (each[0].start - each[0].end, each[0])):
        if all(span.end <= other.start or other.end <= span.start for other, _ in kept):
            kept.append((span, kind))
    return sorted(kept)


def _with(reading: Reading, new: Sequence[Mention]) -> Reading:
    """Return a reading with more names; what is a part of one goes, and a thing that is only named so is that thing."""
    whole = {part: mention for mention in new for part in reading.mentions if _is_part(part, mention)}
    keys = _keys(reading, whole)
    used = {*(m for f in reading.facts for m in (f.subject, f.object, f.scope)),
            *(a.mention for e in reading.events for a in e.arguments)}  # fmt: skip
    kept = [m for m in reading.mentions if m not in whole or (m in used and m.entity not in keys)]
    named = (Entity(mention.entity, mention.kind, mention.text) for mention in new)
    held = {entity.key for entity in reading.entities}
    more = (entity for entity in {each.key: each for each in named}.values() if entity.key not in held)
    mentions = tuple(sorted((*kept, *new), key=lambda mention: mention.span))
    return rewritten(replace(reading, mentions=mentions, entities=(*more, *reading.entities)), keys)


def _is_part(part: Mention, whole: Mention) -> bool:
    inside = whole.span.start <= part.span.start and part.span.end <= whole.span.end
    return inside and part.form == "name" and part.kind != "Role"


def _keys(reading: Reading, whole: Mapping[Mention, Mention]) -> Mapping[str, str]:
    """Return the paths of longer names by those of what is named by parts of one alone."""
    of: dict[str, set[str]] = defaultdict(set)
    for mention in reading.mentions:
        if mention.form == "name":
            of[mention.entity].add(whole[mention].entity if mention in whole else mention.entity)
    return {key: new for key, (new, *more) in of.items() if not more and new != key}
