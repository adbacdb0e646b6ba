"""Each kind of file gives its articles; what is wrong in one is told, and costs no other."""

import bz2
import gzip
import io
import json
import lzma
import re
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import replace
from datetime import datetime
from email.message import EmailMessage
from importlib.util import find_spec
from pathlib import Path
from random import Random

import pytest

from kg.articles.article import Article
from kg.articles.checks import MOST_OF_FILE
from kg.articles.files import STDIN
from kg.articles.formats import FORMATS, SUFFIXES, of
from kg.articles.readers import read
from kg.articles.record import Named
from kg.errors import ArticleError, DataError, Notice, UsageError
from tests.articles_reading.test_readers import all_of, write

TEXT = "Mayor Greta Holm spoke in Estrand on Monday.\n\nShe said that the bridge would open in May."
DOCS = Path(__file__).parent.parent.parent / "docs" / "inputs.md"


ONE = 'She said ""no"", and left.'


def table(rows, mark=","):
    return "\n".join(mark.join(f'"{cell}"' for cell in row) for row in rows) + "\n"


ROWS = [["id", "Title", "date", "url", "content"], ["a", "Bridge", "2020-05-01", "https://e.example/a", TEXT]]


@pytest.mark.parametrize(("name", "mark"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t"), ("a.csv", "|")])
def test_a_row_of_a_table_is_an_article(tmp_path, name, mark):
    found, reported = all_of(write(tmp_path / name, table([*ROWS, [], ["b", "", "", "", "Two."]], mark)))
    assert found == [Article("a", TEXT, "Bridge", None, "2020-05-01", "https://e.example/a"), Article("b", "Two.")]
    assert not reported


#: What is wrong in a table, and what is told of it.
TABLES = [
    ("a,b\n1,2\n", r"a\.csv: no text: its fields are 'a', 'b': name the one that holds it with --text-field"),
    ("", r"a\.csv: empty"),
    ("id,text\na,One\nb,Two, and three\nc,Four\n", r"a\.csv:3: 3 cells under 2 names: a cell that holds the dividing"),
    ("id,text\na,\n", r"a\.csv:2: empty, there is nothing to read"),
]


@pytest.mark.parametrize(("raw", "message"), TABLES, ids=[message[:30] for _, message in TABLES])
def test_what_is_wrong_in_a_table_is_told_once(tmp_path, raw, message):
    _, [error] = all_of(write(tmp_path / "a.csv", raw))
    assert re.search(message, str(error))


def test_rows_after_a_wrong_one_are_read(tmp_path):
    raw = 'id,text\na,"One\nand more"\nb,Two, and three\nc,Four\n'
    found, [error] = all_of(write(tmp_path / "a.csv", raw))
    assert [article.id for article in found] == ["a", "c"]
    assert "a.csv:4: " in str(error)


#: A table as programs and people write it: what stands above, how it is divided, how its marks are written.
TABLES_OF = [
    ("a.csv", f'sep=;\r\nID;Title;Text\r\na;T;"{ONE}"\r\nb;U;Two.\r\n'),
    ("a.csv", f'The Gazette, export,,\n\nid,title,text\na,T,"{ONE}"\nb,U,Two.\n'),
    ("a.csv", f'id,title,text,\na,T,"{ONE}",,\nb,U,Two.,,\n'),
    ("a.csv", 'id,title,text\na,T,"She said \\"no\\", and left."\nb,U,Two.\n'),
    ("a.tsv", "id\ttitle\ttext\na\tT\t" + ONE.replace('""', '"') + "\nb\tU\tTwo.\n"),
    ("a.tab", "id\ttitle\ttext\na\tT\t" + ONE.replace('""', '"') + "\nb\tU\tTwo.\n"),
    ("a.tsv", f'id\ttitle\ttext\na\tT\t"{ONE}"\nb\tU\tTwo.\n'),
    ("a.csv", f'id,title,text,text\na,T,"{ONE}",\nb,U,,Two.\n'),
    ("a.txt", f'id,title,text\na,T,"{ONE}"\nb,U,Two.\n'),
]


@pytest.mark.parametrize(("name", "raw"), TABLES_OF, ids=[f"{n} {name}" for n, (name, _) in enumerate(TABLES_OF)])
def test_a_table_as_programs_and_people_write_it(tmp_path, name, raw):
    found, reported = all_of(write(tmp_path / name, raw))
    assert found == [Article("a", 'She said "no", and left.', "T"), Article("b", "Two.", "U")]
    assert not reported


def test_a_tab_and_a_mark_at_the_beginning_of_a_cell(tmp_path):
    [found], reported = all_of(write(tmp_path / "a.tsv", 'id\ttext\na\t"No," she said, and left.\n'))
    assert found.text == '"No," she said, and left.'
    assert not reported


def test_marks_that_may_be_lost_are_told(tmp_path):
    [found], [told] = all_of(write(tmp_path / "a.csv", 'id,text\na,"No," she said.\n'))
    assert found.id == "a"
    assert "a.csv: quotation marks inside cells are not doubled: some may be lost" in str(told)


@pytest.mark.parametrize("rows_above", [0, 2])
def test_an_excel_book(tmp_path, rows_above):
    openpyxl = pytest.importorskip("openpyxl", reason="newskg[formats] is not installed")
    book = openpyxl.Workbook()
    sheet = book.active
    for row in [["The Gazette"], []][:rows_above]:
        sheet.append(row)
    sheet.append(["Id", "Date", "Text", None])
    sheet.append([7, datetime(2020, 5, 1), TEXT])  # noqa: DTZ001 (as Excel has it)
    sheet.append([None, None, None])
    sheet.append(["b", datetime(2020, 5, 1, 9), "Two."])  # noqa: DTZ001 (as Excel has it)
    book.create_sheet("Notes").append(["to do"])
    book.save(tmp_path / "a.xlsx")
    found, [error] = all_of(tmp_path / "a.xlsx", write(tmp_path / "b.xlsx", b"PK no"))
    assert found == [
        Article("7", TEXT, published="2020-05-01"),
        Article("b", "Two.", published="2020-05-01T09:00:00"),
    ]
    assert "b.xlsx: no Excel book that can be read" in str(error)


def test_an_excel_book_without_texts_is_told(tmp_path):
    openpyxl = pytest.importorskip("openpyxl", reason="newskg[formats] is not installed")
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    book.save(tmp_path / "a.xlsx")
    found, [error] = all_of(tmp_path / "a.xlsx")
    assert not found
    assert "a.xlsx, Sheet: no text: its fields are 'a', 'b'" in str(error)


def test_an_excel_book_whose_sheet_is_cut_off_keeps_what_stands_before_and_its_other_sheets(tmp_path):
    openpyxl = pytest.importorskip("openpyxl", reason="newskg[formats] is not installed")
    book = openpyxl.Workbook()
    for sheet, name in ((book.active, "a"), (book.create_sheet("Other"), "b")):
        sheet.append(["id", "text"])
        sheet.append([name, TEXT])
        sheet.append([f"{name}2", "Two."])
    book.save(tmp_path / "whole.xlsx")
    with zipfile.ZipFile(tmp_path / "whole.xlsx") as whole, zipfile.ZipFile(tmp_path / "cut.xlsx", "w") as cut:
        for name in whole.namelist():
            raw = whole.read(name)
            cut.writestr(name, raw[: raw.rindex(b"<row")] if name.endswith("sheet1.xml") else raw)
    found, [error] = all_of(tmp_path / "cut.xlsx")
    assert [article.id for article in found] == ["a", "b", "b2"]
    assert "cut.xlsx, Sheet, behind row 2: no Excel book that can be read: " in str(error)
    assert ".py" not in str(error)


def test_an_excel_sheet_of_names_only_is_told(tmp_path):
    openpyxl = pytest.importorskip("openpyxl", reason="newskg[formats] is not installed")
    book = openpyxl.Workbook()
    book.active.append(["id", "text"])
    other = book.create_sheet("Other")
    other.append(["id", "text"])
    other.append(["b", TEXT])
    book.save(tmp_path / "a.xlsx")
    [found], [error] = all_of(tmp_path / "a.xlsx")
    assert found.id == "b"
    assert str(error).endswith("a.xlsx, Sheet: no row below its names, there is nothing to read")


def test_a_table_of_names_only_is_told(tmp_path):
    found, [error] = all_of(write(tmp_path / "a.csv", "id,title,text\n\n"))
    assert not found
    assert str(error).endswith("a.csv: no row below its names, there is nothing to read")


def test_a_column_of_ones_own(tmp_path):
    found, _ = all_of(write(tmp_path / "a.csv", "nr,Volltext\n7,One.\n"), named=Named(text="volltext", id="nr"))
    assert found == [Article("7", "One.")]
    _, [error] = all_of(write(tmp_path / "b.csv", "nr,Volltext\n7,One.\n"), named=Named(text="voltext"))
    assert "no column 'voltext'; did you mean 'Volltext'?" in str(error)


def test_a_table_on_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(table(ROWS).encode())))
    [found], _ = all_of(STDIN)
    assert found.id == "a"


