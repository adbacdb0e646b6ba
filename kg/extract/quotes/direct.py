"""Words between quotation marks that a cue beside them gives to a speaker."""

from collections.abc import Sequence
from itertools import takewhile

from kg.extract.quotes import beside, cues, speakers
from kg.extract.quotes.page import SENTENCE_ENDS, Attribution, Page, Stretch
from kg.facts import Span
from kg.language.parsed import Token

#: How far from the marks a cue may stand, in tokens.
REACH = 40
RUNS_ON = frozenset(",?!-–—…")
#: What stands before marks that go on with a sentence.
GOES_ON = frozenset({",", "—", "–", "-", "--", ";"})
#: Quoted words of up to this many tokens, with their marks, are a title rather than a sentence.
SHORTEST = 3
DASHES = frozenset({"-", "--", "–", "—", "―"})
#: The longest signature under a quotation, in tokens, with its dash.
SIGNATURE = 12


def direct(page: Page) -> tuple[list[Attribution], list[Stretch]]:
    """Return each quotation that has a cue, with the fragments that follow it, and the quoted words that have none."""
    found: list[Attribution] = []
    loose: list[Stretch] = []
    last: Stretch | None = None
    for number, stretch in enumerate(page.stretches):
        before, after = _around(page, number)
        own = (
            _cue_before(page, stretch, before)
            or _cue_after(page, stretch, before, after)
            or _signed(page, stretch, before, after)
        )
        if found and last and _goes_on(page, found[-1], own, last, stretch):
            found[-1] = found[-1].joined(stretch.quoted.fragments)
            last = stretch
        elif own:
            found.append(own)
            last = stretch
        else:
            loose.append(stretch)
    return found, loose


def _around(page: Page, number: int) -> tuple[range, range]:
    """Return the tokens between this stretch and its neighbours in its paragraph."""
    stretch = page.stretches[number]
    start, _ = page.paragraph(stretch.first)
    _, end = page.paragraph(stretch.last)
    if start == stretch.first and page.announces(start):
        start = page.previous_paragraph(start)
    if number:
        start = max(start, page.stretches[number - 1].last + 1)
    if number + 1 < len(page.stretches):
        end = min(end, page.stretches[number + 1].first)
    return range(start, stretch.first), range(stretch.last + 1, end)


def _goes_on(page: Page, found: Attribution, own: Attribution | None, last: Stretch, stretch: Stretch) -> bool:
    """Tell whether quoted words go on with the quotation before them ("X," she said, "Y.")."""
    cue = found.cue.i
    if page.paragraph(last.last) != page.paragraph(stretch.first):
        return False
    between = range(last.last + 1, stretch.first)
    if own and own.cue.i != cue:
        return False
    if not between:
        return True
    end = page.doc[between[-1]]
    breaks = sum(page.doc[i].text in SENTENCE_ENDS for i in between)
    if end.text[-1] == "." and len(end) > 1:
        # "X," he said in Calif. "Y."
        return breaks == 0 and cue in between
    if page.ends_sentence(end.i):
        return breaks == 1 and cue in between
    return breaks == 0 and cue in between and end.text in GOES_ON


def _cue_before(page: Page, stretch: Stretch, before: range) -> Attribution | None:
    """Find the cue of: Khan said: "X"; Khan told Sky News, "X"; Khan: "X"."""
    near = [page.doc[i] for i in before[-REACH:] if not page.doc[i].is_space]
    if not near:
        return None
    mark = near[-1]
    start = page.sentence_start(mark.i)
    words = [word for word in near if word.i >= start]
    opening = page.doc[min(stretch.first + 1, len(page.doc) - 1)]
    if not (mark.text in {":", ","} or (beside.is_cue(mark) and not opening.is_lower and _sentence(page, stretch))):
        return None
    cue = beside.last_cue(words)
    if cue is None and mark.text == ":":
        cue = beside.main_verb(words)
        if cue is None:
            return _colon(stretch, words)
    if cue is None:
        return None
    fragments = stretch.quoted.fragments
    begins = _begins(cue, words)
    if begins is not None:
        fragments = (Span(page.doc[begins].idx, fragments[0].end), *fragments[1:])
    lead = _lead(page, cue, words, stretch)
    return Attribution("direct", "cue-before", cue, (*lead, *fragments), beside.speaker(page, cue, words))


