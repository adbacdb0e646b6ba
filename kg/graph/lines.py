"""Quads as lines of N-Quads."""

from collections.abc import Iterable

from pyoxigraph import DefaultGraph, Quad


def written(made: Iterable[Quad]) -> str:
    """Return quads as lines of N-Quads, without the last line's end."""
    graphs = ((quad, "" if isinstance(quad.graph_name, DefaultGraph) else f"{quad.graph_name} ") for quad in made)
    return "\n".join(f"{quad.triple} {graph}." for quad, graph in graphs)
