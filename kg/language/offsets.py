"""A text as it is seen, and where in the text itself each character of it comes from."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from kg.facts import Span


@dataclass(frozen=True, slots=True)
class Offsets:
    """Where in a text each character of its view comes from: `starts` and `ends` of what it stands for."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, span: Span) -> Span:
        """Return the article's words that a span of the view stands for."""
        if span.start == span.end:
            at = self.starts[span.start] if span.start < len(self.starts) else self.ends[-1] if self.ends else 0
            return Span(at, at)
        return Span(self.starts[span.start], self.ends[span.end - 1])


@dataclass(frozen=True, slots=True)
class View:
    """What the parser sees of a text; without `offsets` its places are those of the text."""

    text: str
    offsets: Offsets | None = None

    def span(self, span: Span) -> Span:
        """Return the text's own words that a span of the view stands for."""
        return self.offsets.span(span) if self.offsets else span

    def replaced(self, pattern: re.Pattern[str], by: str | Callable[[re.Match[str]], str]) -> "View":
        """Return the view with each match of a pattern replaced; a replacement of equal length keeps its places."""
        matches = [(m.span(), by(m) if callable(by) else m.expand(by)) for m in pattern.finditer(self.text)]
        if not matches:
            return self
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        last = 0
        old = self.offsets or Offsets(tuple(range(len(self.text))), tuple(range(1, len(self.text) + 1)))
        for (start, end), new in matches:
            pieces += (self.text[last:start], new)
            starts += old.starts[last:start]
            ends += old.ends[last:start]
            if len(new) == end - start:
                starts += old.starts[start:end]
                ends += old.ends[start:end]
            else:
                whole = old.span(Span(start, end))
                starts += [whole.start] * len(new)
                ends += [whole.end] * len(new)
            last = end
        pieces.append(self.text[last:])
        return View("".join(pieces), Offsets((*starts, *old.starts[last:]), (*ends, *old.ends[last:])))
