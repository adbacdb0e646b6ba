"""What only reads may be ended at any moment: by Ctrl-C at once, and by the clock.

A query runs in Oxigraph, where Python hears no signal. Nothing is lost if the process ends there.
"""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

from kg.cli.problems import tell
from kg.errors import TooLongError


@contextmanager
def within(seconds: float | None, what: str) -> Iterator[None]:
    """Let Ctrl-C end the process at once, and end it when so much time has passed; None and 0 are any time."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    timer = (
        Timer(seconds, _end, [TooLongError(f"{what} took longer than {seconds:g} s; --timeout gives it more")])
        if seconds
        else None
    )
    if timer:
        timer.daemon = True
        timer.start()
    try:
        yield
    finally:
        if timer:
            timer.cancel()
        signal.signal(signal.SIGINT, before)


def _end(error: TooLongError) -> None:
    tell(str(error))
    sys.stderr.flush()
    os._exit(error.exit_code)
