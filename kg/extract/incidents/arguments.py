"""What the clause and the noun phrase of a trigger say of the incident: who, whom, with what, where, when."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from kg.extract.incidents.kinds import Kinds, bomb, building, weapon
from kg.extract.incidents.participants import around, complements, is_passive, objects, subjects, whole
from kg.extract.incidents.triggers import Trigger
from kg.extract.incidents.words import (
    FORCES,
    KILLING,
    KILLING_NOUNS,
    LIGHT,
    NOUNS,
    PARTAKING,
    PLACE_NOUNS,
    TAKING_PLACE,
    WOUNDING,
)

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


#: Verbs that only people are the objects of.
BODILY = KILLING | WOUNDING | {"kidnap", "abduct", "stab", "knife", "shoot"}
#: Objects that are no participants: "set fire", "take hostage", "blew himself up".
NOBODY = {"himself", "herself", "itself", "themselves", "fire", "hostage", "hostages", "captive"}
#: Prepositions that name where it happened.
PLACING = {"in", "at", "on", "near", "outside", "inside", "across", "around", "throughout", "along", "within", "over"}
#: Types whose preposition says whom they hit.
HITTING = {"Bombing", "Shooting", "VehicleAttack", "Arson"}
#: Verbs whose object an incident hits.
STRIKING = {"target", "hit", "strike", "destroy", "damage", "rock", "shatter"}


class Part(NamedTuple):
    """One participant: its role, the head of its words, and the rule that read it."""

    role: str
    token: Token
    rule: str


def parts(kinds: Kinds, trigger: Trigger) -> Iterator[Part]:
    """Yield the participants that the trigger's own sentence gives."""
    found = of_noun(kinds, trigger) if trigger.nominal else of_verb(kinds, trigger.token, trigger.type)
    for part in found:
        if part.token != trigger.token and part.token.lemma_.lower() not in NOUNS.keys() - {"gunfire"}:
            yield part
            if part.role not in {"place", "date"}:
                # "kidnapped by rebels near Goma": the parser often hangs the place on the last noun.
                yield from places(kinds, part.token, "place of a participant")
    yield from dates(trigger)


def of_verb(kinds: Kinds, verb: Token, kind: str) -> Iterator[Part]:
    """Yield the participants of a verb."""
    lemma = verb.lemma_.lower()
    for agent in subjects(verb):
        yield from as_agent(kinds, agent, "subject")
        if weapon(agent):
            # "bombs planted by X destroyed Y"
            handled = (s for c in agent.children if c.dep_ == "acl" for s in subjects(c) if s != agent)
            yield from (part for s in handled for part in as_agent(kinds, s, "subject"))
    role = patient_role(verb, lemma)
    for patient in objects(verb):
        if (lemma in BODILY or role == "killed") and unknown(kinds, patient):
            yield Part(role, patient, "object")
        elif lemma not in BODILY or not kinds.place(patient):
            yield from as_patient(kinds, patient, role, "object")
    yield from surroundings(kinds, verb, kind, "clause")
    if verb.dep_ in {"conj", "xcomp"} and verb.head.pos_ == "VERB":
        yield from surroundings(kinds, verb.head, kind, "shared clause")


def unknown(kinds: Kinds, token: Token) -> bool:
    """Tell whether the token ends a name that nothing else tells to be a place or a building."""
    return token.pos_ == "PROPN" and not (kinds.place(token) or building(token) or token.ent_type_ in {"DATE", "FAC"})


def patient_role(verb: Token, lemma: str) -> str:
    """Return the role of a person who is the verb's object."""
    dead = any(
        c.lower_ in {"dead", "death"} or any(g.lower_ == "death" for g in c.children)
        for c in verb.children
        if c.i > verb.i and c.dep_ in {"acomp", "oprd", "advmod", "prep", "xcomp", "amod", "ccomp"}
    )
    if lemma in KILLING or dead or any(c.lower_ in {"fatally", "mortally"} for c in verb.children):
        return "killed"
    return "injured" if lemma in WOUNDING else "victim"


def as_agent(kinds: Kinds, token: Token, rule: str) -> Iterator[Part]:
    """Yield the subject of violence: its author or its weapon."""
    if weapon(token):
        yield Part("weapon", token, rule)
    elif kinds.place(token) and token.dep_ in {"pobj", "appos", "conj"} and token.head.dep_ != "agent":
        return  # "the attack in Spain which killed 13 people"
    elif kinds.actor(token) or capital(token):
        yield Part("perpetrator", token, rule)