def test_parquet(tmp_path):
    pyarrow = pytest.importorskip("pyarrow", reason="newskg[parquet] is not installed")
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = [{"id": str(n), "text": f"{n}. {TEXT}", "date": "2020-05-01"} for n in range(100)]
    parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "a.parquet")
    found, reported = all_of(tmp_path / "a.parquet", write(tmp_path / "b.parquet", b"PAR1 no"))
    assert [article.id for article in found] == [str(n) for n in range(100)]
    [error] = reported
    assert "b.parquet: no Parquet file that can be read" in str(error)


LINES = "\n".join(json.dumps({"id": name, "text": f"{name}. {TEXT}"}) for name in "ab").encode()
PACKINGS = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress}


@pytest.mark.parametrize("packing", PACKINGS)
def test_compressed_files_are_read_as_what_they_hold(tmp_path, packing, monkeypatch):
    raw = PACKINGS[packing](LINES)
    found, reported = all_of(write(tmp_path / f"a.jsonl{packing}", raw))
    assert [article.id for article in found] == ["a", "b"]
    [single], _ = all_of(write(tmp_path / f"story.txt{packing}", PACKINGS[packing](TEXT.encode())))
    assert (single.id, single.text) == ("story", TEXT)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
    assert all_of(STDIN)[0] == found
    assert not reported


def test_zstandard(tmp_path):
    zstandard = pytest.importorskip("zstandard", reason="newskg[formats] is not installed")
    found, _ = all_of(write(tmp_path / "a.jsonl.zst", zstandard.ZstdCompressor().compress(LINES)))
    assert [article.id for article in found] == ["a", "b"]


