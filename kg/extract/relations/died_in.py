"""diedIn: where a person died."""

from kg.extract.relations.pattern import Pattern

PATTERNS = [
    # He died in Paris.
    Pattern("die", subject="actor", object="in:in|at|near"),
    Pattern("pass", subject="actor", object="in:in|at|near", needs="advmod|prt:away"),
]
