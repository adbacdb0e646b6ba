"""What tells a process to end: work is done whole before it is heard."""

import signal
from collections.abc import Callable
from functools import partial
from threading import current_thread, main_thread

#: Ctrl-C, and what a system sends.
ENDING = (signal.SIGINT, signal.SIGTERM)


def to_the_end(work: Callable[[], None]) -> None:
    """Do some work whole; what tells the process to end meanwhile is heard after it, unless the work itself fails."""
    if current_thread() is not main_thread():
        # Only the main thread hears of it.
        work()
        return
    told: list[Callable[[], object]] = []
    handlers = {number: now for number in ENDING if callable(now := signal.getsignal(number))}
    for number, handler in handlers.items():
        signal.signal(number, lambda *heard, handler=handler: told.append(partial(handler, *heard)))
    try:
        work()
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
    for end in told[:1]:
        end()