def unpackable() -> bytes:
    """A zip archive whose one file is packed by a method that no library reads."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("one.txt", TEXT)
    method = b"\x60\0"
    local, central = raw.getvalue().split(b"PK\x01\x02")
    return local[:8] + method + local[10:] + b"PK\x01\x02" + central[:6] + method + central[8:]


def cut_word() -> bytes:
    """A Word file whose document ends too soon."""
    raw, cut = io.BytesIO(), io.BytesIO()
    pytest.importorskip("docx", reason="newskg[formats] is not installed").Document().save(raw)
    with zipfile.ZipFile(raw) as whole, zipfile.ZipFile(cut, "w") as archive:
        for info in whole.infolist():
            size = 200 if info.filename == "word/document.xml" else info.file_size
            archive.writestr(info.filename, whole.read(info)[:size])
    return cut.getvalue()


def html_mail(body: str) -> bytes:
    mail = EmailMessage()
    mail.set_content(body, subtype="html")
    return mail.as_bytes()


#: Files whose readers' libraries raise what is no error of kg, and what is told.
BROKEN = [
    ("a.zip", unpackable, r"a\.zip/one\.txt: packed by a method that is not read: "),
    ("a.txt.zst", lambda: b"\x28\xb5\x2f\xfd" + b"no frame" * 9, r"a\.txt\.zst: broken, or cut off: "),
    ("a.docx", cut_word, r"a\.docx: no Word file that can be read: "),
    ("a.eml", lambda: html_mail("<html><head><title>x</title></head></html>"), r"a\.eml: no text in this mail"),
    ("b.eml", lambda: html_mail("<!DOCTYPE html>"), r"b\.eml: no text in this mail"),
    ("a.html", lambda: b'<meta charset="undefined"><p>Khan</p>', r"a\.html: no text of an article on this page"),
]


@pytest.mark.parametrize(("name", "raw", "message"), BROKEN, ids=[name for name, *_ in BROKEN])
def test_what_a_library_refuses_costs_one_article(tmp_path, name, raw, message):
    for library in ("zstandard", "lxml", "trafilatura"):
        pytest.importorskip(library, reason="newskg[formats] is not installed")
    found, [error] = all_of(write(tmp_path / name, raw()), write(tmp_path / "z.txt", TEXT))
    assert [article.id for article in found] == ["z"]
    assert isinstance(error, DataError)
    assert re.search(message, str(error))


@pytest.mark.parametrize("raised", ["asked", "article"])
def test_whatever_a_reader_raises_costs_one_article(tmp_path, monkeypatch, raised):
    def fails(*_args, **_options):
        raise ZeroDivisionError("no reader should")

    def in_article(source, _asked):
        yield source.where, fails

    failing = replace(of(".csv"), reader={"asked": fails, "article": in_article}[raised])
    monkeypatch.setattr("kg.articles.formats.of", lambda suffix: failing if suffix == ".csv" else of(suffix))
    found, [error] = all_of(write(tmp_path / "a.csv", "text"), write(tmp_path / "z.txt", TEXT))
    assert [article.id for article in found] == ["z"]
    assert isinstance(error, ArticleError)
    assert re.fullmatch(r"article '.*a\.csv' is left out: ZeroDivisionError.*: no reader should", str(error))


def test_frames_of_zstandard_are_one_file_and_a_cut_one_is_told(tmp_path):
    zstandard = pytest.importorskip("zstandard", reason="newskg[formats] is not installed")
    pack = zstandard.ZstdCompressor().compress
    skipped = b"\x50\x2a\x4d\x18\x02\0\0\0no"
    whole = pack(LINES + b"\n") + skipped + pack(LINES.replace(b'"a"', b'"c"').replace(b'"b"', b'"d"'))
    found, reported = all_of(write(tmp_path / "a.jsonl.zst", whole))
    assert ([article.id for article in found], reported) == (["a", "b", "c", "d"], [])
    _, [*_, error] = all_of(write(tmp_path / "a.jsonl.zst", whole[:-9]))
    assert "a.jsonl.zst: broken, or cut off" in str(error)


@pytest.mark.parametrize("cut", [30, -9])
def test_a_compressed_file_that_is_cut_off_is_told(tmp_path, cut):
    found, reported = all_of(
        write(tmp_path / "a.jsonl.gz", gzip.compress(LINES * 50)[:cut]), write(tmp_path / "z.txt", TEXT)
    )
    assert found[-1].id == "z"
    assert any("a.jsonl.gz: broken, or cut off" in str(error) for error in reported)


def packed(path, files):
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        return path
    with tarfile.open(path, "w:gz" if path.name.endswith("gz") else "w") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content.encode()))
    return path


INSIDE = {"business/001.txt": "One.", "sport/001.txt": "Two.", "002.txt": "Three.", "a.png": "x", "__MACOSX/b.txt": "y"}


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.tgz"])
def test_an_archive_is_read_as_a_folder_is(tmp_path, name):
    found, [notice] = all_of(packed(tmp_path / name, INSIDE))
    assert {(article.id, article.text) for article in found} == {
        ("business/001", "One."),
        ("sport/001", "Two."),
        ("002", "Three."),
    }
    assert "left out as no articles: 1 .png" in str(notice)


@pytest.mark.parametrize("name", ["a.zip", "a.tar"])
def test_an_archive_that_changed_is_read_as_it_is_and_closed(tmp_path, name):
    for text in ("One, of a Monday.", "Two."):
        [found], _ = all_of(packed(tmp_path / name, {"001.txt": text}))
        assert found.text == text
    opened = Path("/proc/self/fd")
    if opened.exists():
        assert tmp_path / name not in {entry.readlink() for entry in opened.iterdir() if entry.is_symlink()}


@pytest.mark.parametrize("name", ["a.zip", "a.tar"])
def test_an_archive_that_changes_while_it_is_read_is_told(tmp_path, name):
    reported = []
    found = read([packed(tmp_path / name, {"001.txt": "One.", "002.txt": "Two."})], report=reported.append)
    assert next(found).text == "One."
    packed(tmp_path / name, {"001.txt": "One of many.", "002.txt": "Others."})
    assert not list(found)
    assert f"{name}: this archive was changed while it was read" in str(reported[0])


@pytest.mark.parametrize("name", ["a.zip", "a.tar"])
def test_hidden_files_of_an_archive_are_told(tmp_path, name):
    hidden = {"../out.txt": "One.", ".hidden/b.txt": "Two.", "._a.txt": "x", "__MACOSX/c.txt": "y"}
    found, [notice] = all_of(packed(tmp_path / name, {"a.txt": "Three.", **hidden}))
    assert [article.text for article in found] == ["Three."]
    assert "left out as no articles: 2 with .. or a leading dot in the path" in str(notice)
    _, told = all_of(packed(tmp_path / name, hidden))
    assert [type(each) for each in told] == [Notice, DataError]


def test_archives_in_a_folder_tell_their_files_apart(tmp_path):
    for year in ("2019", "2020"):
        packed(tmp_path / f"{year}.zip", {"001.txt": f"{year}."})
    write(tmp_path / "broken.zip", b"PK no")
    found, [error] = all_of(tmp_path)
    assert [article.id for article in found] == ["2019/001", "2020/001"]
    assert "broken.zip: this archive cannot be read" in str(error)


def zipped(files):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return held.getvalue()


def tarred(files):
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as archive:
        for name, raw in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(raw)
            archive.addfile(info, io.BytesIO(raw))
    return held.getvalue()


@pytest.mark.parametrize("outer", [zipped, tarred], ids=["zip", "tar.gz"])
@pytest.mark.parametrize("inner", [zipped, tarred], ids=["zip", "tar.gz"])
def test_archives_in_archives(tmp_path, outer, inner):
    ending = {zipped: "zip", tarred: "tar.gz"}
    held = {f"{n}.{ending[inner]}": inner({"a.txt": f"{n} says so.".encode(), "b.txt": b"Two."}) for n in ("x", "y")}
    path = write(tmp_path / f"a.{ending[outer]}", outer(held | {"c.txt": b"Three.", "z.zip": b"no"}))
    found, [error] = all_of(path)
    assert [article.id for article in found] == ["x/a", "x/b", "y/a", "y/b", "c"]
    assert [article.text for article in found] == ["x says so.", "Two.", "y says so.", "Two.", "Three."]
    assert f"a.{ending[outer]}/z.zip: this archive cannot be read" in str(error)


def test_archives_without_end_are_not_followed(tmp_path):
    raw = b"One."
    for deep in range(6):
        raw = zipped({f"{deep}.zip" if deep else "a.txt": raw})
    found, reported = all_of(write(tmp_path / "a.zip", raw))
    assert not found
    assert "no articles in this archive" in str(reported[0])


def test_a_compressed_file_without_another_ending_is_told_by_how_it_begins(tmp_path):
    write(tmp_path / "news.gz", gzip.compress(b'{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n'))
    write(tmp_path / "text.gz", gzip.compress(b"Three."))
    found, reported = all_of(tmp_path)
    assert [article.id for article in found] == ["a", "b", "text"]
    assert not reported


def test_what_tells_of_a_folder_is_no_article_of_it(tmp_path):
    for name in ("README.md", "story.md", "LICENSE.txt"):
        write(tmp_path / name, f"# {name}\n\nText.")
    found, [notice] = all_of(tmp_path)
    assert [(article.id, article.title) for article in found] == [("story", "story.md")]
    assert "1 LICENSE.txt, 1 README.md" in str(notice)


ABOVE = "what stands above the text"
HEADED = Article(
    "a", TEXT, "Mayor promises homes", "Lena Fisk", "2021-05-04", "https://news.example/homes", dated_by=ABOVE
)
HEADERS = [
    "Title: Mayor promises homes\nAuthor: Lena Fisk\nDate: 4 May 2021\nURL: https://news.example/homes\n\n",
    "---\ntitle: Mayor promises homes\nauthor: Lena Fisk\ndate: 2021-05-04\nurl: https://news.example/homes\n---\n\n",
    (
        '+++\ntitle = "Mayor promises homes"\nauthors = ["Lena Fisk"]\ndate = 2021-05-04\n'
        'link = "https://news.example/homes"\n[extra]\nimage = "a.png"\n+++\n'
    ),
    (
        "---\r\nTitle: 'Mayor promises homes'\r\nby: [Lena Fisk]\r\nPublished: May 4, 2021\r\n"
        "permalink: https://news.example/homes\r\ntags: [homes, mayors]\r\n---\r\n"
    ),
]


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_what_stands_above_a_text_tells_of_it(tmp_path, header, name):
    found, reported = all_of(write(tmp_path / name, header + TEXT))
    assert found == [HEADED]
    assert list(map(str, reported)) == [f"dates of publication: 1 by {ABOVE}"]


@pytest.mark.parametrize(
    "text",
    [
        "Breaking: bridge opens\n\nText.",
        "Q: When?\nA: Now.\n\nText.",
        "Title: Only a line",
        "---\nA rule, and a text.",
        "By: the sea\n\nText.\n",
        "Police: man held\nCourt: man freed\n\nText.",
    ],
)
def test_what_is_no_header_stays_in_the_text(tmp_path, text):
    [found], _ = all_of(write(tmp_path / "a.txt", text))
    assert found.text == text or text.startswith("By: ")


def test_front_matter_that_is_broken_is_told(tmp_path):
    found, [error] = all_of(write(tmp_path / "a.md", "---\ntitle: [a\n---\nText."))
    assert not found
    assert isinstance(error, DataError)
    assert "between the lines --- above the text cannot be read" in str(error)


ENGLISH = "Mayor Greta Holm said in the Café Söder: “We have waited,” — it’s done, at a cost of £40m.\n" * 3
ENCODINGS = [
    ("cp1252", "Windows-1252"),
    ("utf-16", "UTF-16"),
    ("utf-16-le", "UTF-16"),
    ("utf-16-be", "UTF-16"),
    ("mac_roman", "mac_roman"),
]


@pytest.mark.parametrize(("encoding", "told"), ENCODINGS)
@pytest.mark.parametrize("form", ["txt", "jsonl", "csv"])
def test_another_encoding_is_read_and_told(tmp_path, encoding, told, form):
    raw = {
        "txt": ENGLISH,
        "jsonl": "\n".join(json.dumps({"id": n, "text": ENGLISH}, ensure_ascii=False) for n in "ab"),
        "csv": f'id,text\na,"{ENGLISH}"\n',
    }[form]
    found, [notice] = all_of(write(tmp_path / f"a.{form}", raw.encode(encoding)))
    assert [article.text for article in found] == [ENGLISH] * (2 if form == "jsonl" else 1)
    assert isinstance(notice, Notice)
    assert f"not UTF-8 but, it seems, {told}: read so" in str(notice)


@pytest.mark.parametrize("short", ["Müller spoke.", "It cost £4.", "He left… she said."])
def test_short_texts_of_windows(tmp_path, short):
    [found], _ = all_of(write(tmp_path / "a.txt", short.encode("cp1252")))
    assert found.text == short


def test_one_line_of_another_encoding(tmp_path):
    lines = [json.dumps({"id": str(n), "text": TEXT}).encode() for n in range(900)]
    lines += ['{"id": "x", "text": "The café in Leeds."}'.encode("cp1252")]
    found, [notice] = all_of(write(tmp_path / "a.jsonl", b"\n".join(lines)))
    assert found[-1].text == "The café in Leeds."
    assert "a.jsonl:901: not UTF-8" in str(notice)


@pytest.mark.parametrize("form", ["txt", "csv"])
def test_lines_that_were_pasted_from_elsewhere(tmp_path, form):
    lines = ["Zoë said “yes”.".encode(), b"", "José said “no” – at once.".encode("cp1252")]
    raw = b"\n".join(lines) if form == "txt" else b'id,text\na,"' + b"\n".join(lines) + b'"\n'
    [found], [notice] = all_of(write(tmp_path / f"a.{form}", raw))
    assert found.text == "Zoë said “yes”.\n\nJosé said “no” – at once."
    assert "UTF-8 with lines that, it seems, are Windows-1252: read so" in str(notice)


@pytest.mark.parametrize(
    ("encoding", "name"), [("cp1250", "Wacław of Łódź met Łukasz"), ("utf-32", "Zoë"), ("cp1252", "Zoë paid £4m")]
)
def test_an_encoding_is_known_by_its_letters(tmp_path, encoding, name):
    text = f"{name} on Monday. She said that the bridge would open in May."
    [found], [notice] = all_of(write(tmp_path / "a.txt", text.encode(encoding)))
    assert found.text == text
    assert "not UTF-8" in str(notice)


def test_mojibake_is_told(tmp_path):
    [found], [notice] = all_of(write(tmp_path / "a.txt", "Itâ€™s late, she said."))
    assert found.text == "Itâ€™s late, she said."
    assert "UTF-8 that was read as Windows-1252 once" in str(notice)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("&#8220;We won,&#8221; she said.", "“We won,” she said."),
        ("Marks &amp; Spencer", "Marks & Spencer"),
        ("It cost &#xA3;4&nbsp;m.", "It cost £4\xa0m."),
    ],
)
def test_entities_in_a_text_file_are_characters_and_told(tmp_path, written, read):
    [found], [notice] = all_of(write(tmp_path / "a.txt", written))
    assert found.text == read
    assert "are read as the characters that they stand for" in str(notice)


@pytest.mark.parametrize("written", ["AT&T; and R&D;", "a &notathing; b", "& so on;"])
def test_what_is_no_entity_stays(tmp_path, written):
    [found], reported = all_of(write(tmp_path / "a.txt", written))
    assert found.text == written
    assert not reported


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Ann <b>Lee</b> spoke.", "Ann Lee spoke."),
        ("Bridge opens\n\nA <a href='https://a.example/?b=1'>bridge</a> opened.", "Bridge opens\n\nA bridge opened."),
        ("<p>Marks</p><p>She spoke.</p>", "Marks\n\n\n\nShe spoke."),
        ('<span class="x y">Ann</span> Lee<!-- <b>not</b> this --> spoke.', "Ann Lee spoke."),
        ("<style>p { color: red }</style>Ann <I>Lee</I> spoke.", "Ann Lee spoke."),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_tags_in_a_text_file_are_left_out_and_told(tmp_path, name, written, read):
    [found], [notice] = all_of(write(tmp_path / name, written))
    assert re.sub(r"\n{3,}", "\n\n", found.text) == re.sub(r"\n{3,}", "\n\n", read)
    assert "and the like are tags of HTML and left out" in str(notice)


def test_tags_and_entities_in_a_text_file_are_told_each(tmp_path):
    [found], reported = all_of(write(tmp_path / "a.txt", "<p>Marks &amp; Spencer &lt;b&gt;</p>"))
    assert found.text == "Marks & Spencer <b>"
    assert len(reported) == 2


@pytest.mark.parametrize(
    "written", ["1 <b and c> 2", "Write to <ann@paper.example>.", "<applause> She < he.", "<>", "a <b"]
)
def test_what_is_no_tag_of_html_stays(tmp_path, written):
    [found], reported = all_of(write(tmp_path / "a.txt", written))
    assert found.text == written
    assert not reported


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("It said **Ann Lee** would *succeed* __Jo Poe__.", "It said Ann Lee would succeed Jo Poe."),
        ("# Bridge opens #\n\nShe spoke.", "Bridge opens\n\nShe spoke."),
        (
            "Bridge opens\n===\nShe [spoke](https://a.example) in ![a map](b.png) Leeds.",
            "Bridge opens\n\nShe spoke in  Leeds.",
        ),
        ("* One.\n* Two.\n\n> She ~~wept~~ spoke.", "One.\n\nTwo.\n\nShe wept spoke."),
        ("2. May was wet.\n3. June was dry.", "2. May was wet.\n\n3. June was dry."),
        ("Ann\nspoke\\\nhere.\n\n***\n\nEnd.", "Ann\nspoke\nhere.\n\nEnd."),
        ("| who | where |\n|---|---|\n| Ann | Leeds |", "who\n\nwhere\n\nAnn\n\nLeeds"),
        ("It cost 2 * 3 * 4, said snake_case_name; \\*so\\*.", "It cost 2 * 3 * 4, said snake_case_name; *so*."),
        ("Said\n\n    She spoke.\n\n`Ann` left.", "Said\n\nShe spoke.\n\nAnn left."),
    ],
)
def test_markdown_is_the_text_that_is_read(tmp_path, written, read):
    [found], reported = all_of(write(tmp_path / "a.md", written))
    assert found.text == read
    assert not reported


def test_marks_of_markdown_stay_in_a_plain_text(tmp_path):
    [found], _ = all_of(write(tmp_path / "a.txt", "It said **Ann Lee** would go."))
    assert found.text == "It said **Ann Lee** would go."


def test_a_byline_in_markdown_is_one(tmp_path):
    [found], _ = all_of(write(tmp_path / "a.md", "# Bridge opens\n\n*By Jane Doe*\n\nShe spoke."))
    assert (found.title, found.byline) == ("Bridge opens", "By Jane Doe")


@pytest.mark.parametrize("seed", range(3))
def test_bytes_of_no_text_are_not_told_to_be_lines_of_another_encoding(tmp_path, seed):
    noise = "é\n".encode() + Random(seed).randbytes(3_000)
    found, [error] = all_of(write(tmp_path / "a.txt", noise))
    assert not found
    assert re.search(r"a\.txt: (no text in UTF-8|a binary file)", str(error))


GERMAN = (
    "Bürgermeisterin Greta Holm hat am Montag in Estrand die neue Brücke eröffnet. „Wir haben lange gewartet“, sagte "
    "Holm. Die Brücke hat vierzig Millionen Euro gekostet und wurde von der Firma Tolland gebaut."
)
FRENCH = (
    "La maire Greta Holm a inauguré lundi le nouveau pont à Estrand, en présence de nombreux habitants. Le pont a "
    "coûté quarante millions d'euros et a été construit par la société Tolland."
)


DANISH = (
    "Borgmester Greta Holm åbnede mandag den nye bro i Estrand. »Vi har ventet længe på at få en bro for alle«, sagde "
    "Holm, som har haft travlt. Broen har kostet fyrre millioner euro og blev bygget af firmaet Tolland i to år."
)
DUTCH = (
    'Burgemeester Greta Holm heeft maandag in Estrand de nieuwe brug geopend. "Wij hebben lang op deze dag gewacht", '
    "zei Holm. De brug was duur: zij heeft veertig miljoen euro gekost en is door het bedrijf Tolland gebouwd."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "German"),
        (FRENCH, "French"),
        (DANISH, "Danish"),
        (DUTCH, "Dutch"),
        ("市长周一在城里说大桥已经开通。所有居民都可以使用。没有费用。", "Chinese"),
    ],
)
def test_what_is_not_english_is_left_out_and_told(tmp_path, text, language):
    found, [notice] = all_of(write(tmp_path / "a.txt", text))
    assert not found
    assert isinstance(notice, Notice)
    assert f"a.txt: {language}, not English: left out; --language any" in str(notice)
    assert all_of(tmp_path / "a.txt", language="any")[0]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Polizei nahm am Freitag drei Männer fest, wie eine Sprecherin sagte.", "German"),
        ("Bundeskanzlerin Ilse Brandt reist am Montag nach Paris.", "German"),
        ("Le maire a parlé lundi à Lyon devant la presse.", "French"),
        ("El alcalde habló el lunes en Madrid con los periodistas.", "Spanish"),
        ("Prezydent spotkał się z premierem w Warszawie.", "Polish"),
    ],
)
def test_a_short_text_that_is_surely_not_english_is_left_out_and_told(tmp_path, text, language):
    found, [notice] = all_of(write(tmp_path / "a.txt", text))
    assert not found
    assert f"a.txt: {language}, not English: left out" in str(notice)


@pytest.mark.parametrize(
    "text",
    [
        "Brücke eröffnet.",
        "Gunmen kill six",
        "Guatemala City, Cadena de Emisoras Unidas",
        "Grand Prix de Monaco: Hamilton wins",
        "Mayor Greta Holm opened the bridge in Estrand".translate({c: c + 0x1D3BF for c in range(65, 91)}),
        "Ilse Brandt, Tomas Okoro, Dara Quill, Jürgen Müller, José Muñoz, Zoë Ångström and François Lefèvre spoke.",
        (
            "Results: Leeds 3 Hull 2, Arsenal 1 Chelsea 1, Bayern 4 Dortmund 0, Real Madrid 2 Barcelona 2, "
            "Milan 0 Inter 1, Ajax 2 PSV 2, Porto 1 Benfica 0, Celtic 5 Rangers 0, Lyon 1 Nantes 1, Sevilla 3 Getafe 0"
        ),
        "A man was shot dead in Leeds on Monday, police said.",
        (
            "Pavlo Semenovych Morenko (Russian: Павел Семёнович Моренко; Ukrainian: Павло Семенович Моренко; born 5 "
            "July 1939, Snizhne — died 14 July 1991, Rostov) was an actor."
        ),
        (
            "Katarzyna Wojciechowska, Agnieszka Kowalczyk, Małgorzata Dąbrowska, Zbigniew Krawczyk, Przemysław "
            "Szymański, Grzegorz Woźniak, Stanisław Kozłowski, Mieczysław Jankowski, Władysław Mazur, Bogdan "
            "Wiśniewski, Wojciech Kaczmarek, Jarosław Piotrowski and Krzysztof Grabowski were named to the "
            "team of Wisła Kraków."
        ),
        (
            "KATARZYNA WOJCIECHOWSKA, THE MAYOR OF ESTRAND, OPENED THE BRIDGE ON MONDAY. IT WAS BUILT BY THE FIRM "
            "TOLLAND, WHICH HAS COST THE TOWN FORTY MILLION. SHE SAID THAT IT WOULD BE OF USE."
        ),
    ],
)
def test_english_and_short_texts_are_read(tmp_path, text):
    [found], reported = all_of(write(tmp_path / "a.txt", text))
    assert found.text == text
    assert not reported


PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Bridge opens | The Gazette</title>
<meta property="og:title" content="Bridge opens in Estrand">
<meta property="og:site_name" content="The Gazette">{head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Bridge opens in Estrand</h1><p class="byline">By <a rel="author">Lena Fisk</a></p>
<p>Mayor Greta Holm opened a bridge in Estrand on Monday, after ten years of work and many delays.</p>
<p>&ldquo;We have waited long,&rdquo; she told a crowd of several hundred people on the quay.</p>
<script>var who = "Bo Day, born in Leeds";</script>
<p>The bridge cost 40 million and was built by Tolland, a company of the town.</p></article>
<aside><h3>Most read</h3><a href="/x">Ten walks by the sea</a></aside>
<footer>© 2021 Gazette Media Ltd. All rights reserved.</footer></body></html>"""
TAG = '<meta property="article:published_time" content="2020-05-01T09:00:00Z">'
CANONICAL = '<link rel="canonical" href="https://gazette.example/2020/05/02/bridge">'
PAGES = [
    (TAG + CANONICAL, "2020-05-01", "a tag of the page"),
    (
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2020-05-03"}</script>',
        "2020-05-03",
        "a tag of the page",
    ),
    (CANONICAL, "2020-05-02", "its address"),
    ("", None, None),
]
needs_pages = pytest.mark.skipif(find_spec("trafilatura") is None, reason="newskg[formats] is not installed")


