"""What a word over a noun makes of it, by a preposition or as its object, as rows: "accused of", "foiled a raid"."""

from kg.extract.factuality.words import (
    ACCUSING,
    CLEARING,
    DENYING,
    DOUBTING,
    PREVENTING,
)
from kg.extract.lexicon.words import words
from kg.extract.rules.rule import Rule

ANY = ""

PREPOSITIONS = (
    Rule(
        "without",
        frozenset(),
        "denied",
        pos=ANY,
        needs="frame:PREPOSITION|GERUND frame:WITHOUT",
        examples=("They left without attacking anyone.",),
        never=("They left after attacking a man.",),
    ),
    Rule(
        "cleared-of",
        CLEARING,
        "denied",
        pos=ANY,
        needs="frame:PREPOSITION|GERUND frame:OF",
        examples=("She was cleared of the murder.", "He was acquitted in 2014 of killing two men."),
        never=("She was accused of the murder.",),
        kept="Verdicts come long after the attacks of which corpora tell.",
    ),
    Rule(
        "posed-as",
        words("pose masquerade disguise dress impersonate"),
        "denied",
        pos=ANY,
        needs="frame:PREPOSITION|GERUND frame:AS",
        examples=("He posed as a doctor.",),
        never=("He worked as a doctor.",),
        kept="Who poses as an officer is none, and attackers do.",
    ),
    Rule(
        "kept-from",
        PREVENTING,
        "denied",
        pos=ANY,
        needs="frame:GERUND frame:FROM",
        examples=("Police prevented them from attacking the bank.",),
        never=("Police stopped after they attacked the bank.",),
    ),
    Rule(
        "aimed-at",
        frozenset({"aim"}),
        "planned",
        pos=ANY,
        needs="frame:GERUND",
        examples=("The plan aims at killing the judge.",),
        never=("He aimed at the judge.",),
    ),
)

OBJECTS = (
    Rule(
        "called-a",
        frozenset({"call"}),
        "reported",
        pos=ANY,
        needs="frame:PREDICATE|NAME",
        examples=("He called the blast an attack.",),
        never=("He called for an attack.",),
    ),
    Rule(
        "called-so",
        frozenset({"call"}),
        "asserted",
        pos=ANY,
        needs="frame:OBJECT child:A_PREDICATE",
        examples=("He called the attack a crime.",),
        never=("He called an attack.",),
    ),
    Rule(
        "denied-object",
        DENYING,
        "denied",
        pos=ANY,
        needs="frame:OBJECT|PREDICATE|PREPOSITION|GERUND frame:DIRECT|ABOUT",
        examples=("He denied the murder.",),
        never=("He saw the murder.",),
    ),
    Rule(
        "foiled-object",
        PREVENTING | DOUBTING,
        "planned",
        pos=ANY,
        needs="frame:OBJECT|PREDICATE|PREPOSITION|GERUND frame:DIRECT|ABOUT",
        examples=("Police foiled an attack on the airport.", "Officials warned of an attack on the embassy."),
        never=("Police saw an attack on the airport.", "They planned for an hour."),
    ),
    Rule(
        "accused-of",
        ACCUSING,
        "reported",
        pos=ANY,
        needs="frame:OBJECT|PREDICATE|PREPOSITION|GERUND",
        examples=("She was accused of stealing the money.", "He was tried for the murder."),
        never=("She was cleared of stealing the money.",),
    ),
    Rule(
        "claimed-object",
        words("claim report"),
        "reported",
        pos=ANY,
        needs="frame:OBJECT|PREDICATE|PREPOSITION|GERUND frame:DIRECT|ABOUT",
        examples=("Villagers reported an attack.",),
        never=("Villagers saw an attack.",),
    ),
)
