"""A term of a canonical N-Triples line, written the short way that Turtle has for it."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

XSD = "http://www.w3.org/2001/XMLSchema#"

#: Turtle's own shorthand, only where it parses back to the very same lexical form.
SHORTHAND = {
    f"<{XSD}integer>": re.compile(r"[+-]?[0-9]+"),
    f"<{XSD}decimal>": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    f"<{XSD}boolean>": re.compile(r"true|false"),
}
#: Narrower than the grammar's PN_LOCAL, so that every parser agrees and nothing needs an escape.
LOCAL_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
#: What resolves against a base back to itself: no scheme, no query, no empty or dotted segment.
RELATIVE = re.compile(r"[^\s/:?#.]+(?:/[^\s/:?#.]+)*(?:#[^\s#?]*)?")
ESCAPE = re.compile(r"\\(.)")

Shorten = Callable[[str], str]


def shortener(prefixes: Mapping[str, str], base: str) -> Shorten:
    """Return the function that shortens a term; the few predicates and classes, met again and again, are remembered."""
    names = {namespace: f"{prefix}:" for prefix, namespace in prefixes.items()}

    @lru_cache(maxsize=1 << 16)
    def iri(term: str) -> str:
        value = term[1:-1]
        cut = max(value.rfind("#"), value.rfind("/")) + 1
        prefix, local = names.get(value[:cut]), value[cut:]
        if prefix and LOCAL_NAME.fullmatch(local):
            return prefix + local
        if value.startswith(base) and RELATIVE.fullmatch(value, len(base)):
            return f"<{value[len(base) :]}>"
        return term

    def shorten(term: str) -> str:
        if term[0] == '"':
            return literal(term, iri)
        return iri(term) if term[0] == "<" != term[1] else term

    return shorten


def literal(term: str, iri: Shorten) -> str:
    """Return a literal with its datatype shortened or left out, and its line breaks shown as line breaks."""
    if term[-1] != ">":
        return lines(term) if r"\n" in term else term
    value, _, datatype = term.rpartition('"^^')
    bare = value[1:]
    if datatype in SHORTHAND and SHORTHAND[datatype].fullmatch(bare):
        return bare
    return f"{lines(value + chr(34))}^^{iri(datatype)}"


def lines(term: str) -> str:
    """Return a string in three quotation marks with its line breaks plain, or unchanged if it has none."""
    string, quote, tag = term.rpartition('"')
    body = ESCAPE.sub(lambda escape: "\n" if escape[1] == "n" else escape[0], string[1:])
    return f'"""{body}"""{tag}' if "\n" in body else string + quote + tag