@needs_pages
@pytest.mark.parametrize(("head", "day", "by"), PAGES, ids=[str(by) for *_, by in PAGES])
def test_a_page_gives_its_article_and_what_told_its_date(tmp_path, head, day, by):
    [found], reported = all_of(write(tmp_path / "bridge.html", PAGE.format(head=head)))
    assert (found.id, found.title, found.byline) == ("bridge", "Bridge opens in Estrand", "Lena Fisk")
    assert (found.published, found.dated_by, found.language) == (day, by, "en-GB")
    assert found.source == ("https://gazette.example/2020/05/02/bridge" if CANONICAL in head else None)
    assert found.text.split("\n\n")[0].startswith("Mayor Greta Holm opened")
    assert "“We have waited long,” she told" in found.text
    assert not re.search("Home|Most read|rights reserved|Bo Day|<", found.text)
    assert [str(each) for each in reported] == ([f"dates of publication: 1 by {by}"] if by else [])


@needs_pages
def test_a_page_names_its_encoding(tmp_path):
    page = PAGE.format(head='<meta charset="iso-8859-2">').replace("Tolland", "Tołland")
    [found], reported = all_of(write(tmp_path / "a.html", page.replace("©", "").encode("iso-8859-2")))
    assert "Tołland" in found.text
    assert not reported


