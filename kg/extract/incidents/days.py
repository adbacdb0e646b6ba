"""Whether dates can be one: "Friday" and "2016", but not "Friday" and "last week" or "2014-11"."""

import re
from collections.abc import Collection
from datetime import date, timedelta
from functools import cache

from kg.extract.syntax.context import Context
from kg.facts import Mention
from kg.language.parsed import Span

#: Days by which two reports of one incident may differ.
SLACK = timedelta(1)
#: A day of this week, where nothing tells of which, and a time that is longer past.
RECENT, PAST = "recent", "past"
#: A time before what was told last: "a year earlier".
EARLIER, BEFORE = "earlier", re.compile(r"\b(weeks?|months?|years?|decades?) (earlier|before)$", re.IGNORECASE)
THIS_WEEK = re.compile(r"(?<!last )\b((mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight)", re.IGNORECASE)
LONG_AGO = re.compile(
    r"\b(last (week|weekend|month|year)|(weeks?|months?|years?) (ago|earlier|before))\b", re.IGNORECASE
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEK = len(WEEKDAYS)
#: A length of time, which is no day: "in eight days", "in recent months".
LENGTH = re.compile(r"\b(minutes|hours|days|weeks|months|years|decades)$", re.IGNORECASE)
#: For how long an article tells of what happened as news.
NEWS = timedelta(14)
#: How long after an attack those whom it wounded may die.
LATER = timedelta(31)
DAY = len("2016-07-22")
#: A decade: "the 1970s"; as a value it is "197X".
DECADE, UNTOLD = re.compile(r"\b(1[89]\d|20\d)0s\b"), "X"
TEN = 10
YEAR, MONTH = len("2016"), len("2016-07")
DECEMBER = 12


def apart(some: Collection[str], others: Collection[str]) -> bool:
    """Tell whether both name days, and no day of the one can be one of the other."""
    if some and others and (recent(some) != recent(others) or (EARLIER in some) != (EARLIER in others)):
        return True
    weekdays = [[WEEKDAYS.index(day) for day in each if day in WEEKDAYS] for each in (some, others)]
    if all(weekdays) and {*some, *others} <= {*WEEKDAYS}:
        return all(SLACK.days < (a - b) % WEEK < WEEK - SLACK.days for a in weekdays[0] for b in weekdays[1])
    mine, theirs = (list(filter(None, map(days, values))) for values in (some, others))
    return bool(mine and theirs) and not any(
        a[0] <= b[1] + SLACK and b[0] <= a[1] + SLACK for a in mine for b in theirs
    )


def soon_after(some: Collection[str], others: Collection[str]) -> bool:
    """Tell whether a day lies after another, and not more than a month."""
    late, early = ([day for value in each if len(value) == DAY and (day := days(value))] for each in (some, others))
    return any(timedelta() <= a[0] - b[1] <= LATER for a in late for b in early)


def long_before(found: Collection[str], published: str | None) -> bool:
    """Tell whether all that is named is over weeks before the article: "in January", where it is of 11 March."""
    today, told = known_day(published), list(filter(None, map(days, found)))
    return today is not None and bool(told) and all(last < today - NEWS for _, last in told)


def lately(found: Collection[str], published: str | None) -> bool:
    """Tell whether a day that is named is news in the article: "on Monday"."""
    today, told = known_day(published), filter(None, (days(value) for value in found if len(value) == DAY))
    return today is not None and any(today - NEWS <= last <= today for _, last in told)


def known_day(published: str | None) -> date | None:
    """Return the first day on which an article may have been published, if that is told."""
    known = days(published[:DAY]) if published else None
    return known[0] if known else None


def recent(found: Collection[str]) -> bool:
    """Tell whether one of the days is of this week, where nothing tells of which."""
    return any(day == RECENT or day in WEEKDAYS for day in found)


@cache
def days(value: str) -> tuple[date, date] | None:
    """Return the first and the last day of an ISO date, week, month or year."""
    try:
        if "W" in value:
            first = date.fromisocalendar(int(value[:YEAR]), int(value[-2:]), 1)
            return first, first + timedelta(6)
        if value.endswith(UNTOLD):
            first_year = TEN * int(value.removesuffix(UNTOLD))
            return date(first_year, 1, 1), date(first_year + TEN - 1, DECEMBER, 31)
        if len(value) == YEAR:
            return date(int(value), 1, 1), date(int(value), DECEMBER, 31)
        if len(value) == MONTH:
            year, month = int(value[:YEAR]), int(value[-2:])
            after = date(year + month // DECEMBER, month % DECEMBER + 1, 1)
            return date(year, month, 1), after - timedelta(1)
        return date.fromisoformat(value), date.fromisoformat(value)
    except ValueError:
        return None


def value(mention: Mention) -> str | None:
    """Return the ISO value of a date, or whether it is of this week or longer past where nothing tells its value."""
    if mention.value:
        return mention.value
    if this_week := THIS_WEEK.search(mention.text):
        day = this_week[1].lower()
        return day if day in WEEKDAYS else RECENT
    if decade := DECADE.search(mention.text):
        return f"{decade[1]}{UNTOLD}"
    if BEFORE.search(mention.text):
        return EARLIER
    return PAST if LONG_AGO.search(mention.text) else None


def is_length(mention: Mention) -> bool:
    """Tell whether words of no day are a length of time."""
    return mention.kind == "Date" and not mention.value and LENGTH.search(mention.text) is not None


def told_in(context: Context, sentence: Span) -> set[str]:
    """Return the values of the dates that a sentence names."""
    found = (context.mention(token) for token in sentence if token.ent_type_ in {"DATE", "TIME"})
    return {day for mention in found if mention and mention.kind == "Date" and (day := value(mention))}
