"""The kinds of files that articles are read from, declared once."""

from dataclasses import dataclass

from kg.articles import documents, excel, json_values, pages, plain, tables, warc, xml
from kg.articles.asked import Reader


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its endings, who reads it, what it begins with, and the extra that has its libraries."""

    name: str
    suffixes: tuple[str, ...]
    reader: Reader
    begins: tuple[bytes, ...] = ()
    extra: str | None = None


TEXT = Format("text", plain.SUFFIXES, plain.read)
TABLE = Format("table", (".csv", *tables.TABS), tables.read)
FORMATS = (
    TEXT,
    Format("JSON", (".jsonl", ".ndjson", ".json"), json_values.read),
    TABLE,
    Format("Parquet", (".parquet",), tables.parquet, (b"PAR1",), "parquet"),
    Format("Excel", (".xlsx",), excel.read, (), "formats"),
    Format("web page", (".html", ".htm", ".xhtml"), pages.read, (b"<!doctype html", b"<html"), "formats"),
    Format(
        "feed or news exchange",
        (".xml", ".rss", ".atom", ".nitf"),
        xml.read,
        (b"<?xml", b"<rss", b"<feed", b"<nitf"),
        "formats",
    ),
    Format("web archive", (".warc",), warc.read, (b"warc/",), "formats"),
    Format("mail", (".eml",), documents.mail, (b"from:", b"return-path:", b"received:", b"mime-version:")),
    Format("PDF", (".pdf",), documents.pdf, (b"%pdf-",), "formats"),
    Format("Word", (".docx",), documents.word, (b"pk\x03\x04",), "formats"),
)
#: All endings that are read.
SUFFIXES = tuple(suffix for each in FORMATS for suffix in each.suffixes)
_BY_SUFFIX = {suffix: each for each in FORMATS for suffix in each.suffixes}


def of(suffix: str) -> Format:
    """Return the format of a file that ends so."""
    return _BY_SUFFIX[suffix]


def beginning(head: bytes) -> Format:
    """Return the format of what begins so; JSON and text are told apart by who reads them."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if found := next((each for each in FORMATS if each.begins and start.startswith(each.begins)), None):
        return found
    return TABLE if tables.looks_so(head) else TEXT
