"""Who a speaker's phrase or pronoun stands for: the name beside the description, the speaker just quoted."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.common_nouns import kind_of_noun
from kg.extract.quotes.page import Page
from kg.extract.quotes.speakers import antecedent
from kg.extract.quotes.speakers import words as phrase
from kg.extract.quotes.together import together
from kg.facts import Mention, Quote

GOES_ON = frozenset({"added", "adds", "continued", "continues"})
GENDERS = {"he": "m", "she": "f"}


def named(page: Page, head: Token, cue: Token) -> tuple[Mention, ...]:
    """Return the speakers in the order of their names, each once."""
    nouns = together(page.context, head)
    found: dict[str, Mention] = {}
    for noun in nouns:
        mention = _named(page, noun, cue)
        found.setdefault(mention.entity, mention)
    return tuple(found.values())


def _named(page: Page, head: Token, cue: Token) -> Mention:
    """Return one speaker, by name where one stands in apposition: "Webb's mother, Tanya Webb, said"."""
    noun = antecedent(head)
    known = _titled(page, noun) or page.context.phrase(noun)
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


def _titled(page: Page, noun: Token) -> Mention | None:
    """Return the person whose name the parser has cut from a title: "Khan and Home Secretary | Amber Rudd"."""
    known = page.context.mention(noun)
    name = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    after = page.context.mention(name)
    if noun.tag_ != "NNP" or known is not None or after is None or (after.kind, after.form) != ("Person", "name"):
        return None
    return None if name.dep_ == "nsubj" or name.head.dep_ == "nsubj" else after


def continued(page: Page, quotes: Sequence[Quote]) -> list[Quote]:
    """Return the quotes, where "he added" right after a quotation goes on with its speaker, not with a man in it."""
    found = list(quotes)
    for i in range(1, len(found)):
        before, quote = found[i - 1], found[i]
        if len(before.speakers) != 1 or not _adds(page, quote) or not _near(page, before, quote):
            continue
        (speaker,), (pronoun,) = before.speakers, quote.speakers
        if _fits(speaker, pronoun):
            words = (*before.fragments, *quote.fragments)
            inside = {m.entity for m in page.context.mentions if any(w.start <= m.span.start < w.end for w in words)}
            if pronoun.entity in inside and speaker.entity != pronoun.entity:
                found[i] = replace(quote, speakers=(replace(pronoun, entity=speaker.entity),))
    return found


def _adds(page: Page, quote: Quote) -> bool:
    said = page.text[quote.cue.start : quote.cue.end].lower() if quote.cue else ""
    return said in GOES_ON and [speaker.text.lower() in GENDERS for speaker in quote.speakers] == [True]


def _near(page: Page, before: Quote, quote: Quote) -> bool:
    first, last = (page.paragraph(page.token_at(q.fragments[0].start)) for q in (before, quote))
    return first == last and before.kind != "indirect"


def _fits(speaker: Mention, pronoun: Mention) -> bool:
    """Tell whether the pronoun can stand for the speaker: a person whose first name is not of the other gender."""
    gender = gazetteer.gender(speaker.text.split()[0])
    return speaker.kind == "Person" and gender in {None, "n", GENDERS[pronoun.text.lower()]}
