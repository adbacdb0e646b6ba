"""How many articles there are to read, as far as files tell unread: for who says how long it takes."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from kg.articles import formats
from kg.articles.files import STDIN, Source, sources
from kg.articles.packed import BROKEN, Archives
from kg.errors import KgError

#: Kinds of files that hold one article each, and the endings of those that hold one a line.
SINGLE = frozenset({"text", "web page", "mail", "PDF", "Word"})
LINES = frozenset({".jsonl", ".ndjson"})
_PART = 1 << 20


def number(paths: Iterable[Path | str]) -> int | None:
    """Return how many articles files and folders hold; None if one must be read for it, or cannot be."""
    inputs = [Path(path) for path in paths]
    if STDIN in inputs:
        return None
    with Archives() as archives:
        try:
            counts = [_of(source) for source in sources(inputs, formats.SUFFIXES, _untold, archives)]
        except (OSError, KgError, *BROKEN):
            return None
    return sum(filter(None, counts)) if None not in counts else None


def _untold(_: Exception) -> None:
    """Pass by what reading will tell."""


def _of(source: Source) -> int | None:
    if source.suffix in LINES:
        with source.open() as file:
            parts = iter(partial(file.read, _PART), b"")
            return sum(part.count(b"\n") for part in parts)
    return 1 if source.suffix in formats.SUFFIXES and formats.of(source.suffix).name in SINGLE else None
