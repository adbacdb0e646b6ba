"""A file that is written beside the one of its name and takes its place when it is whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a file to write; where that fails or is stopped, what was there before stays as it was."""
    if path.exists() and not path.is_file():
        # A pipe or a device has nothing to lose and cannot be replaced.
        with path.open("wb") as out:
            yield out
        return
    place = Path(os.path.realpath(path))
    beside = place.with_name(f".kg-{token_hex(8)}.part")
    try:
        with beside.open("xb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        if place.exists():
            beside.chmod(place.stat().st_mode)
        beside.replace(place)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
