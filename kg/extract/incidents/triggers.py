"""Which words name an incident, and of what type."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extract.incidents.kinds import Kinds
from kg.extract.incidents.participants import complements, objects, subjects, whole
from kg.extract.incidents.verbs import PHRASES, natural, particle, reflexive
from kg.extract.incidents.words import (
    ANIMALS,
    BLOODY,
    GOALS,
    GRAVE,
    HARMLESS,
    KILLING_NOUNS,
    LAW,
    MEANS,
    NOT_VIOLENT,
    NOT_VIOLENT_HEADS,
    NOUNS,
    SPORT,
    VERBS,
    VIOLENCE,
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
    def general(self) -> bool:
        """Whether the noun speaks of such incidents in general: a plural without anything before it."""
        bare = not any(c.dep_ in {"det", "nummod", "poss"} for c in self.token.children)
        return self.token.tag_ == "NNS" and bare

    @property
    def span(self) -> Span:
        """The trigger's word, with "fatally" before it and "up", "dead" after it."""
        first = last = self.token
        doc, i = self.token.doc, self.token.i
        if i and doc[i - 1].head == self.token and doc[i - 1].lower_ in {"fatally", "mortally"}:
            first = doc[i - 1]
        after = doc[i + 1] if i + 1 < len(doc) else self.token
        # "shot dead six people": the parser hangs "dead" on the people.
        if after.lower_ in {"dead", "up", "off", "down"} and after.dep_ != "prep" and self.token in after.ancestors:
            last = after
        return Span(first.idx, last.idx + len(last))


#: Types whose words need another word of violence in the article.
LOOSE = {"Attack", "Shooting", "Arson", "VehicleAttack"}
#: Words of violence that are as often only of words.
WEAK = {"attack", "assault", "raid", "siege", "ambush", "sabotage"}
#: Different words of a match that make a report of one.
MATCH = 4
#: Tokens to each side in which such a word needs company.
WINDOW = 60


def triggers(kinds: Kinds) -> Iterator[Trigger]:
    """Yield the incidents that the words name, in the order of the text."""
    words = None
    for token in () if sporting(kinds.context.doc) else kinds.context.doc:
        lemma = token.lemma_.lower()
        test = TESTS.get(lemma)
        kind = test(kinds, token, lemma) if test else None
        if kind is None:
            continue
        if words is None:
            words = len({t.lemma_.lower() for t in kinds.context.doc} & VIOLENCE)
        if words > (kind in LOOSE):
            yield Trigger(token, kind)


def sporting(doc: Doc) -> bool:
    """Tell whether an article tells of a match, in which teams attack, shoot and kill games."""
    said = {token.lemma_.lower() for token in doc}
    return len(said & SPORT) >= MATCH and said.isdisjoint(GRAVE)


def noun(kinds: Kinds, token: Token, lemma: str) -> str | None:
    """Return the type of an incident that a noun names."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.ent_type_ in {"ORG", "WORK_OF_ART", "PERSON"}:
        return None
    if token.dep_ == "compound" and token.head.lemma_.lower() in NOT_VIOLENT_HEADS | NOUNS.keys():
        return None
    if (lemma in WEAK and not bodily(kinds, token)) or (lemma == "execution" and judicial(token)):
        return None
    said = whole(token)
    bare = not any(c.dep_ in {"det", "poss", "prep", "amod", "nummod"} for c in said.children)
    if lemma in KILLING_NOUNS and bare and said.tag_ == "NN":
        return None
    before = {c.lemma_.lower() for c in token.children if c.dep_ in {"compound", "amod", "nmod"}}
    of = {n.lemma_.lower() for _, n in complements(token, "of", "by", "on")}
    if before & (NOT_VIOLENT | ANIMALS) or of & ANIMALS:
        return None
    return next((MEANS[word] for word in sorted(before & MEANS.keys())), NOUNS[lemma])


def verb(kinds: Kinds, token: Token, lemma: str) -> str | None:
    """Return the type of an incident that a verb names by itself."""
    return VERBS[lemma] if token.pos_ == "VERB" and violent(kinds, token, lemma) else None


def violent(kinds: Kinds, token: Token, lemma: str) -> bool:
    """Tell whether the verb is meant of bodies and buildings."""
    things, agents = list(objects(token)), list(subjects(token))
    if animals([*things, *agents]) or harmless(token) or natural(token) or any(map(anybody, agents)):
        return False
    if lemma in SENSES:
        return SENSES[lemma](kinds, token, things, agents)
    if lemma in {"storm", "shell", "assault"} and not any(kinds.concrete(o) for o in things):
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
    things = list(objects(token))
    return not over and (not things or any(map(kinds.concrete, things)))


def either(kinds: Kinds, token: Token, lemma: str) -> str | None:
    """Return the type of a lemma that is a noun or a verb."""
    return noun(kinds, token, lemma) if token.pos_ in {"NOUN", "PROPN"} else verb(kinds, token, lemma)


TESTS = {
    **dict.fromkeys(NOUNS, noun),
    **dict.fromkeys(VERBS, verb),
    **dict.fromkeys(NOUNS.keys() & VERBS.keys(), either),
    **PHRASES,
}
