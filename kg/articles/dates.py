"""When an article was published, from all the ways in which its files say so, as ISO 8601."""

import re
import warnings
from datetime import UTC, date, datetime, timedelta, timezone
from math import isfinite

#: What stands where a date is not known.
UNKNOWN = frozenset({"", "none", "null", "nan", "nat", "n/a", "na", "-", "unknown", "undated"})
#: The same, as databases write it.
_ZERO = re.compile(r"0000-00-00([T ]00:00(:00)?)?Z?")
#: Hours from UTC of the abbreviations that news uses, which no standard tells apart.
ZONES = {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "BST": 1, "CET": 1}
#: Seconds since 1970 between 1973 and 2106, and how many of each unit are a second.
SECONDS = (10**8, 2**32)
UNITS = (1, 10**3, 10**6, 10**9)
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?")
_WEEK = re.compile(r"\d{4}(?:-W\d\d-\d|W\d{3})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{2,4})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:[T ]?(\d\d)(\d\d)(\d\d)?(?:\.\d+)?(Z?))?")
_NAMED = re.compile(r"(?<!\d)((?:1[6-9]|20)\d\d)[-_.]([01]\d)[-_.]([0-3]\d)(?!\d)")
#: Hyphens and dashes of print, and how Chinese and Japanese divide a date.
_MARKS = str.maketrans({**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"), "年": "-", "月": "-", "日": " "})
_UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
#: What stands before a date on a page, and behind it.
_LABEL = re.compile(r"(?:(?:first|originally)\s+)?(?:published|posted)\b(?:\s+(?:on|at)\b)?\s*:?\s*", re.IGNORECASE)
_BEHIND = re.compile(r"\s+by\s.*|\[[\w/+-]+\]\Z", re.IGNORECASE | re.DOTALL)
#: Half past six as British papers write it, before a zone; a moment in Microsoft's JSON; a number as Python writes it.
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.(\d\d)(?=\s*(?:[ap]m\b|[A-Z]{3,4}\b))")
_WRAPPED = re.compile(r"/?Date\((\d+)(?:[+-]\d{4})?\)/?")
_FLOAT = re.compile(r"\d+(\.\d+)?([eE]\+?\d\d?)?")
_FIRST_DAY = "0000-01-01"
_MONTHS = 12


def normal(value: object) -> str | None:
    """Return a date or date-time in ISO 8601, only as exact as it was given; None where it says that it is not known.

    Raises:
        ValueError: it is no date, or may be read as two.

    """
    if value is None or isinstance(value, bool) or value != value:  # noqa: PLR0124 (NaN is not itself)
        return None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number(value)
    text = _plain(str(value))
    return None if text.casefold() in UNKNOWN or _ZERO.fullmatch(text) else _text(text)


def _plain(text: str) -> str:
    """Return the words of a date with the signs of the keyboard, without what a page writes around it."""
    text = " ".join(_UNSEEN.sub("", text).translate(_MARKS).split())
    parts = [(_LABEL.match(part), part) for part in text.split(" | ")]
    # "Published 3 May | Updated 4 May" was published on 3 May.
    found, part = next((pair for pair in parts if pair[0]), parts[0])
    return _DOTTED.sub(r"\1:\2", _BEHIND.sub("", part[found.end() :] if found else part))


def in_name(name: str) -> str | None:
    """Return the one day that a name has in it: "2017-03-22-vigil"; None where it has none, or several."""
    days = {f"{year}-{month}-{day}" for year, month, day in _NAMED.findall(name)}
    try:
        return normal(days.pop()) if len(days) == 1 else None
    except ValueError:
        return None


def within(when: str, since: str = "", until: str = "") -> bool:
    """Tell whether a date may lie between two others: a year or a month lasts to its end, and no date is in no time."""
    if not when:
        return not (since or until)
    return when >= since[: len(when)] and when[: len(until)] <= until


def earliest(when: str) -> datetime:
    """Return the first moment of a year, a month, a day or a moment in ISO 8601, in UTC where no zone is told."""
    try:
        found = _iso(when + _FIRST_DAY[len(when) :])
    except ValueError:
        return datetime.max.replace(tzinfo=UTC)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _text(text: str) -> str:
    if _ISO.fullmatch(text):
        moment = _iso(text + _FIRST_DAY[len(text) :])
        return text if len(text) <= len(_FIRST_DAY) else moment.isoformat()
    if _WEEK.fullmatch(text):
        return _iso(text).date().isoformat()
    if found := _COMPACT.fullmatch(text):
        return _compact(found)
    if found := _WRAPPED.fullmatch(text):
        return _number(int(found[1]))
    if _FLOAT.fullmatch(text):
        return _number(int(text) if text.isdecimal() else float(text))
    return _parsed(_clear(text))


def _iso(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError("is no date") from error


def _compact(found: re.Match[str]) -> str:
    """Return what 20200501 or 20200501T090000Z says."""
    year, month, day, hour, minute, second, zone = found.groups()
    written = f"{year}-{month}-{day}"
    return _text(f"{written}T{hour}:{minute}:{second or '00'}{zone}" if hour else written)


def _number(value: float) -> str:
    """Return the moment so many (milli)seconds after 1970 began, or the year or day that a number writes."""
    if not isfinite(value):
        raise ValueError("is no date")
    whole = str(int(value))
    if _COMPACT.fullmatch(whole) or _ISO.fullmatch(whole):
        return _text(whole)
    for unit in UNITS:
        if SECONDS[0] <= value / unit < SECONDS[1]:
            return (datetime.fromtimestamp(0, UTC) + timedelta(seconds=value / unit)).isoformat()
    raise ValueError("is no date")


def _clear(text: str) -> str:
    """Return a date of numbers with the year first; refuse one whose month may be either number."""
    text = _YEAR_FIRST.sub(lambda found: f"{found[1]}-{found[2]:>02}-{found[3]:>02}", text, count=1)
    if not (found := _YEAR_LAST.search(text)) or _YEAR_FIRST.match(text):
        return text
    first, second, year = int(found[1]), int(found[3]), found[4]
    if len(year) < len("2020") or (first != second and max(first, second) <= _MONTHS):
        raise ValueError("may be read in two ways (day or month first)")
    day, month = (first, second) if first > _MONTHS else (second, first)
    return f"{text[: found.start()]}{year}-{month:02}-{day:02}{text[found.end() :]}"


def _parsed(text: str) -> str:
    """Return what the parser reads, without what it would only fill in from its default."""
    low, high = _read(text, datetime(2000, 1, 1)), _read(text, datetime(2001, 2, 2, 1, 1))  # noqa: DTZ001 (as written)
    if low.year != high.year or low.month != high.month:
        raise ValueError("is no date with year and month")
    if low.day != high.day:
        return f"{low:%Y-%m}"
    return low.date().isoformat() if low.hour != high.hour else low.isoformat()


def _read(text: str, default: datetime) -> datetime:
    from dateutil import parser

    try:
        with warnings.catch_warnings(action="ignore"):
            read: datetime = parser.parse(text, default=default, tzinfos=_zone)
    except (ValueError, OverflowError, AttributeError, TypeError) as error:
        raise ValueError("is no date") from error
    return read


def _zone(name: str | None, offset: int | None) -> timezone | None:
    if offset is None and name not in ZONES:
        return None
    return timezone(timedelta(seconds=offset) if offset is not None else timedelta(hours=ZONES[name or ""]))
