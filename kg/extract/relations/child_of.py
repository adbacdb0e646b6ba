"""childOf: who is whose child."""

from collections.abc import Iterator

from kg.extract.lexicon.common_nouns import KIN
from kg.extract.relations.before_names import last_word
from kg.extract.relations.pattern import Found, Pattern
from kg.extract.relations.title import Title
from kg.extract.syntax import grammar
from kg.extract.syntax.columns import worded
from kg.extract.syntax.context import Context
from kg.language.parsed import Token

PATTERNS: list[Pattern] = [
    # Anna was born to Ben and Cara.
    Pattern("bear", subject="patient", object="prep:to pobj"),
    # The Lanes have two children, Ann and Bob.
    Pattern("have raise adopt", subject="dobj:child|son|daughter|kid|twin appos", object="actor"),
]
TITLES = [
    Title("son daughter child stepson stepdaughter", prepositions="of to"),
    Title("father mother parent dad mum", swap=True, prepositions="of to"),
]
CHILDREN = frozenset({"son", "sons", "daughter", "daughters", "child", "children"})
#: What ends the names behind "two sons,": the next of the family, or of the list.
ENDS = KIN | {";", ".", ":", "(", "grandchildren", "grandson", "great"}


def match(context: Context) -> Iterator[Found]:
    """Yield whom somebody is survived by: "two sons, Karl and Tom Lee; and a sister, Mary Cole"."""
    for verb in worded(context.doc, {"survived"}):
        for noun in (token for token in verb.sent if token.i > verb.i and token.lower_ in CHILDREN):
            for child in listed(context, noun):
                for parent in grammar.patient(verb):
                    yield Found("childOf", child, parent, noun, "childOf-survive")


def listed(context: Context, noun: Token) -> Iterator[Token]:
    """Yield the names behind a noun as far as they are those of the same."""
    for token in noun.sent:
        if token.i > noun.i and token.lower_ in ENDS:
            return
        name = context.person(token) if token.i > noun.i else None
        if name and name.span.start == token.idx:
            yield last_word(context, token)
