"""Whom "he" and "it" beside a quotation mean, seen from what is said and who spoke before.

Nobody calls himself by his name in what he says, so that a man named inside a quotation is not who said it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.lexicon import gazetteer
from kg.extract.quotes.page import Page
from kg.extract.syntax.grammar import SUBJECTS
from kg.facts import Mention, Quote, Span

GENDERS = {"he": "m", "she": "f"}
#: Pronouns of who is never called so.
OTHERS = {"he": frozenset({"she", "her", "hers"}), "she": frozenset({"he", "him", "his"})}
OPPOSITE = {"he": "she", "she": "he"}
#: Sentences before a quotation in which who says it may stand.
NEAR = 4
#: Quotations before it whose speaker may go on.
RECENT = 3
BODIES = frozenset({"Organization", "Place"})


def continued(page: Page, quotes: Sequence[Quote]) -> list[Quote]:
    """Return the quotes in the order given, with other speakers where a pronoun cannot mean who it was taken for."""
    found: list[Quote] = []
    meant: dict[Span, Mention] = {}
    for quote in quotes:
        pronoun = quote.speakers[0] if len(quote.speakers) == 1 else None
        who = None if pronoun is None else meant.get(pronoun.span) or instead(page, found, quote, pronoun)
        if pronoun is not None and who is not None:
            meant[pronoun.span] = who
            spoken = replace(pronoun, entity=who.entity, kind=who.kind, form="pronoun")
            found.append(replace(quote, speakers=(spoken,)))
        else:
            found.append(quote)
    return found


def instead(page: Page, before: Sequence[Quote], quote: Quote, pronoun: Mention) -> Mention | None:
    """Return who speaks in place of whom the pronoun was taken for, or None where that may stand."""
    word = pronoun.text.lower()
    if word == "it" and pronoun.kind not in BODIES:
        bodies = (s for s in speakers(page, before, quote) if s.kind in BODIES)
        return itself(page, quote, pronoun) or next(bodies, None)
    return another(page, before, quote, pronoun) if word in GENDERS else None


def another(page: Page, before: Sequence[Quote], quote: Quote, pronoun: Mention) -> Mention | None:
    """Return who speaks in place of the person whom the pronoun was taken for: none is spoken of in his own words."""
    told = named_in(page, quote.fragments)
    if pronoun.entity in told:
        likely = (*speakers(page, before, quote), *subjects(page, quote))
        return next((s for s in likely if s.entity not in told and fits(s, pronoun)), None)
    if (last := goes_on(page, before, quote, pronoun, told)) is not None:
        return last
    if quote.kind == "indirect" or known_here(page, quote, pronoun):
        return None
    first, _ = page.paragraph(page.token_at(quote.fragments[0].start))
    here = [s for s in subjects(page, quote) if s.span.start >= page.doc[first].idx and s.entity not in told]
    return next((s for s in here if fits(s, pronoun)), None) or alone(page, quote, pronoun, here)


def itself(page: Page, quote: Quote, pronoun: Mention) -> Mention | None:
    """Return the body that tells of itself before the pronoun: "Talos Bank has named a new head, it said"."""
    first = quote.fragments[0]
    said = page.doc.char_span(*first, alignment_mode="expand") if first.end <= pronoun.span.start else None
    roots = (word for word in said or () if word.dep_ in SUBJECTS and said is not None and word.head == said.root)
    named = (m for m in map(page.context.mention, roots) if m is not None and m.form == "name")
    return next((m for m in named if m.kind == "Organization"), None)


def goes_on(page: Page, before: Sequence[Quote], quote: Quote, pronoun: Mention, told: set[str]) -> Mention | None:
    """Return who spoke in the sentence before and goes on, where the pronoun was taken for another.

    Not so where the other is spoken of there, and so may answer: "Ann Lee said Jo Poe lied. 'I did not,' he said".
    """
    last = before[-1] if before else None
    if last is None or len(last.speakers) != 1 or quote.kind == "indirect" or not adjacent(page, last, quote):
        return None
    speaker = last.speakers[0]
    other = {speaker.entity, pronoun.entity} & (told | named_in(page, last.fragments))
    right = speaker.entity != pronoun.entity and not other and fits(speaker, pronoun)
    return speaker if right and unlike(page, speaker).isdisjoint({pronoun.text.lower()}) else None


def adjacent(page: Page, last: Quote, quote: Quote) -> bool:
    """Tell whether a quotation stands in the sentence right after another's, or in the same."""
    end = max(last.fragments[-1].end, last.evidence.span.end)
    between = page.text[end : quote.fragments[0].start]
    return not any(letter.isalnum() for letter in between)


