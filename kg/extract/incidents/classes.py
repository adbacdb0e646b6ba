"""What conditions of incident rules speak of: slots of a verb or noun, and classes of words."""

from collections.abc import Callable, Iterable, Iterator

from kg.extract.incidents import figures, generalities, words
from kg.extract.incidents.generalities import MODIFYING
from kg.extract.incidents.kinds import Kinds, bomb, bomb_before, building, weapon
from kg.extract.incidents.parts import counted_doers
from kg.extract.lexicon.words import words as listed
from kg.extract.rules.conditions import Terms
from kg.extract.syntax import clause
from kg.extract.syntax.participants import complements, whole
from kg.language.parsed import Token

#: Tokens to each side in which a word of violence that is as often of words only needs company.
WINDOW = 60
PREPOSITIONS = sorted(listed("to into through down of on by with at in during for over as past against after from"))
#: Labels of names that a noun may be only a part of.
IN_NAMES = {"LAW", "ORG", "PERSON", "WORK_OF_ART"}
#: What whole phrases of an incident have: a bare "murder" is a crime, no happening.
TELLING = {"det", "poss", "prep", "amod", "nummod"}


def near(token: Token) -> Iterator[Token]:
    """Yield the words below a token, two steps deep."""
    for child in token.children:
        yield child
        yield from child.children


def before(token: Token) -> Iterator[Token]:
    """Yield the words that modify a noun from its front."""
    return (c for c in token.children if c.dep_ in MODIFYING and c.i < token.i)


def after(preposition: str) -> Callable[[Token], Iterator[Token]]:
    """Return what leads to the nouns under a preposition."""
    return lambda token: (noun for _, noun in complements(token, preposition))


def charge(verb: Token) -> Iterator[Token]:
    """Yield for what somebody is arrested or sentenced, also "on suspicion of" it."""
    for _, noun in complements(verb, "for", "on", "over", "with"):
        yield noun
        yield from (inner for _, inner in complements(noun, "of"))


SLOTS: dict[str, Callable[[Token], Iterable[Token]]] = {
    "self": lambda token: (token,),
    "subject": clause.agents,
    "object": clause.patients,
    "thing": lambda token: (*clause.agents(token), *clause.patients(token)),
    "child": lambda token: token.children,
    "near": near,
    "below": lambda token: token.subtree,
    "before": before,
    "owner": lambda token: (c for c in token.children if c.dep_ == "poss"),
    "particle": lambda token: (c for c in token.children if c.dep_ in {"prt", "advmod", "prep"}),
    "marker": lambda token: (c for c in token.children if c.dep_ in {"dobj", "auxpass"}),
    "modifies": lambda token: (token.head,) if token.dep_ == "compound" else (),
    "telling": lambda token: (c for c in whole(token).children if c.dep_ in TELLING),
    "preposition": lambda token: (c for c in token.children if c.dep_ == "prep"),
    "charge": charge,
    "way": lambda token: (noun for _, noun in complements(token, "into", "through")),
    "party": lambda token: (noun for _, noun in complements(token, "of", "by", "on")),
    "amid": lambda token: (noun for _, noun in complements(token, "in", "during", "amid", "at")),
    **{preposition: after(preposition) for preposition in PREPOSITIONS},
}


def lemma_in(those: frozenset[str]) -> Callable[[Kinds, Token], bool]:
    """Return what tells whether a word is one of a list."""
    return lambda _kinds, token: token.lemma_.lower() in those


def of_kind(test: Callable[[Token], bool]) -> Callable[[Kinds, Token], bool]:
    """Return a test that asks nothing of an article as one of its class."""
    return lambda _kinds, token: test(token)


def reflexive(token: Token) -> bool:
    """Tell whether the object is the subject itself."""
    return token.lower_ in {"himself", "herself", "itself", "themselves", "myself", "yourself", "ourselves"}


def victim(kinds: Kinds, token: Token) -> bool:
    """Tell whether somebody can be a victim: fighters killed in combat are none."""
    person = kinds.person(token) or counted_doers(token)
    return person and not reflexive(token) and token.lemma_.lower() not in words.AUTHORS


def anybody(agent: Token) -> bool:
    """Tell whether the words speak of nobody in particular: "for any person to attack"."""
    return agent.lower_ in {"anyone", "anybody", "whoever"} or any(
        c.lower_ == "any" and c.dep_ == "det" for c in agent.children
    )


def bloodless(kinds: Kinds, token: Token) -> bool:
    """Tell whether nothing near speaks of bodies: an attack is one of words as often."""
    near_by = kinds.context.doc[max(0, token.i - WINDOW) : token.i + WINDOW]
    return not any(t.lemma_.lower() in words.BLOODY for t in near_by)


