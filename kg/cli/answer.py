"""Answers on standard output: a table for people, W3C formats for programs."""

import sys
from collections.abc import Callable

from pyoxigraph import QueryBoolean, QueryTriples, Store

from kg.cli.plain import one_line, output
from kg.cli.table import table
from kg.query.formats import ResultFormat
from kg.query.names import Term, said
from kg.query.results import write
from kg.query.run import Answer


def saying(store: Store) -> Callable[[Term | None], str]:
    """Return the function that says a term in one line."""
    return lambda term: one_line(said(store, term))


def show(store: Store, answer: Answer, form: ResultFormat | None, *, safe_cells: bool = False) -> None:
    """Print an answer in a format, or in the one that suits it and where it goes."""
    if form is None:
        of_rows = ResultFormat.TABLE if sys.stdout.isatty() else ResultFormat.TSV
        form = ResultFormat.TURTLE if isinstance(answer, QueryTriples) else of_rows
    if safe_cells or form is not ResultFormat.TABLE or isinstance(answer, QueryTriples):
        write(answer, output(), form, safe_cells=safe_cells)
    elif isinstance(answer, QueryBoolean):
        print("yes" if answer else "no")
    else:
        rows = (map(saying(store), row) for row in answer)
        table([variable.value for variable in answer.variables], rows)
