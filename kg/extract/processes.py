"""Extraction in several processes: the same readings in the same order, sooner."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context

from kg.articles.article import Article
from kg.errors import ArticleError
from kg.extract.extract import outcomes, whole
from kg.facts import Reading

#: Articles that a process is given at a time, and how many such lists wait for each process.
SHARE = 16
WAITING = 2


def readings_by(jobs: int, articles: Iterable[Article], model: str, *, learned: bool = True) -> Iterator[Reading]:
    """Yield what each article states.

    Raises:
        ArticleError: an article cannot be read.

    """
    return whole(outcomes_by(jobs, articles, model, learned=learned))


def outcomes_by(
    jobs: int, articles: Iterable[Article], model: str, *, learned: bool = True, seconds: float | None = None
) -> Iterator[Reading | ArticleError]:
    """Yield what becomes of each article, in their order, read by `jobs` processes with a pipeline each."""
    if jobs == 1:
        yield from outcomes(articles, model, learned=learned, seconds=seconds)
        return
    stream = iter(articles)
    shares = iter(lambda: list(islice(stream, SHARE)), [])
    # spawn: a forked copy of a process that runs threads may hang.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        running = deque(pool.submit(_read, share, model, learned, seconds) for share in islice(shares, jobs * WAITING))
        while running:
            yield from running.popleft().result()
            running.extend(pool.submit(_read, share, model, learned, seconds) for share in islice(shares, 1))


def _read(share: list[Article], model: str, learned: bool, seconds: float | None) -> list[Reading | ArticleError]:
    return list(outcomes(share, model, learned=learned, seconds=seconds))
