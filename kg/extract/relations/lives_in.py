"""livesIn: where a person lives or has lived."""

from kg.extract.relations.pattern import Pattern
from kg.extract.relations.title import Title

PATTERNS = [
    # She lives in Leeds.
    Pattern("live reside settle dwell", subject="actor", object="in:in|at|near"),
    # He moved to Leeds.
    Pattern("move relocate emigrate immigrate", subject="actor", object="prep:to pobj"),
    # He grew up in Leeds, was raised in Leeds.
    Pattern("grow", subject="actor", object="in:in|at|near", needs="prt:up"),
    Pattern("raise", subject="patient", object="in:in|at|near"),
]
TITLES = [Title("resident inhabitant", prepositions="of")]
