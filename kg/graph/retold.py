"""The graph of what is told again: one statement, of one speaker in the same words, that several articles tell.

It is a function of the articles, whatever the order they came in: of each group the first is the one whose article was
published first, an article without a date last; of one day that of the first IRI.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.articles.copies import digest, words
from kg.articles.dates import earliest
from kg.graph.store import Store
from kg.graph.terms import news
from kg.vocabulary import RETOLD

RETELLS, WORDS, SPEAKER = news("retells"), news("words"), news("speaker")
#: Words of the shortest statement that is known again: "We will not give up."
FEWEST = 5


def refresh(store: Store) -> None:
    """Bring the graph up to date with the articles."""
    graph = store.graph(RETOLD)
    store.renew(graph, {Quad(again, RETELLS, first, graph) for again, first in _retold(store)})


def _retold(store: Store) -> Iterator[tuple[NamedNode, NamedNode]]:
    """Yield each statement that is told again with the one that told it first."""
    for same in _of_same_words(store):
        said: dict[frozenset[str], list[NamedNode]] = defaultdict(list)
        for statement in same:
            said[_speakers(store, statement)].append(statement)
        for speakers, group in said.items():
            if speakers and len(group) > 1:
                first = min(group, key=lambda statement: _order(store, statement))
                yield from ((each, first) for each in group if _article(each) != _article(first))


def _of_same_words(store: Store) -> Iterable[list[NamedNode]]:
    """Return the statements of the same words, but for marks and capitals, where there are several."""
    # All are looked at twice, so that only those are held whose words were met again.
    met, again = set[int](), set[int]()
    for _, mark in _worded(store):
        (again if mark in met else met).add(mark)
    store.relieve(is_read=True)
    found: dict[int, list[NamedNode]] = defaultdict(list)
    for statement, mark in _worded(store):
        if mark in again:
            found[mark].append(statement)
    return found.values()


def _worded(store: Store) -> Iterator[tuple[NamedNode, int]]:
    """Yield the statements of enough words, each with a digest of these."""
    for quad in store.db.quads_for_pattern(None, WORDS, None, DefaultGraph()):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            told = words(quad.object.value)
            if len(told) >= FEWEST:
                yield quad.subject, int(digest(told), 16)


def _speakers(store: Store, statement: NamedNode) -> frozenset[str]:
    quads = store.db.quads_for_pattern(statement, SPEAKER, None, DefaultGraph())
    return frozenset(str(quad.object) for quad in quads)


def _order(store: Store, statement: NamedNode) -> tuple[datetime, str]:
    return earliest(store.value(NamedNode(_article(statement)), "published") or ""), statement.value


def _article(statement: NamedNode) -> str:
    return statement.value.rpartition("/statement/")[0]
