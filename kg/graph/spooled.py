"""Many triples, set aside in a file that has no name, and taken back a portion at a time."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile

from pyoxigraph import DefaultGraph, Triple

from kg.errors import DataError
from kg.graph.lines import block, lines, read
from kg.graph.merge import at


@contextmanager
def spooled(triples: Iterable[Triple], number: int, folder: Path) -> Iterator[Iterator[set[Triple]]]:
    """Read triples, all of them, and give an iterator of them, so many at a time.

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
        yield ({quad.triple for quad in read([file.read(size)])} for size in sizes)
