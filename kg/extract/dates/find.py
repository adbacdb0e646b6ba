"""Dates as ISO 8601, whole or partial ("1965-03"), seen from the day of publication where that is known."""

import re
from bisect import bisect_left, insort
from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta

from kg.articles.article import Article
from kg.extract.dates.absolute import MONTHS, absolute, calendar_day
from kg.extract.dates.beginnings import due, foretold
from kg.extract.dates.dateline import days
from kg.extract.dates.relative import WEEKDAYS, counted, relative
from kg.facts import Mention, Span
from kg.language.parsed import Doc, Token
from kg.language.parsed import Span as SpacySpan

#: "on the eve of 23 March", of which the day before is meant.
EVE = re.compile(r"\beve of (?:the )?\Z", re.IGNORECASE)
NUMERIC = frozenset({"MONEY", "QUANTITY", "PERCENT"})

#: Years from which to look back and ahead: the first newspaper is of 1605, and no calendar ends near.
PUBLISHED = range(1600, 9000)


def dates(article: Article, doc: Doc) -> Iterator[Mention]:
    """Yield the dates of an article in the order of the text, each with its ISO value where the words give one."""
    found: dict[Span, str | None] = {}
    text = doc.text
    today = day_of(article.published) or _dateline(text)
    taken = {i for ent in doc.ents if ent.label_ in NUMERIC for i in range(ent.start_char, ent.end_char)}
    for span, value in absolute(text, today):
        if taken.isdisjoint(range(*span)):
            found[span] = _eve(text, span, _looked_back(doc, span, value, today))
            taken.update(range(*span))
    for ent in doc.ents:
        span = Span(ent.start_char, ent.end_char)
        if ent.label_ in {"DATE", "TIME"} and taken.isdisjoint(range(*span)) and not named(ent):
            value = relative(ent.text, today, future=_ahead(ent))
            if value:
                found[span] = value
    found |= _counted(doc, found, taken)
    for span in sorted(found):
        words = article.text[span.start : span.end]
        yield Mention(span, words, "Date", found[span] or words, "value", found[span])


def _counted(doc: Doc, found: Mapping[Span, str | None], taken: Collection[int]) -> dict[Span, str]:
    """Return the days that are counted from the last one told before, in the same sentence or the one before it."""
    days = {span.start: day for span, value in found.items() if (day := whole_day(value)) is not None}
    told = sorted(days)
    counts: dict[Span, str] = {}
    for ent in doc.ents:
        span = Span(ent.start_char, ent.end_char)
        if ent.label_ in {"DATE", "TIME"} and span not in found and not any(i in taken for i in range(*span)):
            start = ent.sent.start
            since = doc[start - 1].sent.start_char if start else 0
            before = told[bisect_left(told, span.start) - 1] if told and told[0] < span.start else None
            anchor = before if before is not None and before >= since else None
            value = None if anchor is None else counted(ent.text, days[anchor])
            day = whole_day(value)
            if value is not None and day is not None:
                counts[span] = value
                days[span.start] = day
                insort(told, span.start)
    return counts


def whole_day(value: str | None) -> date | None:
    """Return the day of an ISO value that tells a day and no more, nor less."""
    return day_of(value) if value is not None and len(value) == len("2017-03-23") else None


def _looked_back(doc: Doc, span: Span, value: str | None, today: date | None) -> str | None:
    """Return a day without a year that lies ahead as the last one where the verb looks back: "died on 2 January"."""
    words = doc.char_span(*span, alignment_mode="expand")
    day = day_of(value)
    if words is None or today is None or day is None or day <= today or str(day.year)[2:] in words.text:
        return value
    verb = _verb(words)
    years = (calendar_day(today.year - step, day.month, day.day) for step in (0, 1))
    before = next((each for each in years if each and each <= today), None)
    return before.isoformat() if before and verb is not None and verb.tag_ == "VBD" else value


def named(date: SpacySpan) -> bool:
    """Tell whether the word for a month is a name's last: "Callum March", but "On Monday March", "Early March"."""
    before = date.doc[date.start - 1] if date.start else None
    return (
        date[0].lower_ in MONTHS
        and before is not None
        and before.pos_ == "PROPN"
        and before.text.istitle()
        and before.lower_ not in WEEKDAYS
        and not before.is_sent_start
    )


def _eve(text: str, span: Span, value: str | None) -> str | None:
    """Return the day before one of which only the eve is meant: "on the eve of 23 March"."""
    day = day_of(value) if EVE.search(text, max(0, span.start - len("the eve of the ")), span.start) else None
    return (day - timedelta(1)).isoformat() if day else value


def _verb(date: SpacySpan) -> Token | None:
    """Return the verb that a date belongs to."""
    return next((token for token in date.root.ancestors if token.pos_ in {"VERB", "AUX"}), None)


def _ahead(date: SpacySpan) -> bool:
    """Tell whether the verb that the date belongs to looks ahead: "will resign on Monday", "is mayor until May"."""
    verb = _verb(date)
    if verb is None:
        return False
    before = date.doc[date.start - 1].lower_ if date.start else ""
    goes_on = before in {"until", "till"} and not {verb.tag_, *(c.tag_ for c in verb.children)} & {"VBD", "VBN"}
    return (
        goes_on
        or due(verb)
        or (is_month(date) and foretold(verb))
        or any(child.lower_ in {"will", "'ll", "\u2019ll", "shall"} for child in verb.children)
    )


def is_month(date: SpacySpan) -> bool:
    """Tell whether a date is told by its month alone, so that a day before or after its telling makes no odds."""
    return date[-1].lower_ in MONTHS


def day_of(published: str | None) -> date | None:
    """Return the day of an ISO 8601 date or date-time, None where no news can have been published on it."""
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return day if day.year in PUBLISHED else None


def _dateline(text: str) -> date | None:
    """Return the full date of the dateline, or of a line at the top that says only when."""
    for span in days(text):
        words = text[span.start : span.end]
        whole = (day_of(value) for found, value in absolute(words, None) if found == (0, len(words)))
        if day := next(filter(None, whole), None):
            return day
    return None
