"""Text files: one article each, unless they hold JSON under another name."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from html import unescape
from itertools import chain
from typing import BinaryIO

from kg.articles import header, json_values, markdown, tables, text
from kg.articles.article import Article
from kg.articles.asked import Asked, Pending
from kg.articles.checks import MOST_BYTES, MOST_OF_LINE, no_article
from kg.articles.encodings import decoded, utf8
from kg.articles.files import Source
from kg.articles.markup import tag_in, untagged
from kg.articles.record import described
from kg.articles.streams import rejoined
from kg.errors import Notice


def read(source: Source, asked: Asked) -> Iterator[Pending]:
    """Yield the article of a text file, or those of JSON or a table that has such a name."""
    with source.open() as file:
        stream = utf8(file, source.where, asked.report)
        raw = stream.read(MOST_BYTES + 1)
        if tables.looks_so(raw[:HEAD]):
            whole = rejoined(raw, stream)
            yield from tables.read(replace(source, open=lambda: whole), asked)
            return
        if json_values.looks_so(raw):
            lines = chain(_lines(raw, stream), json_values.bounded(stream))
            yield from json_values.articles(lines, source.where, asked.named, asked.report)
            return
    yield source.where, partial(article, raw, source, asked)


def _lines(raw: bytes, file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of what was read of a file, the last with the rest of it."""
    *lines, last = raw.splitlines(keepends=True) or [b""]
    yield from lines
    yield last if last.endswith(b"\n") else last + file.readline(MOST_OF_LINE + 1)


def article(raw: bytes, source: Source, asked: Asked) -> Article:
    """Return the text with what stands above it and what else is known of it."""
    if len(raw) > MOST_BYTES:
        raise no_article(f"more than {MOST_BYTES:,} bytes", source.where)
    above, body = header.split(_without_html(raw, source, asked), source.where)
    body = markdown.plain(body) if source.suffix in MARKDOWN else body
    found = text.article(body, source.name, asked.published, asked.source)
    told = described(above, source.where, asked.named, asked.report) if above else {}
    if told.get("published") and not asked.published:
        found = replace(found, dated_by="what stands above the text")
    given = {"published": asked.published, "source": asked.source}
    return replace(found, **(told | {name: value for name, value in given.items() if value}))


def _without_html(raw: bytes, source: Source, asked: Asked) -> str:
    """Return the text without tags, and with the characters for which entities stand, which is told."""
    written = decoded(raw, source.where, asked.report)
    if tag := tag_in(written):
        more = "a whole page is read better if its name ends in .html"
        asked.report(Notice(f"{source.where}: {tag} and the like are tags of HTML and left out; {more}"))
        written = untagged(written)
    if found := _ENTITY.search(written):
        said = f"{source.where}: {found[0]} and the like are read as the characters that they stand for"
        asked.report(Notice(said))
        written = _ENTITY.sub(lambda entity: unescape(entity[0]), written)
    return written


#: How far into a file a table is told.
HEAD = 1 << 12
#: A character written as in HTML.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|(?:amp|quot|apos|nbsp|[lr][ds]quo|[mn]dash|hellip|lt|gt));")
MARKDOWN = (".md", ".markdown")
SUFFIXES = (".txt", ".text", *MARKDOWN)