@needs_pages
def test_a_page_without_an_article_is_told(tmp_path):
    found, [error] = all_of(write(tmp_path / "a.html", "<html><body><nav><a href='/'>Home</a></nav></body></html>"))
    assert not found
    assert "a.html: no text of an article on this page" in str(error)


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Gazette</title><language>en-gb</language><item><title>Bridge &amp; ferry</title>
<link>https://gazette.example/1</link><pubDate>Fri, 01 May 2020 09:00:00 GMT</pubDate><author>Lena Fisk</author>
<description>Short.</description><content:encoded><![CDATA[<p>Mayor Greta Holm spoke in <b>Estrand</b>.</p>
<ul><li>One &amp; two</li></ul>]]></content:encoded></item>
<item><title>Empty</title><link>https://gazette.example/2</link></item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>tag:1</id>
<title>Bridge &amp; ferry</title><link href="https://gazette.example/1"/><published>2020-05-01T09:00:00Z</published>
<author><name>Lena Fisk</name></author><content type="html">&lt;p&gt;Mayor Greta Holm spoke in Estrand.&lt;/p&gt;
&lt;p&gt;One &amp;amp; two&lt;/p&gt;</content></entry></feed>"""


@pytest.mark.parametrize(("name", "raw"), [("a.rss", RSS), ("a.xml", RSS), ("a.atom", ATOM)])
def test_entries_of_a_feed(tmp_path, name, raw):
    pytest.importorskip("feedparser", reason="newskg[formats] is not installed")
    found, reported = all_of(write(tmp_path / name, raw))
    [article] = found
    assert article.text == "Mayor Greta Holm spoke in Estrand.\n\nOne & two"
    assert (article.id, article.title, article.byline) == ("https://gazette.example/1", "Bridge & ferry", "Lena Fisk")
    assert article.published == "2020-05-01T09:00:00+00:00"
    assert [str(each).rpartition("/")[2] for each in reported] == (
        [f"{name}, entry 2: no text in the feed, only link, links, title, title_detail"] if raw is RSS else []
    )


def test_a_title_of_nothing_but_a_doctype_is_none(tmp_path):
    pytest.importorskip("feedparser", reason="newskg[formats] is not installed")
    [found], _ = all_of(write(tmp_path / "a.rss", RSS.replace("Bridge &amp; ferry", "&lt;!DOCTYPE html&gt;")))
    assert found.title is None


def warc(pages):
    records = []
    for address, kind, body in pages:
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body.encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Target-URI: {address}\r\n"
            f"WARC-Date: 2020-05-04T00:00:00Z\r\nContent-Type: application/http;msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        records.append(head.encode() + answer + b"\r\n\r\n")
    return records


@needs_pages
@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_pages_of_a_web_archive(tmp_path, name):
    pytest.importorskip("warcio", reason="newskg[formats] is not installed")
    records = warc([
        ("https://gazette.example/1", "text/html; charset=utf-8", PAGE.format(head=TAG)),
        ("https://gazette.example/a.png", "image/png", "png"),
        ("https://gazette.example/", "text/html", "<html><body></body></html>"),
    ])  # fmt: skip
    raw = b"".join(map(gzip.compress, records)) if name.endswith("gz") else b"".join(records)
    found, reported = all_of(write(tmp_path / name, raw))
    assert [(each.id, each.source, each.published) for each in found] == [
        ("https://gazette.example/1", "https://gazette.example/1", "2020-05-01")
    ]
    assert "left out: 1 answers that are no page, 1 pages without an article" in str(reported[0])


@needs_pages
def test_a_web_archive_that_is_cut_off_gives_what_stands_before(tmp_path):
    pytest.importorskip("warcio", reason="newskg[formats] is not installed")
    records = warc([(f"https://gazette.example/{n}", "text/html", PAGE.format(head=TAG)) for n in (1, 2)])
    raw = b"".join(map(gzip.compress, records))[:-60]
    found, reported = all_of(write(tmp_path / "a.warc.gz", raw))
    assert "https://gazette.example/1" in [each.id for each in found]
    assert "a.warc.gz: broken, or cut off" in str(reported[0])


@needs_pages
def test_records_of_a_web_archive_that_are_no_answers(tmp_path):
    pytest.importorskip("warcio", reason="newskg[formats] is not installed")
    body = PAGE.format(head=TAG)
    head = (
        "WARC/1.0\r\nWARC-Type: {}\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Target-URI: https://gazette.example/1\r\n"
        "WARC-Date: 2020-05-04T00:00:00Z\r\nContent-Type: {}\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n"
    )
    paths = [
        write(tmp_path / "a.warc", head.format("resource", "text/html", len(body.encode()), body)),
        write(tmp_path / "b.warc", head.format("conversion", "text/plain", len(TEXT), TEXT)),
    ]
    [found], [error, _] = all_of(*paths)
    assert found.id == "https://gazette.example/1"
    assert "b.warc: no page in this web archive; its records: 1 conversion" in str(error)


@needs_pages
def test_a_mail_whose_plain_text_is_empty_is_its_html(tmp_path):
    mail = EmailMessage()
    mail["Subject"] = "Bridge"
    mail.set_content("\n \n")
    mail.add_alternative("<p>One.</p><p>Two.</p>", subtype="html")
    [found], _ = all_of(write(tmp_path / "a.eml", mail.as_bytes()))
    assert found.text == "One.\n\nTwo."


def test_a_mail(tmp_path):
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Date"] = "Brücke", "Lena Fisk <l@e.example>", "Fri, 01 May 2020 09:00:00 +0000"
    mail.set_content(TEXT)
    mail.add_alternative(f"<p>{TEXT}</p>", subtype="html")
    mail.add_attachment(b"x", maintype="image", subtype="png", filename="a.png")
    [found], reported = all_of(write(tmp_path / "a.eml", mail.as_bytes()))
    assert (found.id, found.title, found.byline, found.text.strip()) == ("a", "Brücke", "Lena Fisk", TEXT)
    assert found.published == "2020-05-01T09:00:00+00:00"
    assert not reported


def pdf(text: str, title: str = "Microsoft Word - bridge final.docx") -> bytes:
    """A PDF of one page, with a line for each line; its properties have a program's title."""
    shown = "".join(f"({line}) Tj T* " for line in text.split("\n"))
    stream = f"BT /F1 12 Tf 14 TL 50 700 Td {shown}ET".encode() if text else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R\n"
            b"/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Title ({title}) >>".encode(),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer << /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF" % len(body)
    return body + b"xref\n0 7\n0000000000 65535 f \n" + rows + tail


