"""The folder that a store lives in: is it one, may this kg open it, and what the disk says when it will not."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

from pyoxigraph import NamedNode, Store

from kg.errors import DataError, UsageError
from kg.vocabulary import BASE

#: Raised when a store of before cannot be read as one of now.
FORMAT = 1
MARK = "newskg.json"
#: What the mark is written as before it is put in its place whole.
NEW_MARK = "newskg.json.new"
#: RocksDB's words for a lock of another process, and of this one.
LOCKED = re.compile("While lock file|lock hold by current process")
#: Seconds between attempts to read beside a writer.
PAUSES = (0.02, 0.1, 0.5)


def prepare(path: Path, base: str | None, *, create: bool) -> str:
    """Make sure that the folder is a store of this kg, and return the base of its IRIs.

    Raises:
        DataError: it is none, or a newer one, or one of another base, or cannot be made.

    """
    mark = path / MARK
    with trouble(path):
        if mark.is_file():
            held = _checked(mark)
            if base not in (None, held):
                raise DataError(f"the IRIs of {path} start with {held}, not with {base}: name another store")
            return held
        if not create:
            raise DataError(f"there is no store at {path}: make one with kg build PATH, or name another with --store")
        if path.exists() and any(file.name != NEW_MARK for file in path.iterdir()):
            raise DataError(f"{path} holds other files and is no store: name an empty or a new folder with --store")
        base = _valid(base or BASE)
        path.mkdir(parents=True, exist_ok=True)
        new = path / NEW_MARK
        new.write_text(json.dumps({"format": FORMAT, "base": base}) + "\n", encoding="utf-8")
        new.replace(mark)
    return base


def _valid(base: str) -> str:
    try:
        NamedNode(base)
    except ValueError as error:
        raise UsageError(f"{base!r} is no IRI for things to start with; write it as {BASE}") from error
    if not base.endswith(("/", "#")):
        raise UsageError(f"{base!r} should end with / or #, for names to follow")
    return base


def _checked(mark: Path) -> str:
    try:
        found = json.loads(mark.read_text(encoding="utf-8"))
        made, base = int(found["format"]), str(found["base"])
    except (ValueError, KeyError, TypeError) as error:
        raise DataError(f"{mark} does not say what store this is: it should hold format and base") from error
    if made > FORMAT:
        raise DataError(f"{mark.parent} was made by a newer kg (format {made}, this one reads {FORMAT}): update newskg")
    return base


def writing(path: Path) -> Store:
    """Open the store for this process alone to write."""
    with trouble(path):
        return Store(str(path))


def reading(path: Path) -> Store:
    """Open what the store holds now; a writer may stand beside."""
    for pause in PAUSES:
        try:
            return Store.read_only(str(path))
        except (OSError, RuntimeError):
            # The writer just put one file in the place of others.
            sleep(pause)
    with trouble(path):
        return Store.read_only(str(path))


@contextmanager
def trouble(path: Path) -> Iterator[None]:
    """Say what the disk will not do as a message for people.

    Raises:
        DataError: the store is held by another process, or cannot be read or written.

    """
    try:
        yield
    except (OSError, RuntimeError) as error:
        if LOCKED.search(str(error)):
            raise DataError(f"another process is writing to {path}: try again when it is done") from error
        raise DataError(f"the store {path} cannot be read or written: {error}") from error
