"""Rows for Python: a list of mappings that notebooks show, and that becomes a data frame."""

from importlib import import_module
from typing import Any

from pyoxigraph import QueryBoolean, QueryTriples, Store

from kg.errors import UsageError
from kg.query.names import Term, said
from kg.query.rows import Cell, Rows, terms, value
from kg.query.run import Answer
from kg.query.sheets import html_table

#: Columns of what CONSTRUCT gives.
TRIPLE = ("subject", "predicate", "object")


class Table(list[dict[str, str]]):
    """Rows by column, as text; `cells` holds numbers as numbers."""

    def __init__(
        self, columns: tuple[str, ...], texts: list[tuple[str, ...]], cells: tuple[tuple[Cell, ...], ...]
    ) -> None:
        super().__init__(dict(zip(columns, row, strict=True)) for row in texts)
        self.columns = columns
        self.cells = cells

    def to_frame(self, library: str | None = None) -> Any:
        """Return the rows as a data frame of pandas, or of polars where that is not installed or is asked for."""
        for name in [library] if library else ["pandas", "polars"]:
            try:
                frames = import_module(name)
            except ImportError:
                continue
            return frames.DataFrame({column: [row[n] for row in self.cells] for n, column in enumerate(self.columns)})
        raise UsageError(f"a data frame needs {library or 'pandas or polars'}: pip install {library or 'pandas'}")

    def _repr_html_(self) -> str:
        """Return what a notebook shows."""
        return html_table(Rows(self.columns, self.cells))


def tabled(store: Store, answer: Answer, *, names: bool) -> Table:
    """Return an answer with names for things, or else with IRIs; of a graph, its triples in order.

    Raises:
        UsageError: it is only yes or no.

    """
    if isinstance(answer, QueryBoolean):
        raise UsageError("a SELECT is needed to give rows, or CONSTRUCT or DESCRIBE, not ASK")
    if isinstance(answer, QueryTriples):
        columns: tuple[str, ...] = TRIPLE
        rows: list[tuple[Term | None, ...]] = sorted(({tuple(triple) for triple in answer}), key=str)
    else:
        columns, rows = terms(answer)
    texts = [tuple(said(store, term, names=names) for term in row) for row in rows]
    cells = tuple(
        tuple(
            number if isinstance(number := value(term), int | float) else text for term, text in zip(*pair, strict=True)
        )
        for pair in zip(rows, texts, strict=True)
    )
    return Table(columns, texts, cells)
