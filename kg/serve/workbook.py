"""Rows as a workbook: names with their IRIs in a column beside, numbers as numbers, and no cell a formula."""

import json
from datetime import UTC, datetime
from io import BytesIO

import xlsxwriter

from kg.serve.answers import cell
from kg.serve.entries import Writer
from kg.vocabulary import XSD

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NUMBERS = frozenset(f"{XSD}{name}" for name in ("integer", "decimal", "double", "float"))
#: The same answer is the same file.
MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
#: Letters that a cell may have.
MOST = 32_767


def workbook(writer: Writer, answer: bytes) -> bytes:
    """Return an answer in SPARQL's JSON as xlsx."""
    held = json.loads(answer)
    names, rows = held["head"]["vars"], held["results"]["bindings"]
    things = [name for name in names if any(row.get(name, {}).get("type") == "uri" for row in rows)]
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}) as book:
        book.set_properties({"created": MADE, "author": "kg"})
        sheet = book.add_worksheet("answer")
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(names) + len(things), 24)
        sheet.write_row(0, 0, [*names, *(f"{name} IRI" for name in things)], book.add_format({"bold": True}))
        for line, row in enumerate(rows, start=1):
            for place, name in enumerate(names):
                _write(sheet, (line, place), row.get(name), cell(writer, row.get(name)).text)
            for place, name in enumerate(things, start=len(names)):
                sheet.write_string(line, place, row.get(name, {}).get("value", "")[:MOST])
    return out.getvalue()


def _write(
    sheet: xlsxwriter.worksheet.Worksheet, place: tuple[int, int], term: dict[str, str] | None, text: str
) -> None:
    if term and term.get("datatype") in NUMBERS:
        sheet.write_number(*place, float(text))
    else:
        sheet.write_string(*place, text[:MOST])
