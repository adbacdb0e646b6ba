"""Quotation marks: which words of a text stand between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.facts import Span

#: What closes each opening mark. The straight ones open and close alike; Germans write „so“ or »so«.
CLOSERS: dict[str, str | tuple[str, ...]] = {
    '"': '"”',
    "“": '”"',
    "”": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "''": ("''",),
    "``": ("''", "``"),
    "‘": "’",
    "'": "'",
}
SINGLE = "'‘"
_MARK = re.compile(r"''|``|[\"“”„«»‹›‘’']")
#: Words that begin with an apostrophe, which is not a mark: '90s, 'em, 'til.
_ELISION = re.compile(r"(?:\d0s|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|round\b|n\b|bout\b|s\b)", re.IGNORECASE)
_END_OF_SENTENCE = re.compile(r"[.!?…:,]['’)\]]*\s*$")
#: A short line without a full stop, such as a link between two paragraphs, does not end a quotation.
INTERLUDE = 60


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between one pair of quotation marks; several fragments where each paragraph opens the marks anew."""

    fragments: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Where its first mark stands."""
        return self.fragments[0].start

    @property
    def end(self) -> int:
        """The place after its last mark."""
        return self.fragments[-1].end


def quoted(text: str) -> tuple[Quoted, ...]:
    """Return the quoted words of a text in order. Paragraphs are lines; apostrophes are not marks."""
    found: list[Quoted] = []
    pending: list[Span] = []
    for paragraph in paragraphs(text):
        spans = list(_in_paragraph(text, paragraph))
        if pending:
            if spans and spans[0][0].start == paragraph.start:
                span, closed = spans.pop(0)
                pending.append(span)
                if not closed:
                    continue
            elif _interlude(text, paragraph):
                continue
            found.append(Quoted(tuple(pending)))
            pending = []
        found.extend(Quoted((span,)) for span, closed in spans if closed)
        pending = [span for span, closed in spans if not closed]
    if pending:
        found.append(Quoted(tuple(pending)))
    return tuple(found)


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the lines of the text that are not blank, without the blanks around them."""
    for line in re.finditer(r"[^\n]+", text):
        words = line.group()
        if stripped := words.strip():
            start = line.start() + len(words) - len(words.lstrip())
            yield Span(start, start + len(stripped))


def _interlude(text: str, paragraph: Span) -> bool:
    words = text[paragraph.start : paragraph.end]
    return len(words) < INTERLUDE and words[-1] not in ".!?”\"'’»"


def _in_paragraph(text: str, paragraph: Span) -> Iterator[tuple[Span, bool]]:
    """Yield each quoted span of a paragraph and whether it is closed; only the last may be open."""
    start, opener = -1, ""
    place = paragraph.start
    while mark := _MARK.search(text, place, paragraph.end):
        place = mark.end()
        opens, closes = _sides(text, mark, paragraph)
        if opener and opener == mark.group() and _stray(text, mark, paragraph):
            continue
        if opener and mark.group() in CLOSERS[opener] and closes:
            yield Span(start, mark.end()), True
            start, opener = -1, ""
        elif opens and mark.group() in CLOSERS and (not opener or mark.group() == opener):
            if mark.group() in SINGLE and not _single_closes(text, mark, paragraph):
                continue
            start, opener = mark.start(), mark.group()
    if opener and opener not in SINGLE and _END_OF_SENTENCE.search(text, start, paragraph.end):
        yield Span(start, paragraph.end), False


def _stray(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """Tell whether the mark opens anew what was never closed: each sentence of the BBC's begins with one."""
    before, after = text[max(mark.start() - 2, 0) : mark.start()], text[mark.end() : mark.end() + 1]
    if not (before[:1] in {".", "?", "!", "…"} and before[1:].isspace() and after.isupper()):
        return False
    later = _MARK.search(text, mark.end(), paragraph.end)
    return later is None or (later.group() == mark.group() and _sides(text, later, paragraph)[1])


def _sides(text: str, mark: re.Match[str], paragraph: Span) -> tuple[bool, bool]:
    """Return whether the mark can open and whether it can close, by what stands on its two sides."""
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    if mark.group() in SINGLE + "’":
        # Between letters it is an apostrophe.
        opens = not before.isalnum() and (after.isalnum() or after in '“"…[') and not _ELISION.match(text, mark.end())
        return opens, not after.isalnum() and not before.isspace()
    opens = not after.isspace() and not (before.isalnum() and not after.isalnum())
    closes = not before.isspace() or after.isspace() or not after.isalnum()
    # 'they said, "we will. "' and '“so,”he said': a blank misplaced, or none, is the typist's.
    return opens, closes or (before.isspace() and text[mark.start() - 2 : mark.start() - 1] in {",", ".", "?", "!"})


def _single_closes(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """Tell whether a single mark has a partner in its paragraph."""
    partner = re.compile(r"[\w.,!?…)]" + re.escape(CLOSERS[mark.group()][0]) + r"(?!\w)")
    return partner.search(text, mark.end(), paragraph.end) is not None