def capital(token: Token) -> bool:
    """Tell whether the word is a name or an acronym, though nothing tells of what."""
    name = token.pos_ == "PROPN" or (token.is_upper and len(token) > 1)
    return name and token.ent_type_ not in {"DATE", "TIME", "FAC", "EVENT"}


def as_patient(kinds: Kinds, token: Token, role: str, rule: str) -> Iterator[Part]:
    """Yield the object of violence: a person, a thing, or the weapon that is handled."""
    if bomb(token) and not kinds.person(token):
        yield Part("weapon", token, rule)
    elif token.ent_type_ in {"DATE", "TIME"} or token.lower_ in NOBODY:
        return
    elif kinds.person(token):
        yield Part(role, token, rule)
    elif token.lemma_.lower() in PLACE_NOUNS:
        if not named_inside(kinds, token):
            yield Part("place", token, rule)
    elif building(token) or kinds.place(token) or kinds.organization(token) or token.pos_ == "PROPN":
        yield Part("target", token, rule)


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
            yield from (Part("weapon", o, rule) for o in objects(child) if weapon(o))


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


def places(kinds: Kinds, word: Token, rule: str) -> Iterator[Part]:
    """Yield the places that the prepositional phrases of a word name, at any depth: "at a bank in the city of X"."""
    for preposition, noun in around(word):
        placing = preposition in PLACING
        inside = preposition == "of" and not kinds.actor(noun.head.head)
        unnamed = placing and noun.lemma_.lower() in PLACE_NOUNS and not named_inside(kinds, noun)
        if unnamed or ((placing or inside) and kinds.place(noun)):
            yield Part("place", noun, rule)
            yield from (Part("place", c, rule) for c in noun.children if c.dep_ == "appos" and kinds.place(c))


def named_inside(kinds: Kinds, noun: Token) -> bool:
    """Tell whether the phrase of a common noun names the place: "the town of X"."""
    return any(kinds.place(inner) for _, inner in complements(noun))


def of_noun(kinds: Kinds, trigger: Trigger) -> Iterator[Part]:
    """Yield the participants of a noun: its own phrase, its light verb, the verbs that say what it did."""
    noun = trigger.token
    killing = noun.lemma_.lower() in KILLING_NOUNS or trigger.type in {"Kidnapping", "Assassination"}
    role = "killed" if noun.lemma_.lower() in KILLING_NOUNS else "victim"
    for child in noun.children:
        if child.dep_ == "poss":
            yield from owner(kinds, child, role if killing else None)
        elif child.dep_ in {"compound", "amod", "nmod"} or (child.is_upper and len(child) > 1):
            yield from compound(kinds, child, trigger.type)
    for preposition, inner in complements(noun):
        yield from complement(kinds, preposition, inner, trigger.type, role)
    yield from places(kinds, noun, "noun phrase")
    yield from from_verbs(kinds, trigger)


def owner(kinds: Kinds, token: Token, role: str | None) -> Iterator[Part]:
    """Yield the possessor: the victim of a murder, the author of an attack."""
    if role and kinds.person(token):
        yield Part(role, token, "possessor")
    elif token.ent_type_ not in {"DATE", "TIME"}:
        yield from as_agent(kinds, token, "possessor")


def compound(kinds: Kinds, token: Token, kind: str) -> Iterator[Part]:
    """Yield what stands before the noun: "IS attack", "knife attack", "London bombing"."""
    name = kinds.name(token)
    if weapon(token):
        yield Part("weapon", token, "compound")
    elif name == "Place" and token.pos_ == "PROPN":
        yield Part("place", token, "compound")
    elif token.lemma_.lower() in FORCES:
        yield Part("perpetrator", token, "compound")
    elif name == "Organization" or (token.is_upper and len(token) > 1):
        yield Part("perpetrator" if kind == "Attack" else "target", token, "compound")


