"""Where a store may lie, and what may lie in its folder: the store, and nothing else."""

import os
from pathlib import Path

from kg.errors import DataError, UsageError
from kg.graph.mark import MARK


def outside(path: Path) -> None:
    """Let nothing be written into the folder of a store, where compacting would take it away.

    Raises:
        UsageError: the path lies in one.

    """
    place = Path(os.path.realpath(path))
    for folder in place.parents:
        if (folder / MARK).is_file():
            other = folder.parent / place.name
            raise UsageError(f"{path} is in the folder of the store {folder}, which holds nothing else: name {other}")


def unoccupied(path: Path) -> None:
    """Let no folder be put in the place of a store's in which somebody stands, who would be left in one that is gone.

    Raises:
        DataError: the current folder lies in it.

    """
    here = Path(os.path.realpath("."))
    if Path(os.path.realpath(path)) in (here, *here.parents):
        raise DataError(f"the current folder is in {path}, whose place another folder takes: say it from elsewhere")


def named(path: Path) -> None:
    """Let a store have a name that its database can have.

    Raises:
        UsageError: it is not UTF-8.

    """
    try:
        str(path).encode()
    except UnicodeEncodeError:
        raise UsageError(f"{path}: the name of a store is UTF-8: give it another") from None
