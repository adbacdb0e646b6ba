"""Excel books: a row of a sheet with a column of texts is an article."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from functools import partial
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from kg.articles import record
from kg.articles.asked import Asked, Pending, failing, needing
from kg.articles.checks import unpacking, whole
from kg.articles.files import Source
from kg.articles.tables import ABOVE, by_name, names_fields, wrong
from kg.errors import DataError

Row = Sequence[Any]


def read(source: Source, asked: Asked) -> Iterator[Pending]:
    """Yield the article of each row, of every sheet with a column of texts."""
    with needing("reading .xlsx", "formats"):
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException
    with source.open() as file:
        raw = whole(file, source.where)
    try:
        unpacking(raw, source.where)
        book = load_workbook(BytesIO(raw), read_only=True, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, ValueError) as error:
        yield source.where, failing(DataError(f"{source.where}: no Excel book that can be read: {error}"))
        return
    sheets = [(f"{source.where}, {sheet.title}", list(sheet.iter_rows(values_only=True))) for sheet in book.worksheets]
    told = [wrong(_names(rows[_header(rows)]) if rows else [], where, asked.named) for where, rows in sheets]
    if told and all(told):
        yield source.where, failing(next(filter(None, told)))
    for (where, rows), wrong_here in zip(sheets, told, strict=True):
        if not wrong_here:
            yield from _articles(rows, where, asked)


def _header(rows: Sequence[Row]) -> int:
    """Return which row names the columns: below what people write above it."""
    named = (at for at, row in enumerate(rows[:ABOVE]) if names_fields(_names(row)))
    return next(named, next((at for at, row in enumerate(rows) if any(row)), 0))


def _names(row: Row) -> list[str]:
    return ["" if cell is None else str(cell).strip() for cell in row]


def _articles(rows: Sequence[Row], where: str, asked: Asked) -> Iterator[Pending]:
    at = _header(rows)
    names = _names(rows[at])
    for number, row in enumerate(rows[at + 1 :], at + 2):
        if any(row):
            here = f"{where}, row {number}"
            fields = by_name(names, map(_value, row))
            yield here, partial(record.article, fields, here, asked.named, asked.report)


def _value(cell: Any) -> Any:
    """Return what a cell says: a day is kept as its midnight."""
    return cell.date() if isinstance(cell, datetime) and cell.time() == time() else cell
