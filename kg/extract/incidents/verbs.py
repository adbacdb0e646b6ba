"""Verbs that name an incident together with their objects and particles: "set off a bomb", "opened fire"."""

from spacy.tokens import Token

from kg.extract.incidents.kinds import Kinds, bomb, bomb_before, building, weapon
from kg.extract.incidents.words import AUTHORS, BOMBS, NATURE, WEAPONS, WOUNDING
from kg.extract.syntax import clause

#: What makes a strike one of weapons.
FROM_AFAR = {"drone", "air", "missile", "rocket", "artillery", "mortar"}
#: Weapons that kill by accident more often than not.
VEHICLES = {"van", "truck", "lorry", "drone", "gasoline", "petrol"}


def killing(kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return Attack where somebody or some weapon kills: "gunmen killed two guards"."""
    if token.pos_ != "VERB":
        return None
    agents = list(clause.agents(token))
    harmed = list(clause.patients(token))
    by_whom = any(kinds.actor(a) or (weapon(a) and a.lemma_ not in VEHICLES) for a in agents)
    # Fighters killed in combat are no victims of an attack.
    hurt = any(kinds.person(v) and not reflexive(v) and v.lemma_.lower() not in AUTHORS for v in harmed)
    bombed = any(bomb(a) or a.lemma_.lower() == "bomber" for a in agents)
    return ("Bombing" if bombed else "Attack") if by_whom and hurt else None


def blowing(_kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return Bombing for "blew up", "blew himself up"."""
    return "Bombing" if token.pos_ == "VERB" and particle(token, "up") else None


def setting(_kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return the type of "set off a bomb", "set fire to a house", "set a bus ablaze"."""
    if token.pos_ != "VERB":
        return None
    things = {o.lemma_.lower() for o in clause.patients(token)}
    if particle(token, "off") and things & BOMBS:
        return "Bombing"
    burning = "fire" in things or any(c.lower_ in {"ablaze", "alight", "afire"} for c in token.subtree)
    return "Arson" if burning and not natural(token) else None


def burning(_kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return Arson where somebody burns a building or vehicle."""
    if token.pos_ != "VERB":
        return None
    return "Arson" if any(building(o) for o in clause.patients(token)) and not natural(token) else None


def natural(token: Token) -> bool:
    """Tell whether no one does it: lightning sets fire, storms hit."""
    return any(s.lemma_.lower() in NATURE for s in clause.agents(token))


def exploding(_kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return Bombing for a bomb or a building that explodes; costs and numbers may explode too."""
    if token.pos_ != "VERB":
        return None
    things = [*clause.agents(token), *clause.patients(token)]
    return "Bombing" if any(bomb(t) or building(t) or t.pos_ == "PRON" for t in things) else None


def going(_kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return Bombing for a bomb that goes off."""
    if token.pos_ != "VERB" or not particle(token, "off"):
        return None
    return "Bombing" if any(bomb(bomb_before(s)) for s in clause.agents(token)) else None


def handling(_kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return the type of "planted a bomb", "hurled a grenade", "fired a rocket"."""
    if token.pos_ != "VERB":
        return None
    return "Bombing" if any(bomb(o) and not accusation(o) for o in clause.patients(token)) else None


def accusation(noun: Token) -> bool:
    """Tell whether the charge is one before a court: no word of explosives stands before it."""
    return noun.lemma_.lower() == "charge" and not any(c.lemma_.lower() in BOMBS for c in noun.lefts)


def firing(_kinds: Kinds, token: Token, lemma: str) -> str | None:
    """Return Shooting for "opened fire", "fired on", "fired at", Bombing for "fired a rocket"."""
    if token.pos_ != "VERB":
        return None
    things = {o.lemma_.lower() for o in clause.patients(token)}
    if lemma == "open":
        return "Shooting" if "fire" in things else None
    if any(c.dep_ == "prep" and c.lower_ in {"at", "on", "upon", "into"} for c in token.children):
        return "Shooting"
    return "Shooting" if things & WEAPONS else None


def destroying(kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return Attack where people or a bomb destroy a building."""
    if token.pos_ != "VERB" or not any(building(o) for o in clause.patients(token)):
        return None
    agents = list(clause.agents(token))
    if any(bomb(a) for a in agents):
        return "Bombing"
    return "Attack" if any(map(kinds.actor, agents)) else None


def driving(kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return VehicleAttack for "drove a van into a crowd"."""
    into = [c for c in token.children if c.dep_ == "prep" and c.lower_ in {"into", "through", "down"}]
    crash = any(a.lemma_.lower() in AUTHORS for a in clause.agents(token))
    hit = [p for c in into for p in c.children if p.dep_ == "pobj" and (kinds.person(p) or (crash and building(p)))]
    return "VehicleAttack" if token.pos_ == "VERB" and hit else None


def seizing(kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return Kidnapping for "took hostages", "seized the judge", "held him hostage"."""
    if token.pos_ != "VERB":
        return None
    hostage = any(t.lemma_.lower() in {"hostage", "captive"} for c in token.children for t in (c, *c.children))
    # "held hostage by the markets"
    agents = list(clause.agents(token))
    return (
        "Kidnapping"
        if hostage and (not agents or any(kinds.actor(a) or a.pos_ in {"PROPN", "PRON"} for a in agents))
        else None
    )


def hitting(_kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return Bombing where a rocket or the like hits something."""
    if token.pos_ != "VERB" or not any(True for _ in clause.patients(token)):
        return None
    return "Bombing" if any(bomb(s) for s in clause.agents(token)) else None


def to_death(_kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return Attack for "hacked to death"."""
    dead = any(c.lower_ == "to" and any(g.lower_ == "death" for g in c.children) for c in token.children)
    return "Attack" if token.pos_ == "VERB" and dead else None


def striking(_kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return Attack for "drone strike", Bombing for "the rocket struck a house"."""
    if token.pos_ == "VERB":
        return hitting(_kinds, token, _lemma)
    before = {c.lemma_.lower() for c in token.lefts if c.dep_ in {"compound", "amod"}}
    return "Attack" if token.pos_ == "NOUN" and before & FROM_AFAR else None


def mowing(_kinds: Kinds, token: Token, _lemma: str) -> str | None:
    """Return VehicleAttack for "mowed down"."""
    return "VehicleAttack" if token.pos_ == "VERB" and particle(token, "down") else None


def particle(token: Token, word: str) -> bool:
    """Tell whether the verb stands with this particle."""
    return any(c.lower_ == word and c.dep_ in {"prt", "advmod", "prep"} for c in token.children)


def reflexive(token: Token) -> bool:
    """Tell whether the object is the subject itself."""
    return token.lower_ in {"himself", "herself", "itself", "themselves", "myself", "yourself", "ourselves"}


#: What tells whether a verb names an incident, by its lemma.
PHRASES = {
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
    "hit": hitting,
    "strike": striking,
    **dict.fromkeys(["hack", "beat", "bludgeon", "club", "kick", "stone", "slash", "strangle"], to_death),
}
