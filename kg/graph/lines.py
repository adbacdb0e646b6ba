"""Quads as lines of N-Quads: what is only to be written need not be made one by one as terms.

Many lines are one block of bytes, each with its end: as a text of Python, one curly quote would take twice that.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BufferedReader, RawIOBase
from typing import Any, TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse

#: Subject, predicate and object: what is only to be written need be no triple.
Spo: TypeAlias = tuple[NamedNode | BlankNode | Triple, NamedNode, NamedNode | BlankNode | Literal | Triple]

#: Bytes of blocks that are read at a time.
BUFFER = 1 << 18


def lines(made: Iterable[Quad]) -> Iterator[str]:
    """Yield quads as lines of N-Quads, without the lines' ends."""
    for quad in made:
        graph = "" if isinstance(quad.graph_name, DefaultGraph) else f"{quad.graph_name} "
        yield f"{quad.triple} {graph}."


def written(made: Iterable[Quad]) -> str:
    """Return quads as lines of N-Quads, without the last line's end."""
    return "\n".join(lines(made))


def block(lines: Iterable[str]) -> bytes:
    """Return lines without their ends as a block."""
    return "".join(f"{line}\n" for line in lines).encode()


def read(blocks: Iterable[bytes]) -> set[Quad]:
    """Return the quads of some blocks, which were made as terms: it was looked whether they can be."""
    return set(parse(together(blocks), RdfFormat.N_QUADS, lenient=True))


def together(blocks: Iterable[bytes]) -> BufferedReader:
    """Return blocks as one file, without a copy of all of them."""
    return BufferedReader(_Blocks(blocks), BUFFER)


class _Blocks(RawIOBase):
    def __init__(self, blocks: Iterable[bytes]) -> None:
        self._rest = filter(None, blocks)
        self._now = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        self._now = self._now or memoryview(next(self._rest, b""))
        size = min(len(into), len(self._now))
        into[:size], self._now = self._now[:size], self._now[size:]
        return size


@dataclass(frozen=True, slots=True)
class Stated:
    """A graph that states things, in blocks of lines: names and what else the default graph shares, and evidence."""

    graph: NamedNode
    named: bytes
    plain: bytes
    evidence: bytes

    @property
    def names(self) -> set[Triple]:
        """What things are called, of which the default graph chooses."""
        return {quad.triple for quad in read([self.named])}

    @property
    def triples(self) -> set[Triple]:
        """What the default graph shares."""
        return {quad.triple for quad in read([self.named, self.plain])}

    @property
    def merged(self) -> bytes:
        """What the default graph shares, but for names, as lines of it."""
        return self.plain.replace(f" {self.graph} .\n".encode(), b" .\n")

    @property
    def blocks(self) -> tuple[bytes, bytes, bytes]:
        """All of it, a quad a line."""
        return self.evidence, self.named, self.plain

    @property
    def quads(self) -> set[Quad]:
        """All of it as quads."""
        return read(self.blocks)
