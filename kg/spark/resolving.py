"""Who is who, and which happenings are one, over all that was read: judged by sums, as a store is.

What articles tell of a name is added up (`told`); the sums are linked by the keys that they share (`linking`); what
hangs together by links and decisions gets its paths (`calling`), and each thing that of its sums. Only sums are
compared, not things, and what hangs together is small.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.graph.tallied import text
from kg.resolve.decisions import ARTICLE, Decision
from kg.spark import happening, told
from kg.spark.calling import called
from kg.spark.components import components
from kg.spark.linking import links

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def paths(readings: "DataFrame", rows: Sequence[Decision] = ()) -> "DataFrame":
    """Return the paths of the things and happenings that got another than their article alone gives them.

    What was decided ties what it is about together, whatever else does.
    """
    from pyspark.sql import functions as f

    read = readings.where("reading IS NOT NULL").select("reading")
    decided = told.decided(read, rows)
    found = told.found(read, decided.lone).persist()
    sums = told.summed(found).persist()
    linked = links(sums).persist()
    happenings = found.where(f.col("sort") == told.HAPPENING)
    happenings = happenings.select("key", "told", "blocks", f.xxhash64("articles", "key").alias("node"))
    edges = _edges(linked).unionByName(_tied(sums, decided)).unionByName(happening.edges(happenings, rows))
    component = components(edges)
    names = called(sums, linked, component, decided)
    return _things(found, names).unionByName(happening.paths(happenings, component, rows))


def _edges(links: "DataFrame") -> "DataFrame":
    """Return links as two nodes of one block each."""
    from pyspark.sql import functions as f

    block = f.xxhash64("left", "right").alias("block")
    return links.select(f.explode(f.array(f.xxhash64("left"), f.xxhash64("right"))).alias("node"), block)


def _tied(sums: "DataFrame", decided: told.Decided) -> "DataFrame":
    """Return the senses of what each decision is about as nodes of one block."""
    from pyspark.sql import functions as f

    ends = [
        (text(sense), number)
        for number, each in enumerate(decided.rows)
        for path in (each.left, each.right)
        for sense in sorted({sense for sense, _ in decided.meaning.get(path, ())})
    ]
    frame = sums.sparkSession.createDataFrame(ends, "sense string, number bigint")
    return frame.select(f.xxhash64("sense").alias("node"), f.xxhash64(f.lit("decision"), "number").alias("block"))


def _things(found: "DataFrame", names: "DataFrame") -> "DataFrame":
    """Return the paths of things that got another, and whether their own leads there, for nothing bears it now."""
    from pyspark.sql import functions as f

    names = names.persist()
    things = found.where(f.col("sort") == told.THING).select("sense", "profile", "key", "articles")
    moved = things.join(names, ["sense", "profile"]).where("key <> path")
    borne = names.select(f.col("path").alias("key")).distinct().withColumn("borne", f.expr("true"))
    is_local = f.startswith("key", f.lit(ARTICLE)) | f.startswith("path", f.lit(ARTICLE))
    replaced = (~is_local & f.col("borne").isNull()).alias("replaced")
    return moved.join(borne, "key", "left").select(f.explode("articles").alias("article"), "key", "path", replaced)
