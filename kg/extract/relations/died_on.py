"""diedOn: when a person died."""

from collections.abc import Iterator

from kg.extract.dates.lifespan import lives
from kg.extract.relations.arguments import day, word
from kg.extract.relations.pattern import Found, Pattern
from kg.extract.syntax.context import Context

PATTERNS = [
    # He died on 3 March 1999. / until his death in 1999
    Pattern("die", subject="actor", object="when"),
    Pattern("pass", subject="actor", object="when", needs="advmod|prt:away"),
    Pattern("death", subject="poss", object="when", pos="NOUN"),
]


def match(context: Context) -> Iterator[Found]:
    """Yield "Jo Poe (1 May 1900 - 3 June 1980)"."""
    for life in lives(context):
        if life.died:
            person = word(context, life.person)
            yield Found("diedOn", person, day(context, life.died), person, "diedOn-brackets")
