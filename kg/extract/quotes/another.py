"""Where somebody else's words begin: "Ten died, according to the rebels, but the army said that three did"."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.quotes.page import Attribution, Page
from kg.facts import Span

#: Words with which a clause sets another speaker beside the first.
TURNING = frozenset({"but", "while", "whereas", "although", "though", "and"})


def until_another(page: Page, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions without what stands after their cues and is another's to say."""
    return [replace(each, content=kept) if (kept := _own(page, each, found)) else each for each in found]


def _own(page: Page, one: Attribution, found: Sequence[Attribution]) -> tuple[Span, ...]:
    first, *later = one.content
    others = [other for other in found if other.cue != one.cue and other.speaker is not None]
    return (first, *(span for span in later if not any(_turns(page, span, other) for other in others)))


def _turns(page: Page, span: Span, other: Attribution) -> bool:
    """Tell whether the words begin by turning to another, who speaks in them."""
    opening = page.text[span.start : span.end].split(maxsplit=1)
    turning = bool(opening) and opening[0].lower().strip(",") in TURNING
    inside = [other.cue.idx, *(part.start for part in other.content)]
    return turning and all(span.start < place < span.end for place in inside)
