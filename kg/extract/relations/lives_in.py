"""livesIn: where a person lives or has lived."""

from collections.abc import Iterator

from kg.extract.relations.arguments import cover
from kg.extract.relations.pattern import Found, Pattern
from kg.extract.relations.title import Title
from kg.extract.syntax.context import Context

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


def match(context: Context) -> Iterator[Found]:
    """Yield where somebody of a told age is from: "Jo Poe, 47, of Leeds"."""
    for mention in context.mentions:
        if mention.is_named_person:
            name = cover(context, mention.span)
            after = context.doc[name.end : name.end + 5]
            aged = len(after) == 5 and after[1].like_num and after.text.startswith(",")  # noqa: PLR2004
            if aged and [t.lower_ for t in after[2:4]] == [",", "of"]:
                yield Found("livesIn", name.root, after[4], name.root, "livesIn-aged")
