"""A parsed text."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any, overload

from kg.language.parsed.span import Span
from kg.language.parsed.token import Token

#: Gives the vector of a word, as numbers, or nothing where a model has none.
Vector = Callable[[str], Any]


class Doc:
    """The words of a text with what hangs on what, its sentences and what it names.

    `by_tree` are the words in the order of the tree: left of each what is left below it. In most texts it is that of
    the text. `user_data` holds what is worked out once for each parse.
    """

    def __init__(self, words: Sequence[Token], heads: Sequence[int], vector: Vector) -> None:
        self.words = words
        self.vector = vector
        self.user_data: dict[Any, Any] = {}
        self.by_tree: Sequence[Token] = ()
        self.ents: tuple[Span, ...] = ()
        self.sents = tuple(self._sentences())
        for sentence in self.sents:
            for word in sentence.words:
                word.sent = sentence
        self._hang(heads)

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.words)

    @overload
    def __getitem__(self, i: int) -> Token: ...
    @overload
    def __getitem__(self, i: slice) -> Span: ...
    def __getitem__(self, i: int | slice) -> Token | Span:
        if not isinstance(i, slice):
            return self.words[i]
        start, end, _ = i.indices(len(self.words))
        return Span(self, start, max(start, end))

    @cached_property
    def text(self) -> str:
        """The text as it is written."""
        return "".join([word.text + word.whitespace_ for word in self.words])

    def char_span(self, start: int, end: int, *, alignment_mode: str = "strict") -> Span | None:
        """Return the words from one offset to another: all that reach into them if it is to "expand", or none."""
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return None
        if alignment_mode == "expand":
            after_word = start == first.idx + len(first.text)
            return Span(self, first.i + after_word, last.i + 1)
        exact = start == first.idx and end == last.idx + len(last.text)
        return Span(self, first.i, last.i + 1) if exact else None

    def edges(self, token: Token) -> tuple[Token, Token]:
        """Return the first and the last in the text of a word and those below it."""
        below = self.by_tree[token.span_below]
        if self.by_tree is self.words:
            return below[0], below[-1]
        return min(below, key=_place), max(below, key=_place)

    def forget(self) -> None:
        """Let go what leads from word to word: it would keep all of a parse until garbage is looked for."""
        for word in self.words:
            del word.doc, word.head, word.children, word.sent

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [word.idx for word in self.words]

    def _at(self, char: int) -> Token | None:
        at = bisect_right(self._starts, char) - 1
        last = self.words[-1] if self.words else None
        if at < 0 or last is None or char >= last.idx + len(last.text) + len(last.whitespace_):
            return None
        return self.words[at]

    def _sentences(self) -> Iterator[Span]:
        starts = [word.i for word in self.words if word.i == 0 or word.is_sent_start]
        yield from (Span(self, *ends) for ends in pairwise([*starts, len(self.words)]))

    def _hang(self, heads: Sequence[int]) -> None:
        """Hang each word on its head, by its number."""
        words = self.words
        below: defaultdict[int, list[Token]] = defaultdict(list)
        for i, (word, head) in enumerate(zip(words, heads, strict=True)):
            word.doc = self
            word.head = above = words[head]
            if head != i:
                below[head].append(word)
                above.n_lefts += i < head
        for head, children in below.items():
            words[head].children = tuple(children)
        self.by_tree = self._ordered(list(self._downwards()))

    def _downwards(self) -> Iterator[Token]:
        """Yield the words, each before those below it; without recursion, as chains of thousands of words occur."""
        level: list[Token] = [word for word in self.words if word.head is word]
        while level:
            yield from level
            level = [child for word in level for child in word.children]

    def _ordered(self, downwards: Sequence[Token]) -> Sequence[Token]:
        """Return the words in the order of the tree, and note where each and those below it stand."""
        many = [1] * len(self.words)
        for word in reversed(downwards):
            if word.head is not word:
                many[word.head.i] += many[word.i]
        ordered = list(self.words)
        first, root = [0] * len(self.words), 0
        for word in downwards:
            if word.head is word:
                first[word.i], root = root, root + many[word.i]
            at = start = first[word.i]
            for child in word.lefts:
                first[child.i], at = at, at + many[child.i]
            ordered[at] = word
            at += 1
            for child in word.rights:
                first[child.i], at = at, at + many[child.i]
            word.span_below = slice(start, at)
        return self.words if ordered == self.words else ordered


def _place(word: Token) -> int:
    return word.i
