"""Words of harm: whom they kill or injure, each way of saying so by the word that says it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from kg.extract.incidents import rows
from kg.extract.incidents.causes import causes
from kg.extract.incidents.classes import reflexive
from kg.extract.incidents.kinds import Kinds, building
from kg.extract.incidents.parts import Part, unknown
from kg.extract.incidents.phrases import partitive
from kg.extract.incidents.tolls import tolls
from kg.extract.incidents.words import DAMAGING, DYING, KILLING, STATES, WOUNDING
from kg.extract.syntax import clause, voice
from kg.extract.syntax.columns import lemmaed
from kg.extract.syntax.participants import complements
from kg.language.parsed import Token

FATALLY = {"fatally", "mortally"}
#: Nouns of harm to people.
HARMS = {"death": "killed", "injury": "injured", "wounding": "injured"}
#: Verbs of what comes of an incident, with the preposition before it.
LEADING = {"result": ("in",), "lead": ("to",)}
RULE = "harm"


@dataclass(frozen=True, slots=True)
class Harm:
    """A word of harm with its parts, and the words that it gives as the cause.

    It points `back` where it tells more of those who were harmed before: "two of the wounded died", "the toll rose".
    """

    token: Token
    parts: tuple[Part, ...]
    causes: tuple[Token, ...]
    back: bool = False


def harms(kinds: Kinds) -> list[Harm]:
    """Return the words of harm of an article that harm somebody, and the counts of those harmed, as they stand."""
    counts = [Harm(toll.noun, (toll.part,), tuple(toll.causes), back=True) for toll in tolls(kinds)]
    return sorted((*counts, *verbs(kinds)), key=lambda harm: harm.token.i)


def verbs(kinds: Kinds) -> Iterator[Harm]:
    """Yield the verbs and adjectives of harm that harm somebody."""
    for token in lemmaed(kinds.context.doc, WAYS.keys()):
        if token.pos_ in {"VERB", "ADJ"} and not called(token):
            found = tuple(WAYS[token.lemma_.lower()](kinds, token))
            if found:
                back = any(partitive(part.token) for part in found)
                yield Harm(token, found, tuple(causes(token, [part.token for part in found])), back)


def called(word: Token) -> bool:
    """Tell whether a seeming verb is a noun that points back: "Within an hour of this killing the president spoke"."""
    return word.tag_ == "VBG" and word.i > 0 and word.nbor(-1).lower_ in {"this", "that", "the"}


def fatal(word: Token) -> bool:
    """Tell whether a word says that it killed: "fatally wounded"."""
    return any(c.lower_ in FATALLY for c in word.children)


def people(kinds: Kinds, role: str, those: Iterator[Token]) -> Iterator[Part]:
    """Yield those who are people in a role, and names told in a row with people's."""
    listed = list(those)
    named = any(kinds.name(one) == "Person" for one in listed)
    for one in listed:
        if (kinds.person(one) or (named and unknown(kinds, one))) and not reflexive(one):
            yield from (Part(role, each, RULE) for each in (one, *rows.row(kinds.context, one), *who(kinds, one)))


def who(kinds: Kinds, one: Token) -> Iterator[Token]:
    """Yield the name of whom a number takes out: "One of them, Louise Hart, 27, died"."""
    if partitive(one):
        named = (c for c in one.children if c.dep_ == "appos" and kinds.name(c) == "Person")
        yield from named


def killed(kinds: Kinds, verb: Token) -> Iterator[Part]:
    """Yield whom a verb kills."""
    return people(kinds, "killed", chain(clause.patients(verb), all_of_row(kinds, verb)))


def all_of_row(kinds: Kinds, verb: Token) -> Iterator[Token]:
    """Yield the first of a row of names of all of whom a clause tells: "Jo Poe and Ann Lee, who were both killed"."""
    first = verb.head
    while first.dep_ in {"conj", "appos"}:
        first = first.head
    both = verb.dep_ == "relcl" and any(c.lower_ in {"all", "both"} for c in verb.children)
    if both and first != verb.head and kinds.name(first) == "Person":
        yield first


def wounded(kinds: Kinds, verb: Token) -> Iterator[Part]:
    """Yield whom a verb injures."""
    return people(kinds, "killed" if fatal(verb) else "injured", clause.patients(verb))


