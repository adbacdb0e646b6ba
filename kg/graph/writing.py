"""One write of a database: all of it or nothing."""

from collections.abc import Iterable
from itertools import chain

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store

from kg.graph.lines import block, lines, read, together
from kg.graph.merge import Change

#: More quads than these are written as files of their own, put in place at once: three times sooner than one by one.
MANY = 10_000
#: pyoxigraph does not promise that `bulk_extend` writes all or nothing. It does while its loader, which takes a million
#: quads at a time, puts all in place together (of so many nothing is seen before the end). More go in one by one.
TOGETHER = 500_000


def write(db: Store, change: Change, drop: Iterable[NamedNode] = ()) -> None:
    """Take out and put in quads, and drop graphs, at once."""
    steps = [f"DROP SILENT GRAPH {graph}" for graph in drop]
    steps += [f"DELETE DATA {{{_block(change.out)}}}"] if change.out else []
    if steps:
        into = chain(change.into, read(change.blocks))
        db.update(";\n".join([*steps, f"INSERT DATA {{{_block(into)}}}"]))
    elif change.blocks:
        load = db.bulk_load if MANY < len(change) <= TOGETHER else db.load
        # Whoever made them as terms has looked whether they can be.
        load(together([*change.blocks, block(lines(change.into))]), RdfFormat.N_QUADS, lenient=True)
    elif MANY < len(change) <= TOGETHER:
        db.bulk_extend(change.into)
    else:
        db.extend(change.into)


def _block(quads: Iterable[Quad]) -> str:
    return "\n".join(
        str(quad.triple) + " ."
        if isinstance(quad.graph_name, DefaultGraph)
        else f"GRAPH {quad.graph_name} {{ {quad.triple} }}"
        for quad in quads
    )