def lawful(_kinds: Kinds, token: Token) -> bool:
    """Tell whether a court has ordered it: words of the law stand near."""
    near_by = token.doc[max(0, token.i - WINDOW // 2) : token.i + WINDOW // 2]
    return any(t.lemma_.lower() in words.LAW for t in near_by)


def of_traffic(token: Token) -> bool:
    """Tell whether somebody died under a car, and nobody meant it: two words of traffic stand near."""
    near_by = token.doc[max(0, token.i - WINDOW) : token.i + WINDOW]
    return len({t.lemma_.lower() for t in near_by} & words.TRAFFIC) > 1


def killing(kinds: Kinds, token: Token) -> bool:
    """Tell whether somebody was killed or wounded by or in what a noun tells."""
    by = token.dep_ == "pobj" and token.head.lower_ in {"by", "in"}
    verb = token.head.head if by else token.head
    hit = clause.patients(verb) if by or token.dep_ == "nsubj" else ()
    return verb.lemma_.lower() in words.KILLING | words.WOUNDING and any(map(kinds.person, hit))


def to_free(kinds: Kinds, token: Token) -> bool:
    """Tell whether police or soldiers storm a place to end a siege or to free hostages."""
    doers = {agent.lemma_.lower() for agent in clause.agents(token)}
    near_by = {t.lemma_.lower() for t in kinds.context.doc[max(0, token.i - WINDOW) : token.i + WINDOW]}
    return bool(doers & (words.POLICE | words.TROOPS)) and not near_by.isdisjoint({"hostage", "siege", "captive"})


CLASSES: dict[str, Callable[[Kinds, Token], bool]] = {
    "PERSON": Kinds.person,
    "ACTOR": lambda kinds, token: kinds.actor(token),
    "PARTY": lambda kinds, token: kinds.actor(token) and not kinds.place(token),
    "NAME": lambda _kinds, token: token.pos_ in {"PROPN", "PRON"},
    "CONCRETE": Kinds.concrete,
    "ABSTRACT": lambda kinds, token: not kinds.concrete(token),
    "VICTIM": victim,
    "DEFENDER": Kinds.defender,
    "CRIME": lemma_in(words.CRIMES),
    "BOMB": of_kind(bomb),
    "EXPLOSIVE": lambda _kinds, token: bomb(bomb_before(token)),
    "DEADLY": lambda _kinds, token: weapon(token) and token.lemma_ not in words.VEHICLES,
    "WEAPON": of_kind(weapon),
    "BUILDING": of_kind(building),
    "AUTHOR": lemma_in(words.AUTHORS),
    "ANIMAL": lambda _kinds, token: token.lemma_.lower() in words.ANIMALS and token.pos_ == "NOUN",
    "NATURE": lemma_in(words.NATURE),
    "HARMLESS": lemma_in(words.HARMLESS),
    "WRITING": lemma_in(words.WRITINGS),
    "GOAL": lemma_in(words.GOALS),
    "PEACEABLE": lemma_in(words.NOT_VIOLENT),
    "OTHER_THING": lemma_in(words.NOT_VIOLENT_HEADS | words.NOUNS.keys()),
    "UNREST": lemma_in(words.UNREST),
    "BOX_OFFICE": of_kind(figures.box_office),
    "REFLEXIVE": of_kind(reflexive),
    "ANYBODY": of_kind(anybody),
    "IN_NAME": lambda _kinds, token: token.ent_type_ in IN_NAMES,
    "BLOODLESS": bloodless,
    "LAWFUL": lawful,
    "OF_TRAFFIC": of_kind(of_traffic),
    "ONE_OF_A_KIND": of_kind(generalities.one_of_a_kind),
    "ONE": lambda _kinds, token: whole(token).tag_ == "NN",
    "SO_FAR": of_kind(generalities.so_far),
    "RANKED": of_kind(generalities.ranked),
    "MUTUAL": of_kind(figures.mutual),
    "AT_MARKET": of_kind(figures.of_field(words.MARKET, figures.MARKETS)),
    "IN_MATCH": of_kind(figures.of_match),
    "DRILLED": of_kind(figures.drilled),
    "SCORED": of_kind(figures.scored),
    "OF_A_GAME": of_kind(figures.of_a_game),
    "KILLING": killing,
    "TO_FREE": to_free,
    "SEPARATE": of_kind(generalities.separate),
    "FEARED": of_kind(generalities.feared),
    "IN_GENERAL": of_kind(generalities.in_general),
    "TALLIED": of_kind(generalities.tallied),
    "COUNT": lambda _kinds, token: token.tag_ == "NNS" and any(c.dep_ == "nummod" for c in token.children),
    "PAST": lambda _kinds, token: token.tag_ in {"VBD", "VBZ"},
}

TERMS: Terms[Kinds] = Terms(SLOTS, CLASSES)
