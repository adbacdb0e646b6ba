"""When a role or relation holds: "since 2016", "from 2010 to 2014", "appointed last year", as EDTF's intervals.

An interval is written `2010/2014` in the Extended Date/Time Format (ISO 8601-2). Words tell a bound or do not: one that
they do not tell is `..` where the fact goes on, and else empty. Nothing is reckoned from a length ("for six years").
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.extract.dates.beginnings import above, ended, hanging, part_of
from kg.extract.dates.find import day_of
from kg.extract.lexicon.words import words as listed
from kg.extract.syntax.context import Context
from kg.facts import Mention, Status
from kg.language.parsed import Token

#: Relations that hold for a time.
OFFICES = frozenset({"holdsRole", "leads", "worksFor", "memberOf", "memberOfParty", "chiefExecutiveOf"})
ENDING = OFFICES | {"livesIn", "headquarteredIn", "subsidiaryOf", "spouseOf", "citizenOf"}
#: ... and those that are told of the past as of now: who studied somewhere is of it still.
TIMED = ENDING | {"educatedAt"}
UNTIL = {"until", "till", "through"}
POINTS = {"in", "on", "at", ""}
#: By these a date hangs on the word that it bounds, over others: "mayor of Leeds since 2016".
BELOW = listed("pobj prep compound nmod poss npadvmod advmod amod agent pcomp nummod quantmod")
#: What leads from the first of two dates to the second.
_TO = re.compile(r"\s*(?:,? (?:to|until|till|through|and) |[-\u2013\u2014]\s?)(?=\w)")
_BRACKET = re.compile(
    r",?\s*\(\s*(?P<begin>(?:1[89]|20)\d\d)\s*[-\u2013\u2014]\s*(?P<end>(?:1[89]|20)\d\d|present|now)?\s*\)"
)
_DATED = re.compile(r"\d{4}(?:-\d\d){0,2}")
_YEAR, _MONTH = len("2016"), len("2016-07")
MOST = 8


class Bounds(NamedTuple):
    """The ISO dates from which and until which words say that something is so, as far as they do."""

    begin: str = ""
    end: str = ""


def during(context: Context, relation: str, trigger: Token, holder: Token, other: Token | Mention) -> Bounds:
    """Return the bounds that the clause of a fact tells; `other` is the word for its object, or those of a role."""
    if trigger.lower_ == "successor":
        return Bounds()  # the day on which he is named is not that on which he begins
    if relation not in TIMED or (relation == "headquarteredIn" and trigger.pos_ != "VERB"):
        return Bounds()
    return _bracketed(context, _ends(context, trigger, other)) or _hanging(context, relation, trigger, holder, other)


def _bracketed(context: Context, ends: Iterable[int]) -> Bounds | None:
    """Return the bounds of a bracket behind a fact: "chairman of Acme (1998-2004)"."""
    bracket = next(filter(None, (_BRACKET.match(context.article.text, end) for end in ends)), None)
    if bracket is None:
        return None
    end = bracket["end"] or ""
    return Bounds(bracket["begin"], end if end.isdigit() else "")


def _hanging(context: Context, relation: str, trigger: Token, holder: Token, other: Token | Mention) -> Bounds:
    """Return the bounds of the dates that hang on words of a fact; none of dates in the wrong order."""
    dates = [m for m in context.mentions if m.kind == "Date" and m.value and _inside(m, trigger)]
    if not dates:
        return Bounds()
    nodes = {token.i: part for token, part in hanging(trigger, holder, owned=relation in OFFICES)}
    if isinstance(other, Token) and other.head.lower_ == "from":
        nodes = {at: "end" if part == "start" else part for at, part in nodes.items()}  # "moved from Leeds in 2004"
    found = [bounds for date in dates for bounds in _told(context, date, dates, nodes)]
    begin = next((each.begin for each in found if each.begin), "")
    return _in_order(Bounds(begin, next((each.end for each in found if each.end), "")))


def _in_order(bounds: Bounds) -> Bounds:
    """Return bounds of which the first is no later than the last, as far as both are told."""
    begin, end = bounds
    return bounds if not (begin and end) or begin[: len(end)] <= end[: len(begin)] else Bounds()


def _ends(context: Context, trigger: Token, other: Token | Mention) -> Iterator[int]:
    """Yield where a bracket behind a fact may stand: behind its object, or else behind its trigger."""
    mention = other if isinstance(other, Mention) else context.mention(other)
    if mention:
        yield mention.span.end
    if not isinstance(other, Mention):
        yield trigger.idx + len(trigger)


def interval(bounds: Bounds, status: Status) -> str | None:
    """Return the interval of EDTF, None where the words tell no bound."""
    begin, end = map(_edtf, bounds)
    if not (begin or end):
        return None
    return f"{begin}/{end or ('' if status == 'former' else '..')}"


def settled(relation: str, bounds: Bounds, status: Status, trigger: Token, published: str | None) -> Status:
    """Return whether what has these bounds holds on the day of publication, where they or the verb tell it."""
    day = day_of(published)
    begin, end = map(_edtf, bounds)
    if status == "former" or relation not in ENDING:
        return status
    if any(ended(above(trigger))) and not bounds.end:
        return "former"
    if day is None:
        return "former" if end and _past(trigger) else status
    if end and end < day.isoformat()[: len(end)]:
        return "former"
    return "designate" if begin and begin > day.isoformat()[: len(begin)] else status


def ahead(bounds: Bounds, trigger: Token, published: str | None) -> Bounds:
    """Return the bounds without an end that is still to come: in May of next year "plans to resign in May" ends."""
    day, verb = day_of(published), above(trigger)
    to_come = any(child.tag_ == "TO" for child in verb.lefts)
    past = day is not None and bool(bounds.end) and _edtf(bounds.end) < day.isoformat()[: len(_edtf(bounds.end))]
    return Bounds(bounds.begin, "") if to_come and past else bounds


def _past(trigger: Token) -> bool:
    """Tell whether a fact went on in the past: "served until June 1990"; not so "was elected until 2030"."""
    verb = above(trigger)
    return part_of(verb) == "go on" and "VBD" in {
        verb.tag_,
        *(child.tag_ for child in verb.children if child.dep_ in {"aux", "auxpass"}),
    }


def _inside(mention: Mention, trigger: Token) -> bool:
    sentence = trigger.sent
    return sentence.start_char <= mention.span.start and mention.span.end <= sentence.end_char


def _edtf(value: str) -> str:
    """Return an ISO date as EDTF has it: of a week, which that has not, the month or the year that it lies in."""
    if _DATED.fullmatch(value):
        return value
    return value[:_YEAR] if re.fullmatch(r"\d{4}-W\d\d", value) else ""


def _told(context: Context, date: Mention, dates: list[Mention], nodes: dict[int, str]) -> Iterator[Bounds]:
    """Yield what one date tells, if it hangs on a word of the fact."""
    span = context.doc.char_span(*date.span, alignment_mode="expand")
    if span is None:
        return
    root = span.root
    if root.head.pos_ in {"ADP", "SCONJ"} and root.dep_ in {"pobj", "pcomp"}:
        word, start = root.head.lower_, root.head.head
    else:
        word, start = (span[0].lower_ if span[0].lower_ in UNTIL | {"since"} else ""), root.head
    part = _reached(start, nodes)
    if part and (bounds := _bounds(word, part, date, _second(context, date, dates))):
        yield bounds


def _reached(start: Token, nodes: dict[int, str]) -> str:
    """Return the part of the word that a date hangs on, over others that are below it."""
    token = start
    for _ in range(MOST):
        if token.i in nodes:
            return nodes[token.i]
        if token.dep_ not in BELOW or token.head == token:
            return ""
        token = token.head
    return ""


def _bounds(word: str, part: str, date: Mention, second: str) -> Bounds | None:
    """Return what a date tells behind a word: "since", "from", "until", or that it is when something began or ended."""
    value = date.value or ""
    if word == "since":
        return Bounds(begin=value)
    if word in {"from", "between"}:
        return Bounds(value, second) if second or word == "from" else None
    if word in UNTIL:
        return Bounds(end=value)
    if word in POINTS and part != "go on":
        return Bounds(begin=value) if part == "start" else Bounds(end=value)
    return None


def _second(context: Context, date: Mention, dates: list[Mention]) -> str:
    """Return the second of two dates: "2014" of "from 2010 to 2014"."""
    after = _TO.match(context.article.text, date.span.end)
    return next((each.value or "" for each in dates if after and each.span.start == after.end()), "")
