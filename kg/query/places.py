"""Where in a query a variable stands: in which clause, in how many parentheses, and in what place of a triple."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kg.query.scan import Token, tokens

#: Clauses in which a variable may stand bare, and the words that end them.
CLAUSES = {"SELECT", "GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES"}
ENDS = {"WHERE", "FROM"}
#: The clause of what stands inside the braces of VALUES.
ROW = "a row of VALUES"


class Place(NamedTuple):
    """A token with the clause that it stands in, or "" in a pattern, and how many parentheses are open there."""

    token: Token
    clause: str
    depth: int


@lru_cache(maxsize=8)
def places(text: str) -> tuple[Place, ...]:
    """Return the tokens of a query with their places."""
    return tuple(_places(text))


def _places(text: str) -> Iterator[Place]:
    outer: list[int] = []
    clause, depth = "", 0
    for token in tokens(text):
        word = token.text.upper() if token.kind == "word" else ""
        if token.text == "{":
            outer.append(depth)
            clause, depth = ROW if clause == "VALUES" else "", 0
        elif token.text == "}":
            clause, depth = "", outer.pop() if outer else 0
        elif depth == 0 and word in CLAUSES | ENDS:
            clause = word if word in CLAUSES else ""
        depth += (token.text == "(") - (token.text == ")")
        yield Place(token, clause, depth)


def own(text: str) -> set[str]:
    """Return the names of the variables that a query itself gives values: behind AS, and before the rows of VALUES."""
    found = places(text)
    named = (after for before, after in pairwise(found) if before.token.text.upper() == "AS")
    tabled = (place for place in found if place.clause == "VALUES")
    return {place.token.text[1:] for place in (*named, *tabled) if place.token.kind == "variable"}


def clauses(text: str, name: str) -> set[str]:
    """Return the clauses in which a variable stands."""
    return {place.clause for place in places(text) if place.token.text[1:] == name and place.token.kind == "variable"}
