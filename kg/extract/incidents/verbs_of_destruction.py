"""Verbs of bombs, fire and destruction, as rows."""

from kg.extract.incidents.words import DAMAGING
from kg.extract.lexicon.words import words
from kg.extract.rules.rule import Rule

HANDLING = words(
    "plant place hurl throw toss lob fling drop send mail post deliver leave hide conceal attach launch use"
)
DESTROYING = DAMAGING - words("shatter gut")

DESTRUCTION_RULES = (
    Rule(
        "verb-blow-up",
        frozenset({"blow"}),
        "Bombing",
        needs="particle:up",
        examples=("Rebels blew up a bridge.", "A man blew himself up in Orsa."),
        never=("The wind blew from the sea.",),
    ),
    Rule(
        "verb-set-off-bomb",
        frozenset({"set"}),
        "Bombing",
        needs="particle:off object:BOMB",
        examples=("They set off a bomb in the market.",),
        never=("They set off on a long walk.",),
    ),
    Rule(
        "verb-set-fire",
        frozenset({"set"}),
        "Arson",
        needs="object:fire",
        unless="subject:NATURE",
        examples=("Two men set fire to a school.",),
        never=("Lightning set fire to the roof.", "He set the table."),
    ),
    Rule(
        "verb-set-ablaze",
        frozenset({"set"}),
        "Arson",
        needs="below:ablaze|alight|afire",
        unless="subject:NATURE",
        examples=("Protesters set a bus ablaze.",),
        never=("The sun set over Orsa.",),
    ),
    Rule(
        "verb-set-on-fire",
        frozenset({"set"}),
        "Arson",
        needs="on:fire object:BUILDING|PERSON",
        unless="subject:NATURE",
        examples=("Rebels set a restaurant on fire in Leeds.",),
        never=("Lightning set the barn on fire.", "His words set the room on fire.", "He set a pan on fire."),
    ),
    Rule(
        "verb-burn",
        frozenset({"burn"}),
        "Arson",
        needs="object:BUILDING",
        unless="subject:NATURE",
        examples=("A mob burned three houses in Lanto.",),
        never=("She burned the toast.", "A wildfire burned several homes."),
    ),
    Rule(
        "verb-explode",
        words("explode detonate"),
        "Bombing",
        needs="thing:BOMB|BUILDING|he|she|it|they|who|himself|herself",
        examples=("A bomb exploded in the market.", "He detonated his vest."),
        never=("Prices exploded last year.",),
    ),
    Rule(
        "verb-go-off",
        frozenset({"go"}),
        "Bombing",
        needs="particle:off subject:EXPLOSIVE",
        examples=("A bomb went off outside the embassy.",),
        never=("The alarm went off at noon.",),
    ),
    Rule(
        "verb-handle-bomb",
        HANDLING,
        "Bombing",
        needs="object:BOMB",
        slots="to=target at=target against=target",
        unless="below:found|defused|deactivated",
        examples=(
            "A man hurled a grenade at the bus.",
            "Rebels used explosives against the town hall.",
            "A parcel bomb was sent to a former minister.",
        ),
        never=("They dropped the charge against her.", "He sent a letter to the minister."),
    ),
    Rule(
        "verb-open-fire",
        frozenset({"open"}),
        "Shooting",
        needs="object:fire",
        examples=("Gunmen opened fire on a bus.",),
        never=("She opened the door.",),
    ),
    Rule(
        "verb-fire-at",
        frozenset({"fire"}),
        "Shooting",
        needs="preposition:at|on|upon|into",
        examples=("Troops fired on the crowd.",),
        never=("The company fired two managers.",),
    ),
    Rule(
        "verb-fire-weapon",
        frozenset({"fire"}),
        "Shooting",
        needs="object:WEAPON",
        examples=("Two rockets were fired from Lanto.",),
        never=("The club fired its coach.",),
    ),
    Rule(
        "verb-destroy-by-bomb",
        DESTROYING,
        "Bombing",
        needs="object:BUILDING subject:BOMB",
        examples=("A car bomb destroyed a hotel in Orsa.",),
        never=("A flood destroyed the bridge.",),
    ),
    Rule(
        "verb-destroy",
        DESTROYING,
        "Attack",
        needs="object:BUILDING subject:ACTOR",
        examples=("Militants destroyed a shrine near Lanto.",),
        never=("The fire destroyed a school.",),
    ),
)
