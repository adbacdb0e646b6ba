"""Interviews and transcripts: what stands after "A:" or "Khan:" is said by who answers or is named there."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile, zip_longest

from kg.extract.quotes import first_person
from kg.extract.quotes.page import Attribution, Page
from kg.facts import Mention, Span
from kg.language.parsed import Token

#: Who asks, and who answers, where they are not named.
ASKS = frozenset({"q", "question", "interviewer", "reporter", "moderator", "host"})
ANSWERS = frozenset({"a", "answer"})
#: Fewer labels make no talk; a label is no longer, in tokens.
LEAST, LONGEST = 2, 10
#: Questions without a label that make an interview, and the longest of them, in tokens.
ASKED, LONGEST_QUESTION = 3, 60
YOU = frozenset({"you", "your", "you're", "yours"})
FIRST_PERSONS = first_person.ONE | first_person.SEVERAL
NAMED_AS = frozenset({"nsubj", "nsubjpass", "poss"})


@dataclass(frozen=True, slots=True)
class Turn:
    """A labelled paragraph: its label's last token, the colon, and the tokens of what is said with what goes on."""

    label: Token
    colon: int
    paragraphs: tuple[tuple[int, int], ...]


def turns(page: Page, taken: set[int]) -> Iterator[Attribution]:
    """Yield what each turn of a talk says, and take the mark that it hangs on."""
    labelled = list(_labelled_turns(page, taken))
    yield from labelled or _unlabelled(page, taken)


def _labelled_turns(page: Page, taken: set[int]) -> Iterator[Attribution]:
    found = list(_labelled(page))
    who = {turn.label.lower_ for turn in found}
    if len(found) < LEAST or (len(who) < LEAST and not who & ASKS):
        return
    answers = _interviewed(page, found[0].label.i)
    for turn in found:
        taken.add(turn.colon)
        speaker = _speaker(page, turn.label, answers)
        content = _spoken(page, turn.paragraphs, speaker)
        if content and page.inside[turn.colon + 1] < 0:
            yield Attribution("turn", "", page.doc[turn.colon], content, speaker)


def _unlabelled(page: Page, taken: set[int]) -> Iterator[Attribution]:
    """Yield the answers of an interview whose questions stand in paragraphs of their own, without labels."""
    paragraphs = list(page.paragraph_tokens())
    asked = [n for n, (first, end) in enumerate(paragraphs) if _is_question(page, first, end)]
    to_somebody = [n for n in asked if any(page.doc[i].lower_ in YOU for i in range(*paragraphs[n]))]
    talk = len(asked) >= ASKED and len(to_somebody) >= LEAST
    answers = _interviewed(page, paragraphs[asked[0]][0]) if talk else None
    found = []
    for n, after in zip_longest(asked, asked[1:]) if answers is not None else ():
        content = _spoken(page, paragraphs[n + 1 : n + 2 if after is None else after], answers)
        mark = _last_word(page, *paragraphs[n])
        if content and mark not in taken:
            found.append(Attribution("turn", "", page.doc[mark], content, answers))
    of_self = [each for each in found if any(_mine(page, span) for span in each.content)]
    if 2 * len(of_self) >= max(len(found), ASKED):
        taken.update(each.cue.i for each in found)
        yield from found


def _is_question(page: Page, first: int, end: int) -> bool:
    """Tell whether a paragraph is a question: "What made you write it?"."""
    last = _last_word(page, first, end)
    plain = all(page.inside[i] < 0 for i in (first, last))
    return plain and page.doc[last].text == "?" and last - first <= LONGEST_QUESTION


def _last_word(page: Page, first: int, end: int) -> int:
    return next((i for i in range(end - 1, first, -1) if not page.doc[i].is_space), first)


def _mine(page: Page, span: Span) -> bool:
    """Tell whether who says words speaks of himself: "I", "my", "we"."""
    said = page.doc.char_span(*span, alignment_mode="expand")
    return said is not None and not FIRST_PERSONS.isdisjoint(token.lower_ for token in said)


def _spoken(page: Page, paragraphs: Iterable[tuple[int, int]], speaker: Token | None) -> tuple[Span, ...]:
    """Return what paragraphs say as far as the paper does not go on in its own words, of the speaker by name."""
    said = takewhile(lambda each: not _narrated(page, *each, speaker), paragraphs)
    return tuple(span for first, end in said if (span := _said(page, first, end)))


def _narrated(page: Page, first: int, end: int, speaker: Token | None) -> bool:
    """Tell whether a paragraph tells of the speaker, as nobody does of himself: "Halloran will give a talk"."""
    who = page.context.mention(speaker) if speaker is not None else None
    if who is None or who.form != "name":
        return False
    subjects = (page.doc[i] for i in range(first, end) if page.doc[i].dep_ in NAMED_AS and page.inside[i] < 0)
    named = (m for m in map(page.context.mention, subjects) if m is not None)
    return any(m.form == "name" and m.entity == who.entity for m in named)


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
    named = [m for m in page.context.mentions if m.is_named_person and m.span.end <= before]
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
    same = (m for m in page.context.mentions if m.is_named_person and _ends_so(m, label))
    first = min(same, key=lambda m: m.span, default=None) if label.is_upper else None
    return None if first is None else page.doc[page.token_at(first.span.end - 1)]


def _ends_so(mention: Mention, label: Token) -> bool:
    return mention.text.split()[-1].casefold() == label.lower_


def _speaker(page: Page, label: Token, answers: Token | None) -> Token | None:
    if label.lower_ in ANSWERS:
        return answers
    return None if label.lower_ in ASKS else _named(page, label)
