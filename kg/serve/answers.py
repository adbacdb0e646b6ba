"""The page of a saved query: a form for its parameters, its rows with links, the SPARQL that ran."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from pyoxigraph import Literal, NamedNode, QuerySolutions

from kg.errors import UsageError
from kg.query.bind import bound
from kg.query.saved import SavedQuery
from kg.serve.entries import Part, Writer
from kg.serve.snapshot import Snapshot

#: Rows of one page.
ROWS = 100
FORMATS = ("csv", "tsv", "json", "xml")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with the names of their columns; `before` and `after` are the addresses of other pages of them."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Part, ...], ...]
    first: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A saved query with what was given for its parameters; `missing` where it cannot run yet."""

    query: SavedQuery
    given: Mapping[str, str]
    sparql: str
    missing: tuple[str, ...]

    def address(self, path: str, **more: str) -> str:
        """Return the address of this answer, which stays."""
        query = urlencode({**self.given, **more})
        return f"{path}?{query}" if query else path


def asked(seen: Snapshot, query: SavedQuery, given: Mapping[str, str]) -> Asked:
    """Return a saved query with its parameters bound; UsageError where one is unknown."""
    kept = {name: value for name, value in given.items() if value}
    missing = tuple(each.name for each in query.parameters if each.required and each.name not in kept)
    return Asked(query, kept, "" if missing else bound(query, kept, seen.db), missing)


def given(parameters: list[tuple[str, str]]) -> dict[str, str]:
    """Return the parameters of an address; UsageError if one is given twice."""
    found: dict[str, str] = {}
    for name, value in parameters:
        if name in found:
            raise UsageError(f"{name} is given twice")
        found[name] = value
    return found


def table(writer: Writer, rows: QuerySolutions, page: int, address: str) -> Table:
    """Return one page of rows."""
    columns = tuple(variable.value for variable in rows.variables)
    shown, more = [], False
    for place, row in enumerate(rows):
        if place >= (page + 1) * ROWS:
            more = True
            break
        if place >= page * ROWS:
            shown.append(tuple(cell(writer, term) for term in row))
    join = "&" if "?" in address else "?"
    before = f"{address}{join}page={page - 1}" if page else ""
    return Table(columns, tuple(shown), page * ROWS + 1, before, f"{address}{join}page={page + 1}" if more else "")


def cell(writer: Writer, term: object) -> Part:
    """Return a term as a cell, with a link where it is a thing."""
    if isinstance(term, NamedNode | Literal):
        return writer.part(term)
    return Part("" if term is None else str(term))
