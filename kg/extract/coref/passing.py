"""Whom a pronoun passes over, though the ranker might take him: where he stands tells that another is meant."""

from collections.abc import Callable, Container

from kg.extract.coref.candidates import Candidate, Place
from kg.extract.coref.structure import KIN
from kg.extract.syntax.position import Syntax
from kg.language.parsed import Token

#: Articles before a noun that speaks of anybody: "A poet in office is a bird in a drawer".
ANY = frozenset({"a", "an", "any", "every"})
#: Roles in which "him" and "himself" are bound by the subject.
BOUND = frozenset({"object", "oblique"})
Meant = Callable[[Candidate], bool]


def left(syntax: Syntax, here: Place, able: list[Candidate]) -> list[Candidate]:
    """Return the candidates that a pronoun may still mean: of those that are told apart, all where none is left."""
    for sort in (not_of_anybody(here), not_kin(syntax, here)):
        able = [candidate for candidate in able if sort(candidate)] or able
    return able


def miscalled(syntax: Syntax, near: dict[int, list[Candidate]], here: Place, gender: str) -> Candidate | None:
    """Return who is meant though the list of first names says otherwise: "Ashley Fox left. He was born in Hull".

    The last subject, as the only person of the sentence, in an article that has "he" alone, or "she".
    """
    if here.role in BOUND:
        return None  # "Mary Fox saw him", and not herself
    opens = here.start == syntax.starts[here.sentence]
    sentence = here.sentence - 1 if opens else here.sentence
    people = {id(each): each for each in near.get(sentence, ()) if told(each, sentence, here)}
    first = next(iter(people.values())) if len(people) == 1 else None
    other = first is not None and first.thing.listed and first.thing.gender != gender
    return first if first and other and told(first, sentence, here, ("subject",)) else None


def told(candidate: Candidate, sentence: int, here: Place, roles: Container[str] | None = None) -> bool:
    """Tell whether a sentence has named a candidate before a pronoun, in one of some roles."""
    places = (p for p in candidate.places if p.sentence == sentence and p.start < here.start)
    return any(roles is None or p.role in roles for p in places)


def not_of_anybody(here: Place) -> Meant:
    """Tell candidates from those in a saying that means anybody: "'A poet is a bird,' she told the paper"."""
    return lambda candidate: (
        here.quoted
        or not all(where.quoted and where.form == "nominal" and anybody(where) for where in candidate.places)
    )


def anybody(where: Place) -> bool:
    """Tell whether a noun has no other article than "a"."""
    return any(child.lower_ in ANY for child in where.head.lefts)


def not_kin(syntax: Syntax, here: Place) -> Meant:
    """Tell candidates from those who were named as kin only, paragraphs before: "Their son, Jo Poe"."""
    paragraph = syntax.paragraph(here.start)
    return lambda candidate: (
        not all(of_kin(where.head) and syntax.paragraph(where.start) < paragraph for where in candidate.places)
    )


def of_kin(word: Token) -> bool:
    """Tell whether a name only explains whose kin somebody is, or a noun is so explained: "Their daughter, Ana Poe"."""
    explained = any(child.dep_ == "appos" for child in word.rights)
    noun = word if explained else word.head if word.dep_ == "appos" else kin_before(word)
    owned = any(child.dep_ == "poss" for one in (noun, word) for child in one.lefts)
    return noun.lemma_.lower() in KIN and owned


def kin_before(name: Token) -> Token:
    """Return the noun of kin that stands before a name, or the name where none does: "her | son Jo Poe"."""
    return next((child for child in name.lefts if child.lemma_.lower() in KIN), name)
