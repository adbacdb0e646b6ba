"""Who writes to a store: readers can tell a build that goes on from one that did not end."""

import fcntl
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path

LOCK = "newskg.lock"


def hold(folder: Path) -> TextIOWrapper:
    """Return what holds the store until it is closed, or its process ends, however it ends."""
    file = (folder / LOCK).open("a", encoding="utf-8")
    # Oxigraph's own lock keeps a second writer away; this one is for readers to see.
    with suppress(OSError):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return file


def is_held(folder: Path) -> bool:
    """Tell whether a process writes to the store."""
    try:
        with (folder / LOCK).open(encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False
