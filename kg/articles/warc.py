"""Web archives: one article a page that answered with HTML, called by its address."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from types import SimpleNamespace
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
ARTICLE, FAILED = "articles", "pages that made their reader fail"
TOLD = (NO_PAGE, NO_ARTICLE)
KINDS = ("text/html", "application/xhtml+xml")


def read(source: Source, asked: Asked) -> Iterator[Pending]:
    """Yield the article of each page in an archive; pages without one are counted."""
    with needing(f"{source.where}: reading WARC files", "formats"):
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    kinds: Counter[str] = Counter()
    with source.open() as file:
        try:
            # In pieces as they come: what stands before the place where a file is cut off is read.
            ready = SimpleNamespace(read=getattr(file, "read1", file.read), close=file.close)
            for record in ArchiveIterator(ready):
                found = _article(record, source.where, asked)
                kinds[found if isinstance(found, str) else ARTICLE] += 1
                if not isinstance(found, str):
                    yield f"{source.where}, {found.source}", partial(_same, found)
        except ArchiveLoadFailed as error:
            asked.report(DataError(f"{source.where}: this web archive cannot be read: {error}"))
    if left_out := ", ".join(f"{number} {kind}" for kind, number in kinds.items() if kind in TOLD):
        asked.report(Notice(f"{source.where}: left out: {left_out}"))
    if not kinds.keys() & {ARTICLE, FAILED, *TOLD}:
        held = ", ".join(f"{number} {kind}" for kind, number in kinds.items()) or "none"
        raise DataError(f"{source.where}: no page in this web archive; its records: {held}")


def _article(record: Any, where: str, asked: Asked) -> Article | str:
    """Return the article of a record, or why it has none."""
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    if record.rec_type not in {"response", "resource"}:
        return str(record.rec_type)
    if not _is_page(record):
        return NO_PAGE
    raw = record.content_stream().read(MOST_OF_FILE)
    try:
        return pages.article(raw, f"{where}, {address}", asked, address=address.strip("<>") or None)
    except DataError:
        return NO_ARTICLE
    except Exception as error:  # noqa: BLE001 (whatever a page raises is told of it)
        asked.report(ArticleError.of(f"{where}, {address}", error))
        return FAILED


def _is_page(record: Any) -> bool:
    """Whether a server answered with a page, or a page was put into the archive as it is (a resource)."""
    http = record.http_headers
    said = (http or record.rec_headers).get_header("Content-Type") or ""
    return said.lower().startswith(KINDS) and (http is None or http.get_statuscode() == GOOD)


def _same(article: Article) -> Article:
    return article
