"""Tables as files that other programs open: CSV, TSV, Markdown, HTML, Excel, Parquet."""

import csv
import html
import re
from codecs import getwriter
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from io import BytesIO
from typing import IO, Any

from kg.errors import UsageError
from kg.export.drawing import NOT_XML
from kg.query.cells import safe_cell
from kg.query.formats import ResultFormat
from kg.query.rows import Cell, Rows

#: What a cell of tab-separated values cannot hold; in a text it means no more than a blank.
BREAKS = re.compile(r"[\t\n\r]+")
#: What Excel allows: characters of a cell, rows of a sheet, characters of its name.
LONGEST, MOST_ROWS, LONGEST_NAME = 32_767, 1_048_576, 31
LONG_AGO = datetime(1980, 1, 1)  # noqa: DTZ001 (as the library wants it)
NOT_A_NAME = re.compile(r"[\[\]:*?/\\']")


def text(cell: Cell) -> str:
    """Return a cell as text, empty for nothing."""
    return "" if cell is None else str(cell)


def _safe(cell: Cell) -> str:
    return safe_cell(cell) if isinstance(cell, str) else text(cell)


def csv_(table: Rows, out: IO[bytes], *, safe_cells: bool = False) -> None:
    """Write comma-separated values, in UTF-8."""
    writer = csv.writer(getwriter("utf-8")(out))
    writer.writerow(table.columns)
    writer.writerows([(_safe if safe_cells else text)(cell) for cell in row] for row in table.rows)


def tsv(table: Rows, out: IO[bytes], *, safe_cells: bool = False) -> None:
    """Write tab-separated values; a tab or an end of a line in a cell is a blank, as a text breaks anywhere."""
    for row in (table.columns, *table.rows):
        cells = ((_safe if safe_cells else text)(cell) for cell in row)
        out.write(("\t".join(BREAKS.sub(" ", cell) for cell in cells) + "\n").encode())


def markdown(table: Rows, out: IO[bytes]) -> None:
    """Write a table in Markdown."""
    rule = ["---"] * len(table.columns)
    for row in (table.columns, rule, *table.rows):
        cells = (" ".join(text(cell).split()).replace("\\", "\\\\").replace("|", "\\|") for cell in row)
        out.write(f"| {' | '.join(cells)} |\n".encode())


def html_(table: Rows, out: IO[bytes]) -> None:
    """Write a page with one table; a cell that is an address leads there."""
    out.write(b'<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">\n<title>kg</title>\n')
    out.write(html_table(table).encode() + b"</html>\n")


def html_table(table: Rows) -> str:
    """Return a table in HTML."""
    head = "".join(f"<th>{html.escape(column)}</th>" for column in table.columns)
    rows = "".join(f"<tr>{''.join(map(_td, row))}</tr>\n" for row in table.rows)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"


def _td(cell: Cell) -> str:
    shown = html.escape(text(cell))
    return (
        f'<td><a href="{shown}">{shown}</a></td>' if shown.startswith(("http://", "https://")) else f"<td>{shown}</td>"
    )


def excel(table: Rows, out: IO[bytes]) -> None:
    """Write a workbook of one sheet."""
    book({"kg": table}, out)


def book(tables: Mapping[str, Rows], out: IO[bytes]) -> None:
    """Write an Excel workbook with a sheet a table; texts are texts, and no formulas.

    Raises:
        UsageError: XlsxWriter is not installed, or a table has more rows than a sheet.

    """
    xlsxwriter = _needed("xlsxwriter", "XlsxWriter")
    held = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(held, options) as workbook:
        # The same table is the same bytes.
        workbook.set_properties({"created": LONG_AGO})
        bold = workbook.add_format({"bold": True})
        for name, table in tables.items():
            if len(table.rows) >= MOST_ROWS:
                raise UsageError(f"{name} has {len(table.rows):,} rows, and a sheet of Excel {MOST_ROWS:,}: use csv")
            sheet = workbook.add_worksheet(NOT_A_NAME.sub(" ", name)[:LONGEST_NAME])
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, table.columns, bold)
            for number, row in enumerate(table.rows, start=1):
                sheet.write_row(number, 0, map(_excel, row))
    out.write(held.getvalue())


def _excel(cell: Cell) -> Cell:
    return NOT_XML.sub("\ufffd", cell)[:LONGEST] if isinstance(cell, str) else cell


def parquet(table: Rows, out: IO[bytes]) -> None:
    """Write a Parquet file; a column of numbers alone holds numbers, others texts."""
    arrow = _needed("pyarrow", "pyarrow")
    columns = [_column(row[number] for row in table.rows) for number in range(len(table.columns))]
    arrays = [arrow.array(column, arrow.string() if _is_text(column) else None) for column in columns]
    held = BytesIO()
    _needed("pyarrow.parquet", "pyarrow").write_table(arrow.table(arrays, names=list(table.columns)), held)
    out.write(held.getvalue())


def _column(cells: Iterable[Cell]) -> list[Cell]:
    column = list(cells)
    return [None if cell is None else str(cell) for cell in column] if _is_text(column) else column


def _is_text(column: list[Cell]) -> bool:
    return all(cell is None for cell in column) or any(isinstance(cell, str) for cell in column)


def _needed(module: str, package: str) -> Any:
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError as error:
        raise UsageError(f"this format needs {package}: pip install newskg[parquet]") from error


WRITERS: Mapping[ResultFormat, Callable[[Rows, IO[bytes]], None]] = {
    ResultFormat.CSV: csv_,
    ResultFormat.TSV: tsv,
    ResultFormat.MARKDOWN: markdown,
    ResultFormat.HTML: html_,
    ResultFormat.XLSX: excel,
    ResultFormat.PARQUET: parquet,
}
#: Those that are no text, and that the W3C has no form of.
BINARY = frozenset({ResultFormat.XLSX, ResultFormat.PARQUET})
ONLY_NAMED = BINARY | {ResultFormat.MARKDOWN, ResultFormat.HTML}
