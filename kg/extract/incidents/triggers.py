"""Which words name an incident, and of what type."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.incidents.kinds import Kinds, bomb, building, weapon
from kg.extract.incidents.participants import objects, subjects, whole
from kg.extract.incidents.words import (
    AUTHORS,
    BLOODY,
    BOMBS,
    KILLING_NOUNS,
    NOT_VIOLENT,
    NOT_VIOLENT_HEADS,
    NOUNS,
    VERBS,
    VIOLENCE,
    WEAPONS,
    WOUNDING,
)
from kg.facts import Span


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that names an incident, and the type that it gives."""

    token: Token
    type: str

    @property
    def nominal(self) -> bool:
        """Whether a noun names the incident."""
        return self.token.pos_ in {"NOUN", "PROPN"}

    @property
    def span(self) -> Span:
        """The trigger's word, with "fatally" before it and "up", "dead" after it."""
        first = last = self.token
        for near in (self.token.nbor(-1) if self.token.i else None, next(iter(self.token.rights), None)):
            if near is not None and near.i == first.i - 1 and near.lower_ in {"fatally", "mortally"}:
                first = near
            elif (
                near is not None
                and near.i == last.i + 1
                and near.lower_ in {"dead", "up", "off", "down"}
                and near.dep_ != "prep"
            ):
                last = near
        return Span(first.idx, last.idx + len(last))


#: Types whose words need another word of violence in the article.
LOOSE = {"Attack", "Shooting", "Arson", "VehicleAttack"}
#: Words of violence that are as often only of words.
WEAK = {"attack", "assault", "raid", "siege", "ambush", "sabotage"}
#: Tokens to each side in which such a word needs company.
WINDOW = 60
#: Weapons that kill by accident more often than not.
VEHICLES = {"van", "truck", "lorry", "drone", "gasoline", "petrol"}


def triggers(kinds: Kinds) -> Iterator[Trigger]:
    """Yield the incidents that the words name, in the order of the text."""
    words = None
    for token in kinds.context.doc:
        lemma = token.lemma_.lower()
        test = TESTS.get(lemma)
        kind = test(kinds, token, lemma) if test else None
        if kind is None:
            continue
        if words is None:
            words = len({t.lemma_.lower() for t in kinds.context.doc} & VIOLENCE)
        if words > (kind in LOOSE):
            yield Trigger(token, kind)


def noun(kinds: Kinds, token: Token, lemma: str) -> str | None:
    """Return the type of an incident that a noun names."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.ent_type_ in {"ORG", "WORK_OF_ART", "PERSON"}:
        return None
    if token.dep_ == "compound" and token.head.lemma_.lower() in NOT_VIOLENT_HEADS | NOUNS.keys():
        return None
    if lemma in WEAK and not bodily(kinds, token):
        return None
    said = whole(token)
    bare = not any(c.dep_ in {"det", "poss", "prep", "amod", "nummod"} for c in said.children)
    if lemma in KILLING_NOUNS and bare and said.tag_ == "NN":
        return None
    before = {c.lemma_.lower() for c in token.children if c.dep_ in {"compound", "amod", "nmod"}}
    return None if before & NOT_VIOLENT else NOUNS[lemma]


def verb(kinds: Kinds, token: Token, lemma: str) -> str | None:
    """Return the type of an incident that a verb names by itself."""
    return VERBS[lemma] if token.pos_ == "VERB" and violent(kinds, token, lemma) else None


def violent(kinds: Kinds, token: Token, lemma: str) -> bool:
    """Tell whether the verb is meant of bodies and buildings."""
    if lemma == "gun":
        return particle(token, "down")
    if lemma == "shoot":
        return not any(o.lemma_ in NOT_VIOLENT or reflexive(o) for o in objects(token))
    if lemma == "execute":  # states execute the sentenced
        return any(kinds.actor(s) and not kinds.place(s) for s in subjects(token))
    if lemma in {"storm", "shell", "assault"} and not any(kinds.concrete(o) for o in objects(token)):
        return False
    return lemma not in WEAK or bodily(kinds, token)


def bodily(kinds: Kinds, token: Token) -> bool:
    """Tell whether an attack is one of bodies and buildings rather than of words."""
    near = kinds.context.doc[max(0, token.i - WINDOW) : token.i + WINDOW]
    if not any(t.lemma_.lower() in BLOODY for t in near):
        return False
    if token.pos_ != "VERB":
        return True
    over = any(c.dep_ == "prep" and c.lower_ in {"for", "over", "as"} for c in token.children)
    things = list(objects(token))
    return not over and (not things or any(map(kinds.concrete, things)))


def reflexive(token: Token) -> bool:
    """Tell whether the object is the subject itself."""
    return token.lower_ in {"himself", "herself", "itself", "themselves", "myself", "yourself", "ourselves"}


def killing(kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return Attack where somebody or some weapon kills: "gunmen killed two guards"."""
    if token.pos_ != "VERB":
        return None
    agents = list(subjects(token))
    harmed = list(objects(token))
    by_whom = any(kinds.actor(a) or (weapon(a) and a.lemma_ not in VEHICLES) for a in agents)
    # Fighters killed in combat are no victims of an attack.
    hurt = any(kinds.person(v) and not reflexive(v) and v.lemma_.lower() not in AUTHORS for v in harmed)
    return "Attack" if by_whom and hurt else None


