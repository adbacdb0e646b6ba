"""What the clause of a verb says of the incident: who, whom, with what, where."""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from kg.extract.incidents.kinds import Kinds, bomb_before, building, weapon
from kg.extract.incidents.parts import BARE, BODILY, Part, as_agent, as_patient, patient_role, unknown
from kg.extract.incidents.triggers import Trigger
from kg.extract.incidents.where import places
from kg.extract.incidents.words import PLACE_NOUNS
from kg.extract.lexicon.words import words
from kg.extract.syntax import clause, joined, voice
from kg.extract.syntax.participants import around, complements, death_told
from kg.language.parsed import Token

WHERE = words(
    "in at on near outside inside across around against through throughout under by along to from into within "
    "between behind aboard"
)
#: Last words of streets, which a parser takes for persons: "at 85 Saint John St.".
STREETS = words("st. st ave. ave avenue street road rd. blvd blvd. boulevard drive dr. lane")
#: Types that hit people inside of what stands after the preposition.
INSIDE = {"Stabbing", "Assassination"}
#: Types whose preposition says whom they hit.
HITTING = {"Bombing", "Shooting", "VehicleAttack", "Arson"}
#: Sides of what was hit: "at the gate of the embassy".
SIDES = {"front", "entrance", "door", "gate", "side"}


def of_verb(kinds: Kinds, trigger: Trigger) -> Iterator[Part]:
    """Yield the participants of a verb."""
    verb = trigger.token
    if labels(verb):
        # Where it was, of which a headline only says so: "Leeds stabbing".
        yield from (Part("place", c, "label") for c in verb.children if c.dep_ == "nsubj" and kinds.place(c))
    elif death_told(verb) is not None and verb.dep_ == "xcomp":
        # Police who "investigate shooting death" shoot nobody.
        yield from surroundings(kinds, verb, trigger.type, "clause")
    else:
        yield from arguments(kinds, trigger)
        yield from surroundings(kinds, verb, trigger.type, "clause")
        yield from meanwhile(kinds, verb)
        if verb.dep_ in {"conj", "xcomp"} and verb.head.pos_ == "VERB":
            yield from surroundings(kinds, verb.head, trigger.type, "shared clause")


def arguments(kinds: Kinds, trigger: Trigger) -> Iterator[Part]:
    """Yield who does it, whom or what it is done to, and what the rule's prepositions lead to."""
    verb, roles = trigger.token, trigger.rule.roles
    meant = bomb_before if trigger.type == "Bombing" else joined.antecedent
    for agent in map(meant, clause.agents(verb)):
        yield from as_patient(kinds, agent, roles["subject"], "subject") if "subject" in roles else doer(kinds, agent)
    role = patient_role(verb, verb.lemma_.lower())
    role = roles.get("object", role) if role == "victim" else role
    for patient in (*map(meant, clause.patients(verb)), *(fellows(verb) if voice.passive(verb) else ())):
        yield from sufferer(kinds, trigger, patient, role)
    for preposition in roles.keys() - {"subject", "object"}:
        for _, noun in complements(verb, preposition):
            yield from as_patient(kinds, noun, roles[preposition], "clause")


def fellows(verb: Token) -> Iterator[Token]:
    """Yield those with whom it was done to somebody: "was shot together with five others", "along with his driver"."""
    with_them = (noun for preposition, noun in complements(verb) if preposition == "with")
    yield from (noun for noun in with_them if noun.head.nbor(-1).lower_ in {"along", "together"})


def labels(verb: Token) -> bool:
    """Tell whether a seeming verb only says of what a headline tells: "Leeds stabbing: Boy charged"."""
    return verb.tag_ == "VBG" and verb.dep_ == "ROOT" and verb.i + 1 < len(verb.doc) and verb.nbor().text == ":"


#: What those do who then attack.
ENTERING = words("burst storm open enter walk fire drive ram crash detonate attack run rush barge break")


