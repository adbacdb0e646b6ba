"""What no article is: nothing at all, half a character, a library."""

import re
from dataclasses import replace
from io import BytesIO
from typing import BinaryIO
from zipfile import ZipFile

from kg.articles.article import Article
from kg.articles.datelines import written_on
from kg.articles.dates import normal
from kg.articles.report import Report
from kg.errors import DataError, Notice

#: More characters than any article has; a longer text is an archive whose articles belong apart.
LONGEST = 1_000_000
#: No text so long has more bytes in UTF-8, nor in JSON, however it is written there.
MOST_BYTES, MOST_OF_LINE = 4 * LONGEST, 13 * LONGEST
#: Pages, documents and feeds may be longer than the articles in them.
MOST_OF_FILE = 64 * LONGEST
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def no_article(size: str, where: str) -> DataError:
    """Return what is told of a text that is too long to be one."""
    most = f"{LONGEST:,} characters"
    return DataError(f"{where}: {size} are no article; the longest has {most}: split it into its articles")


def whole(stream: BinaryIO, where: str) -> bytes:
    """Return all bytes of a page or document.

    Raises:
        DataError: there are more than any has.

    """
    raw = stream.read(MOST_OF_FILE + 1)
    if len(raw) > MOST_OF_FILE:
        raise DataError(f"{where}: more than {MOST_OF_FILE:,} bytes: no page or document is so long")
    return raw


def unpacking(raw: bytes, where: str) -> None:
    """Refuse what a document's parts unpack to, if that is more than any document has.

    Raises:
        DataError: it is.
        BadZipFile: it has no parts.

    """
    with ZipFile(BytesIO(raw)) as parts:
        size = sum(info.file_size for info in parts.infolist())
    if size > MOST_OF_FILE:
        raise DataError(f"{where}: it unpacks to {size:,} bytes, and the longest document has {MOST_OF_FILE:,}")


def checked(article: Article, where: str, report: Report) -> Article:
    """Return the article with its date in ISO 8601's long form, or without one that is none, which is reported.

    Raises:
        DataError: it has no words, too many, half a character or a zero one.

    """
    if not article.text.strip():
        raise DataError(f"{where}: empty, there is nothing to read")
    if len(article.text) > LONGEST:
        raise no_article(f"{len(article.text):,} characters", where)
    for value in (article.id, article.text, article.title, article.byline, article.source, article.language):
        if value and (half := _SURROGATE.search(value)):
            named = ": rename the file, so that its name is UTF-8" if half[0] in where else ""
            raise DataError(f"{where}: half a character (\\u{ord(half[0]):04x}) where a whole one should stand{named}")
        if value and "\0" in value:
            raise DataError(f"{where}: a zero character (\\u0000) where text should stand")
    try:
        return by_dateline(replace(article, published=normal(article.published)))
    except ValueError as error:
        report(Notice(f"{where}: published {article.published!r} {error}; write it as 2017-03-23: left out"))
        return by_dateline(replace(article, published=None))


def by_dateline(article: Article) -> Article:
    """Return an article of no known date with that of its dateline, if it has one."""
    day = None if article.published else written_on(article.text)
    return replace(article, published=day, dated_by="the dateline") if day else article
