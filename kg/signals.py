"""What tells a process to end: work is done whole before it is heard."""

import signal
from collections.abc import Callable
from functools import partial
from threading import current_thread, main_thread
from typing import Any

#: Ctrl-C, and what a system sends.
ENDING = (signal.SIGINT, signal.SIGTERM)


def to_the_end(work: Callable[[], None]) -> None:
    """Do some work whole; what tells the process to end meanwhile is heard after it, unless the work itself fails."""
    if current_thread() is not main_thread():
        # Only the main thread hears of it.
        work()
        return
    told: list[Callable[[], object]] = []
    handlers: dict[int, Callable[[int, Any], object]] = {
        number: now for number in ENDING if callable(now := signal.getsignal(number))
    }
    is_done = False

    def hear(number: int, frame: Any) -> None:
        if is_done:
            handlers[number](number, frame)
        else:
            told.append(partial(handlers[number], number, frame))

    try:
        for number in handlers:
            signal.signal(number, hear)
        work()
    finally:
        is_done = True
        for number, handler in handlers.items():
            signal.signal(number, handler)
    for end in told:
        end()
