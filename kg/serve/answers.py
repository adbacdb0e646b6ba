"""The page of a saved query: a form for its parameters, its rows with links, the SPARQL that ran."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from pyoxigraph import Literal, NamedNode

from kg.errors import UsageError
from kg.query.bind import bound
from kg.query.parameters import Parameter
from kg.query.saved import SavedQuery
from kg.query.scan import words
from kg.serve.entries import Part, Writer
from kg.serve.header import Header, header
from kg.serve.problems import Problem
from kg.serve.snapshot import Snapshot

#: What an address says beside the parameters of a query.
PAGE, SORT = "page", "sort"
Binding = dict[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """A column with the address that sorts by it, and how it is sorted now, if it is."""

    name: str
    href: str
    sorted: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one page; `before` and `after` are the addresses of other pages."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Part, ...], ...]
    first: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A saved query with what was given for its parameters; `missing` where it cannot run yet."""

    query: SavedQuery
    header: Header
    given: Mapping[str, str]
    sparql: str
    missing: tuple[str, ...]

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """The parameters, each name once, however many variables have it."""
        return once(self.query.parameters)

    def address(self, path: str, **more: str) -> str:
        """Return the address of this answer, which stays."""
        query = urlencode({**self.given, **more})
        return f"{path}?{query}" if query else path


@dataclass(frozen=True, slots=True)
class View:
    """Which page of an answer, by which column: `-column` is sorted from its end."""

    page: int = 0
    sort: str = ""


def once(parameters: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """Return parameters of different names, the first of each."""
    return tuple({each.name: each for each in reversed(parameters)}.values())[::-1]


def asked(seen: Snapshot, query: SavedQuery, given: Mapping[str, str]) -> Asked:
    """Return a saved query with its parameters bound; UsageError where one is unknown."""
    said = header(query)
    kept = {name: value for name, value in given.items() if value}
    missing = tuple(each.name for each in once(query.parameters) if each.required and each.name not in kept)
    return Asked(query, said, kept, "" if missing else bound(query, kept, seen.db), missing)


def given(parameters: list[tuple[str, str]]) -> dict[str, str]:
    """Return the parameters of an address; UsageError if one is given twice."""
    found: dict[str, str] = {}
    for name, value in parameters:
        if name in found:
            raise UsageError(f"{name} is given twice")
        found[name] = value
    return found


def view(parameters: dict[str, str]) -> tuple[View, dict[str, str]]:
    """Return which page is asked for, and the other parameters; Problem where it is no page."""
    page = parameters.get(PAGE, "0")
    if not page.isdecimal() or len(page) > len("1000000"):
        raise Problem(400, f"page is a number, not {page!r}")
    rest = {name: value for name, value in parameters.items() if name not in {PAGE, SORT}}
    return View(int(page), parameters.get(SORT, "")), rest


def is_paged(found: Asked, shown: View) -> bool:
    """Tell whether the query itself can be asked for one page: unsorted, and ending where LIMIT may stand."""
    text = found.query.text.rstrip()
    return not shown.sort and not text.endswith("}") and not {"LIMIT", "OFFSET"} & words(text)


def paged(found: Asked, shown: View) -> str:
    """Return the SPARQL of one page and one row more, or of all rows where that cannot be said."""
    if not is_paged(found, shown):
        return found.sparql
    return f"{found.sparql}\nLIMIT {found.header.rows + 1} OFFSET {shown.page * found.header.rows}"


def table(writer: Writer, found: Asked, shown: View, answer: bytes, path: str) -> Table:
    """Return one page of an answer in SPARQL's JSON."""
    held = json.loads(answer)
    names, rows = held["head"]["vars"], held["results"]["bindings"]
    size = found.header.rows
    if not is_paged(found, shown):
        rows = _sorted(writer, names, rows, shown.sort)[shown.page * size : (shown.page + 1) * size + 1]
    more = {SORT: shown.sort} if shown.sort else {}

    def page(number: int) -> str:
        return found.address(path, **more, **({PAGE: str(number)} if number else {}))

    return Table(
        tuple(_column(found, shown, name, path) for name in names),
        tuple(tuple(cell(writer, row.get(name)) for name in names) for row in rows[:size]),
        shown.page * size + 1,
        page(shown.page - 1) if shown.page else "",
        page(shown.page + 1) if len(rows) > size else "",
    )


def _column(found: Asked, shown: View, name: str, path: str) -> Column:
    now = {name: "ascending", f"-{name}": "descending"}.get(shown.sort, "")
    return Column(name, found.address(path, sort=f"-{name}" if now == "ascending" else name), now)


def _sorted(writer: Writer, names: list[str], rows: list[dict[str, Binding]], sort: str) -> list[dict[str, Binding]]:
    """Return rows by a column as it is shown, numbers by their size; what is empty comes last."""
    name = sort.removeprefix("-")
    if not sort:
        return rows
    if name not in names:
        raise UsageError(f"there is no column {name!r} to sort by; there are {', '.join(names)}")
    filled = [row for row in rows if row.get(name, {}).get("value")]
    empty = [row for row in rows if not row.get(name, {}).get("value")]
    return sorted(filled, key=lambda row: _key(writer, row[name]), reverse=sort.startswith("-")) + empty


def _key(writer: Writer, binding: Binding) -> tuple[bool, float, str]:
    text = cell(writer, binding).text
    try:
        return (False, float(text), "")
    except ValueError:
        return (True, 0.0, text.casefold())


def cell(writer: Writer, binding: Binding | None) -> Part:
    """Return a term as a cell, with a link where it is a thing."""
    if binding is None:
        return Part("")
    node = NamedNode(binding["value"]) if binding["type"] == "uri" else Literal(binding["value"])
    return writer.part(node)
