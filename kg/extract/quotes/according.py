"""X, according to the police; in the words of the mayor; in her view, X."""

from collections.abc import Iterator

from kg.extract.quotes.page import Attribution, Page
from kg.facts import Span
from kg.language.parsed import Token


def according(page: Page) -> Iterator[Attribution]:
    """Yield what a source is named for by "according to": the rest of its sentence."""
    for word in page.doc:
        if word.lower_ == "according" and page.inside[word.i] < 0 and word.i + 1 < len(page.doc):
            noun = _source(word)
            if noun is not None and (content := _rest(page, word, noun)):
                yield Attribution("according-to", "", word, content, noun)


def _source(word: Token) -> Token | None:
    if word.nbor().lower_ != "to":
        return None
    return next((noun for noun in word.nbor().children if noun.dep_ in {"pobj", "pcomp"}), None)


def _rest(page: Page, word: Token, noun: Token) -> tuple[Span, ...]:
    """Return the sentence without the words from "according" to the end of its source's phrase."""
    start, end = page.sentence_start(word.i), page.sentence_end(word.i)
    last = _last(page, noun, opens=start == word.i)
    while start < word.i and page.doc[start].lower_ in CONNECTIVES:
        start += 1
    found = []
    if start < word.i - 1:
        found.append(page.span(start, word.i - 1))
    goes_on = page.doc[last + 1].text == "," and page.doc[end - 1].i > last + 2 and _clause(page, last + 1, end)
    if last < end and (not found or goes_on):
        found.append(page.span(last + 1, end))
    return tuple(span for span in found if any(c.isalnum() for c in page.text[span.start : span.end]))


def _clause(page: Page, first: int, end: int) -> bool:
    """Tell whether words go on with what is said: "according to Foss, the prosecutor" only says who she is."""
    return any(page.doc[i].pos_ in {"VERB", "AUX"} for i in range(first, end))


def _last(page: Page, noun: Token, *, opens: bool) -> int:
    """Return the last token of the source: where "according to" opens the sentence, a comma ends it."""
    last = noun.right_edge.i
    if not opens:
        return last
    comma = next((i for i in range(noun.i + 1, last + 1) if page.doc[i].text == ","), last + 1)
    # "According to Jo Poe, head of the board's committee on roads, the road is closed"
    office = next((c for c in noun.rights if c.dep_ == "appos" and c.left_edge.i == comma + 1), None)
    ends = office is not None and office.pos_ == "NOUN" and page.doc[office.right_edge.i + 1].text == ","
    return office.right_edge.i if office is not None and ends else comma - 1


#: Words that lead over from the sentence before and are not the source's.
CONNECTIVES = frozenset({"but", "and", "nevertheless", "however", "still", "meanwhile", "so", "yet", ","})
