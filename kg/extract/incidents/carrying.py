"""The verbs that carry the noun of an incident: "carried out the attack", "took part in it", "the attack that hit"."""

from collections.abc import Iterator

from kg.extract.factuality.modality import modality
from kg.extract.factuality.words import BELIEVING
from kg.extract.incidents.clauses import surroundings
from kg.extract.incidents.kinds import Kinds, weapon
from kg.extract.incidents.parts import Part, as_agent, as_patient
from kg.extract.incidents.triggers import Trigger
from kg.extract.incidents.where import places
from kg.extract.incidents.words import (
    DAMAGING,
    DYING,
    KILLING,
    LIGHT,
    PARTAKING,
    TAKING_PLACE,
    WOUNDING,
)
from kg.extract.syntax import clause, voice
from kg.extract.syntax.participants import complements, whole
from kg.language.parsed import Token

#: Verbs whose object an incident hits.
STRIKING = {"target", "hit", "strike", "destroy", "damage", "rock", "shatter"}
#: What those are whom an incident hit: "the victim of an attack".
SUFFERERS = {"victim", "target", "survivor"}
#: The rule of those who had part in it.
TOOK_PART = "took part"
#: What those are who did it: "the mastermind of the attack".
DOERS = {"perpetrator", "mastermind", "author", "culprit", "architect", "ringleader", "instigator"}
#: Verbs that say at whom an incident was aimed.
AIMING = {"aim", "target", "direct"}


def from_verbs(kinds: Kinds, trigger: Trigger) -> Iterator[Part]:
    """Yield what the verb that the noun belongs to says: "carried out the attack", "the attack took place in X"."""
    noun = whole(trigger.token)
    verb = noun.head
    lemma = verb.lemma_.lower()
    if noun.dep_ in {"dobj", "nsubjpass"} and lemma in LIGHT:
        yield from from_light(kinds, trigger, verb)
    elif noun.dep_ == "nsubjpass":
        # "is thought to have been carried out by X"
        for child in verb.children:
            if child.dep_ == "xcomp" and child.lemma_.lower() in LIGHT:
                yield from from_light(kinds, trigger, child)
    elif noun.dep_ == "pobj" and verb.lower_ in {"in", "for", "behind", "of"}:
        yield from from_partaking(kinds, verb)
    elif (noun.dep_ == "nsubj" and lemma in TAKING_PLACE | STRIKING) or hits_by(noun):
        verb = verb.head if noun.head.dep_ == "agent" else verb
        yield from surroundings(kinds, verb, trigger.type, "took place")
        for patient in clause.patients(verb):
            yield from as_patient(kinds, patient, "victim", "took place")
    for child in noun.children:
        if child.dep_ in {"acl", "relcl"}:
            yield from from_clause(kinds, trigger, child)


def hits_by(noun: Token) -> bool:
    """Tell whether an incident hits somebody: "was rocked by the blast", but "was shocked, alarmed by it"."""
    verb = noun.head.head
    return noun.head.dep_ == "agent" and verb.lemma_.lower() in STRIKING | KILLING | WOUNDING | DAMAGING


def from_partaking(kinds: Kinds, preposition: Token) -> Iterator[Part]:
    """Yield who "took part in", "was responsible for", "was behind" or "was the mastermind of" the incident."""
    word, link = preposition.head, preposition.lower_
    lemma = word.lemma_.lower()
    if link == "of" and lemma in SUFFERERS:
        yield from (part for who in said_of(word) for part in sufferer(kinds, who))
    elif link in {"of", "behind"} and lemma in DOERS:
        yield from masterminds(kinds, word)
    elif link in {"in", "for"} and lemma == "use" and word.pos_ == "VERB":
        yield from users(kinds, word)
    elif link == "behind" and word.pos_ == "NOUN":
        # "the gang behind the attack", but "Authorities probe the motive behind it"
        yield from as_agent(kinds, word, TOOK_PART)
    elif link == "behind" or lemma in PARTAKING:
        yield from partakers(kinds, word)


