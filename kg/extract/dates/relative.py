"""Dates that the day of publication tells: "Wednesday", "last year", "two weeks ago"."""

import re
from datetime import date, timedelta

from kg.extract.dates.absolute import MONTHS

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
#: Days of several words, counted from that of publication.
PHRASES = {
    "day before yesterday": -2,
    "day after tomorrow": 2,
    "last night": -1,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
}
#: Days counted from one that was told before.
NEXT_DAYS = {"next day": 1, "following day": 1, "day after": 1, "previous day": -1, "day before": -1}
EARLY_OR_LATE = {"early", "mid", "late"}
UNITS = {"day": 1, "week": 7}

_AGO = re.compile(
    r"(?P<n>(?<!\d)\d{1,3}|[a-z]+) (?P<unit>day|week|month|year)s? (?P<side>ago|earlier|later)", re.IGNORECASE
)
_SIDE = re.compile(r"\b(?P<side>last|past|this|next|coming) (?P<unit>\w+)", re.IGNORECASE)
#: So many words mean another day than the one that they name: "the week before yesterday".
MANY = 3
#: "600 days ago" counts days that nobody counts.
_MOST = 500


def relative(text: str, today: date | None, *, future: bool = False) -> str | None:
    """Return the ISO form of "Wednesday", "last year", "two weeks ago", seen from the day of publication."""
    if today is None:
        return None
    words = text.lower().split()
    if (days := _days(words)) is not None:
        return (today + timedelta(days)).isoformat()
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


def counted(text: str, day: date) -> str | None:
    """Return the ISO form of what is counted from a day told before: "two days later", "the next day"."""
    phrase = text.lower().removeprefix("the ").strip()
    if phrase in NEXT_DAYS:
        return (day + timedelta(NEXT_DAYS[phrase])).isoformat()
    match = _AGO.fullmatch(phrase)
    if match is None or match["side"].lower() == "ago" or match["unit"].lower() not in UNITS:
        return None
    count = _number(match["n"]) * UNITS[match["unit"].lower()]
    forward = match["side"].lower() == "later"
    return (day + timedelta(count if forward else -count)).isoformat() if 0 < count <= _MOST else None


def _days(words: list[str]) -> int | None:
    """Return how many days from today the words are that count them: "yesterday evening", "late last night"."""
    phrase = " ".join(word for word in words if word not in EARLY_OR_LATE | {"the"})
    named = next((DAYS[word] for word in words if word in DAYS), None) if len(words) < MANY else None
    return PHRASES.get(phrase, named)


def _ago(match: re.Match[str], today: date) -> str | None:
    count = _number(match["n"])
    unit = match["unit"].lower()
    if not count or count > _MOST:
        return None
    if unit in UNITS:
        return (today - timedelta(count * UNITS[unit])).isoformat()
    return _month(today, -count) if unit == "month" else str(today.year - count)


def _number(word: str) -> int:
    """Return a number in figures or words, 0 for any other word."""
    return int(word) if word.isdigit() else NUMBERS.get(word.lower(), 0)


def _weekday(weekday: int, today: date, side: str, *, future: bool) -> str:
    """Return the last such day up to today, or the next one where the words or the verb look ahead."""
    back = (today.weekday() - weekday) % 7
    if side in {"next", "coming"} or (future and side != "last"):
        return (today + timedelta((7 - back) if back else 7)).isoformat()
    return (today - timedelta(back or (7 if side == "last" else 0))).isoformat()


def _period(side: str, unit: str, today: date) -> str | None:
    """Return the week, month or year before, around or after today."""
    step = {"last": -1, "past": -1, "this": 0}.get(side, 1)
    if unit == "weekend" and step < 0 and today.weekday() >= WEEKDAYS["saturday"]:
        return None  # told on a Sunday, that may be yesterday
    if unit == "week" or (unit == "weekend" and step < 0):
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