def unlike(page: Page, person: Mention) -> set[str]:
    """Return the pronouns that nobody calls a person by whom the article calls by those of the other gender."""
    said = {m.text.lower() for m in page.context.mentions if m.form == "pronoun" and m.entity == person.entity}
    return {word for word, other in OTHERS.items() if said & other and not said & OTHERS[OPPOSITE[word]]}


def alone(page: Page, quote: Quote, pronoun: Mention, here: Sequence[Mention]) -> Mention | None:
    """Return the only person of whom a paragraph has spoken, whom a first name may have given the wrong gender."""
    start, end = page.doc[page.paragraph(page.token_at(quote.fragments[0].start))[0]].idx, quote.fragments[0].start
    people = {m.entity for m in page.context.mentions if m.kind == "Person" and start <= m.span.start < end}
    known = {m.text.lower() for m in page.context.mentions if m.form == "pronoun" and m.entity in people}
    other = OTHERS[pronoun.text.lower()]
    return here[0] if here and people == {here[0].entity} and known.isdisjoint(other) else None


def speakers(page: Page, before: Sequence[Quote], quote: Quote) -> Iterator[Mention]:
    """Yield the speakers of the last quotations in this paragraph and the one before, the nearest first."""
    first, _ = page.paragraph(page.token_at(quote.fragments[0].start))
    start = page.doc[page.previous_paragraph(first)].idx
    for other in reversed(before[-RECENT:]):
        if len(other.speakers) == 1 and other.fragments[-1].end > start:
            yield other.speakers[0]


def subjects(page: Page, quote: Quote) -> Iterator[Mention]:
    """Yield the persons who are named as subjects in the sentences before, the nearest sentence first."""
    token = page.doc[page.token_at(quote.fragments[0].start)]
    sentences = [s for s in page.context.sentences if s.end <= token.i][-NEAR:]
    for sentence in reversed(sentences):
        for word in sentence:
            person = page.context.person(word) if word.dep_ in SUBJECTS else None
            if person is not None and page.inside[word.i] < 0:
                yield person


def named_in(page: Page, fragments: Sequence[Span]) -> set[str]:
    """Return who and what is called by a name or a description in what is said."""
    told = [m for m in page.context.mentions if m.form in {"name", "nominal"}]
    return {m.entity for f in fragments for m in told if f.start <= m.span.start < f.end}


def known_here(page: Page, quote: Quote, pronoun: Mention) -> bool:
    """Tell whether the paragraph has spoken of the pronoun's person before the quotation, or of nobody."""
    place = quote.fragments[0].start
    first, _ = page.paragraph(page.token_at(place))
    start = page.doc[first].idx
    same = (m for m in page.context.mentions if m.entity == pronoun.entity and m.form != "pronoun")
    return any(start <= m.span.start < place for m in same)


def fits(speaker: Mention, pronoun: Mention) -> bool:
    """Tell whether the pronoun can stand for the speaker: a person whose first name is not of the other gender."""
    gender = gazetteer.gender(speaker.text.split()[0])
    word = GENDERS[pronoun.text.lower()]
    said = GENDERS.get(speaker.text.lower(), word)
    return speaker.kind == "Person" and gender in {None, "n", word} and said == word
