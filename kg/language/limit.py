"""A limit to what one article may take of the processor."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

#: Told again each second, should something on the way have swallowed it.
AGAIN = 1.0


class TimeLimitError(BaseException):
    """Reading took too long; no Exception, so that nothing that handles those takes it for its own."""


@contextmanager
def limited(seconds: float | None) -> Iterator[None]:
    """Raise where what is done within takes more processor seconds.

    It ends Python, between two of its steps: one step of a library in C is not cut short. Where the system has no such
    clock, and in a thread other than the first, there is no limit.

    Raises:
        TimeLimitError: it took longer.

    """
    if seconds is None or current_thread() is not main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def end(_: int, __: FrameType | None) -> None:
        raise TimeLimitError(f"took more than {seconds:g} seconds of the processor")

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
