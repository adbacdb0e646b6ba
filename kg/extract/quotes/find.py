"""The story of this folder: an article's attributions by every rule become its quotes."""

from collections.abc import Iterator, Sequence
from typing import Literal

from kg.extract.quotes import circumstances, first_person, nesting, speaking
from kg.extract.quotes.according import according
from kg.extract.quotes.another import until_another
from kg.extract.quotes.continuation import join
from kg.extract.quotes.direct import direct
from kg.extract.quotes.headlines import headlines
from kg.extract.quotes.named import named
from kg.extract.quotes.page import Attribution, Page
from kg.extract.quotes.pronouns import continued
from kg.extract.quotes.reported import reported
from kg.extract.quotes.speakers import bare, words
from kg.extract.quotes.substance import empty
from kg.extract.quotes.turns import turns
from kg.extract.syntax.context import Context
from kg.facts import Evidence, Quote, Span
from kg.language.parsed import Token

#: Confidence of a rule's quotes until kg.extract.measured has measured it.
UNMEASURED = 0.8
FIRST_PERSONS = first_person.ONE | first_person.SEVERAL
#: How far a headline reaches at most, in characters.
HEAD = 120


def quotes(context: Context) -> Iterator[Quote]:
    """Yield the quotations and reported speech of an article in the order of the text."""
    page = Page(context)
    found, loose = direct(page)
    found += according(page)
    taken = {attribution.cue.i for attribution in found}
    found += turns(page, taken)
    found += headlines(page, taken)
    found += reported(page, taken)
    attributions = sorted(map(page.undated, join(page, found, loose)), key=lambda a: (a.content[0], a.cue.i))
    # Of a clause that is all cue ("he was called to") nothing is left to be said.
    whole = (
        a
        for a in until_another(page, attributions)
        if all(span.start < span.end for span in a.content) and not _of_himself(a)
    )
    told = [(a, _quote(page, a)) for a in whole if not empty(page, a)]
    told = [(a, quote) for a, quote in told if not _topic(page, a, quote, told)]
    yield from continued(page, nesting.told(told))


def _quote(page: Page, found: Attribution) -> Quote:
    context, cue, speaker = page.context, found.cue, found.speaker
    evidence = Evidence(context.sentence(cue), found.rule, UNMEASURED, circumstances.modality(cue))
    return Quote(
        fragments=found.content,
        kind="direct" if found.form == "turn" else _kind(page, found.content),
        evidence=evidence,
        cue=_cue(context, cue),
        speaker=_speaker(page, speaker, cue) if speaker is not None else None,
        speakers=tuple(named(page, speaker, cue)) if speaker is not None else (),
        addressee=None if found.form == "according-to" else circumstances.addressee(context, cue, found.content),
        place=speaking.place(context, cue),
        stance=found.form == "stance",
    )


def _of_himself(found: Attribution) -> bool:
    """Tell whether what stands before the cue is its subject: "Jo Poe, host of “Morning Jo,” agreed"."""
    who = found.speaker
    named_first = who is not None and found.form == "direct" and who.dep_ in {"nsubj", "nsubjpass"}
    return named_first and any(span.start <= who.idx < span.end for span in found.content if who is not None)


def _topic(page: Page, found: Attribution, quote: Quote, told: Sequence[tuple[Attribution, Quote]]) -> bool:
    """Tell whether a headline's name before the colon is what it is about: of whom the article quotes nothing.

    "Jo Poe: we will win" is what she says, by its "we".
    """
    if found.form != "headline" or not any(s.form == "name" for s in quote.speakers) or quote.fragments[0].start > HEAD:
        return False
    said = page.doc.char_span(*quote.fragments[0], alignment_mode="expand")
    if said is not None and not FIRST_PERSONS.isdisjoint(token.lower_ for token in said):
        return False
    who = {speaker.entity for speaker in quote.speakers}
    return not any(other is not quote and who & {s.entity for s in other.speakers} for _, other in told)


def _speaker(page: Page, head: Token, cue: Token) -> Span:
    """Return the speaker's phrase without what is told of him beside, as far as it stands outside the marks."""
    phrase = bare(words(head, cue), head)
    left, right = phrase.start, phrase.end - 1
    for i in range(phrase.start, phrase.end):
        if page.inside[i] >= 0 and page.inside[head.i] < 0:
            left, right = (i + 1, right) if i < head.i else (left, min(right, i - 1))
    return page.span(left, right)


def _cue(context: Context, cue: Token) -> Span:
    """Return the cue with the auxiliaries right before it: "has claimed"."""
    first = cue.i
    while first and context.doc[first - 1].head.i == cue.i and context.doc[first - 1].dep_ in {"aux", "auxpass", "neg"}:
        first -= 1
    if context.doc[first].lower_ == "to":
        first += 1
    return context.span(context.doc[first : cue.i + 1])


def _kind(page: Page, content: tuple[Span, ...]) -> Literal["direct", "mixed", "indirect"]:
    """Tell whether all, some or none of the content stands between quotation marks."""
    words, inside = page.words(content)
    if not inside:
        return "indirect"
    return "direct" if inside == words else "mixed"
