"""The shapes in which JSON holds articles: one, a list, a page of answers, a table, a map by their ids."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.articles.fields import NAMES, at, folded, has

#: Objects that only wrap the article.
WRAPPERS = ("_source", "row", "doc", "article")
#: Members that lead to articles: in a page of answers, a database's reply, a feed, the data of a site.
LEADING = frozenset(
    map(
        folded,
        (
            *("articles", "stories", "news", "posts", "items", "item"),  # NewsAPI, AYLIEN, JSON Feed
            *("response", "results", "docs", "documents", "content"),  # Guardian, NYT, Solr
            *("data", "hits", "rows", "records", "value", "list"),  # mediastack, Elasticsearch
            *("payload", "result", "entries", "entry"),
            *("@graph", "rss", "channel", "feed"),  # schema.org, feeds put into JSON
        ),
    )
)
#: How far inside articles are looked for.
DEEP = 4
#: What members of one article are called, and what leads to it: no ids.
_FIELDS = LEADING | {folded(name) for names in NAMES.values() for name in names} | {folded(name) for name in WRAPPERS}
#: An object with one of these beside its text is an article, and no paragraph of one.
TELLING = (*NAMES["title"], *NAMES["source"], *NAMES["published"])


def objects(found: Any, text: str | None = None) -> Iterator[Any]:
    """Yield the articles of a JSON value: of a list each, of what only holds articles those in it, or the value.

    `text` is the path that somebody says leads to an article's text: what has it is one, whatever it seems to hold.
    """
    if isinstance(found, list):
        for each in found:
            yield from objects(each, text) if isinstance(each, dict) else [each]
    elif not isinstance(found, dict) or (text and "." in text and has(found, text)):
        yield found
    elif wrapper := next((name for name in WRAPPERS if isinstance(found.get(name), dict)), None):
        yield from objects({name: value for name, value in found.items() if name != wrapper} | found[wrapper], text)
    elif rows := _table(found) or _by_key(found) or _led_to(found):
        yield from objects(rows, text)
    else:
        yield found


def _table(found: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """Return the rows of a table as pandas writes one: names and rows apart, or each column by the rows' numbers."""
    names, data = found.get("columns"), found.get("data")
    if isinstance(names, list) and isinstance(data, list) and all(isinstance(row, list) for row in data):
        return [dict(zip(map(str, names), row, strict=False)) for row in data]
    columns = list(found.values())
    if not all(isinstance(each, dict) and each and all(map(str.isdecimal, each)) for each in columns):
        return None
    if len({tuple(each) for each in columns}) > 1 or not _has_text(found):
        return None
    return [{name: column[row] for name, column in found.items()} for row in columns[0]]


def _by_key(found: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """Return the articles of an object that holds nothing else, each called by its key, unless that names a field."""
    if not all(isinstance(each, dict) and _is_article(each) for each in found.values()):
        return None
    if _FIELDS.issuperset(map(folded, found)):
        return list(found.values())
    return [{"id": name} | each for name, each in found.items()]


def _led_to(found: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """Return the articles that an object without a text of its own leads to, those that are nearest."""
    if _has_text(found):
        return None
    level: list[Mapping[str, Any]] = [found]
    for _ in range(DEEP):
        members = [value for each in level for name, value in each.items() if folded(name) in LEADING]
        lists = [each for each in members if isinstance(each, list) and each and isinstance(each[0], dict)]
        single = (each for each in members if isinstance(each, dict) and _has_text(each))
        if held := next(filter(_some_article, lists), None) or next(([each] for each in single), None):
            return _typed(held)
        if lists:
            return lists[0]
        level = [each for each in members if isinstance(each, dict)]
    return None


def _typed(held: list[Any]) -> list[Any]:
    """Return a list without what says that it is something else: the WebSite beside the NewsArticle."""
    return [each for each in held if not (isinstance(each, dict) and "@type" in each) or _has_text(each)]


def _some_article(held: Iterable[Any]) -> bool:
    return any(isinstance(each, dict) and (_has_text(each) or any(map(each.get, WRAPPERS))) for each in held)


def _is_article(found: Mapping[str, Any]) -> bool:
    return _has_text(found) and any(at(found, name) for name in TELLING)


def _has_text(found: Mapping[str, Any]) -> bool:
    """Whether an object has a field that is called as texts are, and is no list of articles."""
    texts = (at(found, name) for name in NAMES["text"])
    return any(text and not (isinstance(text, list) and _are_articles(text)) for text in texts)


def _are_articles(found: list[Any]) -> bool:
    return isinstance(found[0], dict) and _is_article(found[0])
