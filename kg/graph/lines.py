"""Quads as lines of N-Quads: what is only to be written need not be made one by one as terms."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple, parse


def written(made: Iterable[Quad]) -> str:
    """Return quads as lines of N-Quads, without the last line's end."""
    graphs = ((quad, "" if isinstance(quad.graph_name, DefaultGraph) else f"{quad.graph_name} ") for quad in made)
    return "\n".join(f"{quad.triple} {graph}." for quad, graph in graphs)


def read(lines: Iterable[str]) -> set[Quad]:
    """Return the quads of some lines."""
    return set(parse("\n".join(lines), RdfFormat.N_QUADS))


@dataclass(frozen=True, slots=True)
class Stated:
    """A graph that states things: what the default graph shares, and lines of the evidence, which it does not."""

    graph: NamedNode
    plain: AbstractSet[Triple]
    evidence: list[str]

    @property
    def lines(self) -> list[str]:
        """All of it, a quad a line, without the lines' ends."""
        return [*self.evidence, *(f"{triple} {self.graph} ." for triple in self.plain)]

    @property
    def quads(self) -> set[Quad]:
        """All of it as quads."""
        return read(self.lines)
