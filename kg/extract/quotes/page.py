"""An article laid out for the rules of quotation: its tokens, its paragraphs, its quotation marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Literal

from kg.extract.quotes.marks import Quoted, paragraphs, quoted
from kg.extract.quotes.speakers import CONTRASTS
from kg.extract.syntax.context import Context
from kg.facts import Span
from kg.language.layout import line
from kg.language.parsed import Token

#: Marks beside a verb; reported by a verb, noun or adjective; wanted or favoured; by a source; a headline; in a talk.
Form = Literal["direct", "verb", "noun", "adj", "stance", "according-to", "headline", "turn"]
#: What stands before a clause that goes on.
JOINTS = frozenset({",", "and", "but"})
SENTENCE_ENDS = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Found words and their cue: `content` in code points, `speaker` the head of its phrase.

    `form` is how they are given to him and `frame` the complement or side of the cue that they are; both are the rule.
    """

    form: Form
    frame: str
    cue: Token
    content: tuple[Span, ...]
    speaker: Token | None

    @property
    def rule(self) -> str:
        """The name of the rule that found them."""
        return "-".join(filter(None, ("quote", self.form, self.frame)))

    def joined(self, fragments: tuple[Span, ...]) -> "Attribution":
        """Return the attribution with more words that its cue governs."""
        return replace(self, content=(*self.content, *fragments))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Quoted words by their tokens: `first` is that of the opening mark, `last` that of the closing one."""

    quoted: Quoted
    first: int
    last: int


class Page:
    """Where the tokens of an article stand: in which paragraph, between which quotation marks."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.doc = context.doc
        self.text = context.article.text
        self._starts: list[int] = [token.idx for token in self.doc]
        # The parser's text has the line ends of hard-wrapped paragraphs made blank, at the same offsets.
        parsed = self.doc.text
        self._paragraphs = list(paragraphs(parsed))
        self._paragraph_starts = [p.start for p in self._paragraphs]
        #: The first token after the dateline.
        self._opening = bisect_left(self._starts, line(parsed)[1])
        self.stretches = [self._stretch(q) for q in quoted(parsed)]
        self.inside = [-1] * len(self.doc)
        for number, stretch in enumerate(self.stretches):
            for i in range(stretch.first, stretch.last + 1):
                self.inside[i] = number
        #: Tokens outside the marks before which a clause may end.
        self.joints = [
            token.i
            for token in self.doc
            if token.i and self.inside[token.i] < 0 and (token.lower_ in CONTRASTS or token.nbor(-1).text in JOINTS)
        ]
        self._ends = [i for i in range(len(self.doc)) if self.ends_sentence(i)]
        words = [token.is_alpha for token in self.doc]
        within = [word and stretch >= 0 for word, stretch in zip(words, self.inside, strict=True)]
        self._words, self._words_within = (list(accumulate(each, initial=0)) for each in (words, within))

    def words(self, spans: Iterable[Span]) -> tuple[int, int]:
        """Return how many words spans have, and how many of these stand between quotation marks."""
        ends = [(self.token_at(span.start), self.token_at(span.end - 1) + 1) for span in spans]
        number, within = (sum(to[b] - to[a] for a, b in ends if a < b) for to in (self._words, self._words_within))
        return number, within

    def _stretch(self, words: Quoted) -> Stretch:
        return Stretch(words, self.token_at(words.start), self.token_at(words.end - 1))

    def undated(self, found: Attribution) -> Attribution:
        """Return the attribution without the dateline before what is said."""
        first, *rest = found.content
        opening = self.doc[self._opening].idx if 0 < self._opening < len(self.doc) else 0
        return replace(found, content=(Span(opening, first.end), *rest)) if first.start < opening < first.end else found

    def token_at(self, offset: int) -> int:
        """Return the index of the token that stands at an offset, or of the last one before it."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def paragraph(self, i: int) -> tuple[int, int]:
        """Return the first token of the paragraph of a token, and the one after its last."""
        number = max(bisect_right(self._paragraph_starts, self._starts[i]) - 1, 0)
        span = self._paragraphs[number]
        return self.token_at(span.start), bisect_left(self._starts, span.end)

    def previous_paragraph(self, first: int) -> int:
        """Return the first token of the paragraph before the one that starts with a token."""
        i = self.word_before(first)
        return self.paragraph(i)[0] if i >= 0 else first

    def announces(self, first: int) -> bool:
        """Tell whether the paragraph before the one that starts with a token ends with a colon."""
        i = self.word_before(first)
        return i >= 0 and self.doc[i].text == ":"

    def word_before(self, i: int) -> int:
        """Return the last token before another that is no blank, or -1."""
        return next((j for j in range(i - 1, -1, -1) if not self.doc[j].is_space), -1)

    def paragraph_tokens(self) -> Iterator[tuple[int, int]]:
        """Yield the first token of each paragraph and the one after its last."""
        for span in self._paragraphs:
            yield self.token_at(span.start), bisect_left(self._starts, span.end)

    def sentence_start(self, i: int) -> int:
        """Return the first token of the sentence that a token stands in, seen from the full stops before it."""
        first, _ = self.paragraph(i)
        before = bisect_left(self._ends, i)
        return min(i, max(first, self._ends[before - 1] + 1)) if before else min(i, first)

    def sentence_end(self, i: int) -> int:
        """Return the last token of the sentence that a token stands in."""
        _, end = self.paragraph(i)
        after = bisect_left(self._ends, i)
        return max(i, min(end - 1, self._ends[after])) if after < len(self._ends) else max(i, end - 1)

    def ends_sentence(self, i: int) -> bool:
        """Tell whether a sentence ends with a token: a full stop, also of a short form, or a mark that closes one."""
        text = self.doc[i].text
        if text in SENTENCE_ENDS or (text[-1] == "." and self.starts(i + 1)):
            return True
        return self.inside[i] >= 0 and self.closes(i) and i > 0 and self.doc[i - 1].text in SENTENCE_ENDS

    def starts(self, i: int) -> bool:
        """Tell whether the parser starts a sentence with this token."""
        return i < len(self.doc) and bool(self.doc[i].is_sent_start)

    def closes(self, i: int) -> bool:
        """Tell whether the token is the closing mark of quoted words."""
        number = self.inside[i]
        return number >= 0 and self.stretches[number].last == i

    def span(self, first: int, last: int) -> Span:
        """Return the offsets from one token to another, both included, without punctuation that belongs to neither."""
        doc = self.doc
        while first < last and (doc[first].is_space or doc[first].text in EDGES):
            first += 1
        while last > first and (doc[last].is_space or doc[last].text in EDGES):
            last -= 1
        return Span(doc[first].idx, doc[last].idx + len(doc[last]))


EDGES = frozenset({",", ";", ":", "-", "--", "–", "—", "―", "."})
