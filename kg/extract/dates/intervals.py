"""When a role or relation holds: "since 2016", "from 2010 to 2014", "appointed last year", as EDTF's intervals.

An interval is written `2010/2014` in the Extended Date/Time Format (ISO 8601-2). Words tell a bound or do not: one that
they do not tell is `..` where the fact goes on, and else empty. Nothing is reckoned from a length ("for six years").
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Token

from kg.extract.dates.find import day_of
from kg.extract.lexicon.words import words
from kg.extract.syntax import grammar
from kg.extract.syntax.clause import passive
from kg.extract.syntax.context import Context
from kg.facts import Mention, Status

#: Verbs with which something begins, goes on or ends.
START = words(
    "appoint elect name nominate make become take assume enter join hire recruit promote swear inaugurate install "
    "instal succeed replace move relocate settle emigrate marry wed acquire buy purchase begin start ordain crown"
)
GO_ON = words("be serve work act remain stay sit rule govern reign hold live reside play study attend teach coach have")
END = words(
    "resign retire quit leave step stand sack fire dismiss oust remove depose topple lose divorce separate graduate "
    "finish depart expel end expire vacate relinquish die"
)
#: Who is their object was there until then.
AFTER = words("succeed replace")
#: What a title's holder does of himself, without a word on which office it is: "Mayor Jo Poe resigned on Monday".
OWN = words("resign retire quit die") | {"step", "stand", "swear", "inaugurate", "elect", "appoint", "take"}
#: ... and what is done to him: "Mayor Jo Poe, who was sacked on Monday".
SUFFERED = words("sack fire dismiss oust remove depose")
#: ... and what must stand beside it: "step down", "take office".
BESIDE = {"step": {"down", "aside"}, "stand": {"down"}, "take": {"office", "over"}, "swear": {"in"}}
#: Which other office, and not the title's: "Senator Jo Poe was elected president".
OTHER = {"attr", "oprd", "dobj", "xcomp", "dative"}
#: Relations that hold for a time.
OFFICES = frozenset({"holdsRole", "leads", "worksFor", "memberOf", "memberOfParty", "chiefExecutiveOf"})
ENDING = OFFICES | {"livesIn", "headquarteredIn", "subsidiaryOf", "spouseOf", "citizenOf"}
#: ... and those that are told of the past as of now: who studied somewhere is of it still.
TIMED = ENDING | {"educatedAt"}
UNTIL = {"until", "till", "through"}
POINTS = {"in", "on", "at", ""}
#: By these a date hangs on the word that it bounds, over others: "mayor of Leeds since 2016".
BELOW = {
    "pobj",
    "prep",
    "compound",
    "nmod",
    "poss",
    "npadvmod",
    "advmod",
    "amod",
    "agent",
    "pcomp",
    "nummod",
    "quantmod",
}
#: By these a title hangs on the verb that tells of it.
ABOVE = {"attr", "oprd", "prep", "pobj", "dobj", "xcomp", "conj", "agent", "acomp"}
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
    nodes = {token.i: part for token, part in _nodes(trigger, holder, owned=relation in OFFICES)}
    if isinstance(other, Token) and other.head.lower_ == "from":
        nodes = {at: "end" if part == "start" else part for at, part in nodes.items()}  # "moved from Leeds in 2004"
    found = [bounds for date in dates for bounds in _told(context, date, dates, nodes)]
    begin = next((each.begin for each in found if each.begin), "")
    end = next((each.end for each in found if each.end), "")
    return Bounds(begin, end) if not (begin and end) or begin[: len(end)] <= end[: len(begin)] else Bounds()


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
    if any(_ended(_above(trigger))) and not bounds.end:
        return "former"
    if day is None:
        return "former" if end and _past(trigger) else status
    if end and end < day.isoformat()[: len(end)]:
        return "former"
    return "designate" if begin and begin > day.isoformat()[: len(begin)] else status


def _past(trigger: Token) -> bool:
    """Tell whether a fact went on in the past: "served until June 1990"; not so "was elected until 2030"."""
    verb = _above(trigger)
    return _part(verb) == "go on" and "VBD" in {
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


def _nodes(trigger: Token, holder: Token, *, owned: bool) -> Iterator[tuple[Token, str]]:
    """Yield the words that dates of a fact hang on: its trigger, the verb above a title, what the holder does."""
    verb = trigger
    if trigger.pos_ not in {"VERB", "AUX"}:
        yield trigger, "go on"
        if [trigger] == [child for child in holder.children if child.dep_ == "appos"]:
            yield holder, "go on"
        verb = _above(trigger) if owned and not (trigger.dep_ == "conj" and listed(trigger)) else trigger
        if holder.head.lemma_ in AFTER and holder in grammar.patient(holder.head):
            verb = holder.head  # "was named mayor in May, replacing Jo Poe"
    if (part := _part(verb)) and not _denied(verb):
        yield verb, "end" if verb.lemma_.lower() in AFTER and holder in grammar.patient(verb) else part
        yield from ((end, "end") for end in _ended(verb))
    if owned and trigger.pos_ not in {"VERB", "AUX"}:
        for deed in deeds(holder):
            if not _denied(deed) and deed != verb:
                yield deed, "end" if deed.lemma_.lower() in END else "start"


def _ended(verb: Token) -> Iterator[Token]:
    """Yield the verbs beside one by which its subject ends what it began: "became mayor and resigned in 2014"."""
    for beside in verb.conjuncts:
        own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in beside.children)
        if beside.i > verb.i and not own and beside.lemma_.lower() in END and not _denied(beside):
            yield beside


def listed(title: Token) -> bool:
    """Tell whether a title is one of several with commas between them, of which a time may be any one's."""
    return any(token.text == "," for token in title.doc[title.head.i : title.i])


def _above(noun: Token) -> Token:
    """Return the verb that tells of a title: "was appointed chairman", "served as mayor", "took office as mayor"."""
    verb = noun
    while verb.dep_ in ABOVE and verb.head != verb and verb.pos_ not in {"VERB", "AUX"}:
        verb = verb.head
    return verb


def _part(verb: Token) -> str:
    """Return whether something begins, goes on or ends with a verb; "" where that is not told."""
    lemma = verb.lemma_.lower()
    if verb.pos_ not in {"VERB", "AUX"}:
        return ""
    if lemma == "swear" or lemma in START:
        return "start"
    if lemma in END:
        return "end"
    return "go on"


def _denied(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def deeds(holder: Token) -> Iterator[Token]:
    """Yield verbs by which a holder takes or leaves his office for good: not "quit and was elected again"."""
    above = [holder.head] if holder.dep_ in {"nsubj", "nsubjpass"} else []
    clauses = (child for child in holder.children if child.dep_ in {"relcl", "acl"})
    for verb in (*above, *clauses):
        lemma = verb.lemma_.lower()
        beside = {child.lower_ for child in verb.children}
        named = (c for c in verb.children if c.dep_ in OTHER and c.lower_ not in {"office", "over"})
        elsewhere = any(True for _ in named) or beside & {"as", "to", "from"}
        back = lemma in END and any(later.i > verb.i and later.lemma_.lower() in START for later in verb.conjuncts)
        done = lemma in OWN or (lemma in SUFFERED and passive(verb))
        if done and not elsewhere and not back and (lemma not in BESIDE or beside & BESIDE[lemma]):
            yield verb


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
