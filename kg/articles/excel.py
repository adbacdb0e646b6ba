"""Excel books: a row of a sheet with a column of texts is an article."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from functools import partial
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from kg.articles import record
from kg.articles.asked import Asked, Pending, failing, needing
from kg.articles.checks import unpacking, whole
from kg.articles.files import Source
from kg.articles.tables import ABOVE, by_name, names_fields, no_row, wrong
from kg.errors import DataError

Row = Sequence[Any]
#: What reading a book raises where its file is cut off, or is none; a ParseError is a SyntaxError.
BROKEN = (BadZipFile, zlib.error, EOFError, SyntaxError, LookupError, ValueError, TypeError)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where a sheet stands, its rows, and what is wrong behind them."""

    where: str
    rows: Sequence[Row]
    broken: DataError | None = None


def read(source: Source, asked: Asked) -> Iterator[Pending]:
    """Yield the article of each row, of every sheet with a column of texts."""
    with needing(f"{source.where}: reading .xlsx", "formats"):
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException
    with source.open() as file:
        raw = whole(file, source.where)
    try:
        unpacking(raw, source.where)
        book = load_workbook(BytesIO(raw), read_only=True, data_only=True)
    except (InvalidFileException, *BROKEN) as error:
        yield source.where, failing(DataError(f"{source.where}: no Excel book that can be read: {error}"))
        return
    yield from _of([_sheet(sheet, source.where) for sheet in book.worksheets], source.where, asked)


def _sheet(sheet: Any, where: str) -> Sheet:
    """Return the rows of a sheet, up to what cannot be read."""
    rows: list[Row] = []
    here, error = f"{where}, {sheet.title}", None
    try:
        rows.extend(sheet.iter_rows(values_only=True))
    except BROKEN as broken:
        error = DataError(f"{here}, behind row {len(rows)}: no Excel book that can be read: {broken}")
    return Sheet(here, rows, error)


def _of(sheets: Sequence[Sheet], where: str, asked: Asked) -> Iterator[Pending]:
    """Yield the articles of a book; what is wrong in columns is told where no sheet has any of texts."""
    told = [_wrong(sheet, asked) for sheet in sheets]
    if told and all(told) and not any(sheet.broken for sheet in sheets):
        yield where, failing(next(filter(None, told)))
    for sheet, wrong_here in zip(sheets, told, strict=True):
        if not wrong_here:
            yield from _articles(sheet, asked)
        if sheet.broken:
            yield sheet.where, failing(sheet.broken)


def _wrong(sheet: Sheet, asked: Asked) -> DataError | None:
    names = _names(sheet.rows[_header(sheet.rows)]) if sheet.rows else []
    return wrong(names, sheet.where, asked.named)


def _header(rows: Sequence[Row]) -> int:
    """Return which row names the columns: below what people write above it."""
    named = (at for at, row in enumerate(rows[:ABOVE]) if names_fields(_names(row)))
    return next(named, next((at for at, row in enumerate(rows) if any(row)), 0))


def _names(row: Row) -> list[str]:
    return ["" if cell is None else str(cell).strip() for cell in row]


def _articles(sheet: Sheet, asked: Asked) -> Iterator[Pending]:
    at = _header(sheet.rows)
    names = _names(sheet.rows[at])
    filled = [(number, row) for number, row in enumerate(sheet.rows[at + 1 :], at + 2) if any(row)]
    if not filled and not sheet.broken:
        yield sheet.where, failing(no_row(sheet.where))
    for number, row in filled:
        here = f"{sheet.where}, row {number}"
        fields = by_name(names, map(_value, row))
        yield here, partial(record.article, fields, here, asked.named, asked.report)


def _value(cell: Any) -> Any:
    """Return what a cell says: a day is kept as its midnight."""
    return cell.date() if isinstance(cell, datetime) and cell.time() == time() else cell
