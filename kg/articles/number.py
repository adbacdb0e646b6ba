"""How many articles there are to read, before they are: for who says how long it takes."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from kg.articles import formats, readers
from kg.articles.asked import Asked
from kg.articles.files import STDIN, Source, sources
from kg.articles.packed import BROKEN, Archives
from kg.articles.record import Named
from kg.errors import KgError

#: Kinds of files that hold one article each, those that must be read whole for it, and the endings of those that hold
#: one a line.
SINGLE = frozenset({"text", "web page", "mail", "PDF", "Word"})
WHOLE = frozenset({"web archive"})
LINES = frozenset({".jsonl", ".ndjson"})
_PART = 1 << 20


def number(paths: Iterable[Path | str], named: Named | None = None) -> int | None:
    """Return how many articles files and folders hold; None if all must be read for it, or cannot be.

    What can be read but once, as a pipe, is left for who reads it.
    """
    inputs = [Path(path) for path in paths]
    if STDIN in inputs or any(path.exists() and not (path.is_file() or path.is_dir()) for path in inputs):
        return None
    asked = Asked(named=named or Named(), report=_untold)
    with Archives() as archives:
        try:
            counts = [_of(source, asked) for source in sources(inputs, formats.SUFFIXES, _untold, archives)]
        except (OSError, KgError, *BROKEN):
            return None
    return sum(filter(None, counts)) if None not in counts else None


def _untold(_: Exception) -> None:
    """Pass by what reading will tell."""


def _of(source: Source, asked: Asked) -> int | None:
    if source.suffix in LINES:
        with source.open() as file:
            return _lines(iter(partial(file.read, _PART), b""))
    kind = formats.of(source.suffix).name if source.suffix in formats.SUFFIXES else None
    if kind is None or kind in WHOLE:
        return None
    return 1 if kind in SINGLE else sum(1 for _ in readers.of(source, asked))


def _lines(parts: Iterable[bytes]) -> int:
    found, last = 0, b""
    for last in parts:
        found += last.count(b"\n")
    return found + bool(last and not last.endswith(b"\n"))
