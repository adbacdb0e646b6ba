"""Answers on standard output: a table for people, names in spreadsheets, W3C formats for programs."""

import sys
from collections.abc import Callable
from typing import IO

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Store

from kg.cli.plain import one_line, output
from kg.cli.table import table
from kg.errors import UsageError
from kg.query.formats import ResultFormat
from kg.query.names import Term, said
from kg.query.results import SAFE, write, write_sheet
from kg.query.rows import bare, named, terms
from kg.query.run import Answer
from kg.query.sheets import BINARY, ONLY_NAMED


def saying(store: Store) -> Callable[[Term | None], str]:
    """Return the function that says a term in one line."""
    return lambda term: one_line(said(store, term))


def suited(answer: Answer) -> ResultFormat:
    """Return the format that suits an answer and where it goes."""
    if isinstance(answer, QueryTriples):
        return ResultFormat.TURTLE
    return ResultFormat.TABLE if sys.stdout.isatty() else ResultFormat.TSV


def show(
    store: Store,
    answer: Answer,
    form: ResultFormat,
    *,
    names: bool = False,
    safe_cells: bool | None = None,
    out: IO[bytes] | None = None,
) -> bool | None:
    """Print an answer, and return whether anything was found, if that is known; `names` are for things in sheets.

    Sheets with names are for people, so their cells are safe unless `safe_cells` says no.
    """
    if form in BINARY and out is None and sys.stdout.isatty():
        raise UsageError(f"{form} is no text for a terminal: give a file with --output")
    if form is ResultFormat.TABLE and not isinstance(answer, QueryTriples) and not safe_cells and out is None:
        return _tabled(store, answer)
    for_people = SAFE.keys() if names else set()
    if isinstance(answer, QuerySolutions) and form in ONLY_NAMED | for_people:
        held = named(store, answer) if names else bare(answer)
        safe = form in for_people if safe_cells is None else safe_cells
        write_sheet(held, out or output(), form, safe_cells=safe)
        return bool(held.rows)
    write(answer, out or output(), form, safe_cells=bool(safe_cells))
    return None


def _tabled(store: Store, answer: QuerySolutions | QueryBoolean) -> bool:
    if isinstance(answer, QueryBoolean):
        print("yes" if answer else "no")
        return True
    columns, rows = terms(answer)
    table(columns, (map(saying(store), row) for row in rows))
    return bool(rows)
