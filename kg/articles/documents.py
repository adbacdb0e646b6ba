"""Documents: mails, PDF and Word files, one article each."""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr
from functools import partial
from io import BytesIO
from itertools import chain
from typing import Any, Literal

from kg.articles import text
from kg.articles.article import Article
from kg.articles.asked import Asked, Pending, failing, needing
from kg.articles.checks import unpacking, whole
from kg.articles.dates import normal
from kg.articles.files import Source
from kg.articles.markup import plain
from kg.errors import DataError, Notice

#: What pypdf says of a PDF that it mends is not for the terminal; who listens to logs hears it.
logging.getLogger("pypdf").addHandler(logging.NullHandler())
#: A word that a line's end cuts in two.
_CUT = re.compile(r"(?<=[a-z])[-\u00ad]\n(?=[a-z])")
#: What programs call a document that nobody gave a title: "Word Document", "Untitled 2", "Document1", its file's name.
_NO_TITLE = re.compile(
    r"(?:new )?(?:microsoft )?(?:word )?(?:document|doc)[ _-]?\(?\d*\)?"
    r"|(?:untitled|unnamed|no title)(?: document)?[ _-]?\d*"
    r"|microsoft (?:office )?word(?: - .*)?|\S+\.(?:docx?|dotx?|odt|rtf|pdf|pages)",
    re.IGNORECASE,
)
#: The styles of a headline, the best first.
_HEADLINES = ("Title", "Heading 1")


def mail(source: Source, asked: Asked) -> Iterator[Pending]:
    """Yield the article of a mail: its plain text, or else that of its HTML."""
    with source.open() as file:
        raw = whole(file, source.where)
    yield source.where, partial(_mail, raw, source, asked)


def _mail(raw: bytes, source: Source, asked: Asked) -> Article:
    message = message_from_bytes(raw, policy=policy.default)
    try:
        words = _body(message, "plain", source.where) or _body(message, "html", source.where)
    except (LookupError, MessageError, UnicodeError) as error:
        raise DataError(f"{source.where}: the text of this mail cannot be read: {error}") from error
    if not words:
        raise DataError(f"{source.where}: no text in this mail")
    name, address = parseaddr(str(message.get("From", "")))
    title = str(message.get("Subject", "")) or None
    made = source.name if source.name is not None else text.digest(words)
    return Article(made, words, title, name or address or None, _date(message, source, asked), asked.source)


def _body(message: EmailMessage, kind: Literal["plain", "html"], where: str) -> str:
    """Return the words of a mail's plain text or of its HTML; nothing where it has none, or nothing but blanks."""
    body = message.get_body((kind,))
    said: str = body.get_content() if body is not None else ""
    if kind == "html" and said.strip():
        with needing(f"{where}: reading mails of HTML", "formats"):
            said = plain(said)
    return said if said.strip() else ""


def _date(message: EmailMessage, source: Source, asked: Asked) -> str | None:
    said = str(message.get("Date", ""))
    try:
        return asked.published or normal(said)
    except ValueError as error:
        asked.report(Notice(f"{source.where}: published {said!r} {error}: left out"))
        return None


def pdf(source: Source, asked: Asked) -> Iterator[Pending]:
    """Yield the article of a PDF's text layer."""
    with needing(f"{source.where}: reading PDF", "formats"):
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    with source.open() as file:
        raw = whole(file, source.where)
    try:
        pages = [page.extract_text() for page in PdfReader(BytesIO(raw)).pages]
    except (PyPdfError, ValueError, KeyError, RecursionError) as error:
        yield source.where, failing(DataError(f"{source.where}: this PDF cannot be read: {error}"))
        return
    words = _CUT.sub("", "\n".join(pages))
    if words.strip():
        yield source.where, partial(text.article, words, source.name, asked.published, asked.source)
    else:
        said = f"{source.where}: no text layer in this PDF: its pages are pictures, to be read by OCR first"
        yield source.where, failing(DataError(said))


def word(source: Source, asked: Asked) -> Iterator[Pending]:
    """Yield the article of a Word file (.docx)."""
    with needing(f"{source.where}: reading .docx", "formats"):
        from docx import Document
        from docx.opc.exceptions import OpcError
        from lxml.etree import LxmlError
    from zipfile import BadZipFile

    with source.open() as file:
        raw = whole(file, source.where)
    try:
        unpacking(raw, source.where)
        document = Document(BytesIO(raw))
    except (OpcError, BadZipFile, LxmlError, KeyError, ValueError, NotImplementedError) as error:
        yield source.where, failing(DataError(f"{source.where}: no Word file that can be read: {error}"))
        return
    words = "\n\n".join(filter(None, chain.from_iterable(map(_paragraphs, document.iter_inner_content()))))
    made = text.article(words, source.name, asked.published, asked.source)
    title = titled(document.core_properties.title) or _headline(document) or made.title
    yield source.where, partial(replace, made, title=title)


def titled(given: str | None) -> str | None:
    """Return a title that somebody gave a document; None where it is what a program calls any document."""
    title = " ".join((given or "").split())
    return None if not title or _NO_TITLE.fullmatch(title) else title


def _headline(document: Any) -> str | None:
    """Return the first words of a Word file in the style of a title, or else of a heading."""
    styled = [(block.style.name, " ".join(block.text.split())) for block in document.paragraphs if block.text.strip()]
    return next((words for style in _HEADLINES for name, words in styled if name == style), None)


def _paragraphs(block: Any) -> Iterator[str]:
    """Yield the text of a paragraph, or of each cell of a table."""
    if hasattr(block, "rows"):
        yield from (cell.text.strip() for row in block.rows for cell in row.cells)
    else:
        yield block.text.strip()
