"""Cells that a spreadsheet opens as text."""

import csv
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import UsageError
from kg.query.cells import safe_cell
from kg.query.formats import ResultFormat
from kg.query.results import write
from kg.query.run import run

A = NamedNode("https://example.org/a")


FORMULAS = (
    "=1+1",
    "+1 555 0100",
    "-1+1",
    "@SUM(A1)",
    '=HYPERLINK("http://evil.example")',
    "=cmd|' /C calc'!A0",
    "-",
    "+5-1",
)
BLANKS = (" =1", "\t=1", "\r=1", "\tx", "\rx", "\nx", "\u00a0=1")
UNSEEN = ("\0=1", "\x1b=1", "\u200b=1", "\ufeff=1", "\u202e\u200d =1", "\u00ad@x")
WIDE = ("＝1", "＋1", "－1", "＠x")  # noqa: RUF001


@pytest.mark.parametrize("text", [*FORMULAS, *BLANKS, *UNSEEN, *WIDE])
def test_a_formula_becomes_a_text(text):
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    ["", "a", "a=b", "1-1", "-3", "+3.5", "-1e9", "'=1", '"', "(=1)", "\u200ba", "\x1b[=1", "https://e.org/?a=b"],
)
def test_what_is_none_stays(text):
    assert safe_cell(text) == text


@given(st.text())
def test_safe_twice_is_safe_once(text):
    assert safe_cell(safe_cell(text)) == safe_cell(text)


def written(values: list[Literal], form: str, *, safe_cells: bool) -> str:
    store, out = Store(), BytesIO()
    store.extend(Quad(A, A, value) for value in values)
    write(run(store, "SELECT ?s ?o WHERE { ?s ?p ?o } ORDER BY ?o"), out, ResultFormat(form), safe_cells=safe_cells)
    return out.getvalue().decode()


VALUES = [Literal("=1,2\n"), Literal("é", language="fr"), Literal(-3), Literal("@x", language="en"), Literal('a "b"')]


def test_csv():
    exact, safe = (written(VALUES, "csv", safe_cells=so) for so in (False, True))
    assert safe.replace("'", "") == exact
    found = [row[1] for row in csv.reader(StringIO(safe, newline=""))]
    assert sorted(found) == sorted(["o", "'=1,2\n", "é", "-3", "'@x", 'a "b"'])


def test_tsv():
    exact, safe = (written(VALUES, "tsv", safe_cells=so) for so in (False, True))
    assert safe.replace("'", "").replace('"-3"^^<http://www.w3.org/2001/XMLSchema#integer>', "-3") == exact
    assert safe.count("'") == 2


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_nothing_else_changes(texts):
    values = list(map(Literal, texts))
    found = csv.reader(StringIO(written(values, "csv", safe_cells=True), newline=""))
    assert sorted(row[1] for row in found) == sorted(["o", *map(safe_cell, set(texts))])


@pytest.mark.parametrize(
    ("text", "form"), [("SELECT * {}", "json"), ("ASK {}", "csv"), ("SELECT * {}", "table"), ("DESCRIBE <a:b>", "csv")]
)
def test_only_spreadsheets_have_cells(text, form):
    with pytest.raises(UsageError, match="use --format csv, tsv"):
        write(run(Store(), text), BytesIO(), ResultFormat(form), safe_cells=True)
