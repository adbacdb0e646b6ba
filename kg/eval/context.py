"""Show the words of an error where they stand."""

import re
from collections.abc import Iterator

from kg.eval.verdicts import Error
from kg.facts import Span

#: A sentence ends here, or a line.
_END = re.compile(r"""[.!?]["'\u201d\u2019)\]]*\s+(?=\W*[A-Z0-9])|\n+""")
#: Between words further apart than this, the middle is left out.
FAR = 120


def in_context(text: str, error: Error) -> str:
    """Return the sentences of an error in one line: [annotated words], {words that were found instead}."""
    marks = sorted({*error.gold, *error.predicted})
    if not marks:
        return ""
    start = max((end.end() for end in _END.finditer(text) if end.end() <= marks[0].start), default=0)
    after = _END.search(text, max(span.end for span in marks))
    pieces = "".join(_pieces(text, start, after.start() + 1 if after else len(text), error))
    return " ".join(pieces.split())


def _pieces(text: str, start: int, end: int, error: Error) -> Iterator[str]:
    """Yield the text from start to end, with brackets, and without what is far from any of them."""
    at = start
    for number, (place, _, bracket) in enumerate(
        sorted([*_brackets(error.gold, "[]"), *_brackets(error.predicted, "{}")])
    ):
        yield _shorten(text[at:place], lead=not number)
        yield bracket
        at = place
    yield text[at : min(end, at + FAR)] + (" …" if end - at > FAR else "")


def _shorten(words: str, *, lead: bool) -> str:
    """Return the words between two brackets, or in the lead before the first, without what is far from any."""
    if len(words) <= FAR:
        return words
    return f"… {words[-FAR:]}" if lead else f"{words[: FAR // 2]} … {words[-FAR // 2 :]}"


def _brackets(spans: tuple[Span, ...], pair: str) -> Iterator[tuple[int, int, str]]:
    """Yield places with brackets; at one place those that close stand before those that open."""
    for span in spans:
        yield span.start, 1, pair[0]
        yield span.end, 0, pair[1]
