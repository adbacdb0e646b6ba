"""Ends a command whose memory grows because its store is damaged.

Over a damaged block Oxigraph's aggregates and sorts gather errors in memory without end, and nothing in Python can
interrupt them. A thread beside them reads the store through once memory has grown, and ends the command if it must.
"""

import os
import resource
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from time import sleep

from kg.cli.problems import tell
from kg.errors import DataError
from kg.export.file import abandon
from kg.graph.store import Store
from kg.graph.verifying import damage

#: By how many bytes memory may grow before the store is looked through, and before a command ends whatever is found.
GROWN, MOST = 500_000_000, 4_000_000_000
PAUSE = 0.2


def watched(store: Store) -> Store:
    """Return the store, with an eye on what its commands need."""
    Thread(target=_watch, args=(store, _peak()), daemon=True).start()
    return store


def _watch(store: Store, start: int) -> None:
    while store.is_open and _peak() < start + GROWN:
        sleep(PAUSE)
    if not store.is_open:
        return
    looking = Thread(target=_look, args=(store, _end), daemon=True)
    looking.start()
    while store.is_open and looking.is_alive() and _peak() < start + MOST:
        sleep(PAUSE)
    if store.is_open and looking.is_alive():
        _end(DataError(f"this needs more than {MOST:,} bytes, or {store.path} is damaged: kg store verify tells"))


def _look(store: Store, end: Callable[[DataError], None]) -> None:
    with suppress(AttributeError):  # closed in between: all is read
        if found := damage(store):
            end(found)


def _end(error: DataError) -> None:
    abandon()
    tell(str(error))
    sys.stderr.flush()
    os._exit(error.exit_code)


def _peak() -> int:
    """Return the most bytes of memory that this process had."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
