"""The lines, datelines and paragraphs of a text, so that the parser sees running sentences.

Nothing here moves a character: offsets into the text that the parser sees are offsets into the article.
"""

import re
from itertools import pairwise

from kg.articles.datelines import DATED, HEAD, LINE

#: A document is hard-wrapped if this share of its single line ends run on in small letters.
WRAPPED = 0.3
_SINGLE_BREAK = re.compile(r"(?<![\n])\n(?=[^\n])")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)+")


def unwrap(text: str) -> str:
    """Return the text, as long as before, with the line ends inside hard-wrapped paragraphs blank."""
    breaks = list(_SINGLE_BREAK.finditer(text))
    running_on = sum(text[b.end() : b.end() + 1].islower() for b in breaks)
    if running_on and (running_on >= WRAPPED * len(breaks) or all(map(is_filled, _PARAGRAPH.findall(text)))):
        # An indented line starts a paragraph; any other goes on with the one before it.
        return re.sub(r"(?<!\n)\n(?=[^\s])", " ", text)
    return text


def is_filled(paragraph: str) -> bool:
    """Tell whether each line of a paragraph ends where the next word would have made it longer than the longest."""
    lines = paragraph.split("\n")
    width = max(map(len, lines))
    return all(len(line) + 1 + len(after.split(" ", 1)[0]) > width for line, after in pairwise(lines))


def line(text: str) -> tuple[int, int]:
    """Return where the dateline starts and ends, 0 and 0 without one: a dash after capitals, an agency or a day."""
    for match in LINE.finditer(text[:HEAD]):
        place, day, agency, dash = match.group("place", "date", "agency", "dash")
        if dash and (place.isupper() or agency or (day and DATED.search(day))):
            return match.span()
    return 0, 0


def pieces(text: str, size: int) -> list[str]:
    """Return the text cut after its dateline and into pieces of at most about `size` characters, between paragraphs.

    Joined, the pieces are the text. A paragraph too long is cut at a line end, a full stop or a blank, or anywhere.
    A dateline is parsed by itself: beside it the parser takes the place for who acts, and "Gunmen" for a name.
    """
    _, start = line(text)
    return [*_cut(text[:start], size), *_cut(text[start:], size)] or [text]


def _cut(text: str, size: int) -> list[str]:
    cut: list[str] = []
    start = 0
    while len(text) - start > size:
        end = start + _last_break(text[start : start + size])
        cut.append(text[start:end])
        start = end
    return [*cut, text[start:]] if text[start:] else cut


def _last_break(window: str) -> int:
    """Return where a window of text is best cut: after the last of the strongest break in its second half."""
    for mark in ("\n\n", "\n", ". ", " "):
        place = window.rfind(mark, len(window) // 2)
        if place >= 0:
            return place + len(mark)
    return len(window)