def _sentence(page: Page, stretch: Stretch) -> bool:
    """Tell whether quoted words can be a sentence: more than a title or a name."""
    return stretch.last - stretch.first > SHORTEST or page.doc[stretch.last - 1].text in {",", ".", "!", "?"}


def _colon(stretch: Stretch, words: Sequence[Token]) -> Attribution | None:
    """Khan: "We will not be cowed"."""
    inside = {w.i for w in words}
    head = next((w for w in words if w.head.i not in inside or w.head.i == w.i), None)
    if head is None or head.i == words[-1].i:
        return None
    return Attribution("direct", "colon", words[-1], stretch.quoted.fragments, head)


def _begins(cue: Token, words: Sequence[Token]) -> int | None:
    """Return where reported words begin that lead up to the marks: she said that he was wrong: "X"."""
    for word in words:
        if word.i > cue.i and (word.dep_ == "ccomp" and word.head.i == cue.i):
            return max(word.left_edge.i, cue.i + 1)
        if word.i == cue.i + 1 and word.lower_ in {"that", "whether"} and word.dep_ == "mark":
            return word.i
    return None


def _lead(page: Page, cue: Token, words: Sequence[Token], stretch: Stretch) -> tuple[Span, ...]:
    """Return the words before the cue's clause that the marks go on with: A downturn, he said, "could help"."""
    head = speakers.subject(cue)
    first = min(cue.i, head.left_edge.i) if head is not None and head.i < cue.i else cue.i
    opening = page.doc[min(stretch.first + 1, len(page.doc) - 1)]
    if first - 1 <= words[0].i or page.doc[first - 1].text != "," or not opening.is_lower:
        return ()
    return (page.span(words[0].i, first - 1),)


def _cue_after(page: Page, stretch: Stretch, before: range, after: range) -> Attribution | None:
    """Find the cue of: "X," said Khan; "X," he told Sky News."""
    near = (page.doc[i] for i in after[:REACH])
    words = list(takewhile(lambda word: word.text not in {".", "!", "?", ";"}, near))
    if not words or not _leads_to(page, stretch, words[0]):
        return None
    cue = next((w for w in words if beside.is_cue(w) and not beside.tells_apart(w)), None) or beside.any_verb(
        page, stretch, words
    )
    if cue is None or (cue.tag_ == "VBG" and before and not page.ends_sentence(before[-1])):
        # He called it "a lie," adding that she knew: the cue is another's.
        return None
    fragments = stretch.quoted.fragments
    start = page.sentence_start(stretch.first)
    if start in before and _belongs(page, stretch):
        # Cruz is "a liar," Trump said.
        fragments = (Span(page.doc[start].idx, fragments[0].end), *fragments[1:])
    return Attribution("direct", "cue-after", cue, fragments, beside.speaker(page, cue, words))


def _leads_to(page: Page, stretch: Stretch, first: Token) -> bool:
    """Tell whether a quotation may go on with who says it: by its last mark, or by the first word behind it."""
    inner = page.text[stretch.quoted.end - 3 : stretch.quoted.end].rstrip("\"'”’»“ ")[-1:]
    return first.dep_ != "cc" and (inner in RUNS_ON or first.text == "," or first.lemma_ in cues.QUOTE)


def _signed(page: Page, stretch: Stretch, before: range, after: range) -> Attribution | None:
    """Find the name under a quoted paragraph: "X" - Sadiq Khan."""
    words = [page.doc[i] for i in after if not page.doc[i].is_space]
    if before or len(words) > SIGNATURE or not words or words[0].text not in DASHES:
        return None
    if page.paragraph(stretch.last)[1] != after.stop or any(w.pos_ in {"VERB", "AUX"} for w in words):
        return None
    name = next((w for w in words[1:] if w.pos_ == "PROPN"), None)
    while name is not None and name.dep_ == "compound" and name.head.i in after:
        name = name.head
    found = stretch.quoted.fragments
    return Attribution("direct", "signed", words[0], found, name) if name is not None else None


def _belongs(page: Page, stretch: Stretch) -> bool:
    """Tell whether the words before the marks are said as well: not where a comma stands between and a new sentence."""
    opening = page.doc[min(stretch.first + 1, len(page.doc) - 1)]
    return not (page.doc[stretch.first - 1].text in {",", ":"} and opening.is_title)
