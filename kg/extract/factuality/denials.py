"""Words that take away what they belong to, as rows: "not", "nobody", "no attack", "few"."""

from functools import cache

from kg.extract.factuality.judging import SLOTS, Class, Link, framed, in_place
from kg.extract.lexicon.words import words
from kg.extract.rules.conditions import Terms
from kg.extract.rules.rule import Rule
from kg.extract.rules.running import Engine
from kg.language.parsed import Token

RULES = (
    Rule(
        "not",
        words("not never no nobody none neither nothing nor hardly scarcely"),
        "denied",
        pos="",
        needs="frame:ITSELF",
        unless="next:only|just|merely|doubt|less|least|fewer|later|longer",
        examples=("The rebels did not attack the village.", "Nobody was hurt.", "There was no attack."),
        never=("Not only did they burn the village.", "He never doubted it no longer.", "They attacked the village."),
    ),
    Rule(
        "no-such",
        frozenset({"no"}),
        "denied",
        pos="",
        needs="frame:WITHIN self:DETERMINER",
        unless="head:PREPOSITION",
        examples=("No soldier was hurt.",),
        never=("The soldier was hurt.", "He left in no hurry."),
    ),
    Rule(
        "neither-such",
        frozenset({"neither"}),
        "denied",
        pos="",
        needs="frame:WITHIN self:OF_A_PAIR",
        unless="head:PREPOSITION",
        examples=("They attacked neither the school nor the bank.",),
        never=("They attacked both the school and the bank.",),
    ),
    Rule(
        "hardly-anybody",
        words("few hardly scarcely barely"),
        "hardly",
        pos="",
        unless="beside:a",
        examples=("Few believe that he fled.",),
        never=("A few believe that he fled.",),
        kept='"Few believe" is no belief.',
    ),
)
CLASSES: dict[str, Class] = framed("itself", "within") | {
    "DETERMINER": in_place("det"),
    "OF_A_PAIR": in_place("preconj"),
    "PREPOSITION": in_place("prep"),
}
#: Labels of what takes away the word that it hangs on.
ARGUMENTS = {"nsubj", "nsubjpass", "dobj", "det", "neg", "prep", "preconj", "advmod"}


@cache
def engine() -> Engine[Link]:
    """Return the rules, ready to run."""
    slots = SLOTS | {"beside": lambda token: (*token.children, *token.head.children)}
    return Engine(RULES, Terms(slots, CLASSES), lambda token: (token.norm_, token.lower_))


def near(word: Token) -> list[Rule]:
    """Return the rules by which a word, or one that belongs to it, takes something away."""
    asked = ((Link(word, "itself"), word), *((Link(word, "within"), c) for c in word.children))
    return [rule for link, token in asked if (rule := engine().of(link, token)) is not None]


def negates(word: Token) -> bool:
    """Tell whether the word takes away what it belongs to; "not only" and "no doubt" do not."""
    return any(rule.gives == "denied" for rule in near(word))


def negated(word: Token) -> bool:
    """Tell whether a word beside takes this one away."""
    return any(child.dep_ in ARGUMENTS and negates(child) for child in word.children)


def nobody(subject: Token) -> bool:
    """Tell whether hardly anybody is meant: "no one", "none of them", "few"; "a few" are some."""
    return bool(near(subject))
