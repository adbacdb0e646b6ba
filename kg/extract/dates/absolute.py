"""Dates that name a month or a year: "23 March 2017", "March 2017", "2017-03-23"."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from kg.facts import Span

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1
    )
    for name in names.split()
}  # fmt: skip

_SHORT = "|".join(
    rf"(?<={name})" for name in MONTHS if len(name) < len("march") and name not in {"may", "june", "july"}
)
#: Only a short name has a full stop of its own.
_MONTH = rf"(?P<month>(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))}))\b(?:(?:{_SHORT})\.)?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
#: Feasts that have one day in every year, as month and day.
FEASTS = {
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
_FEAST = f"(?P<feast>{'|'.join(FEASTS)})".replace("'", "[\u2019']")
#: What shows that a number is no year: "1,200", "1900 block", "2000 people".
_COUNTING = (
    r"[\d,.]?\d|s\b|-year|-?block| (?:people|men|women|soldiers|miles|dollars|troops|jobs|blocks?|hours?|hrs|gmt)"
)
#: What a form begins with, in small letters: a form is tried there alone, as that is much sooner than everywhere.
_FIGURES, _STEMS = r"\d+", "|".join(sorted({name[:3] for name in MONTHS}))
_FEASTS = "|".join(feast.partition("'")[0] for feast in FEASTS)
ABSOLUTE = tuple(
    (begins, re.compile(pattern, re.IGNORECASE))
    for begins, pattern in (
        (_FIGURES, r"\b(?P<year>(?:1[5-9]|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)"),
        (_FEASTS, rf"\b{_FEAST}\b(?:,? (?:of |in )?{_YEAR}\b)?"),
        (_FIGURES, rf"\b{_DAY}(?: of)? {_MONTH},? (?:{_YEAR}|(?P<short>\d\d))\b(?!:)"),
        (_STEMS, rf"\b{_MONTH} {_DAY}(?:,? (?:of )?{_YEAR})\b"),
        (_STEMS, rf"\b{_MONTH},?(?: of)? {_YEAR}\b"),
        (_STEMS, rf"\b{_MONTH} {_DAY}\b(?![:.,]\d)"),
        (_FIGURES, rf"\b{_DAY}(?: of)? {_MONTH}"),
        (_FIGURES, rf"(?<![\d.,$£€])(?<!\bat ){_YEAR}(?!{_COUNTING})\b"),
    )
)
#: The name of a day before a date: "Saturday, May 18".
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|rs?|nes|ur)?(?P<rest>day)?\.?,? (?:the )?\Z", re.IGNORECASE)
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
#: "23 March 49" is of this century, "23 March 50" of the last.
_CENTURY = 50


def absolute(text: str, today: date | None) -> Iterator[tuple[Span, str | None]]:
    """Yield the dates that name a month or a year, longest forms first, each letter in one of them only."""
    used = bytearray(len(text))
    small = _small(text)
    starts = {begins: [found.start() for found in re.finditer(begins, small)] for begins, _ in ABSOLUTE}
    for begins, pattern in ABSOLUTE:
        for match in _matches(pattern, text, starts[begins]):
            month = match.groupdict().get("month")
            named = month is None or month.isdigit() or text[match.start("month")].isupper()
            if named and not any(used[match.start() : match.end()]):
                value = _value(match, today)
                if value:
                    used[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
                    yield Span(match.start(), match.end()), value


def _small(text: str) -> str:
    """Return a text in small letters, each in its place."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(char.lower()[0] for char in text)


def _matches(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern at some places, apart from each other."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            yield match
            end = match.end()


def _value(match: re.Match[str], today: date | None) -> str | None:
    """Return the ISO form of a match; a day without a year is the one nearest to the day of publication."""
    parts = match.groupdict()
    year = parts.get("year") or _century(parts.get("short"))
    named = parts.get("month")
    month = None if named is None else int(named) if named.isdigit() else MONTHS[named.casefold()]
    day = parts.get("day")
    if feast := parts.get("feast"):
        month, day = FEASTS[feast.casefold().replace("\u2019", "'")]
    if month is None:
        return year
    if day is None:
        return f"{year}-{month:02}"
    if not year and today:
        best = _nearest(today, month, int(day), _weekday(match))
        return best.isoformat() if best else None
    if not year:
        return f"--{month:02}-{int(day):02}" if calendar_day(2000, month, int(day)) else None
    whole = calendar_day(int(year), month, int(day))
    return whole.isoformat() if whole else None


def _weekday(match: re.Match[str]) -> int | None:
    """Return which day of the week the words before a date call it."""
    before = _WEEKDAY.search(match.string, max(0, match.start() - len("wednesday, the ")), match.start())
    # "The couple wed March 21", "the court sat 24 March".
    named = before and (before[1][0].isupper() or before["rest"])
    return WEEK.index(before[1].lower()) if before and named else None


def _nearest(today: date, month: int, day: int, weekday: int | None) -> date | None:
    """Return such a day nearest to today: of this year or one beside it, on that day of the week if one is."""
    near = [found for step in (-1, 0, 1) if (found := calendar_day(today.year + step, month, day))]
    named = [found for found in near if found.weekday() == weekday]
    return min(named or near, key=lambda found: abs((found - today).days), default=None)


def _century(short: str | None) -> str | None:
    return short and f"{'20' if int(short) < _CENTURY else '19'}{short}"


def calendar_day(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
