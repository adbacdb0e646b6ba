"""What tells a process to end: work is done whole before it is heard."""

import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from threading import current_thread, main_thread
from typing import Any

#: Ctrl-C, and what a system sends.
ENDING = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def heard_as_before() -> Iterator[Mapping[signal.Signals, Any]]:
    """Give what hears each of these, and have it hear them again in the end."""
    before = {number: signal.getsignal(number) for number in ENDING}
    try:
        yield before
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def to_the_end(work: Callable[[], None]) -> None:
    """Do some work whole; what tells the process to end meanwhile is heard after it, unless the work itself fails."""
    if current_thread() is not main_thread():
        # Only the main thread hears of it.
        work()
        return
    told: list[Callable[[], object]] = []
    is_done = False

    def hear(handler: Callable[..., object], *heard: object) -> None:
        if is_done:
            handler(*heard)
        else:
            told.append(partial(handler, *heard))

    with heard_as_before() as handlers:
        try:
            for number, handler in handlers.items():
                if callable(handler):
                    signal.signal(number, partial(hear, handler))
            work()
        finally:
            is_done = True
    for end in told:
        end()
