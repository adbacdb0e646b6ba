"""Whether a word of violence is meant of bodies and buildings, not of words, sport, films or the law."""

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from kg.extract.incidents.kinds import Kinds
from kg.extract.incidents.verbs import natural, particle, reflexive
from kg.extract.incidents.words import ANIMALS, BLOODY, GOALS, HARMLESS, LAW, NOT_VIOLENT, WRITINGS
from kg.extract.syntax import clause
from kg.extract.syntax.participants import complements

#: Words of violence that are as often only of words.
WEAK = {"attack", "assault", "raid", "siege", "ambush", "sabotage"}
#: Tokens to each side in which such a word needs company.
WINDOW = 60


def violent(kinds: Kinds, token: Token, lemma: str) -> bool:
    """Tell whether the verb is meant of bodies and buildings."""
    things, agents = list(clause.patients(token)), list(clause.agents(token))
    if animals([*things, *agents]) or harmless(token) or natural(token) or any(map(anybody, agents)):
        return False
    if lemma in SENSES:
        return SENSES[lemma](kinds, token, things, agents)
    if lemma in {"storm", "shell", "assault"} and not any(kinds.concrete(o) for o in things):
        return False
    if lemma in WEAK and any(agent.lemma_.lower() in WRITINGS for agent in agents):
        return False
    return lemma not in WEAK or bodily(kinds, token)


def shot(things: Sequence[Token], agents: Sequence[Token]) -> bool:
    """Tell whether somebody is shot rather than a film, oneself in the foot, or a team by a late goal."""
    return not any(o.lemma_ in NOT_VIOLENT or o.lower_ == "it" or reflexive(o) for o in things) and not any(
        s.lemma_.lower() in GOALS for s in agents
    )


def rising(verb: Token) -> bool:
    """Tell whether something goes up or ahead fast: "shot to fame", "shot up the charts"."""
    if any(c.dep_ in {"dobj", "auxpass"} for c in verb.children):
        return False
    return particle(verb, "up") or any(preposition in {"to", "past"} for preposition, _ in complements(verb))


#: Verbs that mean violence in one of their senses only.
SENSES: dict[str, Callable[[Kinds, Token, Sequence[Token], Sequence[Token]], bool]] = {
    "gun": lambda _kinds, verb, _things, _agents: particle(verb, "down"),
    # Who bombs nobody and nothing fails on a stage.
    "bomb": lambda _kinds, verb, things, _agents: bool(things) or verb.tag_ not in {"VBD", "VBZ"},
    "shoot": lambda _kinds, verb, things, agents: shot(things, agents) and not rising(verb),
    # States execute the sentenced.
    "execute": lambda kinds, _verb, things, agents: (
        any(kinds.actor(s) and not kinds.place(s) for s in agents) and (not things or any(map(kinds.person, things)))
    ),
}


def judicial(token: Token) -> bool:
    """Tell whether a court has ordered it: words of the law stand near."""
    near = token.doc[max(0, token.i - WINDOW // 2) : token.i + WINDOW // 2]
    return any(t.lemma_.lower() in LAW for t in near)


def anybody(agent: Token) -> bool:
    """Tell whether the words speak of nobody in particular: "for any person to attack"."""
    return agent.lower_ in {"anyone", "anybody", "whoever"} or any(
        c.lower_ == "any" and c.dep_ == "det" for c in agent.children
    )


def animals(things: Sequence[Token]) -> bool:
    """Tell whether a beast does it or suffers it."""
    return any(t.lemma_.lower() in ANIMALS and t.pos_ == "NOUN" for t in things)


def harmless(token: Token) -> bool:
    """Tell whether it is done with what hurts nobody: "bombed the minister with eggs"."""
    return any(n.lemma_.lower() in HARMLESS for _, n in complements(token, "with"))


def bodily(kinds: Kinds, token: Token) -> bool:
    """Tell whether an attack is one of bodies and buildings rather than of words."""
    near = kinds.context.doc[max(0, token.i - WINDOW) : token.i + WINDOW]
    if not any(t.lemma_.lower() in BLOODY for t in near):
        return False
    if token.pos_ != "VERB":
        return True
    over = any(c.dep_ == "prep" and c.lower_ in {"for", "over", "as"} for c in token.children)
    things = list(clause.patients(token))
    return not over and (not things or any(map(kinds.concrete, things)))
