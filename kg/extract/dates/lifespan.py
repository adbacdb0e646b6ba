"""Dates in brackets after a name: "Jo Poe (1 May 1900 - 3 June 1980)", "Jo Poe (born 1900)"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.syntax.context import Context
from kg.facts import Mention, Span

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
DAY = rf"(?:\d{{1,2}} {MONTH},? \d{{4}}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|{MONTH} \d{{4}}|\d{{4}})"
LIFE = re.compile(rf"(?P<born>{DAY})(?P<place>(?:,| in) [^()–—\d-]{{2,60}}?)?\s*[–—-]+\s*(?P<died>{DAY})?")
BORN = re.compile(rf"\b(?:born|b\.)\s+(?:on )?(?P<born>{DAY})")
BRACKET = re.compile(r",?\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)")


class Life(NamedTuple):
    """A person with the offsets of the dates in the brackets after the name, and of the brackets themselves."""

    person: Mention
    bracket: Span
    born: Span | None
    died: Span | None


def lives(context: Context) -> Iterator[Life]:
    """Yield the persons whose names are followed by dates in brackets."""
    text = context.article.text
    for mention in context.mentions:
        if not mention.is_named_person:
            continue
        bracket = BRACKET.match(text, mention.span.end)
        found = bracket and (LIFE.search(text, *bracket.span(1)) or BORN.search(text, *bracket.span(1)))
        if bracket and found:
            parts = found.groupdict()
            born, died = (Span(*found.span(part)) if parts.get(part) else None for part in ("born", "died"))
            yield Life(mention, Span(*bracket.span(1)), born, died)
