"""What the clause of a verb says of the incident: who, whom, with what, where."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.incidents.kinds import Kinds, bomb_before, building, weapon
from kg.extract.incidents.parts import BODILY, Part, as_agent, as_patient, patient_role, unknown
from kg.extract.incidents.where import places
from kg.extract.incidents.words import PLACE_NOUNS
from kg.extract.syntax import clause
from kg.extract.syntax.participants import complements

WHERE = {
    "in",
    "at",
    "on",
    "near",
    "outside",
    "inside",
    "across",
    "around",
    "against",
    "through",
    "throughout",
    "under",
    "by",
    "along",
    "to",
    "from",
    "into",
    "within",
    "between",
    "behind",
}
#: Verbs whose object is the vehicle rather than who is hit.
DRIVING = {"drive", "plough", "plow", "crash"}
#: Types whose preposition says whom they hit.
HITTING = {"Bombing", "Shooting", "VehicleAttack", "Arson"}


def of_verb(kinds: Kinds, verb: Token, kind: str) -> Iterator[Part]:
    """Yield the participants of a verb."""
    lemma = verb.lemma_.lower()
    meant = bomb_before if kind == "Bombing" else clause.antecedent
    for agent in map(meant, clause.agents(verb)):
        yield from as_agent(kinds, agent, "subject")
        if weapon(agent):
            # "bombs planted by X destroyed Y"
            handled = (s for c in agent.children if c.dep_ == "acl" for s in clause.agents(c) if s != agent)
            yield from (part for s in handled for part in as_agent(kinds, s, "subject"))
    role = patient_role(verb, lemma)
    for patient in map(meant, clause.patients(verb)):
        if kind == "VehicleAttack" and lemma in DRIVING:
            yield Part("weapon", patient, "object")
        elif (lemma in BODILY or role == "killed") and unknown(kinds, patient):
            yield Part(role, patient, "object")
        elif lemma not in BODILY or not kinds.place(patient):
            yield from as_patient(kinds, patient, role, "object")
    yield from surroundings(kinds, verb, kind, "clause")
    if verb.dep_ in {"conj", "xcomp"} and verb.head.pos_ == "VERB":
        yield from surroundings(kinds, verb.head, kind, "shared clause")


def surroundings(kinds: Kinds, word: Token, kind: str, rule: str) -> Iterator[Part]:
    """Yield what prepositions add: weapon, place, target."""
    for preposition, noun in complements(word):
        if preposition in {"with", "by"} and weapon(noun):
            yield Part("weapon", noun, rule)
        elif preposition in WHERE:
            yield from where(kinds, noun, preposition, kind, rule)
    yield from places(kinds, word, rule)
    for child in word.children:
        if child.lower_ == "where" and child.i > 0:
            before = child.nbor(-2 if child.nbor(-1).is_punct and child.i > 1 else -1)
            if kinds.name(before) in {"Place", "Organization"}:
                yield Part("place", before, "where")
        if child.dep_ == "advcl" and child.lemma_ in {"use", "wield"}:
            yield from (Part("weapon", o, rule) for o in clause.patients(child) if weapon(o))


def where(kinds: Kinds, noun: Token, preposition: str, kind: str, rule: str) -> Iterator[Part]:
    """Yield the target that a preposition of place introduces."""
    if kinds.place(noun) or noun.ent_type_ in {"DATE", "TIME"}:
        return
    if (
        kind in HITTING
        and building(noun)
        and noun.lemma_.lower() not in PLACE_NOUNS
        and preposition not in {"from", "by", "to"}
    ):
        yield Part("target", noun, rule)
    elif (
        kind in HITTING and preposition in {"at", "on", "against", "into"} and kinds.person(noun) and noun.pos_ != "NUM"
    ):
        yield Part("victim", noun, rule)
    elif kind == "Arson" and preposition == "to" and building(noun):
        yield Part("target", noun, rule)
    elif noun.lemma_.lower() in {"front", "entrance", "door", "gate", "side"}:
        yield from (Part("target", n, rule) for _, n in complements(noun, "of", "to") if kinds.concrete(n))
