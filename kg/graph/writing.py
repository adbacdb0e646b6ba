"""One write of a database: all of it or nothing."""

from collections.abc import Iterable, Sequence
from itertools import chain

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store

from kg.graph.lines import block, lines, read, together
from kg.graph.merge import Change

#: More quads than these are written as files of their own, put in place at once: three times sooner than one by one.
MANY = 10_000
#: pyoxigraph does not promise that `bulk_extend` writes all or nothing. It does while its loader, which takes a million
#: quads at a time, puts all in place together (of so many nothing is seen before the end). More go in one by one.
TOGETHER = 500_000
#: How many quads with files of their own take the memory of one without, or of a kilobyte of text.
ONE_BY_ONE = 5


def write(db: Store, change: Change, drop: Sequence[NamedNode] = ()) -> int:
    """Take out and put in quads, and drop graphs, at once.

    Return how much of it the database holds in memory from then on, in quads that have files of their own.
    """
    steps = [f"DROP SILENT GRAPH {graph}" for graph in drop]
    steps += [f"DELETE DATA {{{_block(change.out)}}}"] if change.out else []
    size = len(change)
    bulk = not (change.out or drop) and MANY < size <= TOGETHER
    if steps:
        into = chain(change.into, read(change.blocks))
        db.update(";\n".join([*steps, f"INSERT DATA {{{_block(into)}}}"]))
    elif change.blocks:
        load = db.bulk_load if bulk else db.load
        # Whoever made them as terms has looked whether they can be.
        load(together([*change.blocks, block(lines(change.into))]), RdfFormat.N_QUADS, lenient=True)
    elif bulk:
        db.bulk_extend(change.into)
    else:
        db.extend(change.into)
    return size if bulk else ONE_BY_ONE * (size + (sum(map(len, change.blocks)) >> 10))


def _block(quads: Iterable[Quad]) -> str:
    return "\n".join(
        str(quad.triple) + " ."
        if isinstance(quad.graph_name, DefaultGraph)
        else f"GRAPH {quad.graph_name} {{ {quad.triple} }}"
        for quad in quads
    )
