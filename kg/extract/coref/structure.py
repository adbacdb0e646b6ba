"""What the clauses that a pronoun and a candidate stand in tell of the two, as numbers for the ranker."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.coref.candidates import Candidate, Place
from kg.extract.lexicon import gazetteer
from kg.extract.syntax.position import VERBS, Syntax
from kg.language.parsed import Token

FAR = 6
#: Words that open a clause, by what they say of the one it hangs on.
OPENERS = (
    {"after"},
    {"before", "until"},
    {"when", "while", "as"},
    {"because", "since"},
    {"if", "although", "though"},
    {"that"},
)
KIN = gazetteer.words("nouns of kin")


class Asked(NamedTuple):
    """A pronoun, its gender, the subjects above it from the nearest on, and the last such pronoun with a meaning."""

    place: Place
    gender: str
    subjects: list[int]
    recent: Place | None


def asked(where: Place, gender: str, recent: Place | None) -> Asked:
    """Return a pronoun with what its place in the sentence tells before any candidate is looked at."""
    return Asked(where, gender, list(_subjects(where.head)), recent)


def _subjects(pronoun: Token) -> Iterator[int]:
    """Yield the subjects of the verbs above a word; a relative clause's is the noun that it belongs to."""
    word = pronoun
    while word.head.i != word.i:
        below, word = word, word.head
        for child in word.lefts if word.pos_ in VERBS else ():
            if child.dep_ in {"nsubj", "nsubjpass"} and child.i not in {pronoun.i, below.i}:
                yield word.head.i if child.tag_ in {"WP", "WDT"} and word.dep_ == "relcl" else child.i


def structure(syntax: Syntax, pronoun: Place, near: Place) -> list[float]:
    """Return how the clauses of a pronoun and of the nearest mention of a candidate hang together."""
    doc = syntax.doc
    verb, other = doc[pronoun.verb], doc[near.verb]
    same, subject = pronoun.sentence == near.sentence, near.role == "subject"
    one, two = same and verb.i == other.i, same and verb.i != other.i
    return [
        one,
        one and subject,
        one and subject and pronoun.role == "possessor",
        two and subject and other.is_ancestor(verb),
        same and subject and verb.dep_ == "conj" and verb.head.i == other.i,
        two and verb.is_ancestor(other),
        same and _inside(pronoun.head, near.head),
        same and _inside(near.head, pronoun.head),
        pronoun.head.head.i == near.head.i,
        same and near.head.dep_ == "conj",
        verb.dep_ in {"ccomp", "xcomp"},
        verb.dep_ == "advcl",
        verb.dep_ == "relcl",
        other.dep_ == "relcl",
        other.dep_ == "advcl",
        other.dep_ == "ROOT",
        verb.dep_ == "ROOT",
    ]


def clauses(syntax: Syntax, pronoun: Place, near: Place) -> list[float]:
    """Return what opens the two clauses, what kind of verb they have, and what stands beside the two."""
    verb, other = syntax.doc[pronoun.verb], syntax.doc[near.verb]
    same = pronoun.sentence == near.sentence
    mark, its = _opener(verb), _opener(other)
    return [
        *(mark in words for words in OPENERS),
        *(its in words for words in OPENERS),
        same and verb.i < other.i,
        *_verbs(pronoun, verb, other),
        *_kin(pronoun, near),
        *_beside(syntax, near),
        *_words(pronoun, near, one=same and verb.i == other.i),
        min(_path(pronoun.head, near.head), 2 * FAR) if same else 2 * FAR + 1,
    ]


def _verbs(pronoun: Place, verb: Token, other: Token) -> list[float]:
    """Return whether the two clauses stand before what they hang on, and of what kind their verbs are."""
    return [
        pronoun.start < verb.i < verb.head.i and verb.dep_ == "advcl",
        other.dep_ == "advcl" and other.i < other.head.i,
        verb.lemma_ == other.lemma_ and verb.i != other.i,
        verb.pos_ == "AUX",
        other.pos_ == "AUX",
        verb.dep_ == "conj",
        other.dep_ == "conj",
    ]


def _kin(pronoun: Place, near: Place) -> list[float]:
    """Return whose kin the two are told by: "his wife", "Ann's husband", "her brother, Jim"."""
    above = near.head.head.lemma_ in KIN
    return [
        pronoun.role == "possessor" and pronoun.head.head.lemma_ in KIN,
        near.role == "possessor" and above,
        near.role == "apposition" and above,
    ]


def _beside(syntax: Syntax, near: Place) -> list[float]:
    """Return what stands before and after a mention."""
    doc = syntax.doc
    before = doc[near.start - 1].lower_ if near.start > 0 else ""
    return [
        before in KIN,
        before == "(",
        before == "by",
        near.end < len(doc) and doc[near.end].lower_ in {"(", ","},
    ]


def _words(pronoun: Place, near: Place, *, one: bool) -> list[float]:
    """Return what the two words are; `one` where they stand in one clause."""
    own, subject = pronoun.head.lower_.endswith("self"), near.role == "subject"
    return [
        near.head.dep_ == "nsubjpass",
        near.head.dep_ == "conj" or any(child.dep_ == "conj" for child in near.head.rights),
        pronoun.head.head.dep_ in {"nsubj", "nsubjpass"} and subject,
        own,
        own and subject and one,
    ]


def binding(syntax: Syntax, asked: Asked, candidate: Candidate, before: int) -> list[float]:
    """Return whether the candidate is the first, second or a further subject above, or that of what is to come."""
    pronoun, doc = asked.place, syntax.doc
    here = [p for p in candidate.places[max(0, before - FAR) : before + FAR] if p.sentence == pronoun.sentence]
    heads = {p.head.i for p in here} | {p.head.head.i for p in here if p.head.dep_ == "conj"}
    level = next((n for n, subject in enumerate(asked.subjects) if subject in heads), FAR)
    coming = [p for p in here if p.start > pronoun.start and p.role == "subject"]
    return [
        level == 0,
        level == 1,
        level in {2, 3, 4},
        any(doc[p.verb].is_ancestor(pronoun.head) for p in coming),
        level,
    ]


def _opener(verb: Token) -> str:
    return next((child.lower_ for child in verb.lefts if child.dep_ == "mark" or child.tag_ == "WRB"), "")


def _path(one: Token, other: Token) -> int:
    """Return how many steps of the parse lead from one word to another of its sentence."""
    above = {one.i: 0}
    steps = 0
    while one.head.i != one.i:
        one = one.head
        steps += 1
        above[one.i] = steps
    steps = 0
    while other.i not in above:
        if other.head.i == other.i:
            return 2 * FAR
        other = other.head
        steps += 1
    return above[other.i] + steps


def _inside(outer: Token, inner: Token) -> bool:
    """Tell whether the inner word stands below the noun that the outer word belongs to ("his wife Mary")."""
    top = outer.head if outer.dep_ == "poss" else outer
    return top.i == inner.i or top.is_ancestor(inner)