def complement(kinds: Kinds, preposition: str, noun: Token, kind: str, role: str) -> Iterator[Part]:
    """Yield what a preposition after the noun introduces."""
    if preposition == "by":
        yield from as_agent(kinds, noun, "by-phrase")
    elif preposition in {"of", "on", "against", "targeting", "upon"}:
        if (
            kinds.person(noun)
            or preposition != "on"
            or (noun.ent_type_ not in {"DATE", "TIME"} and not kinds.place(noun))
        ):
            yield from as_patient(kinds, noun, role, "of-phrase")
    elif preposition == "with" and weapon(noun):
        yield Part("weapon", noun, "with-phrase")
    elif preposition in WHERE:
        yield from where(kinds, noun, preposition, kind, "noun phrase")


def from_verbs(kinds: Kinds, trigger: Trigger) -> Iterator[Part]:
    """Yield what the verb that the noun belongs to says: "carried out the attack", "the attack took place in X"."""
    noun = whole(trigger.token)
    verb = noun.head
    lemma = verb.lemma_.lower()
    if noun.dep_ in {"dobj", "nsubjpass"} and lemma in LIGHT:
        yield from from_light(kinds, trigger, verb)
    elif noun.dep_ == "nsubjpass":
        # "is believed to have been carried out by X"
        for child in verb.children:
            if child.dep_ == "xcomp" and child.lemma_.lower() in LIGHT:
                yield from from_light(kinds, trigger, child)
    elif noun.dep_ == "pobj" and verb.lower_ in {"in", "for", "behind", "of"}:
        yield from from_partaking(kinds, verb)
    elif (noun.dep_ == "nsubj" and lemma in TAKING_PLACE | STRIKING) or noun.head.dep_ == "agent":
        verb = verb.head if noun.head.dep_ == "agent" else verb
        yield from surroundings(kinds, verb, trigger.type, "took place")
        for patient in objects(verb):
            yield from as_patient(kinds, patient, "victim", "took place")
    for child in noun.children:
        if child.dep_ in {"acl", "relcl"}:
            yield from from_clause(kinds, trigger, child)


def from_partaking(kinds: Kinds, preposition: Token) -> Iterator[Part]:
    """Yield who "took part in", "was involved in", "is responsible for" or "was behind" the incident."""
    word = preposition.head
    if preposition.lower_ == "behind" and word.pos_ == "NOUN":
        yield from as_agent(kinds, word, "took part")
    if preposition.lower_ != "behind" and word.lemma_.lower() not in PARTAKING:
        return
    verb = word.head if word.pos_ in {"NOUN", "ADJ"} else word
    people = [*objects(verb)] if is_passive(verb) else [*subjects(verb)]
    for person in people if verb.pos_ in {"VERB", "AUX"} else [verb] if word.dep_ == "amod" else []:
        yield from as_agent(kinds, person, "took part")


def from_light(kinds: Kinds, trigger: Trigger, verb: Token) -> Iterator[Part]:
    """Yield what a light verb adds: its subject, its surroundings."""
    for agent in subjects(verb):
        if agent not in {trigger.token, whole(trigger.token)}:
            yield from as_agent(kinds, agent, "light verb")
    yield from surroundings(kinds, verb, trigger.type, "light verb")


def from_clause(kinds: Kinds, trigger: Trigger, verb: Token) -> Iterator[Part]:
    """Yield what a clause after the noun says: "the attack carried out by X", "that destroyed Y"."""
    lemma = verb.lemma_.lower()
    if lemma in LIGHT:
        yield from from_light(kinds, trigger, verb)
    elif lemma in STRIKING and is_passive(verb):
        # "bombings targeted at the army"
        for _, noun in complements(verb, "at", "on", "against"):
            yield from as_patient(kinds, noun, "victim", "target verb")
    elif lemma in STRIKING:
        for patient in objects(verb):
            yield from as_patient(kinds, patient, "victim", "target verb")
    elif lemma in TAKING_PLACE:
        yield from places(kinds, verb, "took place")


def dates(trigger: Trigger) -> Iterator[Part]:
    """Yield the dates that the trigger's words or its verb carry."""
    token = trigger.token
    for word in (token, *([token.head] if trigger.nominal else [])):
        for child in word.children:
            if child.ent_type_ == "DATE" and child.dep_ in {"npadvmod", "poss", "compound", "nmod", "amod"}:
                yield Part("date", child, "date")
            elif child.dep_ == "prep" and child.lower_ in {"on", "in", "during"}:
                yield from (Part("date", c, "date") for c in child.children if c.ent_type_ == "DATE")
