"""Sorts lines that may not fit in memory: sorted runs of them go to files, which are merged, level by level."""

import tempfile
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import groupby, islice
from typing import IO

from kg.errors import DataError

#: Lines that are sorted in memory, about 30 MB; and files that are merged at once, which are open meanwhile.
RUN, WAYS = 100_000, 64


def ordered(lines: Iterable[str], run: int = RUN, ways: int = WAYS) -> Iterator[str]:
    """Yield lines by code points, each once; none holds a line feed.

    Raises:
        DataError: there is no room for temporary files.

    """
    rest, levels = iter(lines), list[list[Iterator[str]]]()
    last = sorted(islice(rest, run))
    while more := list(islice(rest, run)):
        _add(levels, _kept(last), ways)
        more.sort()
        last = more
    files = [file for level in levels for file in level]
    return (line for line, _ in groupby(merge(*files, last) if files else last))


def _add(levels: list[list[Iterator[str]]], file: Iterator[str], ways: int) -> None:
    """Put a file beside others of its level; as many as are merged at once become one of the next."""
    for level in levels:
        level.append(file)
        if len(level) < ways:
            return
        file = _kept(merge(*level))
        level.clear()
    levels.append([file])


def _kept(lines: Iterable[str]) -> Iterator[str]:
    """Write sorted lines to a file, and return what reads them."""
    try:
        file = tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115 (who reads it closes it)
        file.writelines(f"{line}\n" for line in lines)
        file.seek(0)
    except OSError as error:
        raise DataError(f"no room to sort in {tempfile.gettempdir()}: {error}; TMPDIR names another folder") from error
    return _read(file)


def _read(file: IO[str]) -> Iterator[str]:
    with file:
        for line in file:
            yield line[:-1]
