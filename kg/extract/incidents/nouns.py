"""What the phrase of a noun says of the incident, and the verbs that carry the noun."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.factuality.modality import modality
from kg.extract.factuality.words import BELIEVING
from kg.extract.incidents.blame import PUTTING, blamed
from kg.extract.incidents.clauses import HITTING, INSIDE, WHERE, surroundings, where
from kg.extract.incidents.kinds import Kinds, acronym, building, weapon
from kg.extract.incidents.parts import Part, as_agent, as_patient, unknown
from kg.extract.incidents.triggers import Trigger
from kg.extract.incidents.where import places
from kg.extract.incidents.words import FORCES, FROM_AFAR, KILLING_NOUNS, LIGHT, PARTAKING, TAKING_PLACE
from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.common_nouns import kind_of_noun
from kg.extract.syntax import clause
from kg.extract.syntax.participants import complements, whole

#: Verbs whose object an incident hits.
STRIKING = {"target", "hit", "strike", "destroy", "damage", "rock", "shatter"}


#: Verbs that say at whom an incident was aimed.
AIMING = {"aim", "target", "direct"}


def of_noun(kinds: Kinds, trigger: Trigger) -> Iterator[Part]:
    """Yield the participants of a noun: its own phrase, its light verb, the verbs that say what it did."""
    noun = trigger.token
    killing = noun.lemma_.lower() in KILLING_NOUNS or trigger.type in {"Kidnapping", "Assassination", "Detention"}
    role = "killed" if noun.lemma_.lower() in KILLING_NOUNS else "victim"
    suffered = any(kinds.person(hit) for _, hit in complements(noun, "of"))
    for child in noun.children:
        if child.dep_ == "poss":
            # "the rebels' killing of two clerks"
            yield from owner(kinds, child, role if killing and not suffered else None)
        elif child.dep_ in {"compound", "amod", "nmod"} or acronym(child):
            # "knife-and-gun attack"
            yield from (part for word in clause.conjuncts([child]) for part in compound(kinds, word, trigger))
    put = PUTTING.get(whole(noun).head.lemma_.lower())
    for preposition, inner in complements(noun):
        if preposition == put:
            continue  # "blamed the attack on a gang"
        yield from complement(kinds, preposition, inner, trigger.type, role)
    yield from places(kinds, noun, "noun phrase")
    if whole(noun) != noun:
        # "an assassination attempt in X", "a series of attacks in X"
        yield from places(kinds, whole(noun), "noun phrase")
    yield from from_verbs(kinds, trigger)
    yield from blamed(kinds, whole(noun))
    if whole(noun).dep_ == "dobj" and whole(noun).head.lemma_ == "survive":
        yield from (
            part for who in clause.agents(whole(noun).head) for part in as_patient(kinds, who, "victim", "survived")
        )


def owner(kinds: Kinds, token: Token, role: str | None) -> Iterator[Part]:
    """Yield the possessor: the victim of a murder, the author of an attack."""
    if role and (kinds.person(token) or kind_of_noun(token) == "Person"):
        yield Part(role, token, "possessor")
    elif token.ent_type_ not in {"DATE", "TIME"}:
        yield from as_agent(kinds, token, "possessor")


def compound(kinds: Kinds, token: Token, trigger: Trigger) -> Iterator[Part]:
    """Yield what stands before the noun: "IS attack", "knife attack", "London bombing", "U.S. killing of civilians"."""
    killed = trigger.token.lemma_.lower() in KILLING_NOUNS and any(complements(trigger.token, "of"))
    name = kinds.name(token)
    if from_afar(kinds, trigger.token, token):
        yield Part("perpetrator", token, "compound")
    elif weapon(token):
        yield Part("weapon", token, "compound")
    elif name == "Place" and token.pos_ == "PROPN":
        yield Part("perpetrator" if killed else "place", token, "compound")
    elif building(token) and trigger.type in HITTING | {"Attack"} and token.i + 1 == trigger.token.i:
        yield Part("target", token, "compound")  # "the pub bombings"
    elif token.lemma_.lower() in FORCES:
        yield Part("perpetrator", token, "compound")
    elif (name == "Organization" or acronym(token)) and claims_next(token):
        yield Part("claimedBy", token, "compound")
    elif name == "Organization" or acronym(token):
        yield Part("perpetrator" if trigger.type == "Attack" else "target", token, "compound")


def from_afar(kinds: Kinds, noun: Token, name: Token) -> bool:
    """Tell whether a state's arms strike from afar: "a U.S. drone strike", "a US airstrike in Lanto"."""
    armed = noun.lemma_.lower() == "airstrike" or any(c.lemma_.lower() in FROM_AFAR for c in noun.lefts)
    mention = kinds.context.mention(name) if armed else None
    return mention is not None and mention.entity in gazetteer.countries()


