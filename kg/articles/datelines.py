"""Datelines and the lines that say only when: where the head of a text tells the day of its writing."""

import re
from collections.abc import Iterator

from kg.articles.dates import normal

#: Datelines: "LONDON, March 23 (Reuters) -" and "NEW DELHI:" stand before the first sentence and are no part of it.
LINE = re.compile(
    r"^(?P<place>[A-Z][^\W\d]*(?:[ .'-]{1,2}[A-Z][^\W\d]*){0,3}\.?)(?:/[A-Z][A-Z ]+)?"
    r"(?:, [A-Z][a-z.]+(?: [A-Z][a-z]+)?)??(?:,? (?P<date>[^\n(),]{4,18}?(?:, \d{4})?))??"
    r"(?: ?(?P<agency>\([^()\n]{2,40}\)))?(?:(?P<dash> ?(?:--?|—|–|_) |(?<=\)))|(?P<colon>: ))",
    re.MULTILINE,
)
#: A day and a month.
DATED = re.compile(
    r"\d.*(?=\b{m})|\b{m}.*\d".format(m="(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"), re.IGNORECASE
)
#: How far into the text such lines stand.
HEAD = 600
#: A line that says only when: "Published: 23 March 2017".
_DAY = re.compile(r"^(?:[A-Z][a-z ]{5,12}:? )?(?:[A-Z][a-z]+day,? )?(?P<date>[^\n]{8,18})$", re.MULTILINE)
_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
_FULL = len("2017-03-23")


def own_lines(text: str) -> Iterator[re.Match[str]]:
    """Yield the lines at the top of a text that say only when it was written."""
    return (match for match in _DAY.finditer(text[:HEAD]) if DATED.search(match["date"]))


def written_on(text: str) -> str | None:
    """Return the day that the first dateline or such a line tells whole, with its year; None where none does."""
    found = (match for match in LINE.finditer(text[:HEAD]) if match["date"] and not match["colon"])
    lines = (match for match in found if DATED.search(match["date"]))
    for match in (*lines, *own_lines(text)):
        if _YEAR.search(match["date"]) and (day := _day(match["date"])):
            return day
    return None


def _day(words: str) -> str | None:
    try:
        found = normal(words)
    except ValueError:
        return None
    return found if found and len(found) == _FULL else None
