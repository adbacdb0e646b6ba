"""Many triples, set aside in a file that has no name, and taken back a portion at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile

from pyoxigraph import DefaultGraph, Triple

from kg.errors import DataError
from kg.graph.lines import block, lines, read
from kg.graph.merge import at


def spooled(triples: Iterable[Triple], number: int, folder: Path) -> Iterator[set[Triple]]:
    """Yield triples, so many at a time; the first only when all are asked for, so that nothing of them is half read.

    Raises:
        DataError: the folder cannot be written.

    """
    rest, sizes = iter(triples), list[int]()
    # Not where files of a moment go, which may be memory.
    with TemporaryFile(dir=folder) as file:
        while portion := list(islice(rest, number)):
            made = block(lines(at(each, DefaultGraph()) for each in portion))
            try:
                sizes.append(file.write(made))
                file.flush()
            except OSError as error:
                raise DataError(f"the store {folder} cannot be written: {error}") from error
        file.seek(0)
        for size in sizes:
            yield {quad.triple for quad in read([file.read(size)])}
