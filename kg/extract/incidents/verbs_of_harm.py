"""Verbs that kill and wound, as rows."""

from kg.extract.incidents.words import WOUNDING
from kg.extract.lexicon.words import words
from kg.extract.rules.rule import Rule

HARM_RULES = (
    Rule(
        "verb-kill-by-bomb",
        frozenset({"kill", *WOUNDING}),
        "Bombing",
        needs="subject:BOMB|bomber object:VICTIM",
        examples=("A suicide bomber killed nine people in Orsa.", "A roadside bomb wounded two guards."),
        never=("The comedian killed his audience.",),
    ),
    Rule(
        "verb-kill",
        frozenset({"kill"}),
        "Attack",
        needs="subject:ACTOR|DEADLY object:VICTIM",
        slots="object=killed",
        examples=("Gunmen killed two guards in Orsa.", "Two clerks were killed by rebels."),
        never=("The storm killed two people.", "Police killed the gunman."),
    ),
    Rule(
        "verb-wound",
        WOUNDING,
        "Attack",
        needs="subject:ACTOR|DEADLY object:VICTIM",
        slots="object=injured",
        examples=("The assailants wounded three officers.",),
        never=("The fall hurt her.", "The man hurt himself."),
    ),
    Rule(
        "verb-die-in-unrest",
        words("die perish"),
        "Attack",
        needs="subject:PERSON amid:UNREST",
        slots="subject=killed",
        examples=("At least 30 people have died during protests in Orsa.",),
        never=("He died in a hospital in Orsa.", "Two hikers died in a storm."),
    ),
    Rule(
        "verb-killed-in-unrest",
        frozenset({"kill", *WOUNDING}),
        "Attack",
        needs="object:VICTIM !subject amid:UNREST",
        examples=("Four students were killed in protests on Monday.",),
        never=("Four students were killed in a crash on Monday.",),
    ),
)
