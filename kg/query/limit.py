"""At most so many rows of any query."""

from itertools import pairwise

from kg.query.scan import Token, form, tokens

#: No LIMIT of SPARQL is larger here, nor is any answer.
LARGEST = 2**63 - 1


def limited(text: str, most: int) -> str:
    """Return a query that gives no more rows, or triples of so many rows, than that, nor than it says itself."""
    if form(text) == "ASK":
        return text
    outer = list(_outermost(text))
    for before, after in pairwise(outer):
        if before.text.upper() == "LIMIT" and after.text.isdecimal():
            return f"{text[: after.start]}{min(most, int(after.text))}{text[after.end :]}"
    rows = next((token for token in outer if token.text.upper() == "VALUES"), None)
    place = rows.start if rows else len(text)
    return f"{text[:place]}\nLIMIT {most}\n{text[place:]}"


def _outermost(text: str) -> list[Token]:
    """Return the tokens that stand in no braces."""
    found, level = [], 0
    for token in tokens(text):
        level += (token.text == "{") - (token.text == "}")
        if level == 0:
            found.append(token)
    return found
