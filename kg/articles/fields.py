"""What the fields of an article are called by the tools and publishers that write them."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

#: For each field its names, the surest first; letters' case, blanks, "_" and "-" do not count, a dot leads inside.
NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text",
        "maintext",  # news-please
        "article",  # CNN/DM
        "bodyText",
        "fields.bodyText",  # Guardian
        "fields.body",
        "articleBody",  # schema.org
        "body_text",  # ninjs 2
        "body",
        "bodies.value",  # ninjs 3
        "body_xhtml",  # ninjs 1
        "body_html",
        "content",  # NewsAPI, WordPress, Hugging Face
        "document",  # XSum, Multi-News
        "full_text",
        "article_text",
        "article_content",
        "text_content",  # Readability
        "cleaned_text",  # goose3
        "plain_text",
        "story",
        "raw_text",
        "raw_content",
        "paragraphs",
        "lead_paragraph",  # NYT: all that its search gives
    ),
    "id": (
        "id",
        "_id",  # MongoDB
        "article_id",
        "doc_id",
        "document_id",
        "story_id",
        "uuid",
        "guid",
        "url_hash",
    ),
    "title": (
        "title",
        "headline",  # NYT, schema.org
        "webTitle",  # Guardian
        "article_title",
        "headlines.value",  # ninjs 3
        "heading",
        "title_page",
        "title_rss",
    ),
    "published": (
        "published",
        "date",  # CC-News, trafilatura
        "publish_date",  # newspaper3k, RealNews
        "date_publish",  # news-please
        "pub_date",  # NYT, RSS
        "published_at",  # NewsAPI
        "publication_date",
        "published_date",
        "date_published",  # schema.org, JSON Feed
        "webPublicationDate",  # Guardian
        "publish_time",
        "date_gmt",  # WordPress
        "versioncreated",  # ninjs
        "firstcreated",
        "first_publication_date",
        "seendate",  # GDELT
        "datetime",
        "timestamp",
        "created_at",
    ),
    "source": (
        "source",
        "source_url",
        "url",
        "web_url",  # NYT
        "webUrl",  # Guardian
        "canonical_link",
        "canonical_url",
        "permalink",
        "link",
        "href",
        "uri",  # ninjs
    ),
    "author": (
        "author",
        "authors",  # newspaper3k, news-please
        "byline",  # NYT, ninjs
        "fields.byline",  # Guardian
        "creator",
        "dc:creator",
        "writer",
        "by",
    ),
    "language": ("language", "lang", "meta_lang", "inLanguage", "language_code", "fields.lang"),
}
#: Where the objects of a page of answers lie.
LISTS = (
    "articles",  # NewsAPI, GDELT
    "response.results",  # Guardian
    "response.docs",  # NYT
    "response.content",
    "results",
    "docs",
    "items",  # JSON Feed
    "data",
    "hits.hits",  # Elasticsearch
    "rows",
)
#: Objects that only wrap the article.
WRAPPERS = ("_source", "row", "doc", "article")
#: What an object is by its obvious member: {"main": "…"}, {"rendered": "…"}, {"$date": "…"}.
MEMBERS = (
    *("value", "text", "main", "rendered", "original", "name", "full_name", "content", "title", "#text", "url", "id"),
    *("$oid", "$date", "$numberLong"),  # MongoDB
)


@lru_cache(4096)
def folded(name: str) -> str:
    """Return a field's name without case, blanks and joining marks."""
    return re.sub(r"[\s_-]", "", name).casefold()


def fold(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields by their folded names; of two the first that holds something."""
    found: dict[str, Any] = {}
    for name, value in record.items():
        if found.get(folded(name)) in (None, ""):
            found[folded(name)] = value
    return found


def at(record: Mapping[str, Any], path: str) -> Any:
    """Return what stands under a name, or under a path with dots; None where nothing does."""
    here: Any = fold(record)
    if folded(path) in here:
        return here[folded(path)]
    for step in path.split("."):
        here = fold(here).get(folded(step)) if isinstance(here, dict) else _each(here, step)
    return here


def _each(values: Any, step: str) -> Any:
    return [at(value, step) for value in values if isinstance(value, dict)] if isinstance(values, list) else None


def objects(found: Any) -> Iterator[Any]:
    """Yield the articles of a JSON value: of an array each, of a page of answers those in it, or the value."""
    if isinstance(found, list):
        for each in found:
            yield from objects(each) if isinstance(each, dict) else [each]
    elif not isinstance(found, dict):
        yield found
    elif wrapper := next((name for name in WRAPPERS if isinstance(found.get(name), dict)), None):
        yield from objects({name: value for name, value in found.items() if name != wrapper} | found[wrapper])
    elif listed := _listed(found):
        yield from objects(listed)
    else:
        yield found


def _listed(found: dict[str, Any]) -> list[Any] | None:
    """Return the list of articles that an object without a text of its own is a page of."""
    if any(at(found, name) for name in NAMES["text"]):
        return None
    lists = (at(found, path) for path in LISTS)
    return next((each for each in lists if isinstance(each, list) and each and isinstance(each[0], dict)), None)


def joined(value: Any, between: str) -> str | None:
    """Return a value's words: a list's joined, an object's by its obvious member; None where there are none.

    Raises:
        ValueError: it is an object without any obvious member.

    """
    if value is None or isinstance(value, bool) or value != value:  # noqa: PLR0124 (NaN is not itself)
        return None
    if isinstance(value, list):
        parts = [part for each in value if (part := joined(each, between))]
        return between.join(parts) or None
    if isinstance(value, dict):
        member = next((name for name in MEMBERS if value.get(name)), None)
        if value and member is None:
            raise ValueError(f"is an object of {', '.join(map(str, value))}")
        return joined(value[member], between) if member else None
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value) or None
