"""A SPARQL parser's complaint, turned into a line with a caret under the place."""

import re

PLACE = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
#: Sets of characters, of no help to a reader.
SETS = re.compile(r"\[[^\[\]]*\]")
MOST = 8


def explained(text: str, complaint: str, added: int = 0) -> str:
    """Return where a query is wrong and what could stand there; the first `added` lines are not the user's."""
    match = PLACE.match(complaint)
    if not match:
        return f"not SPARQL: {complaint}"
    line, column, hopes = int(match[1]), int(match[2]), expected(match[3])
    # The parser has read past a keyword before it finds that it is not there.
    if hopes and all(hope.isupper() for hope in hopes):
        column, hopes = max(1, column - min(map(len, hopes))), []
    shown = [*text.split("\n"), ""][line - 1].rstrip()
    place = f"not SPARQL, line {line - added}, column {column}:\n  {shown}\n  {' ' * (column - 1)}^"
    return f"{place}\n  {said(hopes)}" if hopes else place


def expected(listed: str) -> list[str]:
    """Return the tokens that the parser says could stand there."""
    items = (item.strip() for item in SETS.sub("", listed.replace("\n", " ")).split(", "))
    return [item for item in items if item]


def said(hopes: list[str]) -> str:
    """Return the one complaint that is a sentence, or what was expected."""
    sentences = [hope for hope in hopes if " " in hope]
    return sentences[0] if sentences else f"expected {', '.join(hopes[:MOST])}"
