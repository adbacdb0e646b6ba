"""headquarteredIn: where an organization has its seat."""

from collections.abc import Iterator

from kg.extract.context import Context
from kg.extract.countries import adjectives, described
from kg.extract.pattern import Found, Pattern

PATTERNS = [
    # Acme is based in Leeds.
    Pattern("base headquarter locate situate", subject="subject", object="in:in|at|near"),
    # Acme has its headquarters in Leeds.
    Pattern("have", subject="actor", object="dobj:headquarters|headquarter|office in:in|at|near"),
    # Leeds-based Acme
    Pattern("base", subject="^amod", object="npadvmod"),
    # its headquarters in Leeds
    Pattern("headquarters headquarter", subject="poss", object="prep:in|at pobj", pos="NOUN"),
    Pattern("headquarters headquarter", subject="poss", object="^nsubj:be in:in|at", pos="NOUN"),
]


def match(context: Context) -> Iterator[Found]:
    """Yield the organizations that a country's adjective describes: "German carmaker BMW"."""
    for adjective in adjectives(context):
        for holder in described(context, adjective):
            yield Found("headquarteredIn", holder, adjective, adjective, "headquarteredIn-adjective")
