"""The few tokens of SPARQL that binding needs, told apart from comments, strings and IRIs; the store parses."""

import re
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

TOKEN = re.compile(
    r"""
    (?P<skip> \#[^\n\r]* | \\. )
    | (?P<node> _:\w* | <(?:[^\x00-\x20<>"{}|^`\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*> )
    | (?P<string> \"{3}(?:[^"\\]|\\.|"(?!""))*\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
      | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' )
    | (?P<variable> [?$]\w+ )
    | (?P<prefix> (?:[^\W\d_][\w.-]*)?: ) (?:[\w.:%-]|\\.)*
    | (?P<brace> [{}] )
    | (?P<word> \w+ )
    | (?P<sign> [!<>]= | \^\^ | && | \|\| | \S )
    """,
    re.VERBOSE | re.DOTALL,
)

READS = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
WRITES = {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "ADD", "MOVE", "COPY", "WITH"}
#: The braces behind these hold rows or a template, and no pattern.
DATA = {"VALUES", "CONSTRUCT"}
FORMS = {"CONSTRUCT", "WHERE"}


class Token(NamedTuple):
    """A piece of SPARQL: kind is node, string, variable, prefix, brace, word or sign; where it stands in the text."""

    kind: str
    text: str
    start: int
    end: int


@lru_cache(maxsize=8)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the pieces of a query but its comments."""
    return tuple(
        Token(match.lastgroup, match[match.lastgroup], match.start(), match.end())
        for match in TOKEN.finditer(text)
        if match.lastgroup and match.lastgroup != "skip"
    )


def variables(text: str) -> list[str]:
    """Return the names of the variables, each once, in the order of the text."""
    return list(dict.fromkeys(token.text[1:] for token in tokens(text) if token.kind == "variable"))


def words(text: str) -> set[str]:
    """Return the keywords and other bare words of a query, in capitals."""
    return {token.text.upper() for token in tokens(text) if token.kind == "word"}


def form(text: str) -> str:
    """Return the keyword that says what a query or update does, or nothing."""
    words = (token.text.upper() for token in tokens(text) if token.kind == "word")
    return next((word for word in words if word in READS | WRITES), "")


def undeclared(text: str) -> set[str]:
    """Return the prefixes that a query uses and does not declare."""
    used: set[str] = set()
    declared: set[str] = set()
    last = ""
    for token in tokens(text):
        if token.kind == "prefix":
            (declared if last.upper() == "PREFIX" else used).add(token.text[:-1])
        last = token.text
    return used - declared


def local_names(text: str, prefix: str) -> list[str]:
    """Return what stands behind a prefix in a query, each once, in the order of the text."""
    ends = [token.end for token in tokens(text) if token.kind == "prefix" and token.text == prefix]
    found = (text[text.rindex(prefix, 0, end) + len(prefix) : end] for end in ends)
    return list(dict.fromkeys(filter(None, found)))


class Group(NamedTuple):
    """The braces of a pattern: in how many others, where they begin, just after the first, and what they name."""

    depth: int
    start: int
    names: set[str]


def groups(text: str) -> list[Group]:
    """Return the patterns of a query, in the order of the text; what is named in inner ones is theirs alone."""
    found: list[Group] = []
    within: list[Group | None] = []
    heading = ""
    for token, following in zip_longest(tokens(text), tokens(text)[1:]):
        if token.text == "{":
            is_pattern = heading not in DATA and not (following and following.text.upper() == "SELECT")
            within.append(Group(len(within), token.end, set()) if is_pattern else None)
            found.extend(filter(None, within[-1:]))
            heading = ""
        elif token.text == "}":
            del within[-1:]
            heading = ""
        elif token.kind == "variable":
            for each in filter(None, within[-1:]):
                each.names.add(token.text[1:])
        elif token.text.upper() in {*DATA, "WHERE"}:
            heading = token.text.upper()
    return found


def is_short(text: str) -> bool:
    """Whether a query is CONSTRUCT WHERE { … }, whose pattern may hold triples alone."""
    heads = [token.text.upper() for token in tokens(text) if token.kind == "brace" or token.text.upper() in FORMS]
    return heads[:2] == ["CONSTRUCT", "WHERE"]
