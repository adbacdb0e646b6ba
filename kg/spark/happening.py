"""Which happenings are one: what hangs together of a block, and by blocks, is joined as on one machine."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from kg.graph.packing import unpacked
from kg.resolve.decisions import Decision
from kg.resolve.events import meeting
from kg.resolve.events.hanging import components
from kg.resolve.events.meeting import order
from kg.resolve.events.occurrence import Occurrence
from kg.spark.batches import MANY, Row, mapped
from kg.spark.components import EDGE
from kg.spark.schema import PATH

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def edges(happenings: "DataFrame", decided: Sequence[Decision]) -> "DataFrame":
    """Return what ties happenings together: links that are strong enough, and decisions; rows of EDGE."""
    from pyspark.sql import functions as f

    told = happenings.select("node", "told", f.explode("blocks").alias("block")).groupBy("block")
    beside = told.agg(f.collect_list(f.struct("node", "told")).alias("all")).where("size(all) > 1").select("all")
    linked = mapped(beside, _linked, EDGE, MANY)
    if not decided:
        return linked
    rows = [(path, number) for number, each in enumerate(decided) for path in (each.left, each.right)]
    about = happenings.sparkSession.createDataFrame(rows, "key string, number bigint")
    meant = happenings.join(f.broadcast(about), "key")
    return linked.unionByName(meant.select("node", f.xxhash64(f.lit("decision"), "number").alias("block")))


def paths(happenings: "DataFrame", component: "DataFrame", decided: Sequence[Decision]) -> "DataFrame":
    """Return the paths of happenings that share theirs with others; rows of PATH."""
    from pyspark.sql import functions as f

    whole = happenings.join(component, "node").groupBy("component").agg(f.collect_list("told").alias("all"))
    return mapped(whole.select("all"), partial(_paths, decided), PATH, MANY)


def _linked(rows: Iterator[Row]) -> Iterator[Row]:
    """Yield what hangs together of a block, as nodes of one block, which bears the number of the first."""
    for row in rows:
        every = sorted(((unpacked(Occurrence, each["told"]), each["node"]) for each in row["all"]), key=_place)

        def linked(one: int, other: int, every: Sequence[tuple[Occurrence, int]] = every) -> bool:
            return meeting.linked(every[one][0], every[other][0]) is not None

        for part in components([_HERE] * len(every), linked):
            first = every[part[0]][1]
            yield from ({"node": every[number][1], "block": first} for number in part if len(part) > 1)


#: The block that all of a row share.
_HERE = frozenset({""})


def _place(found: tuple[Occurrence, int]) -> tuple[str, str]:
    return order(found[0])


def _paths(decided: Sequence[Decision], rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        groups = meeting.happenings((unpacked(Occurrence, each) for each in row["all"]), decided)
        for (article, key), path in meeting.keys(groups).items():
            yield {"article": article, "key": key, "path": path, "replaced": key != path}
