"""Values for a query's parameters, joined to its pattern as terms and never pasted as text.

VALUES, first in the outermost pattern and in each inner one that names the parameter, rather than pyoxigraph's
substitutions: these fail where a variable is not projected, and VALUES shows in `--explain` exactly what runs, at this
store or at any endpoint.
"""

from collections.abc import Mapping, Sequence

from pyoxigraph import Literal, NamedNode, Store

from kg.errors import UsageError
from kg.query.names import entities
from kg.query.saved import Parameter, SavedQuery
from kg.query.scan import behind, groups, is_short
from kg.vocabulary import XSD

Term = NamedNode | Literal
BOOLEAN = NamedNode(f"{XSD}boolean")


def bound(query: SavedQuery, given: Mapping[str, str], store: Store) -> str:
    """Return the SPARQL of a query with its parameters bound; UsageError lists them if one is missing or unknown."""
    check(query, given)
    terms = {each.variable: meant(each, given[each.name], store) for each in query.parameters if each.name in given}
    return insert(query, terms)


def meant(parameter: Parameter, value: str, store: Store) -> Sequence[Term]:
    """Return the terms that a value of a parameter may mean; UsageError if it has none such."""
    if parameter.entity:
        return entities(store, value)
    if not parameter.flag:
        return [Literal(value)]
    if value not in {"true", "false"}:
        raise UsageError(f"--{parameter.name} is true or false, not {value!r}")
    return [Literal(value, datatype=BOOLEAN)]


def check(query: SavedQuery, given: Mapping[str, str]) -> None:
    """Raise UsageError if a parameter is unknown or one that must be given is not."""
    usage = " ".join(each.option for each in query.parameters) or "no parameters"
    for name in given.keys() - {each.name for each in query.parameters}:
        raise UsageError(f"{query.name} has no parameter --{name}; it has: {usage}")
    for each in query.parameters:
        if each.required and each.name not in given:
            raise UsageError(f"{query.name} needs --{each.name}; its parameters: {usage}")


def insert(query: SavedQuery, terms: Mapping[str, Sequence[Term]]) -> str:
    """Return the query with a VALUES for each variable, first in its pattern and in each other that names it."""
    if not terms:
        return query.text
    refuse(query, terms)
    values = {name: f" VALUES ?{name} {{ {' '.join(map(str, among))} }}" for name, among in terms.items()}
    text, last = "", 0
    for depth, start, names in groups(query.text):
        text += query.text[last:start] + "".join(each for name, each in values.items() if name in names or not depth)
        last = start
    return text + query.text[last:]


def refuse(query: SavedQuery, terms: Mapping[str, Sequence[Term]]) -> None:
    """Raise UsageError where a query has its parameters in places that VALUES does not reach."""
    if is_short(query.text):
        raise UsageError(f"{query.name}: a query with parameters is written CONSTRUCT {{ … }} WHERE {{ … }}")
    for name in sorted(terms.keys() & behind(query.text, "LIMIT", "OFFSET")):
        raise UsageError(f"{query.name}: ?{name} stands behind LIMIT or OFFSET, where SPARQL has no variable")
