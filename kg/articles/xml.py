"""XML: feeds, what newsrooms exchange, and pages, told by their root."""

import re
from collections.abc import Iterator
from functools import partial

from kg.articles import feeds, newsroom, pages
from kg.articles.asked import Asked, Pending, failing
from kg.articles.checks import whole
from kg.articles.files import Source
from kg.articles.markup import local
from kg.errors import DataError

FEEDS = ("rss", "feed", "rdf")
NEWSROOM = ("nitf", "newsml", "newsitem", "newsmessage", "packageitem")
_ROOT = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s/>]")


def read(source: Source, asked: Asked) -> Iterator[Pending]:
    """Yield the articles of an XML file."""
    with source.open() as file:
        raw = whole(file, source.where)
    plain = raw if b"\0" not in raw[:4] else raw.replace(b"\0", b"")
    found = _ROOT.search(plain)
    root = found[1].decode().lower() if found else ""
    if root in FEEDS:
        yield from feeds.entries(raw, source.where, asked)
    elif root in NEWSROOM:
        yield from _newsroom(raw, source, asked)
    elif root == "html":
        yield source.where, partial(pages.article, raw, source.where, asked, name=source.name, address=asked.source)
    else:
        what = f"XML of <{root}>" if root else "no XML"
        said = f"{source.where}: {what}; RSS, Atom, NewsML, NITF and XHTML are read"
        yield source.where, failing(DataError(said))


def _newsroom(raw: bytes, source: Source, asked: Asked) -> Iterator[Pending]:
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(raw)
    except (ParseError, DefusedXmlException) as error:
        yield source.where, failing(DataError(f"{source.where}: this XML cannot be read: {error}"))
        return
    if not local(root.tag):
        return
    yield from newsroom.items(root, source.where, asked)
