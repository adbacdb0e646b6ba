"""Who a speaker's phrase or pronoun stands for: the name beside the description, the speaker just quoted."""

from itertools import pairwise

from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.common_nouns import kind_of_noun
from kg.extract.lexicon.courtesy import title_of
from kg.extract.lexicon.words import words as listed
from kg.extract.quotes.cues import MESSAGES
from kg.extract.quotes.page import Page
from kg.extract.quotes.speakers import antecedent
from kg.extract.quotes.speakers import words as phrase
from kg.extract.quotes.together import together
from kg.extract.syntax.titles import serves
from kg.facts import Mention
from kg.language.parsed import Span as Words
from kg.language.parsed import Token


def named(page: Page, head: Token, cue: Token) -> tuple[Mention, ...]:
    """Return the speakers in the order of their names, each once."""
    nouns = (noun for noun in together(page.context, head) if not indefinite(noun))
    found: dict[str, Mention] = {}
    for noun in nouns:
        mention = _named(page, noun, cue)
        found.setdefault(mention.entity, mention)
    return tuple(found.values())


#: Who is nobody in particular, so that the graph has no person for him.
INDEFINITE = listed("anybody anyone everybody everyone nobody none somebody someone")


def indefinite(word: Token) -> bool:
    """Tell whether a word stands for nobody in particular: "someone", "no one"."""
    return word.lower_ in INDEFINITE or (word.lower_ == "one" and any(c.lower_ in {"no", "any"} for c in word.lefts))


def _named(page: Page, head: Token, cue: Token) -> Mention:
    """Return one speaker, by name where one stands in apposition: "Webb's mother, Tanya Webb, said"."""
    noun = _described(antecedent(head))
    known = _titled(page, noun) or _issuer(page, noun) or page.context.phrase(noun)
    if _national(noun, known):
        return page.context.describe(page.context.noun_phrase(noun), "Person")
    described = known.form == "nominal" and kind_of_noun(noun) == "Person"
    return (_apposed(page, noun, phrase(head, cue)) if described else None) or known


def _apposed(page: Page, noun: Token, words: Words) -> Mention | None:
    """Return the person who is named behind a noun, and set off from it."""
    for before, word in pairwise(words):
        if word.i <= noun.i:
            continue
        if _is_another(noun, word):
            return None
        person = page.context.person(word) if _set_off(noun, before) else None
        if person is not None and next((t.text for t in words if t.idx >= person.span.end), ",") == ",":
            return person
    return None


def _is_another(noun: Token, word: Token) -> bool:
    """Tell whether a noun is somebody else than the one before: "a friend of the singer, Ann Lee": one of the two."""
    also = word.dep_ == "appos" and word.head == noun  # "her former pupil, the soprano Ann Lee"
    return word.pos_ == "NOUN" and kind_of_noun(word) == "Person" and not (also or serves(word))


def _national(noun: Token, known: Mention) -> bool:
    """Tell whether one person of a country speaks, and not the country: "the German said", but "the French said"."""
    one = noun.tag_ in {"NN", "NNP", "JJ"} and not noun.lower_.endswith(PEOPLES)
    of_country = known.kind == "Place" and gazetteer.demonym(known.text.removeprefix("the ")) is not None
    return of_country and one and any(child.lower_ in {"the", "a", "an"} for child in noun.lefts)


#: Ends of words for a whole people as much as for one of it: "the French", "the Chinese", "the Swiss".
PEOPLES = ("sh", "ch", "ese", "s")


def _set_off(noun: Token, before: Token) -> bool:
    """Tell whether a name stands behind a word that sets it off: a comma, a courtesy title, what else he is."""
    said = title_of(before.text) is not None and before.i > 0 and before.nbor(-1).text == ","
    return before.text == "," or said or (before.dep_ == "appos" and before.head == noun and before.pos_ == "NOUN")


def _described(word: Token) -> Token:
    """Return the noun that says who "one" or "another" is: "Another, a man who was there, said"."""
    # The parse may make two subjects of them.
    siblings = (t for t in word.head.lefts if t.dep_ == word.dep_ and t.i > word.i)
    apposed = (*(child for child in word.rights if child.dep_ in {"appos", "conj"}), *siblings)
    noun = next((child for child in apposed if kind_of_noun(child) == "Person"), None)
    nearest = noun is not None and {t.text for t in word.doc[word.i + 1 : noun.left_edge.i]} == {","}
    return noun if noun is not None and nearest and word.lower_ in ONES else word


#: What stands for one of several who are told of before.
ONES = frozenset({"one", "another", "others", "some", "many"})


def _issuer(page: Page, noun: Token) -> Mention | None:
    """Return whose a message is that says something: "a police statement said", "the ministry's report says"."""
    if noun.lemma_.lower() not in MESSAGES:
        return None
    owners = (page.context.mention(child) for child in noun.lefts if child.dep_ in {"poss", "compound", "nmod"})
    return next((m for m in owners if m is not None and m.kind in {"Organization", "Person"}), None)


def _titled(page: Page, noun: Token) -> Mention | None:
    """Return the person whose name the parser has cut from a title: "Khan and Home Secretary | Amber Rudd"."""
    known = page.context.mention(noun)
    name = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    after = page.context.person(name)
    if noun.tag_ != "NNP" or known is not None:
        return None
    return None if name.dep_ == "nsubj" or name.head.dep_ == "nsubj" else after