def test_the_text_layer_of_a_pdf(tmp_path):
    pytest.importorskip("pypdf", reason="newskg[formats] is not installed")
    paths = [
        write(tmp_path / "a.pdf", pdf("Bridge opens\nMayor Greta Holm spoke in Es-\ntrand on Monday.")),
        write(tmp_path / "b.pdf", pdf("")),
        write(tmp_path / "c.pdf", b"%PDF-1.4 no"),
    ]
    [found], [empty, broken] = all_of(*paths)
    assert (found.id, found.title) == ("a", "Bridge opens")
    assert found.text.split() == "Bridge opens Mayor Greta Holm spoke in Estrand on Monday.".split()  # noqa: SIM905
    assert "b.pdf: no text layer in this PDF" in str(empty)
    assert "c.pdf: this PDF cannot be read" in str(broken)


def test_what_a_library_logs_of_a_broken_pdf_is_not_talk_of_ours(tmp_path):
    pytest.importorskip("pypdf", reason="newskg[formats] is not installed")
    path = write(tmp_path / "c.pdf", b"%PDF-1.4 no")
    ran = subprocess.run([sys.executable, "-m", "kg", "extract", path], capture_output=True, text=True, check=False)
    assert ran.returncode == 3
    [told] = ran.stderr.splitlines()
    assert told.startswith(f"kg: {path}: this PDF cannot be read: ")


