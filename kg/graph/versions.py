"""The graph of what is another's text again: wire copies, updates, what stood at one address before.

It is a function of the articles, whatever the order they came in. The store keeps of each, for itself, the digests of
its sentences (`graph/sentences`).
"""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.articles.copies import SIZE, Sketch, sentences, versions
from kg.facts import Reading
from kg.graph.merge import Change
from kg.graph.store import Store
from kg.graph.terms import news
from kg.vocabulary import SENTENCES, VERSIONS

VERSION = news("versionOf")


def change(store: Store, article: NamedNode, reading: Reading | None) -> Change:
    """Return what changes of the digests that are kept when an article is read so, or withdrawn."""
    graph = store.graph(SENTENCES)
    gone = list(store.db.quads_for_pattern(article, None, None, graph))
    if reading is None:
        return Change(gone, [])
    return Change(gone, [Quad(article, graph, Literal(sentences(reading.article.text).hex(" ", SIZE)), graph)])


def refresh(store: Store) -> None:
    """Bring the graph up to date with the articles."""
    graph = store.graph(VERSIONS)
    found = versions(_sketches(store))
    store.renew(graph, {Quad(NamedNode(copy), VERSION, NamedNode(first), graph) for copy, first in found.items()})


def number(store: Store) -> int:
    """Return how many articles are another's text again."""
    return sum(1 for _ in store.db.quads_for_pattern(None, VERSION, None, store.graph(VERSIONS)))


def _sketches(store: Store) -> Iterator[Sketch]:
    graph = store.graph(SENTENCES)
    for quad in store.db.quads_for_pattern(None, graph, None, graph):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            article = quad.subject
            yield Sketch(
                article.value,
                bytes.fromhex(quad.object.value),
                store.value(article, "published"),
                store.value(article, "source"),
            )
