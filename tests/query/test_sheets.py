"""Sheets are read back by other readers than kg's: csv, openpyxl, pyarrow, an XML parser."""

import csv
from io import BytesIO, StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import UsageError
from kg.query.formats import ResultFormat
from kg.query.results import write_sheet
from kg.query.rows import Rows, bare, named
from kg.query.run import run
from kg.query.sheets import NOT_XML, book
from kg.vocabulary import PREFIXES

E = "https://example.org/"
TABLE = Rows(
    ("person", "person_iri", "age", "words"),
    (("Ann Lee", f"{E}lee", 71, '=1+1, "x"|\ty\nz'), (None, None, None, "é 東京 \\"), ("-3", f"{E}b", 2.5, "")),
)


def written(table, form, **options) -> bytes:
    out = BytesIO()
    write_sheet(table, out, ResultFormat(form), **options)
    return out.getvalue()


@pytest.fixture
def store() -> Store:
    lee, acme = NamedNode(f"{E}lee"), NamedNode(f"{E}acme")
    store = Store()
    store.add(Quad(lee, NamedNode(f"{PREFIXES['rdfs']}label"), Literal("Ann Lee")))
    store.extend([Quad(lee, NamedNode(f"{E}at"), acme), Quad(lee, NamedNode(f"{E}at"), Literal("home"))])
    return store


def test_names_have_iris_beside(store):
    text = f"SELECT ?z ?a (2 AS ?n) {{ ?a <{E}at> ?z }} ORDER BY ?z"
    assert named(store, run(store, text)) == Rows(
        ("z", "z_iri", "a", "a_iri", "n"),
        ((f"{E}acme", f"{E}acme", "Ann Lee", f"{E}lee", 2), ("home", None, "Ann Lee", f"{E}lee", 2)),
    )
    assert bare(run(store, text)).rows[1] == ("home", f"{E}lee", 2)


def test_a_column_of_that_name_is_not_made_twice(store):
    found = named(store, run(store, f"SELECT ?a (STR(?a) AS ?a_iri) {{ ?a <{E}at> 'home' }}"))
    assert found == Rows(("a", "a_iri"), (("Ann Lee", f"{E}lee"),))


def test_csv_is_read_back():
    rows = list(csv.reader(StringIO(written(TABLE, "csv").decode(), newline="")))
    assert rows == [list(TABLE.columns), *([("" if cell is None else str(cell)) for cell in row] for row in TABLE.rows)]
    safe = list(csv.reader(StringIO(written(TABLE, "csv", safe_cells=True).decode(), newline="")))
    assert (safe[1][3], safe[3][0], safe[1][0]) == ("'" + TABLE.rows[0][3], "-3", "Ann Lee")


def test_tsv_has_a_line_a_row():
    lines = written(TABLE, "tsv").decode().split("\n")
    assert lines[0] == "person\tperson_iri\tage\twords"
    assert lines[1] == f'Ann Lee\t{E}lee\t71\t=1+1, "x"| y z'
    assert lines[2] == "\t\t\té 東京 \\"
    assert len(lines) == len(TABLE.rows) + 2


def test_excel_is_read_back():
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(BytesIO(written(TABLE, "xlsx"))).active
    rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
    assert rows[0] == TABLE.columns
    assert rows[1:] == [tuple(cell if cell != "" else None for cell in row) for row in TABLE.rows]
    # Texts are texts, and a number is one.
    assert [cell.data_type for cell in sheet[2]] == ["s", "s", "n", "s"]


def test_a_book_has_a_sheet_a_table():
    openpyxl = pytest.importorskip("openpyxl")
    out = BytesIO()
    book({"people": TABLE, "a/b*c": TABLE}, out)
    assert openpyxl.load_workbook(BytesIO(out.getvalue())).sheetnames == ["people", "a b c"]


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), min_size=1, max_size=20))
def test_excel_holds_any_text(text):
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(BytesIO(written(Rows(("x",), ((text,),)), "xlsx"))).active
    assert sheet["A2"].value == NOT_XML.sub("\ufffd", text)


def test_parquet_is_read_back():
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(BytesIO(written(TABLE, "parquet")))
    assert table.column_names == list(TABLE.columns)
    assert table["age"].to_pylist() == [71, None, 2.5]
    assert table["words"].to_pylist() == [row[3] for row in TABLE.rows]


def test_markdown_keeps_its_columns():
    lines = written(TABLE, "md").decode().splitlines()
    assert lines[:2] == ["| person | person_iri | age | words |", "| --- | --- | --- | --- |"]
    assert lines[2] == f'| Ann Lee | {E}lee | 71 | =1+1, "x"\\| y z |'


def test_html_is_safe():
    page = written(Rows(("<x>",), (("<script>alert(1)</script>",), (f'{E}a?b=1&c="2',))), "html").decode()
    assert "<script>" not in page
    assert f'<a href="{E}a?b=1&amp;c=&quot;2">' in page


def test_only_spreadsheets_have_safe_cells():
    with pytest.raises(UsageError, match="use --format csv, tsv"):
        written(TABLE, "md", safe_cells=True)
