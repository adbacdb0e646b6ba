"""Who a speaker's phrase or pronoun stands for: the name beside the description, the speaker just quoted."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from kg.extract import gazetteer
from kg.extract.context import kind_of_noun
from kg.extract.quotes.page import Page
from kg.extract.quotes.speakers import antecedent
from kg.extract.quotes.speakers import words as phrase
from kg.facts import Mention, Quote

GOES_ON = frozenset({"added", "adds", "continued", "continues"})
GENDERS = {"he": "m", "she": "f"}


def named(page: Page, head: Token, cue: Token) -> Mention:
    """Return the speaker, by name where one stands in apposition: "Webb's mother, Tanya Webb, said"."""
    noun = antecedent(head)
    known = page.context.phrase(noun)
    if known.form != "nominal" or kind_of_noun(noun) != "Person":
        return known
    words = phrase(head, cue)
    for before, word in pairwise(words):
        if word.i > noun.i and word.pos_ == "NOUN" and kind_of_noun(word) == "Person":
            return known  # "a friend of the singer, Ann Lee": one of the two
        found = page.context.mention(word)
        if before.text == "," and word.i > noun.i and found and found.kind == "Person" and found.form == "name":
            after = next((t for t in words if t.idx >= found.span.end), None)
            if after is None or after.text == ",":
                return found
    return known


def continued(page: Page, quotes: Sequence[Quote]) -> list[Quote]:
    """Return the quotes, where "he added" right after a quotation goes on with its speaker, not with a man in it."""
    found = list(quotes)
    for i in range(1, len(found)):
        before, quote = found[i - 1], found[i]
        speaker, pronoun = before.speaker_mention, quote.speaker_mention
        if speaker and pronoun and _adds(page, quote) and _near(page, before, quote) and _fits(speaker, pronoun):
            words = (*before.fragments, *quote.fragments)
            inside = {m.entity for m in page.context.mentions if any(w.start <= m.span.start < w.end for w in words)}
            if pronoun.entity in inside and speaker.entity != pronoun.entity:
                found[i] = replace(quote, speaker_mention=replace(pronoun, entity=speaker.entity))
    return found


def _adds(page: Page, quote: Quote) -> bool:
    pronoun = quote.speaker_mention
    said = page.text[quote.cue.start : quote.cue.end].lower() if quote.cue else ""
    return said in GOES_ON and pronoun is not None and pronoun.text.lower() in GENDERS


def _near(page: Page, before: Quote, quote: Quote) -> bool:
    first, last = (page.paragraph(page.token_at(q.fragments[0].start)) for q in (before, quote))
    return first == last and before.kind != "indirect"


def _fits(speaker: Mention, pronoun: Mention) -> bool:
    """Tell whether the pronoun can stand for the speaker: a person whose first name is not of the other gender."""
    gender = gazetteer.gender(speaker.text.split()[0])
    return speaker.kind == "Person" and gender in {None, "n", GENDERS[pronoun.text.lower()]}
