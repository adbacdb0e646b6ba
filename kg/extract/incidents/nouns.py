"""What the phrase of a noun says of the incident, and the verbs that carry the noun."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.factuality.modality import modality
from kg.extract.factuality.words import BELIEVING
from kg.extract.incidents.blame import PUTTING, blamed
from kg.extract.incidents.clauses import HITTING, INSIDE, WHERE, surroundings, where
from kg.extract.incidents.kinds import Kinds, acronym, building, weapon
from kg.extract.incidents.parts import Part, as_agent, as_patient, taken, unknown
from kg.extract.incidents.triggers import Trigger
from kg.extract.incidents.where import places
from kg.extract.incidents.words import (
    AUTHORS,
    COMBATANTS,
    DAMAGING,
    DYING,
    FORCES,
    FROM_AFAR,
    KILLING,
    KILLING_NOUNS,
    LIGHT,
    PARTAKING,
    POLICE,
    TAKING_PLACE,
    WOUNDING,
)
from kg.extract.lexicon import gazetteer
from kg.extract.lexicon.common_nouns import kind_of_noun
from kg.extract.syntax import clause
from kg.extract.syntax.participants import complements, whole

#: Verbs whose object an incident hits.
STRIKING = {"target", "hit", "strike", "destroy", "damage", "rock", "shatter"}


#: What those are whom an incident hit: "the victim of an attack".
SUFFERERS = {"victim", "target", "survivor"}
#: What stands before whom an incident was aimed at, dead or not: "a deadly attack on soldiers".
AT = {"on", "upon", "against", "targeting"}
#: Verbs that say at whom an incident was aimed.
AIMING = {"aim", "target", "direct"}


def of_noun(kinds: Kinds, trigger: Trigger) -> Iterator[Part]:
    """Yield the participants of a noun: its own phrase, its light verb, the verbs that say what it did."""
    noun = trigger.token
    role = "killed" if noun.lemma_.lower() in KILLING_NOUNS or fatal(noun) else "victim"
    suffered = any(kinds.person(hit) for _, hit in complements(noun, "of"))
    for child in noun.children:
        if child.dep_ == "poss":
            # "the rebels' killing of two clerks"
            hit = not suffered and (suffers(trigger) or befell(kinds, trigger, child))
            yield from owner(kinds, child, role if hit else None)
        elif child.dep_ in {"compound", "amod", "nmod"} or acronym(child):
            # "knife-and-gun attack"
            yield from (part for word in clause.conjuncts([child]) for part in compound(kinds, word, trigger))
    put = PUTTING.get(whole(noun).head.lemma_.lower())
    for preposition, inner in complements(noun):
        if preposition == put:
            continue  # "blamed the attack on a gang"
        aimed = preposition in AT and noun.lemma_.lower() not in KILLING_NOUNS
        yield from complement(kinds, preposition, inner, trigger.type, "victim" if aimed else role)
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


def fatal(noun: Token) -> bool:
    """Tell whether whose shooting or stabbing it was is dead: "the fatal shooting of Ann Lee"."""
    return noun.tag_ == "NN" and any(c.lower_ in {"fatal", "deadly", "lethal"} for c in noun.children)


def suffers(trigger: Trigger) -> bool:
    """Tell whether the owner of an incident is whom it hit: "the judge's murder", "her abduction"."""
    return trigger.token.lemma_.lower() in KILLING_NOUNS or trigger.type in {"Kidnapping", "Assassination", "Detention"}


def befell(kinds: Kinds, trigger: Trigger, owner: Token) -> bool:
    """Tell whether a shooting or stabbing is that of whom it hit: "the boy's shooting", but "the gunman's"."""
    forces = AUTHORS | COMBATANTS | POLICE
    own = trigger.type in {"Shooting", "Stabbing"} and owner.lemma_.lower() not in forces
    return own and kinds.person(owner) and not hits_others(kinds, trigger.token)


def hits_others(kinds: Kinds, noun: Token) -> bool:
    """Tell whether a verb of the noun says whom else it hit: "The pupil's shooting left two teachers dead"."""
    verbs = [noun.head] if noun.dep_ == "nsubj" else [c for c in noun.children if c.dep_ == "relcl"]
    hitting = (verb for verb in verbs if verb.lemma_.lower() in KILLING | WOUNDING | {"leave"})
    return any(kinds.person(hit) and hit.pos_ != "PRON" for verb in hitting for hit in clause.patients(verb))


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
    elif token.lemma_.lower() in FORCES and token.i + 1 == trigger.token.i:
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
        # "the killing by troops of two nurses"
        behind = (hit for _, hit in complements(noun, "of") if taken(noun, hit))
        yield from (part for hit in behind for part in as_patient(kinds, hit, role, "of-phrase"))
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
    """Yield who "took part in", "was involved in", "is responsible for" or "was behind" the incident."""
    word = preposition.head
    if preposition.lower_ == "of" and word.lemma_.lower() in SUFFERERS:
        yield from (part for who in said_of(word) for part in sufferer(kinds, who))
        return
    if preposition.lower_ == "behind" and word.pos_ == "NOUN":
        # "the gang behind the attack", but "Authorities probe the motive behind it"
        yield from as_agent(kinds, word, "took part")
        return
    if preposition.lower_ != "behind" and word.lemma_.lower() not in PARTAKING:
        return
    verb = word.head if word.pos_ in {"NOUN", "ADJ"} else word
    if word.dep_ == "acl" and hurt(word.head):
        return  # "The woman involved in the shooting has died"
    people = [*clause.patients(verb)] if clause.passive(verb) else [*clause.agents(verb)]
    for person in people if verb.pos_ in {"VERB", "AUX"} else [verb] if word.dep_ == "amod" else []:
        yield from as_agent(kinds, person, "took part")


def sufferer(kinds: Kinds, who: Token) -> Iterator[Part]:
    """Yield who or what was "the target of an attack": a town is where it happened."""
    if kinds.place(who):
        yield Part("place", who, "sufferer")
    else:
        yield from as_patient(kinds, who, "victim", "sufferer")


def said_of(noun: Token) -> Iterator[Token]:
    """Yield of whom a noun is said: "Poe was the victim of", "Poe, a victim of"."""
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        yield from clause.agents(noun.head)
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
