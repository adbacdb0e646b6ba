"""Datelines: "LONDON, March 23 (Reuters) -" says where and when an article was written."""

from typing import NamedTuple

from kg.articles.datelines import DATED, HEAD, LINE, own_lines
from kg.extract.lexicon import gazetteer
from kg.facts import Span

#: What stands in capitals before a dash, and is no place.
_NO_PLACE = frozenset({"NEWS", "UPDATE", "BREAKING", "EXCLUSIVE", "ANALYSIS", "CORRECTED", "OPINION", "FEATURE"})


class Dateline(NamedTuple):
    """Where a place in capitals stands, if one does, and where the words of the date do."""

    place: Span | None
    date: Span | None


def dateline(text: str) -> Dateline | None:
    """Return the first dateline of an article."""
    for match in LINE.finditer(text[:HEAD]):
        place, date, agency, dash = match.group("place", "date", "agency", "dash")
        day = Span(*match.span("date")) if date and DATED.search(date) else None
        capitals = place.isupper() and _NO_PLACE.isdisjoint(place.split())
        known = gazetteer.known(place.title())
        in_state = text[match.end("place") :].startswith(", ")  # "RAVENNA FALLS, Ohio - "
        placed = capitals and known is not None and known.kind == "Place"
        if match["colon"] and not placed:  # "NEW DELHI: ", no "Saturday, May 5: "
            continue
        if day or placed or (capitals and dash and (agency or in_state)):
            return Dateline(Span(*match.span("place")) if capitals else None, day)
    return None


def days(text: str) -> list[Span]:
    """Return where the day of writing may stand: in the dateline, or in a line of its own at the top."""
    line = dateline(text)
    own = [line.date] if line and line.date else []
    return [*own, *(Span(*match.span("date")) for match in own_lines(text))]
