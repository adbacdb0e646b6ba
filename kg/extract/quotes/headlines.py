"""Khan: we will not be cowed. Poll: three races are tight. We will not be cowed: Khan."""

from collections.abc import Iterator

from kg.extract.quotes import cues
from kg.extract.quotes.page import Attribution, Page
from kg.language.parsed import Token

#: The longest name before a colon, in tokens, and the shortest saying after it.
LONGEST_NAME = 7
SHORTEST_SAYING = 3
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def headlines(page: Page, taken: set[int]) -> Iterator[Attribution]:
    """Yield what a paragraph gives to the name before its first colon: a headline, a line of an interview."""
    for number, (first, end) in enumerate(page.paragraph_tokens()):
        colon = next((i for i in range(first, min(end, first + LONGEST_NAME + 1)) if page.doc[i].text == ":"), None)
        yield from _trailing(page, first, end, taken)
        if colon is None or colon == first or colon in taken or end - colon - 1 < SHORTEST_SAYING:
            continue
        speaker = _speaker(page, first, colon, end, headline=number == 0)
        if speaker is not None and page.inside[colon] < 0 and page.inside[colon + 1] < 0:
            yield Attribution("headline", "", page.doc[colon], (page.span(colon + 1, end - 1),), speaker)


def _trailing(page: Page, first: int, end: int, taken: set[int]) -> Iterator[Attribution]:
    """Yield what is said before a colon that only a person's name follows."""
    last = page.word_before(end)
    colon = next((i for i in range(last - 1, max(first, last - LONGEST_NAME), -1) if page.doc[i].text == ":"), None)
    if colon is None or colon in taken or colon - first < SHORTEST_SAYING or page.inside[colon - 1] >= 0:
        return
    named = page.context.person(page.doc[last]) is not None
    bare = all(page.doc[i].pos_ in {"PROPN", "NOUN", "ADJ"} for i in range(colon + 1, last + 1))
    states = any(word.tag_ in FINITE for word in page.doc[first:colon])
    if named and bare and states:
        yield Attribution("headline", "", page.doc[colon], (page.span(first, colon - 1),), page.doc[last])


def _speaker(page: Page, first: int, colon: int, end: int, *, headline: bool) -> Token | None:
    """Return who is named before the colon: a person, or in a headline a document that can say something."""
    last = page.doc[colon - 1]
    if any(page.doc[i].pos_ in {"VERB", "AUX", "ADP", "PUNCT"} for i in range(first, colon)):
        return None
    mention = page.context.mention(last)
    if mention is not None and mention.kind in {"Person", "Organization"} and (headline or mention.kind == "Person"):
        return last
    states = any(word.tag_ in FINITE for word in last.doc[colon:end])
    return last if headline and states and last.lemma_.lower() in cues.DOCUMENTS else None
