"""Values for a query's parameters, as terms and never pasted as text.

One value stands in the place of its variable. Several are joined by VALUES, first in the outermost pattern and in each
inner one that names the parameter. pyoxigraph's own substitutions fail where a variable is not projected, and what is
written here shows in `--explain` exactly what runs, at this store or at any endpoint.
"""

from collections.abc import Mapping, Sequence

from pyoxigraph import Store

from kg.errors import UsageError
from kg.query.parameters import Parameter
from kg.query.places import ROW, clauses
from kg.query.saved import SavedQuery
from kg.query.scan import groups, is_short
from kg.query.substitute import Term, substituted
from kg.query.values import in_order, meant
from kg.suggest import suggest

#: Values of a parameter, as a user writes them.
Given = Mapping[str, str | Sequence[str]]
#: Where several values of one variable cannot stand.
SINGLE = {"LIMIT", "OFFSET", "HAVING", ROW}


def bound(query: SavedQuery, given: Given, store: Store) -> str:
    """Return the SPARQL of a query with its parameters bound; UsageError lists them if one is missing or unknown."""
    check(query, given)
    values = {**query.defaults, **given}
    named = [each for each in query.parameters if each.name in values]
    terms = {each.variable: _terms(each, values[each.name], store) for each in named}
    days = {each.name: terms[each.variable][0].value for each in named if each.kind == "date"}
    in_order(days.get("since", ""), days.get("until", ""))
    return filled(query.name, query.text, terms)


def _terms(parameter: Parameter, values: str | Sequence[str], store: Store) -> Sequence[Term]:
    each = [values] if isinstance(values, str) else values
    return list(dict.fromkeys(term for value in each for term in meant(parameter, value, store)))


def check(query: SavedQuery, given: Given) -> None:
    """Raise UsageError if a parameter is unknown or one that must be given is not."""
    usage = " ".join(dict.fromkeys(each.option for each in query.parameters)) or "no parameters"
    known = {each.name for each in query.parameters}
    for name in given.keys() - known:
        raise UsageError(f"{query.name} has no parameter --{name}; it has: {usage}{suggest(name, known)}")
    for each in query.parameters:
        if each.required and each.name not in given:
            raise UsageError(f"{query.name} needs --{each.name}; its parameters: {usage}")


def filled(name: str, text: str, terms: Mapping[str, Sequence[Term]]) -> str:
    """Return a query with each variable that has a term replaced by it, or joined to its several terms."""
    several = {variable: among for variable, among in terms.items() if len(among) != 1}
    refuse(name, text, several)
    joined = insert(text, several) if several else text
    return substituted(joined, {variable: among[0] for variable, among in terms.items() if len(among) == 1})


def insert(text: str, terms: Mapping[str, Sequence[Term]]) -> str:
    """Return the query with a VALUES for each variable, first in its pattern and in each other that names it."""
    values = {name: f" VALUES ?{name} {{ {' '.join(map(str, among))} }}" for name, among in terms.items()}
    pieces, last = "", 0
    for depth, start, names in groups(text):
        pieces += text[last:start] + "".join(each for name, each in values.items() if name in names or not depth)
        last = start
    return pieces + text[last:]


def refuse(name: str, text: str, several: Mapping[str, Sequence[Term]]) -> None:
    """Raise UsageError where a query has a parameter of several values in a place that VALUES does not reach."""
    if several and is_short(text):
        raise UsageError(f"{name}: a query with several values is written CONSTRUCT {{ … }} WHERE {{ … }}")
    for variable in sorted(several):
        if found := clauses(text, variable) & SINGLE:
            raise UsageError(
                f"{name}: ?{variable} stands in {found.pop()} and takes one value, not {len(several[variable])}"
            )
