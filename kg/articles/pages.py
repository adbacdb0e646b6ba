"""Web pages: the article on each, without what stands around it."""

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache, partial
from typing import Any

from kg.articles.article import Article
from kg.articles.asked import Asked, Pending, needing
from kg.articles.checks import whole
from kg.articles.dates import normal
from kg.articles.encodings import decoded
from kg.articles.files import Source
from kg.articles.markup import text_of
from kg.articles.report import Report
from kg.articles.text import digest
from kg.errors import DataError

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
#: A page without one sentence, as a list of headlines, is no article.
_SENTENCE = re.compile(r"\w[.!?…][\"”’)]*(?:\s|\Z)")
#: What trafilatura is asked for.
TAKEN: dict[str, Any] = {"with_metadata": True, "include_comments": False}
#: How far into a page its encoding is told.
HEAD = 4096
#: How a heading and the title of a page are compared.
_SIGNS = re.compile(r"\W+")


def read(source: Source, asked: Asked) -> Iterator[Pending]:
    """Yield the article of a page."""
    with source.open() as file:
        raw = whole(file, source.where)
    yield source.where, partial(article, raw, source.where, asked, name=source.name, address=asked.source)


def article(raw: bytes, where: str, asked: Asked, *, name: str | None = None, address: str | None = None) -> Article:
    """Return the article of a page, called by its file, its address or a digest.

    Raises:
        DataError: the page has no text of an article.

    """
    with needing(f"{where}: reading web pages", "formats"):
        from trafilatura import bare_extraction, load_html
    tree: Any = load_html(written(raw, where, asked.report))
    page: Any = None if tree is None else bare_extraction(tree, address, config=_config(), **TAKEN)
    text = "" if page is None or page.body is None else _below(text_of(page.body), page.title)
    if not _SENTENCE.search(text):
        raise DataError(f"{where}: no text of an article on this page")
    source = address or page.url
    published, by = (asked.published, None) if asked.published else dated(tree, source)
    made = name or source or digest(f"{page.title or ''}\n{text}")
    return Article(made, text, page.title, page.author, published, source, tree.get("lang"), by)


@cache
def _config() -> Any:
    """Return trafilatura's settings with short articles taken for articles."""
    from trafilatura.settings import use_config

    config = use_config()
    for name in ("MIN_EXTRACTED_SIZE", "MIN_OUTPUT_SIZE"):
        config.set("DEFAULT", name, "25")
    return config


def written(raw: bytes, where: str, report: Report) -> str:
    """Return a page's bytes as text, in the encoding that it names, or else as any text."""
    if named := _CHARSET.search(raw[:HEAD]):
        try:
            return raw.decode(named[1].decode())
        except (LookupError, UnicodeError):
            pass
    return decoded(raw, where, report)


def _below(text: str, title: str | None) -> str:
    """Return the text without a first paragraph that only says the title again."""
    first, _, rest = text.partition("\n\n")
    return rest if title and rest and _SIGNS.sub(" ", first) == _SIGNS.sub(" ", title) else text


def dated(tree: Any, address: str | None) -> tuple[str | None, str | None]:
    """Return the day that a page was published, and what tells so: its tags or its address; nothing is guessed."""
    from htmldate import find_date
    from lxml import html

    bounds: dict[str, Any] = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
    tags = html.Element("html")
    tags.extend(deepcopy(element) for element in tree.xpath("//meta | //script[contains(@type, 'ld+json')]"))
    if found := find_date(tags, **bounds):
        return found, "a tag of the page"
    if found := find_date(html.Element("html"), url=address, **bounds) if address else None:
        return found, "its address"
    moments = {value for value in tree.xpath("//time/@datetime") if value}
    day = _moment(moments.pop()) if len(moments) == 1 else None
    return day, "the time on the page" if day else None


def _moment(value: str) -> str | None:
    try:
        return normal(value)
    except ValueError:
        return None
