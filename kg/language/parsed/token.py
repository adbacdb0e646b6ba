"""A word of a parse."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.language.parsed.doc import Doc
    from kg.language.parsed.span import Span


class Token:
    """A word: its letters, its tags, and the words above and below it. Two words are one only if they are one object.

    `span_below` is where the words below it and itself stand in `Doc.by_tree`.
    """

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_alpha",
        "is_bracket",
        "is_currency",
        "is_digit",
        "is_lower",
        "is_punct",
        "is_quote",
        "is_sent_start",
        "is_space",
        "is_title",
        "is_upper",
        "lemma_",
        "like_num",
        "lower_",
        "n_lefts",
        "norm_",
        "pos_",
        "sent",
        "span_below",
        "tag_",
        "text",
        "whitespace_",
    )
    doc: "Doc"
    head: "Token"
    children: Sequence["Token"]
    n_lefts: int
    sent: "Span"
    span_below: slice

    def __init__(  # noqa: PLR0913, PLR0917 (a row of columns)
        self,
        i: int,
        idx: int,
        text: str,
        lower: str,
        norm: str,
        lemma: str,
        tag: str,
        pos: str,
        dep: str,
        ent_type: str,
        whitespace: str,
        is_sent_start: bool | None,
        is_alpha: bool,
        is_digit: bool,
        is_lower: bool,
        is_upper: bool,
        is_title: bool,
        is_punct: bool,
        is_space: bool,
        is_quote: bool,
        is_bracket: bool,
        is_currency: bool,
        like_num: bool,
    ) -> None:
        self.children = ()
        self.n_lefts = 0
        self.i = i
        self.idx = idx
        self.text = text
        self.lower_ = lower
        self.norm_ = norm
        self.lemma_ = lemma
        self.tag_ = tag
        self.pos_ = pos
        self.dep_ = dep
        self.ent_type_ = ent_type
        self.whitespace_ = whitespace
        self.is_sent_start = is_sent_start
        self.is_alpha = is_alpha
        self.is_digit = is_digit
        self.is_lower = is_lower
        self.is_upper = is_upper
        self.is_title = is_title
        self.is_punct = is_punct
        self.is_space = is_space
        self.is_quote = is_quote
        self.is_bracket = is_bracket
        self.is_currency = is_currency
        self.like_num = like_num

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    def __lt__(self, other: "Token") -> bool:
        return self.i < other.i

    @property
    def text_with_ws(self) -> str:
        """The word with the blank after it."""
        return self.text + self.whitespace_

    @property
    def lefts(self) -> Sequence["Token"]:
        """What hangs on the word and stands before it."""
        return self.children[: self.n_lefts]

    @property
    def rights(self) -> Sequence["Token"]:
        """What hangs on the word and stands after it."""
        return self.children[self.n_lefts :]

    @property
    def subtree(self) -> Sequence["Token"]:
        """The word and all below it: what is left below, itself, what is right."""
        return self.doc.by_tree[self.span_below]

    @property
    def left_edge(self) -> "Token":
        """The first in the text of the word and those below it."""
        return self.doc.edges(self)[0]

    @property
    def right_edge(self) -> "Token":
        """The last in the text of the word and those below it."""
        return self.doc.edges(self)[1]

    @property
    def ancestors(self) -> Iterator["Token"]:
        """The words above, from the next on."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def conjuncts(self) -> tuple["Token", ...]:
        """The words that it is joined with, in the order of the chain."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        chain = [first]
        for word in chain:
            chain.extend(child for child in word.rights if child.dep_ == "conj")
        return tuple(word for word in chain if word is not self)

    def is_ancestor(self, other: "Token") -> bool:
        """Tell whether another word stands anywhere below."""
        return any(above is self for above in other.ancestors)

    def nbor(self, by: int = 1) -> "Token":
        """Return the word so many after it.

        Raises:
            IndexError: the text has none there.

        """
        at = self.i + by
        if at < 0:
            raise IndexError(at)
        return self.doc.words[at]
