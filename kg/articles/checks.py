"""What no article is: bytes of another kind, nothing at all, half a character, a library."""

import re
from dataclasses import replace

from kg.articles.article import Article
from kg.articles.dates import normal
from kg.articles.report import Report
from kg.errors import DataError, Notice

#: More characters than any article has; a longer text is an archive whose articles belong apart.
LONGEST = 1_000_000
#: No text so long has more bytes in UTF-8, nor in JSON, however it is written there.
MOST_BYTES, MOST_OF_LINE = 4 * LONGEST, 13 * LONGEST
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def decoded(raw: bytes, where: str) -> str:
    """Return the bytes as the text that they are.

    Raises:
        DataError: they are no text, or not in UTF-8.

    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        wrong = f"byte {error.start} is 0x{raw[error.start]:02x}"
        raise DataError(f"{where}: not UTF-8 ({wrong}): convert it, as with iconv -f latin1 -t utf-8") from error
    if "\0" in text:
        raise DataError(f"{where}: a binary file and no text (it holds a zero byte)")
    return text


def no_article(size: str, where: str) -> DataError:
    """Return what is told of a text that is too long to be one."""
    most = f"{LONGEST:,} characters"
    return DataError(f"{where}: {size} are no article; the longest has {most}: split it into its articles")


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
            raise DataError(f"{where}: half a character (\\u{ord(half[0]):04x}) where a whole one should stand")
        if value and "\0" in value:
            raise DataError(f"{where}: a zero character (\\u0000) where text should stand")
    try:
        return replace(article, published=normal(article.published))
    except ValueError as error:
        report(Notice(f"{where}: published {article.published!r} {error}; write it as 2017-03-23: left out"))
        return replace(article, published=None)
