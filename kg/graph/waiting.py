"""Articles that were read, and whose graphs are written when it is known who is who in them: each graph once.

Until then the store keeps for itself, in `graph/waiting`, that an article waits, and what its graph tells of how it was
read. What it states waits in `graph/readings`: on disk, so that many articles take no more memory than few. A build
that was killed loses nothing that it read: the next one writes what waits.
"""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.articles.article import Article
from kg.graph.store import Store
from kg.graph.terms import Names, date, news
from kg.vocabulary import WAITING

#: What the graph of an article tells of it that must be known before it is written.
TOLD = ("identifier", "contentHash", "readBy", "published")


class Waiting:
    """The articles of a store that wait to be written."""

    def __init__(self, store: Store) -> None:
        self._store, self._graph = store, store.graph(WAITING)

    def __iter__(self) -> Iterator[NamedNode]:
        """Yield each article that waits."""
        for quad in self._store.db.quads_for_pattern(None, news("contentHash"), None, self._graph):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject

    def marks(self, article: NamedNode) -> list[Quad]:
        """Return what is kept of an article while it waits."""
        return [*self._store.db.quads_for_pattern(article, None, None, self._graph)]

    def new(self, article: Article, content_hash: str, read_by: str) -> Iterator[Quad]:
        """Yield what is to be kept of an article that was read."""
        node, published = Names(article.id, self._store.base).article, date(article.published)
        values = (article.id, content_hash, read_by, published.value if published else "")
        return self._told(node, dict(zip(TOLD, values, strict=True)))

    def again(self, article: NamedNode) -> Iterator[Quad]:
        """Yield what is to be kept of an article that is to be written anew."""
        if self.value(article, "contentHash") is None:
            yield from self._told(article, {name: self._store.value(article, name) for name in TOLD})

    def _told(self, article: NamedNode, values: dict[str, str | None]) -> Iterator[Quad]:
        for name, value in values.items():
            if value:
                yield Quad(article, news(name), Literal(value), self._graph)

    def value(self, article: NamedNode, name: str) -> str | None:
        """Return what is kept of an article that waits."""
        for quad in self._store.db.quads_for_pattern(article, news(name), None, self._graph):
            if isinstance(quad.object, Literal):
                return quad.object.value
        return None


def articles(store: Store) -> Iterator[NamedNode]:
    """Yield every article that a store keeps, also while it waits to be written."""
    yield from store.articles()
    yield from (article for article in Waiting(store) if store.value(article, "contentHash") is None)


def value(store: Store, article: NamedNode, name: str) -> str | None:
    """Return what is told of an article as it was read last, also while that waits to be written."""
    waiting = Waiting(store)
    is_waiting = waiting.value(article, "contentHash") is not None
    return waiting.value(article, name) if is_waiting else store.value(article, name)
