"""Who writes to a store: readers can tell a build that goes on from one that did not end."""

import fcntl
import os
from io import TextIOWrapper
from pathlib import Path

LOCK = "newskg.lock"


def hold(folder: Path) -> TextIOWrapper:
    """Return what holds the store until it is closed, or its process ends, however it ends.

    Raises:
        BlockingIOError: it is held, or its folder was just replaced.

    """
    file = (folder / LOCK).open("a", encoding="utf-8")
    if not _locked(file) or not os.path.samestat(os.fstat(file.fileno()), (folder / LOCK).stat()):
        file.close()
        raise BlockingIOError
    return file


def _locked(file: TextIOWrapper) -> bool:
    """Lock a file, unless another has; where a disk has no locks, Oxigraph's own keeps a second writer away."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


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
