"""Persons by their age: "the 52-year-old", "the 34-year-old singer", where one person shortly before can be meant."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from kg.extract.coref.candidates import MEN, WOMEN, nouns
from kg.extract.factuality.words import SAYING
from kg.extract.names.name import Name
from kg.extract.names.referent import Referent
from kg.extract.names.two_persons import age_behind
from kg.extract.syntax.columns import worded
from kg.extract.syntax.descriptions import BARE, says_what
from kg.extract.syntax.position import Syntax
from kg.language.parsed import Doc, Token
from kg.language.parsed import Span as Words

AGE = re.compile(r"(\d{1,3})-years?-old$", re.IGNORECASE)
#: "52-year-old" is five tokens.
LENGTH = 5
#: Sentences before the description in which the person is sought.
WINDOW = 2


def descriptions(doc: Doc, names: Sequence[Name], things: Sequence[Referent]) -> Iterator[tuple[Words, Referent]]:
    """Yield each description by an age with the only person of that age, else the only one spoken of shortly before."""
    found = [(token, match[1]) for token in worded(doc, {"old"}) if (match := AGE.search(_words(token)))]
    if not found:
        return
    syntax = Syntax(doc)
    people = [(name, thing) for name, thing in zip(names, things, strict=True) if thing.kind == "Person"]
    ages = {id(thing): age for name, thing in people if (age := _age(doc, name, found))}
    unnamed = [noun.i for noun in nouns(doc, {i for name in names for i in range(name.start, name.end)})]
    for old, age in found:
        if (words := _described(old)) is None:
            continue
        first = syntax.starts[max(0, syntax.sentence(old.i) - WINDOW)]
        meant = {id(thing): thing for name, thing in people if name.start < old.i and ages.get(id(thing)) == age}
        if not meant and not any(first <= i < words.start for i in unnamed):
            meant = _near(old, first, people, ages.keys())
        if len(meant) == 1:
            yield from ((words, thing) for thing in meant.values() if _fits(words[-1], thing))


def _near(
    old: Token, first: int, people: Sequence[tuple[Name, Referent]], aged: AbstractSet[int]
) -> dict[int, Referent]:
    """Return the persons spoken of shortly before, without those who tell of him; none if one is of a known age."""
    telling = set(_tellers(old))
    before = ((name, thing) for name, thing in people if first <= name.start < old.i)
    near = {id(thing): thing for name, thing in before if telling.isdisjoint(range(name.start, name.end))}
    return near if aged.isdisjoint(near) else {}


def _words(old: Token) -> str:
    return old.doc[max(0, old.i + 1 - LENGTH) : old.i + 1].text


def _age(doc: Doc, name: Name, found: Sequence[tuple[Token, str]]) -> str | None:
    """Return the age that the article tells beside a name: "Masood, 52," or "52-year-old Masood"."""
    return age_behind(doc, name) or next((age for old, age in found if name.start <= old.head.i < name.end), None)


def _tellers(old: Token) -> Iterator[int]:
    """Yield the subjects of the verbs of saying above a description: who tells of somebody is another."""
    for verb in old.ancestors:
        if verb.lemma_ in SAYING:
            yield from (child.i for child in verb.children if child.dep_ == "nsubj")


def _described(old: Token) -> Words | None:
    """Return "the 52-year-old" or "the 52-year-old singer", where it stands for somebody."""
    start = old.i - LENGTH
    noun = old.head if old.dep_ == "amod" and old.head.i > old.i else old
    if start < 0 or old.doc[start].lower_ != "the" or says_what(noun) or noun.tag_ not in {"NN", "JJ"}:
        return None
    return old.doc[start : noun.i + 1] if all(child.dep_ in BARE | {"npadvmod"} for child in noun.children) else None


def _fits(noun: Token, person: Referent) -> bool:
    """Tell whether the noun may be said of a person: "woman" of no man."""
    gender = "m" if noun.lower_ in MEN else "f" if noun.lower_ in WOMEN else None
    return gender is None or person.gender in {None, gender}