def meanwhile(kinds: Kinds, verb: Token) -> Iterator[Part]:
    """Yield who came in when people were shot, and with what: "were shot when a man burst in with a rifle"."""
    if not voice.passive(verb) or any(clause.agents(verb)):
        return
    verbs = (verb, *(c for c in verb.children if c.dep_ == "conj"))
    for other in (c for v in verbs for c in v.children if c.dep_ == "advcl" and c.lemma_ in ENTERING):
        if any(c.lower_ in {"when", "after", "as"} for c in other.children) and not voice.passive(other):
            yield from (part for agent in clause.agents(other) for part in as_agent(kinds, agent, "when-clause"))
            yield from (Part("weapon", n, "when-clause") for p, n in around(other) if p == "with" and weapon(n))


def doer(kinds: Kinds, agent: Token) -> Iterator[Part]:
    """Yield who does it, and who handled the weapon that does it: "bombs planted by X destroyed Y"."""
    yield from as_agent(kinds, agent, "subject")
    if weapon(agent):
        handled = (s for c in agent.children if c.dep_ == "acl" for s in clause.agents(c) if s != agent)
        yield from (part for s in handled for part in as_agent(kinds, s, "subject"))


def handled(trigger: Trigger, thing: Token) -> bool:
    """Tell whether the thing is what is exploded rather than hit: "a bomber detonated his explosives-laden car"."""
    laden = any("explosive" in c.lower_ or "bomb" in c.lower_ for c in thing.subtree if c.i < thing.i)
    own = any(c.dep_ == "poss" and c.pos_ == "PRON" for c in thing.children)
    return trigger.type == "Bombing" and trigger.token.lemma_ in {"detonate", "explode"} and (laden or own)


#: Nouns that a gerund before them only describes.
COMPOUND = words("suspect victim spree case scene death")


def sufferer(kinds: Kinds, trigger: Trigger, patient: Token, role: str) -> Iterator[Part]:
    """Yield the object of a verb in its role."""
    if trigger.token.tag_ == "VBG" and patient.i == trigger.token.i + 1 and patient.lemma_ in COMPOUND:
        return  # "a shooting suspect"
    bodily = trigger.token.lemma_.lower() in BODILY
    patient = taken_hostage(kinds, patient)
    if handled(trigger, patient):
        role = "weapon"
    if role == "weapon" or ((bodily or role == "killed") and unknown(kinds, patient)):
        yield Part(role, patient, "object")
    elif not bodily or not kinds.place(patient):
        yield from as_patient(kinds, patient, role, "object")


def taken_hostage(kinds: Kinds, patient: Token) -> Token:
    """Return who is taken, where the parser takes them to describe the hostage: "took nine people hostage"."""
    whom = (c for c in patient.children if c.dep_ in {"compound", "nmod"} and kinds.person(c) and c.i == patient.i - 1)
    return next(whom, patient) if patient.lower_ in BARE else patient


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
    fitting = (at for at in BEHIND if kind in at.types and preposition in at.prepositions and at.holds(kinds, noun))
    role = next((at.role for at in fitting), None)
    if role is not None:
        yield Part(role, noun, rule)
    elif noun.lemma_.lower() in SIDES:
        yield from (Part("target", n, rule) for _, n in complements(noun, "of", "to") if kinds.concrete(n))


def standing(_kinds: Kinds, noun: Token) -> bool:
    """Tell whether a noun is a building, and no mere place: "the hotel", not "the street"."""
    return building(noun) and noun.lemma_.lower() not in PLACE_NOUNS


def somebody(kinds: Kinds, noun: Token) -> bool:
    """Tell whether a noun stands for people, and is no number or street."""
    return kinds.person(noun) and noun.pos_ != "NUM" and noun.lower_ not in STREETS


def inside(_kinds: Kinds, noun: Token) -> bool:
    """Tell whether a noun is a building, a vehicle or the like."""
    return building(noun)


class Behind(NamedTuple):
    """What a noun behind a preposition of place is to incidents of some types: the first that holds gives its role."""

    types: Collection[str]
    prepositions: Collection[str]
    holds: Callable[[Kinds, Token], bool]
    role: str


BEHIND = (
    # "a stabbing aboard a train": there it happened.
    Behind(INSIDE, {"in", "at", "on", "aboard", "inside"}, inside, "place"),
    Behind(HITTING, WHERE - {"from", "by", "to"}, standing, "target"),
    Behind(HITTING, {"at", "on", "against", "into"}, somebody, "victim"),
    Behind({"Arson"}, {"to"}, inside, "target"),
)
