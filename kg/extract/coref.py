"""Pronouns: which of the article's persons each means."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.extract.names import Name
from kg.extract.referents import Referent

GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}


def pronouns(doc: Doc, names: Sequence[Name], things: Sequence[Referent]) -> Iterator[tuple[Token, Referent]]:
    """Yield each pronoun of a person with whom it means."""
    at = {name.start: thing for name, thing in zip(names, things, strict=True) if thing.kind == "Person"}
    recent: list[Referent] = []
    for token in doc:
        thing = at.get(token.i)
        if thing is not None:
            recent.append(thing)
        gender = GENDERS.get(token.lower_)
        if gender:
            for person in reversed(recent):
                if person.gender in {gender, None}:
                    person.gender = person.gender or gender
                    yield token, person
                    break