def test_a_word_file(tmp_path):
    docx = pytest.importorskip("docx", reason="newskg[formats] is not installed")
    document = docx.Document()
    document.add_paragraph("Bridge opens")
    document.add_paragraph("Mayor Greta Holm spoke in Estrand.")
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "Ann Lee", "mayor"
    document.save(tmp_path / "a.docx")
    [found], [error] = all_of(tmp_path / "a.docx", write(tmp_path / "b.docx", b"PK no"))
    assert found.text == "Bridge opens\n\nMayor Greta Holm spoke in Estrand.\n\nAnn Lee\n\nmayor"
    assert (found.id, found.title) == ("a", "Bridge opens")
    assert "b.docx: no Word file" in str(error)


@pytest.mark.parametrize(
    ("property_", "blocks", "title"),
    [
        ("Word Document", [("POLICE", "Normal"), ("Bridge opens", "Title"), ("It did.", "Normal")], "Bridge opens"),
        ("Word Document", [("Kicker", "Heading 1"), ("Bridge opens", "Title")], "Bridge opens"),
        ("", [("By Ann Lee", "Normal"), ("Bridge opens", "Heading 1"), ("Later", "Heading 1")], "Bridge opens"),
        ("Untitled", [("", "Title"), ("Bridge opens", "Normal"), ("Why", "Heading 2")], "Bridge opens"),
        ("Untitled document", [("Bridge opens", "Normal")], "Bridge opens"),
        ("Document1", [("Bridge opens", "Normal")], "Bridge opens"),
        ("Microsoft Word - bridge final.docx", [("Bridge opens", "Normal")], "Bridge opens"),
        ("bridge_v2.docx", [("Bridge opens", "Normal")], "Bridge opens"),
        ("Document leak shakes Leeds", [("Bridge opens", "Title")], "Document leak shakes Leeds"),
        ("Microsoft Word sales fall", [("Bridge opens", "Title")], "Microsoft Word sales fall"),
        ("Untitled portrait sold", [("Bridge opens", "Title")], "Untitled portrait sold"),
    ],
)
def test_the_title_of_a_word_file_is_one_that_somebody_gave(tmp_path, property_, blocks, title):
    document = pytest.importorskip("docx", reason="newskg[formats] is not installed").Document()
    document.core_properties.title = property_
    for words, style in blocks:
        document.add_paragraph(words, style)
    document.save(tmp_path / "a.docx")
    [found], _ = all_of(tmp_path / "a.docx")
    assert found.title == title


