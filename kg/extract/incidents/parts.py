"""The roles that the words of an incident give: by what is done, by what kind of thing has part."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.incidents.kinds import Kinds, acronym, bomb, building, weapon
from kg.extract.incidents.words import ARMS, KILLING, PLACE_NOUNS, POLICE, WOUNDING
from kg.extract.lexicon import gazetteer
from kg.extract.syntax.participants import complements, death_told
from kg.facts import Modality
from kg.language.parsed import Token


class Part(NamedTuple):
    """One participant: its role, the head of its words, the rule that read it.

    `teller` is the verb where it is another's than the incident's; `held` how it is held where the rule knows better;
    `speaker` who says so where no quotation tells it.
    """

    role: str
    token: Token
    rule: str
    teller: Token | None = None
    held: Modality = "asserted"
    speaker: Token | None = None


#: The roles of those who are hit.
HARMED = ("victim", "killed", "injured")
#: Verbs that only people are the objects of.
BODILY = KILLING | WOUNDING | {"kidnap", "abduct", "stab", "knife", "shoot"}
#: Objects that are no participants: "blew himself up", and without more words "set fire", "take hostage".
NOBODY = {"himself", "herself", "itself", "themselves"}
BARE = {"fire", "hostage", "hostages", "captive"}


def counted_doers(noun: Token) -> bool:
    """Tell whether the noun counts people by what they do: "22 brick makers"."""
    doers = noun.tag_ == "NNS" and noun.lemma_.lower().endswith(("er", "or", "ee"))
    return doers and any(c.dep_ == "nummod" for c in noun.children) and not (building(noun) or weapon(noun))


def unknown(kinds: Kinds, token: Token) -> bool:
    """Tell whether the token ends a name that nothing else tells to be a place or a building, or counts doers."""
    if counted_doers(token):
        return True
    return token.pos_ == "PROPN" and not (kinds.place(token) or building(token) or token.ent_type_ in {"DATE", "FAC"})


def shot_dead(verb: Token) -> bool:
    """Tell whether "dead" stands behind the object, which a parse takes for its end: "shot three people dead"."""
    objects = (c for c in verb.rights if c.dep_ in {"dobj", "ccomp"})
    return any(t.lower_ == "dead" and t.nbor(-1).pos_ in {"NOUN", "PROPN", "PRON"} for c in objects for t in c.subtree)


def patient_role(verb: Token, lemma: str) -> str:
    """Return the role of a person who is the verb's object."""
    dead = any(
        c.lower_ in {"dead", "death"} or any(g.lower_ == "death" for g in c.children)
        for c in verb.children
        if c.i > verb.i and c.dep_ in {"acomp", "oprd", "advmod", "prep", "xcomp", "amod", "ccomp"}
    )
    dead = dead or (verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "dead") or shot_dead(verb)
    if lemma in KILLING or dead or any(c.lower_ in {"fatally", "mortally"} for c in verb.children):
        return "killed"
    return "injured" if lemma in WOUNDING else "victim"


def as_agent(kinds: Kinds, token: Token, rule: str) -> Iterator[Part]:
    """Yield the subject of violence: its author or its weapon."""
    if weapon(token):
        yield Part("weapon", token, rule)
    elif town(kinds, token):
        return  # "Leeds stabbing: boy charged"
    elif kinds.place(token) and token.dep_ in {"pobj", "appos", "conj"} and token.head.dep_ != "agent":
        return  # "the attack in Spain which killed 13 people"
    elif kinds.actor(token) or capital(token) or token.lemma_.lower() in ARMS:
        yield Part("perpetrator", token, rule)


def died_of(kinds: Kinds, trigger: Token) -> Iterator[Part]:
    """Yield whose death an incident was: "the shooting death of a boy", "Poe's stabbing death"."""
    death = death_told(trigger)
    if death is None:
        return
    whose = [*(who for _, who in complements(death, "of")), *(c for c in death.children if c.dep_ == "poss")]
    whose += [c for c in death.children if c.dep_ == "compound" and kinds.name(c) == "Person"]
    yield from (Part("killed", who, "of-phrase") for who in whose if kinds.person(who) or unknown(kinds, who))


def town(kinds: Kinds, token: Token) -> bool:
    """Tell whether a name is only that of a town or region: states and capitals attack somebody, towns do not."""
    mention = kinds.context.mention(token)
    known = gazetteer.known(mention.text) if mention is not None and mention.kind == "Place" else None
    if known is None or known.key in gazetteer.countries():
        return False
    return known.key not in gazetteer.capitals() or labels(token)


def labels(name: Token) -> bool:
    """Tell whether a name begins the label of a headline, whose noun the parser takes for a verb: "Rome stabbing: "."""
    noun = name.head
    colon = noun.i + 1 < len(noun.doc) and noun.nbor().text == ":"
    return name.i + 1 == noun.i and (colon or noun.tag_ == "VBG")


def taken(author: Token, hit: Token) -> bool:
    """Tell whether "of" behind those who did it names whom they hit: "by police of a boy", but "by a gang of five"."""
    counted = any(c.lower_ in {"a", "an"} or c.dep_ == "nummod" for c in hit.children)
    one_by_one = POLICE | {"soldier", "troop", "gunman", "militant", "rebel", "bandit", "terrorist"}
    return counted and author.lemma_.lower() in one_by_one


def capital(token: Token) -> bool:
    """Tell whether the word is a name or an acronym, though nothing tells of what."""
    name = token.pos_ == "PROPN" or acronym(token)
    return name and token.ent_type_ not in {"DATE", "TIME", "FAC", "EVENT"}


def as_patient(kinds: Kinds, token: Token, role: str, rule: str) -> Iterator[Part]:
    """Yield the object of violence: a person, a thing, or the weapon that is handled."""
    if bomb(token) and not kinds.person(token):
        yield Part("weapon", token, rule)
    elif token.ent_type_ in {"DATE", "TIME"} or nobody(token):
        return
    elif kinds.person(token):
        yield Part(role, token, rule)
    elif token.lemma_.lower() in PLACE_NOUNS:
        if not named_inside(kinds, token):
            yield Part("place", token, rule)
    elif building(token) or kinds.place(token) or kinds.organization(token) or token.pos_ == "PROPN":
        yield Part("target", token, rule)


def nobody(token: Token) -> bool:
    """Tell whether the object only makes up the verb: "took them hostage", but not "beheaded a hostage"."""
    told = {"det", "nummod", "amod", "poss", "compound"}
    return token.lower_ in NOBODY or (token.lower_ in BARE and not any(c.dep_ in told for c in token.children))


def named_inside(kinds: Kinds, noun: Token) -> bool:
    """Tell whether the phrase of a common noun names the place: "the town of X"."""
    return any(kinds.place(inner) for _, inner in complements(noun))
