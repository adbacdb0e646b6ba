"""Answers in the W3C's result formats, and graphs in Turtle, N-Triples or JSON-LD."""

from typing import IO

from pyoxigraph import QueryResultsFormat, QuerySolutions, QueryTriples

from kg.errors import UsageError
from kg.export.export import triples
from kg.export.formats import Format
from kg.query.cells import safe_csv, safe_tsv
from kg.query.formats import ResultFormat
from kg.query.rows import Rows
from kg.query.run import Answer
from kg.query.sheets import ONLY_NAMED, WRITERS, csv_, tsv

ROWS = {
    ResultFormat.CSV: QueryResultsFormat.CSV,
    ResultFormat.TSV: QueryResultsFormat.TSV,
    ResultFormat.JSON: QueryResultsFormat.JSON,
    ResultFormat.XML: QueryResultsFormat.XML,
}
SAFE = {ResultFormat.CSV: safe_csv, ResultFormat.TSV: safe_tsv}
GRAPHS = {ResultFormat.TURTLE: Format.TURTLE, ResultFormat.NT: Format.NT, ResultFormat.JSONLD: Format.JSONLD}


def write(answer: Answer, out: IO[bytes], form: ResultFormat, *, safe_cells: bool = False) -> None:
    """Write an answer as it streams out of the store; UsageError for a format of the other kind.

    With `safe_cells` no cell begins as a formula of a spreadsheet, and is no longer as the W3C has it.
    """
    if safe_cells and (form not in SAFE or not isinstance(answer, QuerySolutions)):
        raise UsageError(f"only rows in a spreadsheet's formats have safe cells: use --format {', '.join(SAFE)}")
    if isinstance(answer, QueryTriples):
        if form not in GRAPHS:
            raise UsageError(f"CONSTRUCT and DESCRIBE give a graph: use --format {', '.join(GRAPHS)}")
        triples(out, GRAPHS[form], sorted({f"{triple} ." for triple in answer}))
    elif form not in ROWS:
        raise UsageError(f"SELECT and ASK give rows: use --format table, {', '.join([*ROWS, *sorted(ONLY_NAMED)])}")
    elif safe_cells and isinstance(answer, QuerySolutions):
        SAFE[form](answer, out)
    else:
        answer.serialize(out, ROWS[form])


def write_sheet(table: Rows, out: IO[bytes], form: ResultFormat, *, safe_cells: bool = False) -> None:
    """Write a table that is held, in a format that spreadsheets, pages or other programs take."""
    if form is ResultFormat.CSV:
        csv_(table, out, safe_cells=safe_cells)
    elif form is ResultFormat.TSV:
        tsv(table, out, safe_cells=safe_cells)
    elif safe_cells:
        raise UsageError(f"only rows in a spreadsheet's formats have safe cells: use --format {', '.join(SAFE)}")
    else:
        WRITERS[form](table, out)
