"""Definite descriptions that say again what stands before: "the mayor", "the company", and nothing where two fit."""

from collections.abc import Iterator

from kg.extract.syntax.grammar import MOST_WORDS
from kg.language.parsed import Span as Words
from kg.language.parsed import Token

#: A noun under one of these says what something is, and stands for nothing itself.
SAYING_WHAT = frozenset({"attr", "appos", "compound", "amod", "nmod", "oprd", "npadvmod"})
#: What a bare description may have below its noun; "of", clauses and numbers tell it from another.
BARE = frozenset({"det", "case", "punct", "compound", "amod", "nmod"})
#: "If she is president", "when she is president" and "will be president" do not say that she is.
IS = frozenset({"is", "was", "'s"})
UNSURE = frozenset({"mark", "neg", "advmod"})


def described(noun: Token) -> Words | None:
    """Return "the" with a noun and the words between, where the noun has no complement and is no predicate."""
    start = noun.i - len(modifiers(noun)) - 1
    if start < 0 or noun.doc[start].lower_ != "the" or says_what(noun):
        return None
    return noun.doc[start : noun.i + 1] if all(child.dep_ in BARE for child in noun.children) else None


def says_what(noun: Token) -> bool:
    """Tell whether a noun is a title, an apposition or a predicate."""
    return noun.dep_ in SAYING_WHAT or (noun.dep_ == "pobj" and noun.head.lower_ == "as")


def modifiers(noun: Token) -> list[str]:
    """Return the nouns and adjectives directly before a noun, in small letters and in the order of the text."""
    at = noun.i
    while at and noun.i - at < MOST_WORDS and noun.doc[at - 1].pos_ in {"NOUN", "PROPN", "ADJ"}:
        at -= 1
    return [token.lower_ for token in noun.doc[at : noun.i]]


def beside(noun: Token, named: dict[int, int]) -> Iterator[int]:
    """Yield the numbers of the names that a noun is said of: as title, apposition or predicate.

    `named` is the number of the name that each token belongs to.
    """
    after = noun.i + 1
    if after in named and named.get(noun.i) is None:
        yield named[after]
    elif noun.dep_ == "appos" and noun.head.i in named:
        yield named[noun.head.i]
    elif noun.dep_ == "attr" and noun.head.lower_ in IS and all(t.dep_ not in UNSURE for t in noun.head.children):
        yield from (named[t.i] for t in noun.head.lefts if t.dep_ == "nsubj" and t.i in named)
    else:
        yield from (named[t.i] for t in noun.rights if t.dep_ == "appos" and t.i in named)
