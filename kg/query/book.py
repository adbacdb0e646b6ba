"""An Excel workbook with a sheet for each saved query that needs no parameter."""

from typing import IO

from pyoxigraph import QuerySolutions, Store

from kg.query.bind import bound
from kg.query.rows import Rows, named
from kg.query.run import run
from kg.query.saved import saved
from kg.query.sheets import book


def workbook(db: Store, out: IO[bytes]) -> None:
    """Write what kg's saved queries answer, with names for things and their IRIs beside."""
    tables: dict[str, Rows] = {}
    for name, query in saved().items():
        if not any(each.required for each in query.parameters):
            answer = run(db, bound(query, {}, db))
            if isinstance(answer, QuerySolutions):
                tables[name] = named(db, answer)
    book(tables, out)
