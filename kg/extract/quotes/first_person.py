"""First persons inside quotations: "I" is who says it, "we" are the several or the organization that say it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from kg.extract.quotes import cues
from kg.extract.quotes.lookup import said_by
from kg.extract.quotes.marks import quoted
from kg.extract.syntax.columns import worded
from kg.extract.syntax.context import Context
from kg.facts import Mention, Quote
from kg.language.parsed import Token

ONE = frozenset({"i", "me", "my", "mine", "myself"})
SEVERAL = frozenset({"we", "us", "our", "ours", "ourselves"})
#: A quotation inside the quotation that is still open at its end; its "I" is somebody else.
INNER = re.compile(r"(?<!\w)['‘“\"](?=\w|\Z)(?!.*[.,!?]['’”\"](?!\w))", re.DOTALL)


def first_persons(context: Context, quotes: Sequence[Quote]) -> Iterator[Mention]:
    """Yield "I" and "we" between quotation marks as mentions of those whose words they are."""
    found = worded(context.doc, ONE | SEVERAL)
    direct = [quote for quote in quotes if quote.kind != "indirect" and quote.speakers]
    if not found or not direct:
        return
    # A Doc joins its text anew each time that it is asked for.
    said, text = said_by(direct), context.doc.text
    marked = sorted(span for words in quoted(text) for span in words.fragments)
    for token in found:
        quote = said(token.idx)
        before = bisect_right(marked, token.idx, key=attrgetter("start")) - 1
        marks = marked[before] if before >= 0 and token.idx < marked[before].end else None
        # In a talk all is said as it stands, without marks.
        said_so = quote and (
            not _of_another(context, text, quote, marks.start, token.idx) if marks else quote.kind == "direct"
        )
        if quote and said_so:
            yield from _meant(token, quote)


def _meant(token: Token, quote: Quote) -> Iterator[Mention]:
    speakers = quote.speakers
    one = len(speakers) == 1
    if (token.lower_ in ONE and one and speakers[0].kind == "Person") or (
        token.lower_ in SEVERAL and not (one and speakers[0].kind not in {"Organization", "Group"})
    ):
        span = Context.span(token)
        for speaker in speakers:
            yield Mention(span, token.text, speaker.kind, speaker.entity, "pronoun")


def _of_another(context: Context, text: str, quote: Quote, marks: int, place: int) -> bool:
    """Tell whether others are quoted in the quotation, or before its marks: Khan said that Rudd told him "..."."""
    if INNER.search(text, marks + 1, place):
        return True
    start = max((f.start for f in quote.fragments if f.start < marks), default=marks)
    words = context.doc.char_span(start, marks, alignment_mode="expand")
    return any(cues.lemma(token) in cues.QUOTE for token in words or () if token.idx < marks)
