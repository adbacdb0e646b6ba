"""Answers in the W3C's result formats, and graphs in Turtle, N-Triples or JSON-LD."""

from typing import IO

from pyoxigraph import QueryResultsFormat, QueryTriples

from kg.errors import UsageError
from kg.export.export import triples
from kg.export.formats import Format
from kg.query.formats import ResultFormat
from kg.query.run import Answer

ROWS = {
    ResultFormat.CSV: QueryResultsFormat.CSV,
    ResultFormat.TSV: QueryResultsFormat.TSV,
    ResultFormat.JSON: QueryResultsFormat.JSON,
    ResultFormat.XML: QueryResultsFormat.XML,
}
GRAPHS = {ResultFormat.TURTLE: Format.TURTLE, ResultFormat.NT: Format.NT, ResultFormat.JSONLD: Format.JSONLD}


def write(answer: Answer, out: IO[bytes], form: ResultFormat) -> None:
    """Write an answer as it streams out of the store; UsageError for a format of the other kind."""
    if isinstance(answer, QueryTriples):
        if form not in GRAPHS:
            raise UsageError(f"CONSTRUCT and DESCRIBE give a graph: use --format {', '.join(GRAPHS)}")
        triples(out, GRAPHS[form], sorted({f"{triple} ." for triple in answer}))
    elif form not in ROWS:
        raise UsageError(f"SELECT and ASK give rows: use --format table, {', '.join(ROWS)}")
    else:
        answer.serialize(out, ROWS[form])
