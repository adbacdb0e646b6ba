"""Extraction in several processes: the same readings in the same order, sooner."""

import signal
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from itertools import islice
from multiprocessing import active_children, get_context
from typing import Self

from kg.articles.article import Article
from kg.errors import ArticleError
from kg.extract.extract import outcomes, whole
from kg.extract.rules.users import NO_RULES, Own
from kg.facts import Reading
from kg.language.pipeline import resident

#: Articles that a process is given at a time, and how many such lists wait for each process.
SHARE = 16
WAITING = 2
#: Why a process ends that Python does not end.
ENDED = "the system did so, as it does where memory is short, or a library crashed"
#: What becomes of an article.
Outcome = Reading | ArticleError


def readings_by(
    jobs: int, articles: Iterable[Article], model: str, *, learned: bool = True, without: Collection[str] = ()
) -> Iterator[Reading]:
    """Yield what each article states.

    Raises:
        ArticleError: an article cannot be read.

    """
    return whole(outcomes_by(jobs, articles, model, learned=learned, without=without))


def outcomes_by(  # noqa: PLR0913 (all but the first two are options)
    jobs: int,
    articles: Iterable[Article],
    model: str,
    *,
    learned: bool = True,
    seconds: float | None = None,
    without: Collection[str] = (),
    own: Own = NO_RULES,
) -> Iterator[Outcome]:
    """Yield what becomes of each article, in their order, read by `jobs` processes with a pipeline each."""
    if jobs == 1:
        yield from outcomes(articles, model, learned=learned, seconds=seconds, without=without, own=own)
        return
    stream = iter(articles)
    shares = iter(lambda: list(islice(stream, SHARE)), [])
    states = partial(outcomes, model=model, learned=learned, seconds=seconds, without=without, own=own)
    read = partial(_read, model, states)
    with Processes(jobs) as processes:
        running = deque((share, processes.submit(read, share)) for share in islice(shares, jobs * WAITING))
        while running:
            share, found = running.popleft()
            if isinstance(found.exception(), BrokenProcessPool):
                # A process ended at one of these, or of those that wait; each of these is read by itself, those again.
                processes.renew()
                running = deque((waiting, processes.submit(read, waiting)) for waiting, _ in running)
                yield from _alone(share, read)
            else:
                yield from found.result()
            running.extend((more, processes.submit(read, more)) for more in islice(shares, 1))


def _alone(share: Iterable[Article], read: Callable[[list[Article]], list[Outcome]]) -> Iterator[Outcome]:
    """Yield what becomes of articles, read one at a time by one process; one at which that ends is told."""
    with Processes(1) as process:
        for article in share:
            found = process.submit(read, [article])
            if error := found.exception():
                if not isinstance(error, BrokenProcessPool):
                    raise error
                process.renew()
                yield ArticleError(f"article {article.id!r} is left out: the process that read it ended: {ENDED}")
            else:
                yield from found.result()


class Processes:
    """Processes that end with what they are for: at once, whatever they do, where it is broken off."""

    def __init__(self, number: int) -> None:
        """Start none yet."""
        self._number = number
        self._others = set(active_children())
        self._pool = self._made()

    def _made(self) -> ProcessPoolExecutor:
        # spawn: a forked copy of a process that runs threads may hang.
        return ProcessPoolExecutor(self._number, mp_context=get_context("spawn"))

    def __enter__(self) -> Self:
        """Begin what they are for."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """End them."""
        if kind is not None:
            for child in set(active_children()) - self._others:
                child.terminate()
        self._pool.shutdown(wait=kind is None, cancel_futures=kind is not None)

    def renew(self) -> None:
        """Put others in the place of processes of which one ended by itself."""
        self._pool.shutdown()
        self._pool = self._made()

    def submit(self, read: Callable[[list[Article]], list[Outcome]], share: list[Article]) -> Future[list[Outcome]]:
        """Let a process read articles; where one has ended meanwhile, what is returned says so."""
        try:
            with _uninterrupted():
                return self._pool.submit(read, share)
        except BrokenProcessPool as error:
            broken: Future[list[Outcome]] = Future()
            broken.set_exception(error)
            return broken


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let processes that are started meanwhile not see Ctrl-C: a terminal tells all of it, and one has to obey."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _read(model: str, states: Callable[[list[Article]], Iterator[Outcome]], share: list[Article]) -> list[Outcome]:
    """Read articles in a process that does nothing else."""
    resident(model)
    return list(states(share))
