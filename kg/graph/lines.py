"""Quads as lines of N-Quads: what is only to be written need not be made one by one as terms."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple, parse


def lines(made: Iterable[Quad]) -> Iterator[str]:
    """Yield quads as lines of N-Quads, without the lines' ends."""
    for quad in made:
        graph = "" if isinstance(quad.graph_name, DefaultGraph) else f"{quad.graph_name} "
        yield f"{quad.triple} {graph}."


def written(made: Iterable[Quad]) -> str:
    """Return quads as lines of N-Quads, without the last line's end."""
    return "\n".join(lines(made))


def read(lines: Iterable[str]) -> set[Quad]:
    """Return the quads of some lines, which were made as terms: it was looked whether they can be."""
    return set(parse("\n".join(lines), RdfFormat.N_QUADS, lenient=True))


@dataclass(frozen=True, slots=True)
class Stated:
    """A graph that states things, as lines: what the default graph shares, and the evidence, which it does not."""

    graph: NamedNode
    plain: list[str]
    evidence: list[str]

    @property
    def triples(self) -> set[Triple]:
        """What the default graph shares."""
        return {quad.triple for quad in read(self.plain)}

    @property
    def lines(self) -> list[str]:
        """All of it, a quad a line, without the lines' ends."""
        return [*self.evidence, *self.plain]

    @property
    def quads(self) -> set[Quad]:
        """All of it as quads."""
        return read(self.lines)
