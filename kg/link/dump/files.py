"""A dump's file: plain, gz or bz2 by what it begins with, JSON, N-Triples or Turtle likewise."""

import bz2
import gzip
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Literal, cast

from kg.errors import DataError, UsageError

Form = Literal["json", "nt", "ttl"]


def _gzip(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.GzipFile(path))


_OPENERS: dict[bytes, Callable[[Path], IO[bytes]]] = {b"\x1f\x8b": _gzip, b"BZ": bz2.BZ2File}


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """Open a dump for reading as it was before it was packed.

    Raises:
        UsageError: there is no such file.
        DataError: it cannot be read, or is packed and cut short.

    """
    try:
        with path.open("rb") as plain:
            opener = _OPENERS.get(plain.read(2))
        with opener(path) if opener else path.open("rb") as stream:
            yield stream
    except FileNotFoundError:
        raise UsageError(f"there is no file {path}") from None
    except (OSError, EOFError) as error:
        raise DataError(f"{path} cannot be read to its end: {error}") from error


def form(path: Path) -> Form:
    """Return how a dump is written, by its first character and its name: JSON, N-Triples or Turtle."""
    with opened(path) as stream:
        start = stream.read(4096).lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        raise DataError(f"{path} is empty")
    if start[:1] in b"[{":
        return "json"
    if start[:1] not in b"<@#_" and not start.upper().startswith((b"PREFIX", b"BASE")):
        raise DataError(
            f"{path} is no dump of Wikidata: it begins with {start[:20]!r}, not with JSON, N-Triples or Turtle"
        )
    return "nt" if any(name in (".nt", ".ntriples") for name in path.suffixes) else "ttl"
