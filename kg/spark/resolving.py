"""Who is who, and which happenings are one, over all that was read: found by blocks, judged as on one machine.

Blocks are keys of which two things share one at least if they may be one; what hangs together by them is resolved by
itself, by the functions that resolve a store.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from kg.export.readings import to_json
from kg.facts import Reading
from kg.graph.packing import packed, unpacked
from kg.resolve import decisions
from kg.resolve.blocks import blocks
from kg.resolve.decisions import Decision
from kg.resolve.events import meeting
from kg.resolve.events.meeting import order
from kg.resolve.events.occurrence import Occurrence
from kg.resolve.events.occurrences import occurrences
from kg.resolve.features import named
from kg.resolve.named import Named
from kg.resolve.readings import rewritten
from kg.resolve.resolve import resolve as resolved
from kg.spark.batches import Row, mapped
from kg.spark.components import components
from kg.spark.schema import HELD, TABLES

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_TEXT = pa.string()
#: What may be one with others: a thing or a happening of an article, with its blocks.
FOUND = pa.schema([("sort", _TEXT), ("article", _TEXT), ("key", _TEXT), ("packed", _TEXT), ("blocks", pa.list_(_TEXT))])
#: The path that a thing got, and whether that which its article gives it leads there now.
PATH = pa.schema([("article", _TEXT), ("key", _TEXT), ("path", _TEXT), ("replaced", pa.bool_())])
_PAIR = pa.schema([("node", pa.int64()), ("block", pa.int64())])
THING, HAPPENING = "thing", "happening"
#: What the block of a path begins with.
PATHS = "path:"


def paths(readings: "DataFrame", decided: Sequence[Decision] = ()) -> "DataFrame":
    """Return the paths of the things and happenings that got another than their article alone gives them.

    What was decided ties what it is about together, whatever else does.
    """
    from pyspark.sql import functions as f

    read = readings.where("reading IS NOT NULL").select("reading")
    found = mapped(read, _found, FOUND).withColumn("node", f.xxhash64("sort", "article", "key")).persist()
    things, happenings = (found.where(f.col("sort") == sort) for sort in (THING, HAPPENING))
    shared = things.select("node", f.explode("blocks").alias("block")).withColumn("block", f.xxhash64("block"))
    shared = shared.unionByName(_tied(readings.sparkSession, decided))
    told = happenings.select("node", "packed", f.explode("blocks").alias("block")).groupBy("block")
    beside = told.agg(f.collect_list(f.struct("node", "packed")).alias("all")).where("size(all) > 1").select("all")
    keyed = happenings.select("node", f.xxhash64(f.concat(f.lit(PATHS), "key")).alias("block"))
    meant = keyed.join(f.broadcast(_tied(readings.sparkSession, decided).select("block").distinct()), "block")
    linked = mapped(beside, _linked, _PAIR).unionByName(meant)
    linked = linked.unionByName(_tied(readings.sparkSession, decided))
    of_things = mapped(_together(things, components(shared)), partial(_things, decided), PATH)
    of_happenings = mapped(_together(happenings, components(linked)), partial(_happenings, decided), PATH)
    return of_things.unionByName(of_happenings)


def _tied(spark: "SparkSession", decided: Iterable[Decision]) -> "DataFrame":
    """Return a node for each decision, of the blocks of the paths that it is about."""
    from pyspark.sql import functions as f

    rows = [(number, f"{PATHS}{path}") for number, each in enumerate(decided) for path in decisions.paths(each)]
    frame = spark.createDataFrame(rows, "number int, path string")
    return frame.select(f.xxhash64(f.lit("decision"), "number").alias("node"), f.xxhash64("path").alias("block"))


def _together(found: "DataFrame", component: "DataFrame") -> "DataFrame":
    from pyspark.sql import functions as f

    return found.join(component, "node").groupBy("component").agg(f.collect_list("packed").alias("all")).select("all")


def _found(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        reading = unpacked(Reading, row["reading"])
        yield from (_row(THING, thing, blocks(thing)) for thing in named(reading))
        yield from (_row(HAPPENING, one, meeting.blocks(one)) for one in occurrences(reading))


def _row(sort: str, found: Named | Occurrence, keys: Iterable[str]) -> Row:
    kept = {"article": found.article, "key": found.key, "packed": packed(found), "blocks": sorted(keys)}
    return {"sort": sort, **kept}


def _linked(rows: Iterator[Row]) -> Iterator[Row]:
    """Yield pairs of happenings that enough speaks for, each as two nodes of one block."""
    for row in rows:
        every = sorted(((unpacked(Occurrence, each["packed"]), each["node"]) for each in row["all"]), key=_place)
        for (one, first), (other, second) in combinations(every, 2):
            if meeting.linked(one, other):
                yield from ({"node": node, "block": first ^ second} for node in (first, second))


def _place(found: tuple[Occurrence, int]) -> tuple[str, str]:
    return order(found[0])


def _things(decided: Sequence[Decision], rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        found = resolved((unpacked(Named, each) for each in row["all"]), decided)
        borne = set(found.paths)
        for thing, path in found.named():
            if path != thing.key:
                led = not (thing.local or thing.key in borne or path.startswith("article/"))
                yield {"article": thing.article, "key": thing.key, "path": path, "replaced": led}


def _happenings(decided: Sequence[Decision], rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        groups = meeting.happenings((unpacked(Occurrence, each) for each in row["all"]), decided)
        for (article, key), path in meeting.keys(groups).items():
            yield {"article": article, "key": key, "path": path, "replaced": key != path}


def by_paths(readings: "DataFrame", found: "DataFrame") -> "DataFrame":
    """Return readings with the paths that their things got, and the tables as they are by these."""
    from pyspark.sql import functions as f

    got = found.groupBy(f.col("article").alias("id")).agg(f.collect_list(f.struct("key", "path")).alias("paths"))
    return mapped(readings.join(got, "id", "left"), _rewritten, RESOLVED)


#: A reading with the paths that its things got.
RESOLVED = HELD.append(pa.field("paths", pa.list_(pa.struct([("key", _TEXT), ("path", _TEXT)]))))


def _rewritten(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        if not (row["reading"] and row["paths"]):
            yield row
            continue
        printed: dict[str, Any] = to_json(rewritten(unpacked(Reading, row["reading"]), as_paths(row["paths"])))
        yield {**row, **{name: printed[name] for name in TABLES.values()}}


def as_paths(rows: Iterable[Row] | None) -> dict[str, str]:
    """Return the paths that things of an article got, by those that it gives them."""
    return {row["key"]: row["path"] for row in rows or ()}
