"""Who was killed and injured: verbs of harm, whose subject may be the incident itself or a weapon."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.incidents.arguments import Part
from kg.extract.incidents.kinds import Kinds, weapon
from kg.extract.incidents.participants import complements, objects, subjects
from kg.extract.incidents.words import ACCIDENTS, KILLING, WOUNDING

HARM = WOUNDING | {"kill", "die", "perish"}


@dataclass(frozen=True, slots=True)
class Harm:
    """A verb of harm with its parts, and the words that it gives as the cause."""

    token: Token
    parts: tuple[Part, ...]
    causes: tuple[Token, ...]


def harms(kinds: Kinds) -> Iterator[Harm]:
    """Yield the verbs of harm of an article that harm somebody."""
    for token in kinds.context.doc:
        if (token.pos_ in {"VERB", "ADJ"} and token.lemma_.lower() in HARM) or (
            token.lower_ == "wound" and token.pos_ == "VERB"
        ):
            found = tuple(harmed(kinds, token))
            if found:
                yield Harm(token, found, tuple(causes(token)))


def harmed(kinds: Kinds, verb: Token) -> Iterator[Part]:
    """Yield the victims of a verb of harm."""
    fatal = verb.lemma_.lower() in KILLING or any(c.lower_ in {"fatally", "mortally"} for c in verb.children)
    role = "killed" if fatal else "injured"
    patients = subjects(verb) if verb.lemma_.lower() in {"die", "perish"} else objects(verb)
    yield from (Part(role, p, "harm") for p in patients if kinds.person(p))


def causes(verb: Token) -> Iterator[Token]:
    """Yield what did the harm: the subject, "in an attack", "by a bomb", "when a bomb exploded"."""
    if verb.lemma_.lower() not in {"die", "perish"}:
        yield from subjects(verb)
    yield from (
        noun for _, noun in complements(verb, "in", "by", "during", "after", "from", "with", "following", "of", "at")
    )
    yield from (c for c in verb.children if c.dep_ == "advcl")
    if verb.dep_ in {"advcl", "relcl", "acl", "conj", "xcomp"}:
        yield verb.head


def accidental(harm: Harm) -> bool:
    """Tell whether the harm is said to come from an accident."""
    return any(cause.lemma_.lower() in ACCIDENTS for cause in harm.causes)


def weapons(harm: Harm) -> Iterator[Part]:
    """Yield the weapons among the causes."""
    yield from (Part("weapon", cause, "harm") for cause in harm.causes if weapon(cause))
