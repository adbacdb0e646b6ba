"""What hangs together: nodes that share a block, and with these, and so on, by joins alone."""

from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

#: A node and a block of it, as numbers: two nodes or blocks of one number are at worst looked at together.
EDGE = pa.schema([("node", pa.int64()), ("block", pa.int64())])


def components(edges: "DataFrame") -> "DataFrame":
    """Return the component of each node, the least of its nodes; `edges` tell the blocks of each node."""
    from pyspark.sql import functions as f

    edges = edges.select("node", "block").distinct().persist()
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
