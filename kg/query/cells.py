"""Rows for spreadsheets: no cell begins as a formula, which opening the file would run."""

import csv
import re
from codecs import getwriter
from typing import IO

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Triple

#: Blanks, controls and marks without a shape, which one spreadsheet or another passes over.
UNSEEN = r"[\s\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]"
#: What begins a formula, also in wide form.
FORMULA = re.compile(rf"{UNSEEN}*[=+\-@＝＋－＠]|[\t\r\n]")  # noqa: RUF001
NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")


def safe_cell(text: str) -> str:
    """Return the text of a cell, with an apostrophe before what would be a formula; a number is none."""
    return f"'{text}" if FORMULA.match(text) and not NUMBER.fullmatch(text) else text


def safe_csv(rows: QuerySolutions, out: IO[bytes]) -> None:
    """Write rows as the W3C's CSV, each cell safe."""
    writer = csv.writer(getwriter("utf-8")(out))
    writer.writerow(variable.value for variable in rows.variables)
    writer.writerows([_text(term) for term in row] for row in rows)


def safe_tsv(rows: QuerySolutions, out: IO[bytes]) -> None:
    """Write rows as the W3C's TSV, each literal safe."""
    out.write(("\t".join(map(str, rows.variables)) + "\n").encode())
    for row in rows:
        out.write(("\t".join(map(_term, row)) + "\n").encode())


def _text(term: NamedNode | BlankNode | Literal | Triple | None) -> str:
    if isinstance(term, NamedNode | Literal):
        return safe_cell(term.value)
    return "" if term is None else str(term)


def _term(term: NamedNode | BlankNode | Literal | Triple | None) -> str:
    if isinstance(term, Literal):
        safe = safe_cell(term.value)
        term = Literal(safe, language=term.language) if term.language else Literal(safe, datatype=term.datatype)
    return "" if term is None else str(term)