def blowing(_kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return Bombing for "blew up", "blew himself up"."""
    return "Bombing" if token.pos_ == "VERB" and particle(token, "up") else None


def setting(_kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return the type of "set off a bomb", "set fire to a house", "set a bus ablaze"."""
    if token.pos_ != "VERB":
        return None
    things = {o.lemma_.lower() for o in objects(token)}
    if particle(token, "off") and things & BOMBS:
        return "Bombing"
    burning = "fire" in things or any(c.lower_ in {"ablaze", "alight", "afire"} for c in token.subtree)
    return "Arson" if burning else None


def burning(_kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return Arson where somebody burns a building or vehicle."""
    if token.pos_ != "VERB":
        return None
    return "Arson" if any(building(o) for o in objects(token)) else None


def exploding(_kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return Bombing for a bomb or a building that explodes; costs and numbers may explode too."""
    if token.pos_ != "VERB":
        return None
    things = [*subjects(token), *objects(token)]
    return "Bombing" if any(bomb(t) or building(t) or t.pos_ == "PRON" for t in things) else None


def going(_kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return Bombing for a bomb that goes off."""
    if token.pos_ != "VERB" or not particle(token, "off"):
        return None
    return "Bombing" if any(bomb(s) for s in subjects(token)) else None


def handling(_kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return the type of "planted a bomb", "hurled a grenade", "fired a rocket"."""
    if token.pos_ != "VERB":
        return None
    if any(bomb(o) for o in objects(token)):
        return "Bombing"
    return None


def firing(_kinds: Kinds, token: Token, lemma: str) -> str | None:
    """Return Shooting for "opened fire", "fired on", "fired at", Bombing for "fired a rocket"."""
    if token.pos_ != "VERB":
        return None
    things = {o.lemma_.lower() for o in objects(token)}
    if lemma == "open":
        return "Shooting" if "fire" in things else None
    if any(c.dep_ == "prep" and c.lower_ in {"at", "on", "upon", "into"} for c in token.children):
        return "Shooting"
    return "Shooting" if things & WEAPONS else None


def destroying(kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return Attack where people or a bomb destroy a building."""
    if token.pos_ != "VERB" or not any(building(o) for o in objects(token)):
        return None
    agents = list(subjects(token))
    if any(bomb(a) for a in agents):
        return "Bombing"
    return "Attack" if any(map(kinds.actor, agents)) else None


def driving(kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return VehicleAttack for "drove a van into a crowd"."""
    into = [c for c in token.children if c.dep_ == "prep" and c.lower_ in {"into", "through", "down"}]
    crash = any(a.lemma_.lower() in AUTHORS for a in subjects(token))
    hit = [p for c in into for p in c.children if p.dep_ == "pobj" and (kinds.person(p) or (crash and building(p)))]
    return "VehicleAttack" if token.pos_ == "VERB" and hit else None


def seizing(_kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return Kidnapping for "took hostages", "seized the judge", "held him hostage"."""
    if token.pos_ != "VERB":
        return None
    hostage = any(t.lemma_.lower() in {"hostage", "captive"} for c in token.children for t in (c, *c.children))
    return "Kidnapping" if hostage else None


def mowing(_kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return VehicleAttack for "mowed down"."""
    return "VehicleAttack" if token.pos_ == "VERB" and particle(token, "down") else None


def particle(token: Token, word: str) -> bool:
    """Tell whether the verb stands with this particle."""
    return any(c.lower_ == word and c.dep_ in {"prt", "advmod", "prep"} for c in token.children)


def either(kinds: Kinds, token: Token, lemma: str) -> str | None:
    """Return the type of a lemma that is a noun or a verb."""
    return noun(kinds, token, lemma) if token.pos_ in {"NOUN", "PROPN"} else verb(kinds, token, lemma)


TESTS = {
    **dict.fromkeys(NOUNS, noun),
    **dict.fromkeys(VERBS, verb),
    **dict.fromkeys(NOUNS.keys() & VERBS.keys(), either),
    **dict.fromkeys(["kill", *WOUNDING], killing),
    "blow": blowing,
    "explode": exploding,
    "set": setting,
    "burn": burning,
    "go": going,
    **dict.fromkeys(["plant", "place", "hurl", "throw", "toss", "lob", "fling", "drop"], handling),
    **dict.fromkeys(["fire", "open"], firing),
    **dict.fromkeys(["destroy", "damage", "wreck", "demolish"], destroying),
    **dict.fromkeys(["drive", "plough", "plow", "ram", "crash"], driving),
    **dict.fromkeys(["take", "hold", "seize"], seizing),
    "mow": mowing,
}
