"""A stage of work, from iterable to iterable, done by several processes: the same results in the same order, sooner."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any, Self, TypeAlias, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")
#: Makes one of each, in their order; one that processes do is pickled.
Stage: TypeAlias = Callable[[Iterable[In]], Iterable[Out]]
#: Items that a process is given at a time, and how many such lists wait for each process.
SHARE = 4
WAITING = 6
#: Why a process ends that Python does not end.
ENDED = "the system did so, as it does where memory is short, or a library crashed"


def cores() -> int:
    """Return how many cores this process may run on: in a container fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Processes:
    """Processes that end with what they are for: at once, whatever they do, where it is broken off.

    They start when they are needed, and do one stage after another. One is the process that asks.
    """

    def __init__(self, number: int = 1) -> None:
        """Start none yet."""
        self.number = number
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        """Begin what they are for."""
        return self

    def __exit__(self, *_: object) -> None:
        """End them."""
        if self._pool:
            pool: Any = self._pool
            results = pool._result_queue  # noqa: SLF001
            for child in list((pool._processes or {}).values()):  # noqa: SLF001 (others' children live on)
                child.terminate()
            pool.shutdown(wait=False, cancel_futures=True)
            # Of half a result the rest is waited for as long as anyone may write it, and this process never ends.
            results._writer.close()  # noqa: SLF001
        self._pool = None

    def begin(self, work: Callable[[], object]) -> None:
        """Let each do some work before it is asked, so that less is to be done by then; what it raises is passed by."""
        for _ in range(self.number if self.number > 1 else 0):
            self._submit(partial(_begun, work), [])

    def through(self, stage: Stage[In, Out], items: Iterable[In], lost: Callable[[In], Out]) -> Iterator[Out]:
        """Yield what a stage makes of each item, in their order; `lost` tells of one at which a process ended."""
        if self.number == 1:
            yield from stage(items)
            return
        work, shares = partial(_listed, stage), _shares(iter(items), self.number)
        running = deque((share, self._submit(work, share)) for share in islice(shares, self.number * WAITING))
        while running:
            share, found = running.popleft()
            if isinstance(found.exception(), BrokenProcessPool):
                # A process ended at one of these, or of those that wait; each of these is done by itself, those again.
                self._renew()
                running = deque((waiting, self._submit(work, waiting)) for waiting, _ in running)
                yield from self._alone(work, share, lost)
            else:
                yield from found.result()
            running.extend((more, self._submit(work, more)) for more in islice(shares, 1))

    def aside(self, stage: Stage[In, Out], item: In) -> Callable[[], Out]:
        """Have a process make one of an item while this one goes on, and return what waits for it.

        Where there is no other, or it ended, this process makes it when it is waited for.
        """
        work = partial(_listed, stage)
        found = self._submit(work, [item]) if self.number > 1 else None

        def made() -> Out:
            if found and not isinstance(found.exception(), BrokenProcessPool):
                return found.result()[0]
            if found:
                self._renew()
            return work([item])[0]

        return made

    @staticmethod
    def _alone(work: Callable[[list[In]], list[Out]], share: Iterable[In], lost: Callable[[In], Out]) -> Iterator[Out]:
        """Yield what is made of items, one at a time by one process."""
        with Processes() as process:
            for item in share:
                found = process._submit(work, [item])
                if error := found.exception():
                    if not isinstance(error, BrokenProcessPool):
                        raise error
                    process._renew()
                    yield lost(item)
                else:
                    yield from found.result()

    def _renew(self) -> None:
        """Let others be put in the place of processes of which one ended by itself."""
        if self._pool:
            self._pool.shutdown()
        self._pool = None

    def _submit(self, work: Callable[[list[In]], list[Out]], share: list[In]) -> Future[list[Out]]:
        """Let a process do some work; where one has ended meanwhile, what is returned says so."""
        # spawn: a forked copy of a process that runs threads may hang.
        self._pool = self._pool or ProcessPoolExecutor(
            self.number, mp_context=get_context("spawn"), initializer=_end_with_parent
        )
        try:
            with _uninterrupted():
                return self._pool.submit(work, share)
        except BrokenProcessPool as error:
            broken: Future[list[Out]] = Future()
            broken.set_exception(error)
            return broken


def _shares(items: Iterator[In], number: int) -> Iterator[list[In]]:
    """Yield items in lists for so many processes: near the end shorter ones, so that all end at about the same time."""
    ahead = deque(islice(items, 2 * SHARE * number))
    while ahead:
        share = [ahead.popleft() for _ in range(-(-len(ahead) // (2 * number)))]
        ahead.extend(islice(items, len(share)))
        yield share


@contextmanager
def behind(number: int) -> Iterator[Callable[[Callable[[], None]], None]]:
    """Give a way to have things done so many at a time, while what follows them goes on; or, by none, at once."""
    if not number:
        yield lambda work: work()
        return
    going: deque[Future[None]] = deque()
    with ThreadPoolExecutor(number) as threads:

        def end() -> None:
            going[0].result()
            going.popleft()

        def do(work: Callable[[], None]) -> None:
            while len(going) == number or any(each.done() and each.exception() for each in going):
                end()
            going.append(threads.submit(work))

        try:
            yield do
            while going:
                end()
        except BaseException as error:
            for failed in (each.exception() for each in going):
                if failed and failed is not error:
                    error.add_note(f"beside it, this failed: {failed}")
            raise


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let processes that are started meanwhile not see Ctrl-C: a terminal tells all of it, and one has to obey."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """Let this process end when the one that began it has, however: it may hold a language model, and wait for ever."""

    def end() -> None:
        if parent := parent_process():
            parent.join()
            os._exit(1)

    Thread(target=end, daemon=True).start()


def _begun(work: Callable[[], object], nothing: list[object]) -> list[object]:
    work()
    return nothing


def _listed(stage: Stage[In, Out], share: list[In]) -> list[Out]:
    return list(stage(share))
