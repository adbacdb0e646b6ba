"""Words beside and over a title that say whether it is held now, as rows: "former", "resigned as"."""

from kg.extract.factuality.words import ENDED
from kg.extract.lexicon.words import words
from kg.extract.rules.rule import Rule

#: By whose subject an office is left.
LEAVING = words("resign retire quit step stand depart oust remove sack fire dismiss depose topple")

BESIDE_TITLES = (
    Rule(
        "acting",
        words("acting interim caretaker provisional"),
        "acting",
        pos="",
        needs="frame:BEFORE",
        examples=("Interim president Jo Poe spoke.",),
        never=("Jo Poe is acting as a witness.", "President Jo Poe spoke."),
    ),
    Rule(
        "to-be",
        words("designate elect incoming president-elect future"),
        "designate",
        pos="",
        needs="frame:BEFORE|AFTER",
        examples=("Incoming president Jo Poe spoke.", "President-elect Jo Poe spoke."),
        never=("President Jo Poe spoke.",),
    ),
    Rule(
        "named-successor",
        frozenset({"successor"}),
        "designate",
        pos="",
        needs="frame:ITSELF",
        examples=("Jo Poe was named her successor.",),
        never=("Jo Poe was named director.",),
        kept="Successions are told after each election.",
    ),
    Rule(
        "former",
        ENDED,
        "former",
        pos="",
        needs="frame:BEFORE",
        examples=("Former president Jo Poe spoke.", "The then mayor Jo Poe spoke."),
        never=("The new mayor Jo Poe spoke.", "Jo Poe, the mayor, was fired."),
    ),
)

OVER_TITLES = (
    Rule(
        "was",
        frozenset({"be"}),
        "former",
        pos="",
        needs="frame:PREDICATE self:PAST_TENSE",
        unless="self:SHIFTED",
        examples=("Jo Poe was the mayor of Leeds.",),
        never=("Jo Poe is the mayor of Leeds.", "Fox said that she was the mayor."),
    ),
    Rule(
        "had-been",
        frozenset({"be"}),
        "former",
        pos="",
        needs="frame:PREDICATE child:HAD",
        unless="self:RETOLD",
        examples=("Jo Poe had been the mayor of Leeds for eight years.",),
        never=("Jo Poe has been the mayor of Leeds since May.", "Fox said that she had been the mayor since May."),
    ),
    Rule(
        "had-served-as",
        words("act serve work"),
        "former",
        pos="VERB",
        needs="frame:AS child:HAD",
        unless="self:RETOLD",
        examples=("Jo Poe had served as mayor since 2010.",),
        never=("Jo Poe has served as mayor since 2010.", "Fox said that she had served as mayor."),
    ),
    Rule(
        "predecessor-as",
        frozenset({"predecessor"}),
        "former",
        pos="",
        needs="frame:AS",
        examples=("Jo Poe is her predecessor as mayor.",),
        never=("He thanked Jo Poe.",),
    ),
    Rule(
        "left-as",
        LEAVING,
        "former",
        pos="",
        needs="frame:AS",
        examples=("Jo Poe resigned as mayor.", "Jo Poe stepped down as director."),
        never=("Jo Poe worked as mayor.", "Jo Poe resigned."),
    ),
    Rule(
        "lost-post-as",
        words("lose end finish leave complete conclude relinquish vacate abandon") | LEAVING,
        "former",
        pos="VERB",
        needs="frame:OF_POST",
        examples=("Jo Poe lost his job as director.", "She was removed from her post as director."),
        never=("Jo Poe began his job as director.",),
    ),
    Rule(
        "post-ended-as",
        words("end finish expire"),
        "former",
        pos="",
        needs="frame:POST_ITSELF",
        examples=("His term as mayor ended in May.",),
        never=("His term as mayor began in May.",),
        kept="Successions are told after each election.",
    ),
    Rule(
        "will-enter",
        words("appoint assume become elect inaugurate install instal name swear take"),
        "designate",
        pos="VERB",
        needs="frame:OVER child:TO_COME",
        examples=("Jo Poe will take the oath as president in May.",),
        never=("Jo Poe took the oath as president in May.", "Jo Poe will speak as president in May."),
    ),
    Rule(
        "is-to-enter",
        words("appoint assume become elect inaugurate install instal name swear take"),
        "designate",
        pos="",
        needs="frame:OVER self:INFINITIVE head:be|set|due|expect|schedule|poise|prepare|slate child:to",
        examples=("Jo Poe is set to become president in May.",),
        never=("Jo Poe wants to become president in May.",),
        kept="Successions are told after each election.",
    ),
)
