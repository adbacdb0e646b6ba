"""Words between quotation marks that a cue beside them gives to a speaker."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extract.quotes import cues, speakers
from kg.extract.quotes.page import Attribution, Page, Stretch
from kg.facts import Span

#: How far from the marks a cue may stand, in tokens.
REACH = 40
RUNS_ON = frozenset(",?!-–—…")
CLAUSES_OF_NOUNS = frozenset({"relcl", "acl"})


def direct(page: Page) -> Iterator[Attribution]:
    """Yield each quotation that has a cue, with the fragments that follow it in its paragraph."""
    found: list[Attribution] = []
    last: Stretch | None = None
    for number, stretch in enumerate(page.stretches):
        before, after = _around(page, number)
        if found and last and _goes_on(page, found[-1], last, stretch, before):
            found[-1] = _joined(found[-1], stretch.quoted.fragments)
            last = stretch
        elif attribution := _cue_before(page, stretch, before) or _cue_after(page, stretch, before, after):
            found.append(attribution)
            last = stretch
    yield from found


def _around(page: Page, number: int) -> tuple[range, range]:
    """Return the tokens between this stretch and its neighbours in its paragraph."""
    stretch = page.stretches[number]
    start, _ = page.paragraph(stretch.first)
    _, end = page.paragraph(stretch.last)
    if number:
        start = max(start, page.stretches[number - 1].last + 1)
    if number + 1 < len(page.stretches):
        end = min(end, page.stretches[number + 1].first)
    return range(start, stretch.first), range(stretch.last + 1, end)


def _joined(attribution: Attribution, fragments: Sequence[Span]) -> Attribution:
    return Attribution(attribution.rule, attribution.cue, (*attribution.content, *fragments), attribution.speaker)


def _goes_on(page: Page, found: Attribution, last: Stretch, stretch: Stretch, before: range) -> bool:
    """Tell whether quoted words go on with the quotation before them ("X," she said, "Y.")."""
    cue = found.cue.i
    if not before or before.start != last.last + 1:
        return not before and last.last + 1 == stretch.first
    if page.doc[before[-1]].text == ":" or not (cue in before or page.ends_sentence(last.last)):
        return False
    if page.paragraph(cue)[0] != page.paragraph(stretch.first)[0]:
        return False
    breaks = sum(page.doc[i].text in {".", "!", "?"} for i in before)
    if page.ends_sentence(before[-1]):
        return breaks == 1 and cue in before
    return breaks == 0 and page.doc[before[-1]].text in {",", "—", "–", "-", ";"}


def _cue_before(page: Page, stretch: Stretch, before: range) -> Attribution | None:
    """Find the cue of: Khan said: "X"; Khan told Sky News, "X"; Khan: "X"."""
    if not before:
        return None
    mark = page.doc[before[-1]]
    start = max(page.sentence_start(before[-1]), before.start, stretch.first - REACH)
    words = [page.doc[i] for i in range(start, stretch.first)]
    if mark.text == ":":
        cue = _last_cue(words) or _root(words)
        rule = "quote-direct-cue-before"
        if cue is None:
            head = (
                words[0]
                if len(words) == 1
                else next((w for w in words if w.head.i not in range(start, stretch.first) or w.head.i == w.i), None)
            )
            return Attribution("quote-direct-colon", mark, stretch.quoted.fragments, head)
    elif mark.text == "," or mark.lemma_.lower() in cues.QUOTE:
        cue = _last_cue(words)
        rule = "quote-direct-cue-before"
    else:
        return None
    if cue is None:
        return None
    return Attribution(rule, cue, stretch.quoted.fragments, _beside(page, cue, words))


def _cue_after(page: Page, stretch: Stretch, before: range, after: range) -> Attribution | None:
    """Find the cue of: "X," said Khan; "X," he told Sky News."""
    inner = page.text[stretch.quoted.end - 3 : stretch.quoted.end].rstrip("\"'”’»“ ")[-1:]
    words = []
    for i in after[:REACH]:
        if page.doc[i].text in {".", "!", "?", ";"}:
            break
        words.append(page.doc[i])
    if not words or not (inner in RUNS_ON or words[0].text == "," or words[0].lemma_ in cues.QUOTE):
        return None
    cue = next((w for w in words if is_cue(w) and w.dep_ not in CLAUSES_OF_NOUNS), None)
    if cue is None:
        return None
    fragments = stretch.quoted.fragments
    start = page.sentence_start(stretch.first)
    if start in before and start < stretch.first:
        # Cruz is "a liar," Trump said.
        fragments = (Span(page.doc[start].idx, fragments[0].end), *fragments[1:])
    return Attribution("quote-direct-cue-after", cue, fragments, _beside(page, cue, words))


def is_cue(word: Token) -> bool:
    """Tell whether the word is a verb that can stand beside quoted words."""
    return word.lemma_.lower() in cues.QUOTE and word.pos_ in {"VERB", "AUX", "NOUN"}


def _last_cue(words: Sequence[Token]) -> Token | None:
    found = [w for w in words if is_cue(w)]
    return next((w for w in reversed(found) if w.dep_ not in CLAUSES_OF_NOUNS), found[-1] if found else None)


def _root(words: Sequence[Token]) -> Token | None:
    """Return the main verb of the words, if they have one."""
    verbs = [w for w in words if w.pos_ in {"VERB", "AUX"} and w.dep_ not in CLAUSES_OF_NOUNS]
    return next((w for w in verbs if w.dep_ == "ROOT"), verbs[0] if verbs else None)


def _beside(page: Page, cue: Token, words: Sequence[Token]) -> Token | None:
    """Return the head of the speaker's phrase: the cue's subject, or else the noun next to it outside the marks."""
    head = speakers.subject(cue)
    if head is not None and page.inside[head.i] < 0:
        return head
    left = [w for w in words if w.i < cue.i and w.pos_ in speakers.NOMINAL]
    right = [w for w in words if w.i > cue.i and w.pos_ in {"PROPN", "NOUN", "PRON"}]
    beside = left[-1] if left else right[0] if right else None
    inside = {w.i for w in words}
    while beside is not None and beside.head.i in inside - {beside.i, cue.i} and beside.head.pos_ in speakers.NOMINAL:
        beside = beside.head
    return beside
