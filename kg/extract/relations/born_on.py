"""bornOn: when a person was born."""

from collections.abc import Iterator

from kg.extract.dates.lifespan import lives
from kg.extract.relations.arguments import day, word
from kg.extract.relations.pattern import Found, Pattern
from kg.extract.syntax.context import Context

PATTERNS = [
    # She was born on 4 May 1970.
    Pattern("bear", subject="patient", object="when"),
]


def match(context: Context) -> Iterator[Found]:
    """Yield "Jo Poe (1 May 1900 - 3 June 1980)"."""
    for life in lives(context):
        if life.born:
            person = word(context, life.person)
            yield Found("bornOn", person, day(context, life.born), person, "bornOn-brackets")
