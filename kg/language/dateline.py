"""Datelines as layout: "LONDON, March 23 (Reuters) -" stands before the first sentence and is no part of it."""

import re

LINE = re.compile(
    r"^(?P<place>[A-Z][^\W\d]*(?:[ .'-]{1,2}[A-Z][^\W\d]*){0,3}\.?)(?:/[A-Z][A-Z ]+)?"
    r"(?:, [A-Z][a-z.]+(?: [A-Z][a-z]+)?)??(?:,? (?P<date>[^\n(),]{4,18}?(?:, \d{4})?))??"
    r"(?: ?(?P<agency>\([^()\n]{2,40}\)))?(?P<dash> ?(?:--?|—|–) |(?<=\)))",
    re.MULTILINE,
)
#: A day and a month.
DATED = re.compile(
    r"\d.*(?=\b{m})|\b{m}.*\d".format(m="(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"), re.IGNORECASE
)
#: How far into the text such lines stand.
HEAD = 600


def line(text: str) -> tuple[int, int]:
    """Return where the dateline starts and ends, 0 and 0 without one: a dash after capitals, an agency or a day."""
    for match in LINE.finditer(text[:HEAD]):
        place, day, agency, dash = match.group("place", "date", "agency", "dash")
        if dash and (place.isupper() or agency or (day and DATED.search(day))):
            return match.span()
    return 0, 0
