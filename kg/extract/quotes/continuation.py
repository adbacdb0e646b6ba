"""Quoted words without a cue of their own that go on with what was said before them."""

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.quotes.page import Attribution, Page, Stretch
from kg.facts import Span


def join(page: Page, found: Iterable[Attribution], loose: Iterable[Stretch]) -> list[Attribution]:
    """Return the attributions, each to the end of the quoted words in it and with the sentences quoted after it."""
    attributions = [_whole(page, attribution) for attribution in found]
    by_end = {_end(page, a): n for n, a in enumerate(attributions)}
    for stretch in loose:
        number = _before(page, stretch, by_end)
        if number is not None:
            attributions[number] = attributions[number].joined(stretch.quoted.fragments)
            by_end[stretch.last] = number
    return attributions


def _end(page: Page, found: Attribution) -> int:
    """Return the last token of the sentence of what is said and its cue."""
    return page.sentence_end(page.token_at(max(found.content[-1].end - 1, found.cue.idx)))


def _whole(page: Page, found: Attribution) -> Attribution:
    """Return the attribution with its last fragment stretched to the closing mark, where the parser cut it short."""
    *rest, last = found.content
    number = page.inside[page.token_at(last.end - 1)]
    if number < 0:
        return found
    quoted = page.stretches[number].quoted
    if last.start >= quoted.start or last.end >= quoted.end:
        return found
    return replace(found, content=(*rest, Span(last.start, quoted.end)))


def _before(page: Page, stretch: Stretch, by_end: dict[int, int]) -> int | None:
    """Return which attribution ends with the sentence before a quoted sentence of the same paragraph."""
    before = page.word_before(stretch.first)
    if before < 0 or not page.ends_sentence(before) or not page.ends_sentence(stretch.last):
        return None
    first, _ = page.paragraph(stretch.first)
    last = page.paragraph(stretch.last)[1]
    if stretch.first == first and stretch.last == last - 1:
        # A quoted paragraph with no word of the reporter's goes on with the paragraph before it.
        first = page.previous_paragraph(first)
    return by_end.get(before) if before >= first else None
