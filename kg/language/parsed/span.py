"""Words of a parse that follow each other."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, overload

from kg.language.parsed.token import Token

if TYPE_CHECKING:
    from kg.language.parsed.doc import Doc


class Span:
    """The words of a text from one on to before another, with the label of what they name, if any. It never changes."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: "Doc", start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        return (self.doc is other.doc) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def _key(self) -> tuple[int, int, str]:
        return self.start, self.end, self.label_

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.words)

    @overload
    def __getitem__(self, i: int) -> Token: ...
    @overload
    def __getitem__(self, i: slice) -> "Span": ...
    def __getitem__(self, i: int | slice) -> "Token | Span":
        if isinstance(i, slice):
            start, end, _ = i.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        at = i + (self.end if i < 0 else self.start)
        if not self.start <= at < self.end:
            raise IndexError(i)
        return self.doc.words[at]

    def __repr__(self) -> str:
        return self.text

    @property
    def words(self) -> Sequence[Token]:
        """The words as a plain sequence."""
        return self.doc.words[self.start : self.end]

    @property
    def start_char(self) -> int:
        """The offset in the text at which the words begin."""
        return self.doc.words[self.start].idx if self.start < len(self.doc.words) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """The offset at which they end, the blank after them left out."""
        if self.start == self.end:
            return self.start_char
        last = self.doc.words[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The words as they are written."""
        words, start, end = self.doc.words, self.start, self.end
        if end - start == 1:
            return words[start].text
        if start == end:
            return ""
        last = words[end - 1]
        return self.doc.text[words[start].idx : last.idx + len(last.text)]

    @property
    def sent(self) -> "Span":
        """The sentence of the first word."""
        return self.doc.words[self.start].sent

    @property
    def ents(self) -> Sequence["Span"]:
        """What is named by words inside it."""
        return [ent for ent in self.doc.ents if self.start <= ent.start and ent.end <= self.end]

    @property
    def root(self) -> Token:
        """The highest of the words; the first of several as high. Blanks and marks alone come last."""
        words = self.words
        top = next((word for word in words if word.head is word), None)
        if top is not None or len(words) == 1:
            return top or words[0]
        outside = [word for word in words if not self.start <= word.head.i < self.end]
        if len(outside) == 1:
            return outside[0]
        return min(outside, key=_depth, default=self.doc.words[self.start])


def _depth(word: Token) -> int:
    """Return how many words stand above one; of a mark without words below it, as many as there may be."""
    if (word.is_space or word.is_punct) and not word.children:
        return len(word.doc.words) - 1
    return sum(1 for _ in word.ancestors)