def died(kinds: Kinds, verb: Token) -> Iterator[Part]:
    """Yield who died."""
    return people(kinds, "killed", clause.agents(verb))


def to_hospital(kinds: Kinds, verb: Token) -> Iterator[Part]:
    """Yield those whom an incident sent to hospital: "that put eight passengers in hospital"."""
    if any(noun.lemma_.lower() == "hospital" for _, noun in complements(verb, "in", "to")):
        yield from people(kinds, "injured", clause.patients(verb))


def left(kinds: Kinds, verb: Token) -> Iterator[Part]:
    """Yield those whom an incident left in a state: "left 12 people dead"."""
    behind = (c for those in clause.patients(verb) for c in those.rights if c.dep_ in {"acl", "amod"})
    for word in (*verb.children, *behind):
        if word.lower_ in STATES and word.dep_ != "conj":
            yield from people(kinds, "killed" if fatal(word) else STATES[word.lower_], clause.patients(verb))


def lives_lost(kinds: Kinds, verb: Token) -> Iterator[Part]:
    """Yield who lost their lives."""
    if any(thing.lemma_.lower() == "life" for thing in clause.patients(verb)):
        yield from people(kinds, "killed", clause.agents(verb))


def lives_taken(_kinds: Kinds, verb: Token) -> Iterator[Part]:
    """Yield whose lives an incident claimed, or how many: "claimed 14 lives", "claimed the lives of two nurses"."""
    for life in (thing for thing in clause.patients(verb) if thing.lemma_.lower() == "life"):
        whose = [noun for _, noun in complements(life, "of")]
        counted = [life] if any(c.dep_ == "nummod" for c in life.children) else []
        yield from (Part("killed", one, RULE) for one in whose or counted)


def found_dead(kinds: Kinds, verb: Token) -> Iterator[Part]:
    """Yield who was found dead."""
    if any(c.lower_ == "dead" and c.dep_ in {"oprd", "acomp"} for c in verb.children):
        yield from people(kinds, "killed", clause.patients(verb))


def damaged(_kinds: Kinds, verb: Token) -> Iterator[Part]:
    """Yield what a verb damages or destroys."""
    yield from (Part("target", thing, RULE) for thing in clause.patients(verb) if building(thing))


def harm_caused(kinds: Kinds, verb: Token) -> Iterator[Part]:
    """Yield to what an incident caused damage, and whose death or wounds: "resulting in the deaths of two nurses"."""
    led_to = (noun for _, noun in complements(verb, *LEADING.get(verb.lemma_, ())))
    for harm in led_to if verb.lemma_ in LEADING else clause.patients(verb):
        whose = [noun for _, noun in complements(harm, "of", "to")]
        if harm.lemma_.lower() in {"damage", "destruction"}:
            yield from (Part("target", thing, RULE) for thing in whose if building(thing))
        elif role := HARMS.get(harm.lemma_.lower()):
            yield from people(kinds, role, iter(whose))


def counted_dead(kinds: Kinds, word: Token) -> Iterator[Part]:
    """Yield the dead whom a headline counts without a verb: "Nine dead in Lanto blast"."""
    # "Four dead as police kill gunman" has its verb in another clause.
    other = {t.i for c in word.children if c.dep_ == "advcl" for t in c.subtree}
    if not voice.ended(word.sent) and not any(t.pos_ in {"VERB", "AUX"} and t.i not in other for t in word.sent):
        own = [c for c in word.children if c.dep_ in {"nummod", "nsubj", "npadvmod"}]
        those = [word.head] if word.dep_ == "amod" and not own else own
        yield from (
            Part("killed", one, RULE) for one in those if one.i < word.i and (one.like_num or kinds.person(one))
        )


#: Each word of harm with the way in which it harms.
WAYS: dict[str, Callable[[Kinds, Token], Iterator[Part]]] = {
    **dict.fromkeys(WOUNDING, wounded),
    **dict.fromkeys(KILLING & {"kill"}, killed),
    **dict.fromkeys(DYING, died),
    **dict.fromkeys(("put", "send", "land"), to_hospital),
    "leave": left,
    "lose": lives_lost,
    **dict.fromkeys(("claim", "cost", "take"), lives_taken),
    "dead": counted_dead,
    "find": found_dead,
    **dict.fromkeys(DAMAGING, damaged),
    **dict.fromkeys(("cause", "do", *LEADING), harm_caused),
}
