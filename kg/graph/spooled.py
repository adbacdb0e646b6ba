"""Many triples, set aside in a file that has no name, and taken back a portion at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile

from pyoxigraph import DefaultGraph, Triple

from kg.graph.lines import block, lines, read
from kg.graph.merge import at


def spooled(triples: Iterable[Triple], number: int, folder: Path) -> Iterator[set[Triple]]:
    """Yield triples, so many at a time; the first only when all are asked for, so that nothing of them is half read."""
    rest, sizes = iter(triples), list[int]()
    # Beside what it is made from: where files of a moment go may be memory.
    with TemporaryFile(dir=folder) as file:
        while portion := list(islice(rest, number)):
            sizes.append(file.write(block(lines(at(each, DefaultGraph()) for each in portion))))
        file.seek(0)
        for size in sizes:
            yield {quad.triple for quad in read([file.read(size)])}
