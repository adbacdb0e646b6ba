"""A file that is written beside the one of its name and takes its place when it is whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from kg.errors import DataError
from kg.graph.place import outside

#: Those that are not whole yet.
_unfinished: set[Path] = set()


def abandon() -> None:
    """Remove what is not whole: for who ends the process without more ado."""
    for path in [*_unfinished]:
        path.unlink(missing_ok=True)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a file to write; where that fails or is stopped, what was there before stays as it was.

    Raises:
        UsageError: it lies in a store's own folder.
        DataError: its folder is not there, or nothing may be written in it.

    """
    if path.exists() and not path.is_file():
        # A pipe or a device has nothing to lose and cannot be replaced.
        with path.open("wb") as out:
            yield out
        return
    outside(path)
    place = Path(os.path.realpath(path))
    beside = place.with_name(f".kg-{token_hex(8)}.part")
    if not place.parent.is_dir():
        raise DataError(f"{path}: cannot be written: there is no folder {path.parent}")
    try:
        opened = beside.open("xb")
    except OSError as error:
        raise DataError(f"{path}: cannot be written: {error.strerror}") from error
    _unfinished.add(beside)
    try:
        with opened as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        if place.exists():
            beside.chmod(place.stat().st_mode)
        beside.replace(place)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    finally:
        _unfinished.discard(beside)
