"""What only reads may be ended at any moment: by Ctrl-C and by who tells it to end at once, and by the clock.

A query runs in Oxigraph, where Python hears no signal until it has its answer: a thread beside it does.
"""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread, Timer

from kg.cli.interrupted import NOTHING, said
from kg.cli.problems import tell
from kg.errors import TooLongError
from kg.export.file import abandon
from kg.signals import ENDING, heard_as_before


@contextmanager
def within(seconds: float | None, what: str) -> Iterator[None]:
    """Let Ctrl-C end the process at once, and end it when so much time has passed; None and 0 are any time."""
    too_long = TooLongError(f"{what} took longer than {seconds:g} s; --timeout gives it more") if seconds else None
    timer = Timer(seconds, _end, [str(too_long), too_long.exit_code]) if seconds and too_long else None
    if timer:
        timer.daemon = True
        timer.start()
    with _heard():
        try:
            yield
        finally:
            if timer:
                timer.cancel()


@contextmanager
def _heard() -> Iterator[None]:
    """Have signals heard beside the work."""
    heard, hearing = os.pipe()
    os.set_blocking(hearing, False)
    listener = Thread(target=_listen, args=[heard], daemon=True)
    with heard_as_before():
        for number in ENDING:
            signal.signal(number, lambda *_: None)
        before = signal.set_wakeup_fd(hearing)
        listener.start()
        try:
            yield
        finally:
            signal.set_wakeup_fd(before)
            os.close(hearing)
            listener.join()
            os.close(heard)


def _listen(heard: int) -> None:
    while told := os.read(heard, 1):
        if told[0] in ENDING:
            _end(said(NOTHING, told[0]), 128 + told[0])


def _end(message: str, code: int) -> None:
    abandon()
    tell(message)
    sys.stderr.flush()
    os._exit(code)
