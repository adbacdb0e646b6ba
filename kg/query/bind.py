"""Values for a query's parameters, joined to its pattern as terms and never pasted as text.

VALUES, first in the outermost pattern, rather than pyoxigraph's substitutions: these fail where a variable is not
projected, and VALUES shows in `--explain` exactly what runs, at this store or at any endpoint.
"""

from collections.abc import Mapping, Sequence

from pyoxigraph import Literal, NamedNode, Store

from kg.errors import UsageError
from kg.query.names import entities
from kg.query.saved import SavedQuery
from kg.query.scan import pattern

Term = NamedNode | Literal


def bound(query: SavedQuery, given: Mapping[str, str], store: Store) -> str:
    """Return the SPARQL of a query with its parameters bound; UsageError lists them if one is missing or unknown."""
    check(query, given)
    terms = {
        each.variable: entities(store, given[each.name]) if each.entity else [Literal(given[each.name])]
        for each in query.parameters
        if each.name in given
    }
    return insert(query, terms)


def check(query: SavedQuery, given: Mapping[str, str]) -> None:
    """Raise UsageError if a parameter is unknown or one that must be given is not."""
    usage = " ".join(each.option for each in query.parameters) or "no parameters"
    for name in given.keys() - {each.name for each in query.parameters}:
        raise UsageError(f"{query.name} has no parameter --{name}; it has: {usage}")
    for each in query.parameters:
        if each.required and each.name not in given:
            raise UsageError(f"{query.name} needs --{each.name}; its parameters: {usage}")


def insert(query: SavedQuery, terms: Mapping[str, Sequence[Term]]) -> str:
    """Return the query with a VALUES for each variable, first in its pattern."""
    values = "".join(f" VALUES ?{name} {{ {' '.join(map(str, among))} }}" for name, among in terms.items())
    if not values:
        return query.text
    place = pattern(query.text)
    if place is None:
        raise UsageError(f"{query.name}: write WHERE before the pattern, so that its parameters can be bound there")
    return query.text[:place] + values + query.text[place:]
