"""What the disk will not do, and what is damaged in a store, as messages for people."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from kg.errors import DataError, FullError

if TYPE_CHECKING:
    from kg.graph.store import Store

#: RocksDB's words for a lock of another process, and of this one.
OWN = "lock hold by current process"
LOCKED = re.compile(f"While lock file|{OWN}")
#: What RocksDB and Oxigraph begin their errors with, which have no number as those of files have.
TROUBLE = re.compile(r"Corruption|IO error|Invalid |Not found|Column famil|Operation |Result incomplete")
#: What a disk says that is full, and one that will not take more, which damages nothing.
FULL = re.compile(r"No space|File too large|quota exceeded")
REFUSED = re.compile(rf"{FULL.pattern}|Read-only")
_FILE = re.compile(r"(?:(?:/[^/:]+)*?/|\b)(\d+\.(?:sst|log|ldb)|MANIFEST-\d+|OPTIONS-\d+|CURRENT)\b")
#: What RocksDB adds of the list of its files, also where another of them is damaged.
GUESSED = re.compile(r"\s*The file (/?.*?MANIFEST-\d+) may be corrupted\.")
RECOVER = "docs/operations.md tells how to recover"
LOST = f"kg store verify tells how much is lost, and {RECOVER}"

Work = TypeVar("Work", bound=Callable[..., object])


class DamageError(DataError):
    """A store is damaged; `found` says where, and not yet what to do."""

    def __init__(self, where: object, words: str) -> None:
        """Take what is damaged, and the database's words."""
        self.found = f"the store is damaged at {where}: {words}"
        super().__init__(f"{self.found}: {LOST}")


@contextmanager
def trouble(path: Path) -> Iterator[None]:
    """Say what the disk will not do, and what is damaged, as a message for people.

    Raises:
        DataError: the store is held by another process, is damaged, or cannot be read or written.

    """
    try:
        yield
    except BaseException as error:
        if told := said(path, error):
            raise told from error
        raise


def said(path: Path | None, error: BaseException) -> DataError | None:
    """Return what is told of an error of the store; None of an error of something else."""
    words = str(error)
    if type(error).__name__ == "PanicException":
        # Oxigraph itself gave up over what it read.
        return DamageError(path, words)
    if isinstance(error, OSError) and error.errno is not None:
        return _refused(path, str(error)) if _is_in(error, path) else None
    if not (isinstance(error, OSError) or (type(error) is RuntimeError and TROUBLE.match(words))):
        return None
    if LOCKED.search(words):
        return DataError(f"another process is writing to {path}: try again when it is done")
    file = _FILE.search(words)
    if REFUSED.search(words) or not file:
        return _refused(path, words) if path else None
    return _damaged(path / file[1] if path else file[0], words)


def said_of_copy(copy: Path, store: Path, error: Exception) -> DataError:
    """Return what is told of an error that is met in a copy of a store: what is so of the store."""
    words = str(error).replace(str(copy), str(store))
    met = OSError(words) if isinstance(error, OSError) else RuntimeError(words)
    return said(store, met) or DataError(f"{store}: {words}")


def _refused(path: Path | None, words: str) -> DataError:
    kind = FullError if FULL.search(words) else DataError
    return kind(f"the store {path} cannot be read or written: {words}")


def _damaged(where: Path | str, words: str) -> DamageError:
    guessed = GUESSED.search(words)
    rest = GUESSED.sub("", words)
    return DamageError(f"{guessed[1]} or a file that it lists" if guessed and not _FILE.search(rest) else where, rest)


def _is_in(error: OSError, path: Path | None) -> bool:
    return path is not None and error.filename is not None and Path(error.filename).is_relative_to(path)


def told(work: Work) -> Work:
    """Let what works on a store tell what is damaged in it, also where nobody opened the store by `with`."""

    @wraps(work)
    def telling(store: "Store", *arguments: Any, **options: Any) -> object:
        with trouble(store.path):
            return work(store, *arguments, **options)

    return cast("Work", telling)
