"""What an untyped parameter of a query is: what stands beside it, where it is compared, or its place in a triple."""

from collections.abc import Iterator, Sequence

from kg.query.places import ROW, Place, places
from kg.vocabulary import NEWS, PREFIXES, RDF, vocabulary

COMPARES = {"<", ">", "<=", ">=", "=", "!="}
ORDERS = COMPARES - {"=", "!="}
ARITHMETIC = {"+", "-", "*", "/"}
NUMBERS = {
    *("COUNT", "SUM", "AVG", "STRLEN", "ABS", "ROUND", "CEIL", "FLOOR", "RAND"),
    *("YEAR", "MONTH", "DAY", "HOURS", "MINUTES", "SECONDS"),
}
TEXTS = {
    *("STR", "LCASE", "UCASE", "CONCAT", "SUBSTR", "STRBEFORE", "STRAFTER", "REPLACE", "LANG", "GROUP_CONCAT"),
    *("ENCODE_FOR_URI",),
}
FUNCTIONS = {**dict.fromkeys(NUMBERS, "number"), **dict.fromkeys(TEXTS, "text"), "NOW": "date"}
#: By local name: of XML Schema's types that stand as casts or behind ^^.
TYPES = {"integer": "number", "decimal": "number", "double": "number", "float": "number", "string": "text"}
TYPES |= dict.fromkeys(("date", "dateTime", "gYear", "gYearMonth"), "date")
RANGES = {"Number": "number", "Date": "date", "Text": "text"}
#: Predicates whose objects are relations or classes.
REIFIED = {f"{RDF}predicate": "relation", f"{RDF}type": "class"}
BEGINS = {"{", "}", "."}
#: Tokens that are a term, or begin one.
TERMS = {"variable", "node", "string", "prefix", "word"}


def kind(text: str, name: str) -> str:
    """Return what a variable of a query must be: number, date, text, thing, relation or class; "" if nothing tells.

    One that is ordered beside something unknown is of any kind: "ordered".
    """
    found = places(text)
    kinds = [_kind(text, found, index) for index in _occurrences(found, name)]
    return next((each for each in kinds if each and each != "ordered"), next(filter(None, kinds), ""))


def _occurrences(found: Sequence[Place], name: str) -> Iterator[int]:
    for index, place in enumerate(found):
        if place.token.kind == "variable" and place.token.text[1:] == name:
            yield index


def _kind(text: str, found: Sequence[Place], index: int) -> str:
    place = found[index]
    before, after = (_text(found, index + step) for step in (-1, 1))
    if place.clause in {"LIMIT", "OFFSET", ROW}:
        return _in_row(text, found, index) if place.clause == ROW else "number"
    if place.depth and (before in ARITHMETIC or after in ARITHMETIC):
        return "number"
    if before in COMPARES:
        return _ends(text, found, index - 2) or ("ordered" if before in ORDERS else "")
    if after in COMPARES:
        return _begins(text, found, index + 2) or ("ordered" if after in ORDERS else "")
    if place.depth:
        return _listed(text, found, index)
    return "" if place.clause else _in_triple(text, found, index)


def _text(found: Sequence[Place], index: int) -> str:
    return found[index].token.text if 0 <= index < len(found) else ""


def _in_row(text: str, found: Sequence[Place], index: int) -> str:
    """Return the kind of the variable whose values a row of VALUES gives, by the triples that it stands in."""
    back = range(index, -1, -1)
    first = next(at for at in back if found[at].token.text == "{")
    head = next((at for at in back if found[at].token.text.upper() == "VALUES"), first)
    names = [place.token.text[1:] for place in found[head:first] if place.token.kind == "variable"]
    begun = next(at for at in back if found[at].token.text in {"{", "("})
    column = sum(place.token.kind in TERMS for place in found[begun:index]) if len(names) > 1 else 0
    given = (at for name in names[column : column + 1] for at in _occurrences(found, name))
    stands = (at for at in given if not found[at].clause and not found[at].depth)
    return next(filter(None, (_in_triple(text, found, at) for at in stands)), "")


def _listed(text: str, found: Sequence[Place], index: int) -> str:
    """Return the kind of what stands before IN, where the place is in its list."""
    start = index
    while start > 0 and found[start].token.text != "(":
        start -= 1
    if _text(found, start - 1).upper() != "IN":
        return ""
    return _ends(text, found, start - 3 if _text(found, start - 2).upper() == "NOT" else start - 2)


def _ends(text: str, found: Sequence[Place], index: int) -> str:
    """Return the kind of an expression by its last token."""
    if index < 0:
        return ""
    if _text(found, index) == ")":
        level = found[index].depth
        while index > 0 and (found[index].depth, found[index].token.text) != (level + 1, "("):
            index -= 1
        index -= 1
    return _one(text, found, index)


def _begins(text: str, found: Sequence[Place], index: int) -> str:
    """Return the kind of an expression by its first token."""
    return _one(text, found, index) if index < len(found) else ""


def _one(text: str, found: Sequence[Place], index: int) -> str:
    token = found[index].token
    if token.kind == "variable":
        return _of_variable(text, token.text[1:])
    if token.kind == "string":
        return "text" if _text(found, index + 1) != "^^" else _one(text, found, index + 2)
    if token.kind == "word":
        if token.text.casefold() in {"true", "false"}:
            return "boolean"
        return "number" if token.text.isdecimal() else FUNCTIONS.get(token.text.upper(), "")
    return TYPES.get(_iri(text, found, index).rpartition("#")[2], "")


def _of_variable(text: str, name: str) -> str:
    """Return the kind of another variable, by the triple or the expression that gives its values."""
    found = places(text)
    for index in _occurrences(found, name):
        if _text(found, index - 1).upper() == "AS":
            return _ends(text, found, index - 2)
        if not found[index].depth and not found[index].clause and (kind := _in_triple(text, found, index, named=False)):
            return kind
    return ""


def _in_triple(text: str, found: Sequence[Place], index: int, *, named: bool = True) -> str:
    """Return the kind of a place in a triple; without `named` nothing of subjects, which are things in any case."""
    before, earlier = _text(found, index - 1), _text(found, index - 2)
    if before == ";" or (earlier in BEGINS and before not in {*BEGINS, "GRAPH", ")"}):
        return "relation" if found[index + 1 :] and _text(found, index + 1) not in BEGINS else ""
    if before in BEGINS:
        return "thing" if named else ""
    if before == "a":
        return "class"
    return _range(_iri(text, found, index - 1))


def _range(iri: str) -> str:
    known = vocabulary().properties.get(iri.removeprefix(NEWS)) if iri.startswith(NEWS) else None
    if known is None:
        return REIFIED.get(iri, "")
    return RANGES.get(known.range or "", "" if known.literal else "thing")


def _iri(text: str, found: Sequence[Place], index: int) -> str:
    """Return the IRI that a token writes, where its prefix is one of kg's."""
    token = found[index].token
    if token.kind == "node":
        return token.text.strip("<>")
    if token.kind != "prefix":
        return ""
    return PREFIXES.get(token.text[:-1], "") + text[token.start + len(token.text) : token.end]
