"""By what words a noun is said of somebody, as rows: "became mayor", "named Ann Lee mayor", "resigned as mayor"."""

from functools import cache

from kg.extract.factuality.judging import SLOTS, Class, Link, framed, in_place, is_a
from kg.extract.lexicon.words import words
from kg.extract.rules.conditions import Terms
from kg.extract.rules.rule import Rule
from kg.extract.rules.running import Engine
from kg.extract.syntax.grammar import modifiers
from kg.language.parsed import Token

#: The kind of these rules in `kg rules`.
KIND = "predication"
#: "was appointed chairman", "they elected her leader".
NAMING = words("appoint name elect make call crown vote re-elect reelect proclaim declare")
RULES = (
    Rule(
        "is-a",
        frozenset({"be", "become", "remain", "stay"}),
        "subject",
        pos="",
        needs="frame:ATTRIBUTE",
        examples=("Jo Poe became head of the bank.",),
        never=("Jo Poe met the head of the bank.",),
    ),
    Rule(
        "named-a",
        NAMING,
        "named",
        pos="",
        needs="frame:ATTRIBUTE|OBJECT|COMPLEMENT",
        examples=("Jo Poe was appointed chairman.", "They elected her leader."),
        never=("They thanked her.", "Jo Poe was appointed."),
    ),
    Rule(
        "is-acting",
        frozenset({"act"}),
        "subject",
        pos="",
        needs="frame:OBJECT self:acting child:IS frame:BARE",
        examples=("Ines Roth is acting foreign minister.",),
        never=("Jo Poe is acting the minister in a play.",),
    ),
    Rule(
        "succeeded-as",
        frozenset({"succeed", "replace", "follow"}),
        "both",
        needs="frame:AS",
        examples=("Jo Poe succeeded Ann Lee as mayor.",),
        never=("Jo Poe resigned as mayor.",),
    ),
    Rule(
        "wished-as",
        words(
            "back cast consider depict describe endorse envision hail imagine know mock need paint perceive portray "
            "praise regard see support tout treat view want"
        ),
        pos="VERB AUX",
        needs="frame:AS",
        examples=("They support Jo Poe as president.", "He sees himself as a leader."),
        never=("He retired as a leader.",),
    ),
    Rule(
        "does-as",
        frozenset(),
        "doer",
        pos="VERB AUX",
        needs="frame:AS",
        examples=("Jo Poe worked as a teacher.", "They chose Jo Poe as president."),
        never=("They support Jo Poe as president.", "Jo Poe, the mayor, worked."),
    ),
    Rule(
        "before-or-after-as",
        frozenset({"predecessor", "successor"}),
        "beside",
        pos="",
        needs="frame:AS",
        examples=("Her predecessor as mayor, Jo Poe, left.",),
        never=("Jo Poe worked as a mayor.",),
    ),
    Rule(
        "time-as",
        frozenset(),
        "owner",
        pos="",
        needs="frame:AS self:PART",
        unless="self:VERBAL",
        examples=("During her tenure as president, Jo Poe travelled.",),
        never=("Jo Poe worked as a mayor.",),
    ),
    Rule(
        "given-office",
        NAMING | {"become", "swear", "take"},
        "office",
        pos="",
        needs="frame:OFFICE",
        unless="child:UNSURE",
        examples=("Jo Poe became mayor, replacing Ann Lee.",),
        never=("Jo Poe may be named mayor, replacing Ann Lee.", "Jo Poe left, replacing Ann Lee."),
    ),
    Rule(
        "replacing",
        frozenset({"replace", "succeed"}),
        "replaced",
        pos="",
        needs="frame:MEANWHILE self:ING",
        examples=("Jo Poe became mayor, replacing Ann Lee.",),
        never=("Jo Poe became mayor, defeating Ann Lee.",),
    ),
)
CLASSES: dict[str, Class] = framed("attribute", "object", "complement", "as", "office", "meanwhile") | {
    "BARE": lambda link, _: link.word.n_lefts == len(list(modifiers(link.word))),
    "IS": lambda _, token: token.lemma_ == "be" and token.dep_ == "aux",
    "ING": is_a(lambda token: token.tag_ == "VBG"),
    "PART": in_place("dobj", "pobj", "nsubj"),
    "VERBAL": is_a(lambda token: token.pos_ in {"VERB", "AUX"}),
    "UNSURE": lambda _, token: token.dep_ == "neg" or token.tag_ in {"MD", "TO"},
}
#: How a noun stands to the verb that says it of somebody.
FRAMES = {"attr": "attribute", "dobj": "object", "oprd": "complement", "xcomp": "complement", "ccomp": "complement"}


@cache
def engine() -> Engine[Link]:
    """Return the rules, ready to run."""
    return Engine(RULES, Terms(SLOTS, CLASSES))


def given(word: Token, frame: str, noun: Token) -> str:
    """Return what the rule of a word gives for a noun that it says of somebody; "" where none reads it."""
    rule = engine().of(Link(noun, frame), word)
    return "" if rule is None else rule.gives
