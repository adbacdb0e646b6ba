"""Interviews and transcripts: what stands after "A:" or "Khan:" is said by who answers or is named there."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from spacy.tokens import Token

from kg.extract.quotes.page import Attribution, Page
from kg.facts import Mention, Span

#: Who asks, and who answers, where they are not named.
ASKS = frozenset({"q", "question", "interviewer", "reporter", "moderator", "host"})
ANSWERS = frozenset({"a", "answer"})
#: Fewer labels make no talk; a label is no longer, in tokens.
LEAST, LONGEST = 2, 10


@dataclass(frozen=True, slots=True)
class Turn:
    """A labelled paragraph: its label's last token, the colon, and the tokens of what is said with what goes on."""

    label: Token
    colon: int
    paragraphs: tuple[tuple[int, int], ...]


def turns(page: Page, taken: set[int]) -> Iterator[Attribution]:
    """Yield what each turn of a talk says, and take its colon."""
    found = list(_labelled(page))
    who = {turn.label.lower_ for turn in found}
    if len(found) < LEAST or (len(who) < LEAST and not who & ASKS):
        return
    answers = _interviewed(page, found[0].label.i)
    for turn in found:
        taken.add(turn.colon)
        content = tuple(span for first, end in turn.paragraphs if (span := _said(page, first, end)))
        if content and page.inside[turn.colon + 1] < 0:
            yield Attribution("turn", "", page.doc[turn.colon], content, _speaker(page, turn.label, answers))


def _labelled(page: Page) -> Iterator[Turn]:
    """Yield the turns; a paragraph without a label goes on with the one before it if another turn follows."""
    paragraphs = list(page.paragraph_tokens())
    colons = [_colon(page, first, end) for first, end in paragraphs]
    starts = [n for n, colon in enumerate(colons) if colon is not None]
    for n, after in zip_longest(starts, starts[1:]):
        colon, last = colons[n], n + 1 if after is None else after
        if colon is not None:
            label = page.doc[_name_end(page, paragraphs[n][0], colon)]
            yield Turn(label, colon, ((colon + 1, paragraphs[n][1]), *paragraphs[n + 1 : last]))


def _colon(page: Page, first: int, end: int) -> int | None:
    """Return the colon after a label that opens a paragraph: a letter, a word for who asks, a person's name."""
    reach = range(first, min(end - 1, first + LONGEST + 1))
    colon = next((i for i in reach if page.doc[i].text == ":"), None)
    if colon is None or colon == first or page.inside[colon] >= 0:
        return None
    label = page.doc[_name_end(page, first, colon)]
    if colon == first + 1 and label.lower_ in ASKS | ANSWERS:
        return colon
    named = _named(page, label) is not None
    plain = not any(page.doc[i].pos_ in {"VERB", "AUX", "PRON"} for i in range(first, colon))
    return colon if named and plain else None


def _name_end(page: Page, first: int, colon: int) -> int:
    """Return the last token of the name that a label begins with: "ANN LEE, HOST"."""
    return next((i for i in range(first + 1, colon) if page.doc[i].text == ","), colon) - 1


def _said(page: Page, first: int, end: int) -> Span | None:
    """Return the words of a paragraph, with the mark that ends its last sentence."""
    words = [i for i in range(first, end) if not page.doc[i].is_space]
    if not any(page.doc[i].is_alpha for i in words) or _is_note(page, words):
        return None
    last = page.doc[words[-1]]
    return Span(page.doc[words[0]].idx, last.idx + len(last))


def _is_note(page: Page, words: list[int]) -> bool:
    """Tell whether a paragraph only tells what is heard: "(LAUGHTER)"."""
    return page.doc[words[0]].text in {"(", "["} and page.doc[words[-1]].text in {")", "]"}


def _interviewed(page: Page, first: int) -> Token | None:
    """Return the name of who is spoken to: the person whom the words before the first turn name most."""
    before = page.doc[first].idx
    named = [m for m in page.context.mentions if (m.kind, m.form) == ("Person", "name") and m.span.end <= before]
    if not named:
        return None
    times = Counter(mention.entity for mention in named)
    most = max(named, key=lambda mention: (times[mention.entity], -mention.span.start))
    latest = max((m for m in named if m.entity == most.entity), key=lambda m: m.span)
    return page.doc[page.token_at(latest.span.end - 1)]


def _named(page: Page, label: Token) -> Token | None:
    """Return the name that a label is, or in capitals the first of the same surname: "BRANDT" for Ilse Brandt."""
    mention = page.context.mention(label)
    if mention is not None and mention.kind in {"Person", "Organization"} and mention.form == "name":
        return label
    same = (m for m in page.context.mentions if (m.kind, m.form) == ("Person", "name") and _ends_so(m, label))
    first = min(same, key=lambda m: m.span, default=None) if label.is_upper else None
    return None if first is None else page.doc[page.token_at(first.span.end - 1)]


def _ends_so(mention: Mention, label: Token) -> bool:
    return mention.text.split()[-1].casefold() == label.lower_


def _speaker(page: Page, label: Token, answers: Token | None) -> Token | None:
    if label.lower_ in ANSWERS:
        return answers
    return None if label.lower_ in ASKS else _named(page, label)
