"""What newsrooms exchange: NewsML-G2, NewsML 1 and NITF; ninjs is JSON, and read as such."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from kg.articles.article import Article
from kg.articles.asked import Asked, Pending, failing
from kg.articles.dates import normal
from kg.articles.markup import local, plain, text_of
from kg.articles.text import digest
from kg.errors import DataError, Notice

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def items(root: Any, where: str, asked: Asked) -> Iterator[Pending]:
    """Yield the articles of a document: of each news item, or of the one NITF."""
    found = [root] if local(root.tag) == "nitf" else _all(root, "newsitem")
    if not found:
        yield where, failing(DataError(f"{where}: no news item in this NewsML"))
    for number, item in enumerate(found, 1):
        here = where if len(found) == 1 else f"{where}, item {number}"
        make = _nitf if item is root and local(root.tag) == "nitf" else _newsml
        yield here, partial(make, item, here, asked)


def _all(element: Any, *names: str) -> list[Any]:
    """Return the elements below of these names, and the element itself if it has one."""
    return [each for each in element.iter() if local(each.tag) in names]


def _first(element: Any, *names: str) -> Any:
    """Return the first element of the first of these names that there is any of."""
    return next((each for name in names for each in _all(element, name)), None)


def _words(element: Any) -> str | None:
    return None if element is None else " ".join(text_of(element).split()) or None


def _nitf(root: Any, where: str, asked: Asked) -> Article:
    """Return the article of an NITF document."""
    content = _first(root, "body.content")
    text = text_of(content) if content is not None else ""
    if not text:
        raise DataError(f"{where}: no text: this NITF has no body.content with words")
    title = _words(_first(root, "hl1", "hedline", "title"))
    known = _first(root, "doc-id")
    said = next((each.get("norm") for name in ("date.issue", "date.release") for each in _all(root, name)), None)
    made = (known.get("id-string") if known is not None else None) or digest(f"{title or ''}\n{text}")
    place = _words(_first(root, "dateline"))
    whole = f"{place} — {text}" if place else text
    byline = _words(_first(root, "byline"))
    return Article(made, whole, title, byline, _date(said, where, asked), None, root.get(_LANGUAGE))


def _newsml(item: Any, where: str, asked: Asked) -> Article:
    """Return the article of a news item of NewsML-G2, or of NewsML 1."""
    inline = _first(item, "inlinexml", "datacontent")
    data = _first(item, "inlinedata")
    nested = _first(inline, "body.content", "body") if inline is not None else None
    text = text_of(nested if nested is not None else inline) if inline is not None else plain(_raw(data))
    if not text:
        raise DataError(f"{where}: no text: this news item has no words in inlineXML, inlineData or DataContent")
    title = _words(_first(item, "headline", "title"))
    made = item.get("guid") or _words(_first(item, "newsitemid")) or digest(f"{title or ''}\n{text}")
    said = _words(_first(item, "contentcreated", "firstcreated", "versioncreated"))
    language = _first(item, "language")
    tag = (language.get("tag") if language is not None else None) or item.get(_LANGUAGE)
    source = made if made.startswith("http") else None
    return Article(made, text, title, _words(_first(item, "by", "byline")), _date(said, where, asked), source, tag)


def _raw(element: Any) -> str:
    return "" if element is None else "".join(element.itertext())


def _date(said: str | None, where: str, asked: Asked) -> str | None:
    try:
        return normal(said)
    except ValueError as error:
        asked.report(Notice(f"{where}: published {said!r} {error}: left out"))
        return None
