"""Extraction in several processes: the same readings in the same order, sooner."""

import signal
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import active_children, get_context

from kg.articles.article import Article
from kg.errors import ArticleError
from kg.extract.extract import outcomes, whole
from kg.facts import Reading

#: Articles that a process is given at a time, and how many such lists wait for each process.
SHARE = 16
WAITING = 2


def readings_by(
    jobs: int, articles: Iterable[Article], model: str, *, learned: bool = True, without: Collection[str] = ()
) -> Iterator[Reading]:
    """Yield what each article states.

    Raises:
        ArticleError: an article cannot be read.

    """
    return whole(outcomes_by(jobs, articles, model, learned=learned, without=without))


def outcomes_by(  # noqa: PLR0913 (all but the first three are options)
    jobs: int,
    articles: Iterable[Article],
    model: str,
    *,
    learned: bool = True,
    seconds: float | None = None,
    without: Collection[str] = (),
) -> Iterator[Reading | ArticleError]:
    """Yield what becomes of each article, in their order, read by `jobs` processes with a pipeline each."""
    if jobs == 1:
        yield from outcomes(articles, model, learned=learned, seconds=seconds, without=without)
        return
    stream = iter(articles)
    shares = iter(lambda: list(islice(stream, SHARE)), [])
    with _pool(jobs) as pool:

        def submitted(number: int) -> Iterator[Future[list[Reading | ArticleError]]]:
            for share in islice(shares, number):
                with _uninterrupted():
                    started = pool.submit(_read, share, model, learned, seconds, without)
                yield started

        running = deque(submitted(jobs * WAITING))
        while running:
            yield from running.popleft().result()
            running.extend(submitted(1))


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Run processes that end with what they are for: at once, whatever they do, where it is broken off."""
    others = set(active_children())
    # spawn: a forked copy of a process that runs threads may hang.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
    try:
        yield pool
    except BaseException:
        for child in set(active_children()) - others:
            child.terminate()
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let processes that are started meanwhile not see Ctrl-C: a terminal tells all of it, and one has to obey."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _read(
    share: list[Article], model: str, learned: bool, seconds: float | None, without: Collection[str]
) -> list[Reading | ArticleError]:
    return list(outcomes(share, model, learned=learned, seconds=seconds, without=without))
