"""A limit to what one article may take of the processor, from its first step to its last."""

import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import current_thread, main_thread
from time import process_time
from types import FrameType

from kg.errors import OutOfTimeError

#: Told again each second, should something on the way have swallowed it.
AGAIN = 1.0
#: Of what one article may take, what several may that are parsed together: each is charged all of it.
TOGETHER = 0.25
#: A timer of no seconds never rings.
LEAST = 0.001


class TimeLimitError(OutOfTimeError):
    """Reading took too long."""


class Allowance:
    """What of the processor's time one article has left."""

    def __init__(self, seconds: float | None = None) -> None:
        """Begin with so many seconds, or with no limit."""
        self._seconds = seconds
        self._spent = 0.0

    @property
    def left(self) -> float | None:
        """How many seconds are left, if there is a limit."""
        return None if self._seconds is None else max(LEAST, self._seconds - self._spent)

    @contextmanager
    def spent(self) -> Iterator[None]:
        """Do something in the time that is left.

        Raises:
            TimeLimitError: it took longer.

        """
        begun = process_time()
        with limited(self.left, self._seconds):
            yield
        self._spent += process_time() - begun

    def charge(self, seconds: float) -> None:
        """Take away what was done for this article and others at once."""
        self._spent += seconds


@contextmanager
def spent_together(allowances: Sequence[Allowance]) -> Iterator[None]:
    """Do something for several articles at once, in a part of the time that the least of them has left.

    Raises:
        TimeLimitError: it took longer, and is charged to none.

    """
    lefts = [each.left for each in allowances if each.left is not None]
    begun = process_time()
    with limited(TOGETHER * min(lefts) if lefts else None):
        yield
    for each in allowances:
        each.charge(process_time() - begun)


@contextmanager
def limited(seconds: float | None, told: float | None = None) -> Iterator[None]:
    """Raise where what is done within takes more processor seconds; `told` are those that the message names.

    It ends Python, between two of its steps: one step of a library in C is not cut short. Where the system has no such
    clock, and in a thread other than the first, there is no limit.

    Raises:
        TimeLimitError: it took longer.

    """
    if seconds is None or current_thread() is not main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def end(_: int, __: FrameType | None) -> None:
        raise TimeLimitError(f"reading it took more than {told or seconds:g} seconds of the processor")

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
