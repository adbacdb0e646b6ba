"""Where a word stands in its sentence: its role, its clause, its quotation, its paragraph."""

from bisect import bisect_right
from functools import cached_property

from kg.extract.syntax.columns import tagged, worded
from kg.language.parsed import Doc, Token

ROLES = {
    "nsubj": "subject", "nsubjpass": "subject", "csubj": "subject", "dobj": "object", "dative": "object",
    "attr": "object", "poss": "possessor", "pobj": "oblique", "agent": "agent", "appos": "apposition",
    "compound": "modifier", "nmod": "modifier", "amod": "modifier",
}  # fmt: skip
MARKS = frozenset({'"', "“", "”", "``", "''"})
VERBS = frozenset({"VERB", "AUX"})


class Syntax:
    """One Doc's sentences, paragraphs and quotations by token, computed once."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.starts = [sentence.start for sentence in doc.sents]

    def sentence(self, i: int) -> int:
        """Return the number of the sentence that a token stands in."""
        return bisect_right(self.starts, i) - 1

    def paragraph(self, i: int) -> int:
        """Return the number of the paragraph that a token stands in."""
        return bisect_right(self._breaks, i)

    def quoted(self, i: int) -> bool:
        """Tell whether a token stands between quotation marks."""
        mark = bisect_right(self._marks, i)
        opened = bisect_right(self._marks, self._breaks[self.paragraph(i) - 1] if self.paragraph(i) else -1)
        return (mark - opened) % 2 == 1

    @cached_property
    def _breaks(self) -> list[int]:
        return [token.i for token in tagged(self.doc, {"_SP"}) if "\n" in token.text]

    @cached_property
    def _marks(self) -> list[int]:
        return [token.i for token in worded(self.doc, MARKS)]


def role(token: Token) -> str:
    """Return the role of a noun or pronoun in its clause; a conjunct has that of the first conjunct."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    if token.dep_ == "pobj" and token.head.dep_ == "agent":
        return "agent"
    return ROLES.get(token.dep_, "other")


def clause(token: Token) -> Token:
    """Return the verb of the clause that a token stands in, or the root where there is none."""
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in VERBS and token.dep_ not in {"aux", "auxpass"}:
            break
    return token


def depth(token: Token) -> int:
    """Return how many words are above a token."""
    steps = 0
    while token.head.i != token.i:
        token = token.head
        steps += 1
    return steps