def masterminds(kinds: Kinds, noun: Token) -> Iterator[Part]:
    """Yield of whom it is said that he did it: "Poe was the mastermind of the attack", "Poe, the suspected culprit"."""
    suspected = any(modality(c) != "asserted" or c.lower_ in {"alleged", "suspected"} for c in noun.children)
    found = (part for who in said_of(noun) for part in as_agent(kinds, who, TOOK_PART))
    yield from (part._replace(held="reported") if suspected else part for part in found)


def users(kinds: Kinds, use: Token) -> Iterator[Part]:
    """Yield who used what: "used machetes for the killings"."""
    yield from (Part("weapon", thing, TOOK_PART) for thing in clause.patients(use) if weapon(thing))
    yield from (part for who in clause.agents(use) for part in as_agent(kinds, who, TOOK_PART))


def partakers(kinds: Kinds, word: Token) -> Iterator[Part]:
    """Yield who had part in it: "was involved in the attack", "those responsible for it"."""
    if word.dep_ == "acl" and hurt(word.head):
        return  # "The woman involved in the shooting has died"
    verb = word.head if word.pos_ in {"NOUN", "ADJ"} else word
    people = [*clause.patients(verb)] if voice.passive(verb) else [*clause.agents(verb)]
    for person in people if verb.pos_ in {"VERB", "AUX"} else [verb] if word.dep_ == "amod" else []:
        yield from as_agent(kinds, person, TOOK_PART)


def sufferer(kinds: Kinds, who: Token) -> Iterator[Part]:
    """Yield who or what was "a target of the raid": a town is where it happened."""
    if kinds.place(who):
        yield Part("place", who, "sufferer")
    else:
        yield from as_patient(kinds, who, "victim", "sufferer")


def said_of(noun: Token) -> Iterator[Token]:
    """Yield of whom a noun is said: "Poe was the victim of", "Poe, a victim of"."""
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        yield from clause.agents(noun.head)
    elif noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        yield from (c for c in noun.head.children if c.dep_ == "attr")
    elif noun.dep_ == "appos":
        yield noun.head


def hurt(who: Token) -> bool:
    """Tell whether the verb of somebody says that he died or was hurt."""
    verb = who.head
    dies = who.dep_ == "nsubj" and verb.lemma_.lower() in DYING | {"recover"}
    return dies or (who.dep_ == "nsubjpass" and verb.lemma_.lower() in KILLING | WOUNDING)


def from_light(kinds: Kinds, trigger: Trigger, verb: Token) -> Iterator[Part]:
    """Yield what a light verb adds: its subject, its surroundings."""
    for agent in clause.agents(verb):
        if agent not in {trigger.token, whole(trigger.token)}:
            denied = modality(verb) == "denied"
            yield from (
                part._replace(held="denied") if denied else part for part in as_agent(kinds, agent, "light verb")
            )
    # "carried out sabotage against the power network"
    aimed = (noun for _, noun in complements(verb, "against"))
    yield from (part for noun in aimed for part in as_patient(kinds, noun, "victim", "light verb"))
    yield from surroundings(kinds, verb, trigger.type, "light verb")


def from_clause(kinds: Kinds, trigger: Trigger, verb: Token) -> Iterator[Part]:
    """Yield what a clause after the noun says: "the attack carried out by X", "that destroyed Y"."""
    lemma = verb.lemma_.lower()
    if lemma in LIGHT:
        yield from from_light(kinds, trigger, verb)
    elif lemma in AIMING and voice.passive(verb):
        # "bombings targeted at the army"
        for _, noun in complements(verb, "at", "on", "against"):
            yield from as_patient(kinds, noun, "victim", "target verb")
    elif lemma in BELIEVING:
        # "that seemed aimed at"
        yield from (part for c in verb.children if c.dep_ == "xcomp" for part in from_clause(kinds, trigger, c))
    elif lemma in STRIKING and not voice.passive(verb):
        for patient in clause.patients(verb):
            yield from as_patient(kinds, patient, "victim", "target verb")
    elif lemma in TAKING_PLACE:
        yield from places(kinds, verb, "took place")
    elif lemma == "claim" and voice.passive(verb):
        yield from (Part("claimedBy", who, "claimed by") for who in clause.agents(verb) if kinds.actor(who))
