"""The article itself: its metadata, and what it names."""

from collections.abc import Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from kg.facts import Reading
from kg.graph.claims import VALUES
from kg.graph.terms import LABEL, TYPE, Names, Row, date, news


def articles(db: Store) -> Iterator[NamedNode]:
    """Yield every article of a store."""
    for quad in db.quads_for_pattern(None, TYPE, news("Article"), DefaultGraph()):
        if isinstance(quad.subject, NamedNode):
            yield quad.subject


def article(reading: Reading, names: Names, *, content_hash: str, read_by: str) -> Iterator[Row]:
    """Yield what is known of an article; what is not known is left out."""
    read = reading.article
    node = names.article
    yield (node, TYPE, news("Article"))
    yield (node, LABEL, Literal(read.title or read.id))
    known = {
        "identifier": read.id,
        "headline": read.title,
        "byline": read.byline,
        "source": read.source,
        "datedBy": read.dated_by,
        "contentHash": content_hash,
        "readBy": read_by,
    }
    yield from ((node, news(name), Literal(value)) for name, value in known.items() if value)
    if published := date(read.published):
        yield (node, news("published"), published)
    for entity in reading.entities:
        if entity.kind not in VALUES:
            yield (node, news("mentions"), names.thing(entity.key))
