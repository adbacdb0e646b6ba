"""Web archives: one article a page that answered with HTML, called by its address."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Any

from kg.articles import pages
from kg.articles.article import Article
from kg.articles.asked import Asked, Pending, needing
from kg.articles.checks import MOST_OF_FILE
from kg.articles.files import Source
from kg.errors import ArticleError, DataError, Notice

GOOD = "200"
NO_PAGE, NO_ARTICLE = "answers that are no page", "pages without an article"
#: Told one by one.
FAILED = "pages that made their reader fail"
TOLD = (NO_PAGE, NO_ARTICLE)
KINDS = ("text/html", "application/xhtml+xml")


def read(source: Source, asked: Asked) -> Iterator[Pending]:
    """Yield the article of each page in an archive; pages without one are counted."""
    with needing("reading WARC files", "formats"):
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    kinds: Counter[str] = Counter()
    with source.open() as file:
        try:
            for record in ArchiveIterator(file):
                found = _article(record, source.where, asked)
                kinds[found if isinstance(found, str) else "article"] += 1
                if not isinstance(found, str):
                    yield f"{source.where}, {found.source}", partial(_same, found)
        except ArchiveLoadFailed as error:
            asked.report(DataError(f"{source.where}: this web archive cannot be read: {error}"))
    if left_out := ", ".join(f"{number} {kind}" for kind, number in kinds.items() if kind in TOLD):
        asked.report(Notice(f"{source.where}: left out: {left_out}"))
    if not kinds:
        raise DataError(f"{source.where}: no response in this web archive")


def _article(record: Any, where: str, asked: Asked) -> Article | str:
    """Return the article of a record, or why it has none."""
    http, address = record.http_headers, record.rec_headers.get_header("WARC-Target-URI") or ""
    if record.rec_type != "response" or http is None:
        return "other records"
    if http.get_statuscode() != GOOD or not (http.get_header("Content-Type") or "").lower().startswith(KINDS):
        return NO_PAGE
    raw = record.content_stream().read(MOST_OF_FILE)
    try:
        return pages.article(raw, f"{where}, {address}", asked, address=address.strip("<>") or None)
    except DataError:
        return NO_ARTICLE
    except Exception as error:  # noqa: BLE001 (whatever a page raises is told of it)
        asked.report(ArticleError.of(f"{where}, {address}", error))
        return FAILED


def _same(article: Article) -> Article:
    return article
