"""RSS and Atom: the text that stands in the feed; nothing is fetched."""

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import Any

from kg.articles.article import Article
from kg.articles.asked import Asked, Pending, failing, needing
from kg.articles.dates import normal
from kg.articles.markup import plain
from kg.articles.text import digest
from kg.errors import DataError, Notice


def entries(raw: bytes, where: str, asked: Asked) -> Iterator[Pending]:
    """Yield the article of each entry of a feed."""
    with needing(f"{where}: reading feeds", "formats"):
        import feedparser
    feed = feedparser.parse(BytesIO(raw))
    if not feed.entries:
        yield where, failing(DataError(f"{where}: no entry in this feed{_why(feed)}"))
    for number, entry in enumerate(feed.entries, 1):
        here = f"{where}, entry {number}"
        yield here, partial(_article, entry, feed.feed, here, asked)


def _why(feed: Any) -> str:
    return f": {feed.bozo_exception}" if feed.bozo else ""


def _article(entry: Any, feed: Any, where: str, asked: Asked) -> Article:
    """Return an entry as an article, its longest text taken.

    Raises:
        DataError: it has no text.

    """
    texts = [plain(each.get("value", "")) for each in [*entry.get("content", []), {"value": entry.get("summary", "")}]]
    text = max(texts, key=len)
    if not text:
        raise DataError(f"{where}: no text in the feed, only {', '.join(sorted(entry))}")
    title = plain(entry.get("title", "")) or None
    address = entry.get("link") or None
    made = address or entry.get("id") or digest(f"{title or ''}\n{text}")
    language = entry.get("language") or feed.get("language") or None
    return Article(made, text, title, entry.get("author") or None, _date(entry, where, asked), address, language)


def _date(entry: Any, where: str, asked: Asked) -> str | None:
    said = entry.get("published") or entry.get("updated")
    try:
        return normal(said)
    except ValueError as error:
        asked.report(Notice(f"{where}: published {said!r} {error}: left out"))
        return None
