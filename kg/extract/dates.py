"""Dates as ISO 8601, whole or partial ("1965-03"), seen from the day of publication where that is known."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from kg.articles.article import Article
from kg.extract.dateline import days
from kg.facts import Mention, Span

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu",
                                    "friday fri", "saturday sat", "sunday sun"))
    for name in names.split()
}  # fmt: skip
NUMBERS = {
    word: n for n, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
} | {
    "a": 1,
    "an": 1,
}
DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
EARLY_OR_LATE = {"early", "mid", "late"}
UNITS = {"day": 1, "week": 7}

_SHORT = "|".join(
    rf"(?<={name})" for name in MONTHS if len(name) < len("march") and name not in {"may", "june", "july"}
)
#: Only a short name has a full stop of its own.
_MONTH = rf"(?P<month>(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))}))\b(?:(?:{_SHORT})\.)?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
ABSOLUTE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>(?:1[5-9]|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)",
        rf"\b{_DAY}(?: of)? {_MONTH},? (?:{_YEAR}|(?P<short>\d\d))\b(?!:)",
        rf"\b{_MONTH} {_DAY}(?:,? (?:of )?{_YEAR})\b",
        rf"\b{_MONTH},?(?: of)? {_YEAR}\b",
        rf"\b{_MONTH} {_DAY}\b(?![:.,]\d)",
        rf"\b{_DAY}(?: of)? {_MONTH}",
        rf"(?<![\d.,$£€]){_YEAR}(?![\d,.]?\d|s\b|-year| (?:people|men|women|soldiers|miles|dollars|troops|jobs))\b",
    )
)
_AGO = re.compile(r"(?P<n>\d+|[a-z]+) (?P<unit>day|week|month|year)s? (?P<side>ago|earlier|later)", re.IGNORECASE)
_SIDE = re.compile(r"\b(?P<side>last|past|this|next|coming) (?P<unit>\w+)", re.IGNORECASE)
_SMALL = 50
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
            found[span] = _looked_back(doc, span, value, today)
            taken.update(range(*span))
    for ent in doc.ents:
        span = Span(ent.start_char, ent.end_char)
        if ent.label_ in {"DATE", "TIME"} and taken.isdisjoint(range(*span)):
            value = relative(ent.text, today, future=_ahead(ent))
            if value:
                found[span] = value
    for span in sorted(found):
        words = article.text[span.start : span.end]
        yield Mention(span, words, "Date", found[span] or words, "value", found[span])


def _looked_back(doc: Doc, span: Span, value: str | None, today: date | None) -> str | None:
    """Return a day without a year that lies ahead as the last one where the verb looks back: "died on 2 January"."""
    words = doc.char_span(*span, alignment_mode="expand")
    day = day_of(value)
    if words is None or today is None or day is None or day <= today or str(day.year)[2:] in words.text:
        return value
    verb = _verb(words)
    years = (_day(today.year - step, day.month, day.day) for step in (0, 1))
    before = next((each for each in years if each and each <= today), None)
    return before.isoformat() if before and verb is not None and verb.tag_ == "VBD" else value


def _verb(date: SpacySpan) -> Token | None:
    """Return the verb that a date belongs to."""
    return next((token for token in date.root.ancestors if token.pos_ in {"VERB", "AUX"}), None)


def _ahead(date: SpacySpan) -> bool:
    """Tell whether the verb that the date belongs to looks ahead."""
    verb = _verb(date)
    return verb is not None and any(child.lower_ in {"will", "'ll", "shall"} for child in verb.children)


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


def absolute(text: str, today: date | None) -> Iterator[tuple[Span, str | None]]:
    """Yield the dates that name a month or a year, longest forms first, each letter in one of them only."""
    used = bytearray(len(text))
    for pattern in ABSOLUTE:
        for match in pattern.finditer(text):
            month = match.groupdict().get("month")
            named = month is None or month.isdigit() or text[match.start("month")].isupper()
            if named and not any(used[match.start() : match.end()]):
                value = _value(match, today)
                if value:
                    used[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
                    yield Span(match.start(), match.end()), value


def _value(match: re.Match[str], today: date | None) -> str | None:
    """Return the ISO form of a match; a day without a year is the one nearest to the day of publication."""
    parts = match.groupdict()
    year = parts.get("year") or _century(parts.get("short"))
    named = parts.get("month")
    month = None if named is None else int(named) if named.isdigit() else MONTHS[named.lower()]
    day = parts.get("day")
    if month is None:
        return year
    if day is None:
        return f"{year}-{month:02}"
    if not year and today:
        near = (_day(today.year + step, month, int(day)) for step in (-1, 0, 1))
        best = min((d for d in near if d), key=lambda d: abs((d - today).days), default=None)
        return best.isoformat() if best else None
    if not year:
        return f"--{month:02}-{int(day):02}" if _day(2000, month, int(day)) else None
    whole = _day(int(year), month, int(day))
    return whole.isoformat() if whole else None


def _century(short: str | None) -> str | None:
    return short and f"{'20' if int(short) < _SMALL else '19'}{short}"


def _day(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def relative(text: str, today: date | None, *, future: bool = False) -> str | None:
    """Return the ISO form of "Wednesday", "last year", "two weeks ago", seen from the day of publication."""
    if today is None:
        return None
    words = text.lower().split()
    for word in words:
        if word in DAYS and len(words) < 3:  # noqa: PLR2004 - "yesterday evening", but not "the day before yesterday"
            return (today + timedelta(DAYS[word])).isoformat()
    ago = _AGO.search(text)
    if ago:
        return _ago(ago, today) if ago["side"].lower() == "ago" else None
    side = _SIDE.search(text)
    weekday = next((WEEKDAYS[word.strip(".,")] for word in words if word.strip(".,") in WEEKDAYS), None)
    if weekday is not None:
        return _weekday(weekday, today, side["side"].lower() if side else "", future=future)
    if words[-1] in MONTHS and EARLY_OR_LATE.issuperset(words[:-1]):
        return _nearest(MONTHS[words[-1]], today, future=future)
    return _period(side["side"].lower(), side["unit"].lower(), today) if side else None


def _ago(match: re.Match[str], today: date) -> str | None:
    word = match["n"].lower()
    count = int(word) if word.isdigit() else NUMBERS.get(word, 0)
    unit = match["unit"].lower()
    if not count or count > 10 * _SMALL:
        return None
    if unit in UNITS:
        return (today - timedelta(count * UNITS[unit])).isoformat()
    return _month(today, -count) if unit == "month" else str(today.year - count)


def _weekday(weekday: int, today: date, side: str, *, future: bool) -> str:
    """Return the last such day up to today, or the next one where the words or the verb look ahead."""
    back = (today.weekday() - weekday) % 7
    if side in {"next", "coming"} or (future and side != "last"):
        return (today + timedelta((7 - back) if back else 7)).isoformat()
    return (today - timedelta(back or (7 if side == "last" else 0))).isoformat()


def _period(side: str, unit: str, today: date) -> str | None:
    """Return the week, month or year before, around or after today."""
    step = {"last": -1, "past": -1, "this": 0}.get(side, 1)
    if unit == "week":
        year, week, _ = (today + timedelta(7 * step)).isocalendar()
        return f"{year}-W{week:02}"
    if unit == "month":
        return _month(today, step)
    if unit == "year":
        return str(today.year + step)
    if unit in MONTHS:
        year = today.year + (-1 if step < 0 and MONTHS[unit] >= today.month else max(step, 0))
        return f"{year}-{MONTHS[unit]:02}"
    return None


def _nearest(month: int, today: date, *, future: bool) -> str:
    """Return the last such month up to today's, or the next one from today's on."""
    step = int(month < today.month) if future else -int(month > today.month)
    return f"{today.year + step}-{month:02}"


def _month(today: date, step: int) -> str:
    """Return the month so many months away."""
    months = today.year * 12 + today.month - 1 + step
    return f"{months // 12}-{months % 12 + 1:02}"