def test_a_word_file_that_unpacks_to_more_than_any_is_refused(tmp_path):
    pytest.importorskip("docx", reason="newskg[formats] is not installed")
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (MOST_OF_FILE + 1))
    assert (tmp_path / "a.docx").stat().st_size < 100_000
    found, [error] = all_of(tmp_path / "a.docx")
    assert not found
    assert re.search(r"a\.docx: it unpacks to 64,000,001 bytes, and the longest document has 64,000,000", str(error))


NITF = """<?xml version="1.0"?><nitf xml:lang="en"><head><title>t</title><docdata><doc-id id-string="wire-7"/>
<date.issue norm="20200501T090000Z"/></docdata></head><body><body.head><hedline><hl1>Bridge opens</hl1></hedline>
<byline>By Lena Fisk</byline><dateline><location>ESTRAND</location></dateline></body.head><body.content>
<p>Mayor <person>Greta Holm</person> spoke.</p><media media-type="image"><media-reference source="a.jpg"/></media>
<table><tr><td>Ann Lee</td><td>mayor</td></tr></table></body.content></body></nitf>"""
NEWSML = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:wire:7" version="3">
<itemMeta><versionCreated>2020-05-02T09:00:00Z</versionCreated></itemMeta><contentMeta>
<contentCreated>2020-05-01T09:00:00Z</contentCreated><by>Lena Fisk</by>
<language tag="en"/><headline>Bridge opens</headline>
</contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>x</title></head><body><p>Mayor Greta Holm spoke.</p><p>She left.</p></body></html></inlineXML></contentSet>
</newsItem><newsItem guid="urn:wire:8"><contentSet><inlineData>Two &amp; three.</inlineData></contentSet></newsItem>
</itemSet></newsMessage>"""


def test_what_newsrooms_exchange(tmp_path):
    found, reported = all_of(write(tmp_path / "a.xml", NITF), write(tmp_path / "b.xml", NEWSML))
    moment = "2020-05-01T09:00:00+00:00"
    assert found == [
        Article(
            "wire-7",
            "ESTRAND — Mayor Greta Holm spoke.\n\nAnn Lee\n\nmayor",
            "Bridge opens",
            "By Lena Fisk",
            moment,
            language="en",
        ),
        Article(
            "urn:wire:7", "Mayor Greta Holm spoke.\n\nShe left.", "Bridge opens", "Lena Fisk", moment, language="en"
        ),
        Article("urn:wire:8", "Two & three."),
    ]
    assert not reported


NEWSML_1 = """<?xml version="1.0"?><NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>7</NewsItemId>
</NewsIdentifier></Identification><NewsManagement><FirstCreated>20200501T090000Z</FirstCreated></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Bridge opens</HeadLine><ByLine>Lena Fisk</ByLine></NewsLines><ContentItem>
<DataContent><nitf><body><body.content><p>Mayor Greta Holm spoke.</p></body.content></body></nitf></DataContent>
</ContentItem></NewsComponent></NewsItem></NewsML>"""


@pytest.mark.parametrize("name", ["a.xml", "a.nitf"])
def test_the_first_newsml(tmp_path, name):
    [found], reported = all_of(write(tmp_path / name, NEWSML_1))
    moment = "2020-05-01T09:00:00+00:00"
    assert found == Article("7", "Mayor Greta Holm spoke.", "Bridge opens", "Lena Fisk", moment)
    assert not reported


BOMB = '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><nitf><body>&b;</body></nitf>'


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (BOMB, "this XML cannot be read"),
        ("<urlset><url/></urlset>", "XML of <urlset>; RSS, Atom, NewsML, NITF and XHTML are read"),
        ("nothing", "no XML"),
        ("<nitf><body/>", "this XML cannot be read"),
    ],
)
def test_xml_that_is_not_read_is_told(tmp_path, raw, message):
    found, [error] = all_of(write(tmp_path / "a.xml", raw))
    assert not found
    assert message in str(error)


def test_a_missing_library_is_named_with_the_extra_that_has_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdf", None)
    [found], [error] = all_of(write(tmp_path / "a.pdf", b"%PDF-"), write(tmp_path / "b.txt", TEXT))
    assert found.id == "b"
    assert isinstance(error, UsageError)
    assert str(error) == (
        f"{tmp_path}/a.pdf: reading PDF needs more libraries (pypdf): pip install 'newskg[formats]', or in a clone "
        "pip install -e '.[formats]'"
    )


def test_the_docs_name_every_ending():
    named = set(re.findall(r"`(\.[a-z0-9.]+)`", DOCS.read_text(encoding="utf-8")))
    assert set(SUFFIXES) <= named
    assert set(PACKINGS) | {".zst", ".zip", ".tar"} <= named


EXAMPLES = re.findall(
    r"^`([\w.-]+)`:\n\n```\w*\n(.*?)^```$", DOCS.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
)


@pytest.mark.parametrize(("name", "content"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_each_example_of_the_docs_is_read(tmp_path, name, content):
    if next(each for each in FORMATS if name.endswith(each.suffixes)).extra:
        pytest.importorskip("trafilatura", reason="newskg[formats] is not installed")
    found, reported = all_of(write(tmp_path / name, content))
    assert [article.published for article in found] == ["2020-05-01"] * len(found)
    assert all("Greta Holm" in article.text for article in found)
    assert found
    assert not [error for error in reported if not isinstance(error, Notice)]


def test_the_docs_have_examples():
    assert len(EXAMPLES) > 5
