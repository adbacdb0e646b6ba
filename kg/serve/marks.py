"""An article's text in paragraphs, cut where marks begin and end."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that are marked: a mention of a thing, a quotation, the sentence or an end of the chosen claim."""

    span: Span
    style: str
    href: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that no mark cuts; `anchors` are the names of the passages that begin here."""

    text: str
    styles: str
    href: str
    title: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text."""

    span: Span
    pieces: tuple[Piece, ...]


def lines(text: str) -> Iterator[Span]:
    """Yield where the lines of a text lie that are not blank."""
    yield from (match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text))


def sentences(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the passages with those that overlap made one."""
    start, end = 0, -1
    for a, b in sorted(spans):
        if a > end >= 0:
            yield start, end
            start = a
        start, end = (a, b) if end < 0 else (start, max(end, b))
    if end >= 0:
        yield start, end


def paragraphs(text: str, spans: Iterable[Span], marks: Sequence[Mark], passages: Sequence[Span]) -> list[Paragraph]:
    """Return the spans of a text with all marks in them; `passages` are the spans that have a name."""
    return [Paragraph(span, tuple(_pieces(text, span, marks, passages))) for span in spans]


def _pieces(text: str, span: Span, marks: Sequence[Mark], passages: Sequence[Span]) -> Iterator[Piece]:
    start, end = span
    inside = [mark for mark in marks if mark.span[0] < end and mark.span[1] > start]
    named = [each for each in passages if start <= each[0] < end]
    cuts = {start, end, *(each[0] for each in named)}
    cuts |= {cut for mark in inside for cut in mark.span if start < cut < end}
    for a, b in pairwise(sorted(cuts)):
        over = [mark for mark in inside if mark.span[0] <= a and mark.span[1] >= b]
        link = next((mark for mark in sorted(over, key=_length) if mark.href), None)
        yield Piece(
            text[a:b],
            " ".join(sorted({mark.style for mark in over})),
            link.href if link else "",
            link.title if link else "",
            tuple(f"char={s},{e}" for s, e in named if s == a),
        )


def _length(mark: Mark) -> int:
    return mark.span[1] - mark.span[0]
