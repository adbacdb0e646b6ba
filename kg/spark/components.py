"""What hangs together: nodes that share a block, and with these, and so on: here where they are few, else by joins."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pyarrow as pa

from kg.resolve.groups import Groups

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

#: A node and a block of it, as numbers: two nodes or blocks of one number are at worst looked at together.
EDGE = pa.schema([("node", pa.int64()), ("block", pa.int64())])
#: Edges that the driver joins by itself at most: each join of Spark's costs it more than these.
FEW = 200_000


def components(edges: "DataFrame", few: int = FEW) -> "DataFrame":
    """Return the component of each node, the least of its nodes; `edges` tell the blocks of each node."""
    edges = edges.select("node", "block").distinct().persist()
    some = edges.limit(few + 1).collect()
    if len(some) > few:
        return _by_joins(edges)
    edges.unpersist()
    return edges.sparkSession.createDataFrame(
        grouped((row["node"], row["block"]) for row in some), "node bigint, component bigint"
    )


def grouped(edges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the component of each node, in order; a node is none of its blocks, whatever their numbers."""
    together: Groups[tuple[str, int]] = Groups()
    nodes = set()
    for node, block in edges:
        nodes.add(("node", node))
        together.join(("node", node), ("block", block))
    found = together.all(sorted(nodes))
    each = ([number for sort, number in group if sort == "node"] for group in found)
    return sorted((node, min(group)) for group in each for node in group)


def _by_joins(edges: "DataFrame") -> "DataFrame":
    from pyspark.sql import functions as f

    labels = edges.groupBy("node").agg(f.min("node").alias("label")).localCheckpoint()
    while True:
        least = edges.join(labels, "node").groupBy("block").agg(f.min("label").alias("label"))
        near = edges.join(least, "block").groupBy("node").agg(f.min("label").alias("label"))
        # A label is a node that has a label by now: a step for each doubling of the way, not for each node of it.
        further = near.select(f.col("node").alias("label"), f.col("label").alias("next"))
        step = f.least("label", "next").alias("label")
        new = near.join(further, "label", "left").select("node", f.coalesce(step, "label").alias("label"))
        new = new.localCheckpoint()
        is_done = new.join(labels.withColumnRenamed("label", "before"), "node").where("label <> before").isEmpty()
        labels = new
        if is_done:
            edges.unpersist()
            return labels.withColumnRenamed("label", "component")
