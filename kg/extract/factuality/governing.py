"""What a word above makes of a word, as rows: "denied that", "failed to", "accused of", "foiled the attack".

The classes of governors are those of Saurí and Pustejovsky (2009, "FactBank").
"""

from functools import cache

from kg.extract.factuality.denials import nobody
from kg.extract.factuality.governing_clauses import CLAUSES, INFINITIVES
from kg.extract.factuality.governing_nouns import OBJECTS, PREPOSITIONS
from kg.extract.factuality.judging import SLOTS, Class, Link, by, framed, in_place, is_a
from kg.extract.factuality.own import own
from kg.extract.factuality.words import (
    DENYING,
    DOUBTING,
    FALSELY,
    MISTELLING,
    RUMOURS,
    TALES,
    UNTRUE,
)
from kg.extract.lexicon.words import words
from kg.extract.rules.conditions import Terms
from kg.extract.rules.running import Engine
from kg.language.parsed import Token

RULES = (*INFINITIVES, *CLAUSES, *PREPOSITIONS, *OBJECTS)
FRAMES = ("infinitive", "clause", "noun clause", "torn", "preposition", "gerund", "object", "predicate", "name")
#: As what somebody who leaves comes somewhere else.
JOINING = words("join become head lead")


def lemma_of(listed: frozenset[str]) -> Class:
    """Return the class of the words with one of these lemmas."""
    return is_a(lambda token: token.lemma_.lower() in listed)


def untruly(verb: Token) -> bool:
    """Tell whether the article itself says that what is said is untrue: "wrongly said", "misreported"."""
    return verb.lemma_.lower() in MISTELLING or any(c.lower_ in FALSELY for c in verb.children)


def untrue_tale(noun: Token) -> bool:
    """Tell whether a noun is a tale that the article calls untrue: "a fake message", "baseless claims"."""
    return noun.lemma_.lower() in TALES and any(c.lower_ in UNTRUE for c in noun.lefts)


CLASSES: dict[str, Class] = framed(*FRAMES) | {
    "OF": by("of"),
    "AS": by("as"),
    "FROM": by("from"),
    "WITHOUT": by("without", "instead"),
    "ABOUT": by("of", "with", "from", "about"),
    "DIRECT": by(""),
    "OF_SUBJECT": lambda link, _: link.word.dep_ == "csubj",
    "JOINING": lambda link, _: link.word.lemma_ in JOINING,
    "A_PREDICATE": in_place("oprd"),
    "ING": is_a(lambda token: token.tag_ == "VBG"),
    "PAST_TENSE": is_a(lambda token: token.tag_ == "VBD"),
    "NEGATED": is_a(lambda token: own(token) == "denied"),
    "NOBODY": is_a(nobody),
    "UNTRUE": is_a(untruly),
    "FALSELY": is_a(lambda token: token.lower_ in FALSELY),
    "UNTRUTH": is_a(lambda token: token.lower_ in UNTRUE),
    "UNTRUE_TALE": is_a(untrue_tale),
    "DENIAL": lemma_of(DENYING),
    "FEAR": lemma_of(DOUBTING),
    "RUMOUR": lemma_of(RUMOURS),
}
SUBJECTS = {"nsubj", "nsubjpass"}


@cache
def engine() -> Engine[Link]:
    """Return the rules, ready to run."""
    slots = SLOTS | {
        "about": lambda token: (c for c in token.children if c.dep_ in SUBJECTS and c.pos_ in {"NOUN", "PROPN"})
    }
    return Engine(RULES, Terms(slots, CLASSES))
