"""Verbs of harm: whom they kill or injure, and what they give as the cause."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.incidents.classes import reflexive
from kg.extract.incidents.kinds import Kinds
from kg.extract.incidents.parts import Part
from kg.extract.incidents.words import KILLING, WOUNDING
from kg.extract.syntax import clause
from kg.extract.syntax.participants import complements

#: "sent four people to hospital"
SENDING = {"put", "send", "land"}
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
        if (token.pos_ in {"VERB", "ADJ"} and token.lemma_.lower() in HARM | SENDING | {"leave"}) or (
            token.lower_ == "wound" and token.pos_ == "VERB"
        ):
            found = tuple(harmed(kinds, token))
            if found:
                yield Harm(token, found, tuple(causes(token)))


FATALLY = {"fatally", "mortally"}
#: How an incident leaves people.
STATES = {"dead": "killed"} | dict.fromkeys(("injured", "wounded", "hurt", "hospitalized", "hospitalised"), "injured")


def state(word: Token) -> str:
    """Return in what role a word leaves people: who is left fatally wounded is dead."""
    return "killed" if any(c.lower_ in FATALLY for c in word.children) else STATES[word.lower_]


def to_hospital(kinds: Kinds, verb: Token) -> Iterator[Part]:
    """Yield those whom an incident sent to hospital: "that put eight passengers in hospital"."""
    if any(noun.lemma_.lower() == "hospital" for _, noun in complements(verb, "in", "to")):
        yield from (Part("injured", p, "harm") for p in clause.patients(verb) if kinds.person(p))


def harmed(kinds: Kinds, verb: Token) -> Iterator[Part]:
    """Yield the victims of a verb of harm."""
    if verb.lemma_ in SENDING:
        yield from to_hospital(kinds, verb)
        return
    if verb.lemma_ == "leave":
        # "left 12 people dead"
        left = [state(c) for c in verb.children if c.lower_ in STATES and c.dep_ != "conj"]
        yield from (Part(role, p, "harm") for role in left for p in clause.patients(verb) if kinds.person(p))
        return
    fatal = verb.lemma_.lower() in KILLING or any(c.lower_ in {"fatally", "mortally"} for c in verb.children)
    role = "killed" if fatal else "injured"
    patients = clause.agents(verb) if verb.lemma_.lower() in {"die", "perish"} else clause.patients(verb)
    yield from (Part(role, p, "harm") for p in patients if kinds.person(p) and not reflexive(p))


#: Prepositions that say what did the harm.
CAUSING = ("in", "by", "during", "after", "from", "with", "following", "of", "at")


def causes(verb: Token) -> Iterator[Token]:
    """Yield what did the harm: the subject, "in an attack", "by a bomb", "when a bomb exploded"."""
    if verb.lemma_.lower() not in {"die", "perish"}:
        yield from clause.agents(verb)
    # "two were killed and four wounded in an attack": the cause stands with the last verb.
    later = (c for c in verb.children if c.dep_ == "conj" and c.lemma_.lower() in HARM)
    verbs = (verb, *later)
    yield from (noun for word in verbs for _, noun in complements(word, *CAUSING))
    yield from (c for word in verbs for c in word.children if c.dep_ == "advcl")
    if verb.dep_ == "relcl" and verb.head.dep_ == "pobj":
        # "the attack on a church in Manila that left 20 dead"
        yield from (t for t in verb.head.ancestors if t.pos_ == "NOUN")
    if verb.dep_ in {"advcl", "relcl", "acl", "conj", "xcomp"}:
        yield verb.head


#: What one dies of after violence.
HURTS = {
    "wound",
    "injury",
    "burn",
    "bleeding",
    "blast",
    "explosion",
    "bullet",
    "shot",
    "gunshot",
    "smoke",
    "loss",
    "gas",
}


def natural(harm: Harm) -> bool:
    """Tell whether who died died of an illness: "of a heart attack", "from cancer"."""
    ills = [noun for _, noun in complements(harm.token, "of", "from")]
    return harm.token.lemma_.lower() in {"die", "perish"} and any(
        noun.pos_ == "NOUN" and noun.lemma_.lower() not in HURTS and noun.ent_type_ != "DATE" for noun in ills
    )
