"""Writes the articles that wait, each by the paths that its things got."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import NamedNode

from kg.articles.report import Watch, unwatched
from kg.errors import ArticleError, DataError
from kg.facts import Reading
from kg.graph.lines import Stated
from kg.graph.mentioned import Mentioned
from kg.graph.merge import Change
from kg.graph.quads import stated
from kg.graph.store import Store
from kg.graph.waiting import Waiting
from kg.resolve.readings import rewritten

#: Articles in one write.
BATCH = 32


@dataclass(frozen=True, slots=True)
class Unwritten:
    """An article that cannot be written, with why, and whether another version of it stands in the store."""

    article: NamedNode
    error: DataError
    is_there: bool

    @property
    def waits_on(self) -> bool:
        """Whether nothing is wrong with the article, which is written as soon as this kg has read it."""
        return not isinstance(self.error, ArticleError)


def write(store: Store, watch: Watch = unwatched) -> list[Unwritten]:
    """Write the graphs of all articles that wait, and return those that cannot be written, which wait on."""
    every = sorted(Waiting(store), key=str)
    # By themselves: what is only added is written in bulk.
    are_there = [store.value(article, "contentHash") is not None for article in every]
    found: list[Unwritten] = []
    for wanted, what in ((False, "articles written"), (True, "articles written anew")):
        chosen = [article for article, is_there in zip(every, are_there, strict=True) if is_there is wanted]
        passing = watch(chosen, what, chosen.__len__) if chosen else ()
        found.extend(Unwritten(article, error, wanted) for article, error in _write(store, passing, anew=wanted))
    return found


def _write(store: Store, articles: Iterable[NamedNode], *, anew: bool) -> Iterator[tuple[NamedNode, DataError]]:
    """Write some articles, and yield those that cannot be written."""
    waiting, index, rest = Waiting(store), Mentioned(store), iter(articles)
    while batch := list(islice(rest, BATCH)):
        graphs: list[Stated] = []
        for article in batch:
            try:
                reading = rewritten(index.reading(article), index.paths(article))
                graphs.append(_graph(reading, article, waiting, store.base))
            except DataError as error:
                yield article, error
            except Exception as error:  # noqa: BLE001 (whatever an article raises is told of it)
                yield article, ArticleError.of(waiting.value(article, "identifier") or article.value, error)
        if anew:
            store.replace_all({each.graph: each.quads for each in graphs})
        else:
            store.add_all(graphs)
        store.keep(Change([mark for each in graphs for mark in waiting.marks(each.graph)]))


def _graph(reading: Reading, article: NamedNode, waiting: Waiting, base: str) -> Stated:
    content_hash, read_by = (waiting.value(article, name) or "" for name in ("contentHash", "readBy"))
    return stated(reading, content_hash=content_hash, read_by=read_by, base=base)
