"""Writes the articles that wait, each by the paths that its things got."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TypeAlias

from pyoxigraph import NamedNode, Quad

from kg.articles.report import Watch
from kg.errors import ArticleError, DataError
from kg.graph.collector import at_rest
from kg.graph.lines import Stated
from kg.graph.mentioned import Mentioned, Paths, read
from kg.graph.merge import Change
from kg.graph.quads import stated
from kg.graph.store import Store
from kg.graph.waiting import Waiting
from kg.processes import ENDED, Processes, behind
from kg.resolve.readings import rewritten

#: Bytes of lines in one write, of about eighty articles where several processes read, and of twenty-five where one did,
#: which still holds what that took: of many small writes the database merges the files again and again, and while it
#: writes, it takes eight times these bytes. What is written anew is held as terms, which take more.
ADDED, ALONE, ANEW = 24 << 20, 8 << 20, 8 << 20
#: Threads that write what is only added, where several processes make it.
WRITERS = 2
#: What is told of an article that waits, in a graph of its own.
TOLD = ("identifier", "contentHash", "readBy")


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


@dataclass(frozen=True, slots=True)
class Unmade:
    """An article whose graph is to be made, with its id, its reading as kept, and the paths that its things got."""

    article: NamedNode
    name: str
    kept: str
    paths: Paths
    content_hash: str
    read_by: str


#: The graph of an article, or why it cannot be made.
Made: TypeAlias = Stated | tuple[NamedNode, DataError]


def write(store: Store, watch: Watch, processes: Processes) -> list[Unwritten]:
    """Write the graphs of all articles that wait, and return those that cannot be written, which wait on."""
    every = sorted(Waiting(store), key=str)
    # By themselves: what is only added is written in bulk.
    are_there = [store.value(article, "contentHash") is not None for article in every]
    if not all(are_there):
        store.foresee()
    found: list[Unwritten] = []
    for wanted, what in ((False, "articles written"), (True, "articles written anew")):
        chosen = [article for article, is_there in zip(every, are_there, strict=True) if is_there is wanted]
        passing = watch(chosen, what, chosen.__len__) if chosen else ()
        found.extend(
            Unwritten(article, error, wanted) for article, error in _write(store, passing, processes, anew=wanted)
        )
    return found


def _write(
    store: Store, articles: Iterable[NamedNode], processes: Processes, *, anew: bool
) -> Iterator[tuple[NamedNode, DataError]]:
    """Write some articles, and yield those that cannot be written."""
    made = processes.through(partial(_graphs, base=store.base), _unmade(store, articles), _lost)
    writers = WRITERS if processes.number > 1 else 0
    # What the writes bring that go on meanwhile, and may never come.
    coming: deque[list[Quad]] = deque(maxlen=writers)
    with behind(writers) as do:
        for batch in _batches(made, ANEW if anew else ADDED if writers else ALONE):
            yield from (each for each in batch if isinstance(each, tuple))
            graphs = [each for each in batch if isinstance(each, Stated)]
            if anew:
                store.replace_all({each.graph: each.quads for each in graphs})
                _no_more(store, graphs)
            else:
                change = store.adding(graphs, {*chain.from_iterable(coming)})
                do(partial(_added, store, graphs, change))
                coming.append(change.into)
            if anew or not writers:
                # Else another thread writes now.
                store.relieve()


def _batches(made: Iterable[Made], size: int) -> Iterator[list[Made]]:
    """Yield graphs, and what cannot be one, in lists of so many bytes."""
    batch, room = list[Made](), size
    for each in made:
        batch.append(each)
        room -= sum(map(len, each.blocks)) if isinstance(each, Stated) else 0
        if room <= 0:
            yield batch
            batch, room = [], size
    if batch:
        yield batch


def _added(store: Store, graphs: Sequence[Stated], change: Change) -> None:
    store.add_all(graphs, change)
    _no_more(store, graphs)


def _no_more(store: Store, graphs: Iterable[Stated]) -> None:
    """Let articles wait no more."""
    waiting = Waiting(store)
    store.keep(Change([mark for each in graphs for mark in waiting.marks(each.graph)]))


def _unmade(store: Store, articles: Iterable[NamedNode]) -> Iterator[Unmade]:
    waiting, index = Waiting(store), Mentioned(store)
    for article in articles:
        name, content_hash, read_by = (waiting.value(article, each) or "" for each in TOLD)
        yield Unmade(article, name, index.kept(article), index.paths(article), content_hash, read_by)


def _graphs(wanted: Iterable[Unmade], base: str) -> Iterator[Made]:
    """Yield the graph of each article, or why it cannot be made."""
    for each in wanted:
        try:
            yield _graph(each, base)
        except DataError as error:
            yield each.article, error
        except Exception as error:  # noqa: BLE001 (whatever an article raises is told of it)
            yield each.article, ArticleError.of(each.name or each.article.value, error)


@at_rest()
def _graph(wanted: Unmade, base: str) -> Stated:
    reading = rewritten(read(wanted.article, wanted.kept), wanted.paths)
    return stated(reading, content_hash=wanted.content_hash, read_by=wanted.read_by, base=base)


def _lost(wanted: Unmade) -> tuple[NamedNode, DataError]:
    return wanted.article, ArticleError(
        f"article {wanted.name!r} is left out: the process that made its graph ended: {ENDED}"
    )
