"""How many an incident has killed by now: "the death toll rose to 17", "bringing the number of injured to 40"."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.incidents.generalities import so_far
from kg.extract.incidents.kinds import Kinds
from kg.extract.incidents.parts import Part
from kg.extract.lexicon.common_nouns import kind_of_noun
from kg.extract.lexicon.words import words
from kg.extract.syntax import clause
from kg.extract.syntax.columns import lemmaed
from kg.extract.syntax.numbers import count
from kg.extract.syntax.participants import complements
from kg.language.parsed import Token

RULE = "toll"
#: Nouns that count the dead themselves, and those that do with "of the dead" after them.
TOLLS, COUNTS = words("toll"), words("number count tally total figure")
DEAD = words("dead death killed fatality")
HURT = words("injured wounded hurt injury wound")
#: What else has a toll.
OTHER_TOLLS = words("annual road yearly traffic phone")
#: What a count does, and what somebody does to it.
MOVING = words(
    "rise climb grow increase jump reach hit stand pass exceed top soar surge mount be fall drop revise put lower "
    "raise correct reduce adjust cut decrease"
)
SETTING = words("bring put take raise push revise lift set place lower correct reduce adjust cut")


class Toll(NamedTuple):
    """A count of the dead or injured: its noun, the verb that gives its number, whom it counts, who says so."""

    noun: Token
    verb: Token
    role: str
    number: Token
    teller: Token | None

    @property
    def part(self) -> Part:
        """Those whom it counts."""
        return Part(self.role, self.number, RULE, self.verb, speaker=self.teller)

    @property
    def causes(self) -> Iterator[Token]:
        """What it is the toll of: "the toll of the attack", "the bombing's death toll"."""
        yield from (noun for _, noun in complements(self.noun, "in", "from", "of", "after"))
        yield from (c for c in self.noun.children if c.dep_ in {"compound", "poss"})


def tolls(kinds: Kinds) -> Iterator[Toll]:
    """Yield the counts of the dead and injured of an article that have a number."""
    for noun in lemmaed(kinds.context.doc, TOLLS | COUNTS | {"dead", "injured", "wounded"}):
        role = counted(noun)
        if role is None:
            continue
        found = next(((verb, number) for verb, number in numbered(noun) if count(number) is not None), None)
        if found is not None and not so_far(found[0]) and not any(map(this_time, noun.subtree)):
            verb, number = found
            yield Toll(noun, verb, role, number, next(tellers(kinds, noun, verb), None))


def this_time(word: Token) -> bool:
    """Tell whether a word begins a time over which is summed up: "the number killed in the city this week"."""
    after = word.nbor().lower_ if word.i + 1 < len(word.doc) else ""
    return word.lower_ in {"this", "past"} and after in {"week", "month", "year", "decade"}


def counted(noun: Token) -> str | None:
    """Return as what a noun counts people: "the death toll", "the number of injured", "the dead"."""
    lemma = noun.lemma_.lower()
    before = {c.lemma_.lower() for c in noun.children if c.dep_ in {"compound", "amod", "nmod"}}
    if lemma in TOLLS:
        return None if before & OTHER_TOLLS else "injured" if before & HURT else "killed"
    if lemma not in COUNTS:
        put = noun.dep_ == "dobj" and noun.head.lemma_ in SETTING and any(c.lower_ == "the" for c in noun.children)
        return ("killed" if lemma == "dead" else "injured") if put else None
    whom = {t.lower_ for _, t in complements(noun, "of")} | {t.lemma_.lower() for _, t in complements(noun, "of")}
    whom |= before | {c.lower_ for c in noun.children if c.dep_ == "acl"}
    return "killed" if whom & DEAD else "injured" if whom & HURT else None


def numbered(noun: Token) -> Iterator[tuple[Token, Token]]:
    """Yield what may be the number of a count, with the verb that gives it."""
    verb = noun.head
    if noun.dep_ in {"nsubj", "nsubjpass"} and verb.lemma_ in MOVING:
        yield from ((verb, number) for _, number in complements(verb, "to", "at"))
        yield from ((verb, c) for c in verb.children if c.dep_ in {"dobj", "attr"} and c.i > noun.i)
    elif noun.dep_ == "dobj" and verb.lemma_ in SETTING:
        yield from ((verb, number) for word in (verb, noun) for _, number in complements(word, "to", "at"))
    if noun.lemma_.lower() in TOLLS:
        yield from ((verb, number) for _, number in complements(noun, "of"))


def tellers(kinds: Kinds, noun: Token, verb: Token) -> Iterator[Token]:
    """Yield who puts the count at its number: "police put the toll at four", but not "that brings it to four"."""
    if noun.dep_ == "dobj" and any(c.dep_ == "nsubj" for c in verb.children):
        yield from (who for who in clause.agents(verb) if kinds.actor(who) or kind_of_noun(who) == "Organization")