def claims_next(name: Token) -> bool:
    """Tell whether the parser took the verb of a headline into a noun: "Islamic State claims attack"."""
    return name.nbor().lower_ in {"claims", "claimed"} if name.i + 1 < len(name.doc) else False


def complement(kinds: Kinds, preposition: str, noun: Token, kind: str, role: str) -> Iterator[Part]:
    """Yield what a preposition after the noun introduces."""
    if preposition == "by":
        yield from as_agent(kinds, noun, "by-phrase")
    elif preposition in {"of", "on", "against", "targeting", "upon"}:
        if preposition == "on" and (role == "killed" or kind in INSIDE):
            # "the murder on the second floor", "a stabbing on a train"
            yield from where(kinds, noun, preposition, kind, "noun phrase")
            return
        if (
            kinds.person(noun)
            or preposition != "on"
            or (noun.ent_type_ not in {"DATE", "TIME"} and not kinds.place(noun))
        ):
            if role == "killed" and unknown(kinds, noun):
                yield Part(role, noun, "of-phrase")
            else:
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
        for patient in clause.patients(verb):
            yield from as_patient(kinds, patient, "victim", "took place")
    for child in noun.children:
        if child.dep_ in {"acl", "relcl"}:
            yield from from_clause(kinds, trigger, child)


def from_partaking(kinds: Kinds, preposition: Token) -> Iterator[Part]:
    """Yield who "took part in", "was involved in", "is responsible for" or "was behind" the incident."""
    word = preposition.head
    if preposition.lower_ == "behind" and word.pos_ == "NOUN":
        # "the gang behind the attack", but "Authorities probe the motive behind it"
        yield from as_agent(kinds, word, "took part")
        return
    if preposition.lower_ != "behind" and word.lemma_.lower() not in PARTAKING:
        return
    verb = word.head if word.pos_ in {"NOUN", "ADJ"} else word
    people = [*clause.patients(verb)] if clause.passive(verb) else [*clause.agents(verb)]
    for person in people if verb.pos_ in {"VERB", "AUX"} else [verb] if word.dep_ == "amod" else []:
        yield from as_agent(kinds, person, "took part")


def from_light(kinds: Kinds, trigger: Trigger, verb: Token) -> Iterator[Part]:
    """Yield what a light verb adds: its subject, its surroundings."""
    for agent in clause.agents(verb):
        if agent not in {trigger.token, whole(trigger.token)}:
            denied = modality(verb) == "denied"
            yield from (
                part._replace(held="denied") if denied else part for part in as_agent(kinds, agent, "light verb")
            )
    yield from surroundings(kinds, verb, trigger.type, "light verb")


def from_clause(kinds: Kinds, trigger: Trigger, verb: Token) -> Iterator[Part]:
    """Yield what a clause after the noun says: "the attack carried out by X", "that destroyed Y"."""
    lemma = verb.lemma_.lower()
    if lemma in LIGHT:
        yield from from_light(kinds, trigger, verb)
    elif lemma in AIMING and clause.passive(verb):
        # "bombings targeted at the army"
        for _, noun in complements(verb, "at", "on", "against"):
            yield from as_patient(kinds, noun, "victim", "target verb")
    elif lemma in BELIEVING:
        # "which seemed to be aimed at"
        yield from (part for c in verb.children if c.dep_ == "xcomp" for part in from_clause(kinds, trigger, c))
    elif lemma in STRIKING and not clause.passive(verb):
        for patient in clause.patients(verb):
            yield from as_patient(kinds, patient, "victim", "target verb")
    elif lemma in TAKING_PLACE:
        yield from places(kinds, verb, "took place")
    elif lemma == "claim" and clause.passive(verb):
        yield from (Part("claimedBy", who, "claimed by") for who in clause.agents(verb) if kinds.actor(who))
