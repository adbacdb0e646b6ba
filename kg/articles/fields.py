"""What the fields of an article are called by the tools and publishers that write them."""

import re
from collections.abc import Mapping
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
        "content_elements",  # Arc XP
        "content_text",  # JSON Feed
        "content_html",
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
        "headlines.basic",  # Arc XP
        "heading",
        "hed",  # newsrooms' own word
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
        "display_date",  # Arc XP
        "load_date",  # LexisNexis
        "datetime",
        "timestamp",
        "created_at",
        "created",
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
        "links.permalink",  # AYLIEN
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
        "credits.by",  # Arc XP
        "writer",
        "by",
    ),
    "language": ("language", "lang", "meta_lang", "inLanguage", "language_code", "fields.lang"),
}
#: What is read where there is no text: all that some searches and news agencies' lists give of an article.
SUMMARIES = ("lead_paragraph", "description", "snippet", "abstract", "summary")  # NYT, NewsAPI, mediastack
#: What an object is by its obvious member: {"main": "…"}, {"rendered": "…"}, {"$date": "…"}.
MEMBERS = (
    *("value", "text", "main", "rendered", "original", "name", "full_name", "content", "title", "#text", "url", "id"),
    *("default", "basic"),
    *("$oid", "$date", "$numberLong"),  # MongoDB
)


#: What an object in the list of a text's parts says by: others, as pictures, say nothing.
PARTS = ("value", "text", "content", "rendered", "body", "#text")


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


def has(record: Mapping[str, Any], path: str) -> bool:
    """Tell whether something stands under a name or a path with dots, if only null."""
    above, _, last = path.rpartition(".")
    holder = at(record, above) if above else None
    is_inside = folded(last) in fold(holder) if isinstance(holder, dict) else at(record, path) is not None
    return is_inside or folded(path) in fold(record)


def _each(values: Any, step: str) -> Any:
    return [at(value, step) for value in values if isinstance(value, dict)] if isinstance(values, list) else None


def joined(value: Any, between: str) -> str | None:
    """Return a value's words: a list's joined, an object's by its obvious member; None where there are none.

    Raises:
        ValueError: it is an object without any obvious member, or bytes of no text.

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
    return (value.decode() if isinstance(value, bytes) else str(value)) or None


def words(value: Any) -> str | None:
    """Return the words of a text, paragraphs divided by empty lines; pictures among them say nothing.

    Raises:
        ValueError: it is an object without any obvious member, or bytes of no text.

    """
    if not isinstance(value, list) or not any(isinstance(each, dict) for each in value):
        return joined(value, "\n\n")
    parts = ({name: each[name] for name in PARTS if each.get(name)} for each in value if isinstance(each, dict))
    return joined([part for part in parts if part], "\n\n")
