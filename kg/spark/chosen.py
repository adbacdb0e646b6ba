"""Which articles are read: each id once, and none that was read already."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyarrow as pa

from kg.articles.ids import Taken, is_new
from kg.errors import DataError, KgError
from kg.spark.batches import Row, mapped
from kg.spark.schema import PROBLEM, problem

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

#: Which article of an id is read, by its hash, and what is told of the others.
CHOSEN = pa.schema(
    [pa.field("id", pa.string()), pa.field("hash", pa.string()), pa.field("problems", pa.list_(PROBLEM))]
)


def chosen(articles: "DataFrame") -> "DataFrame":
    """Return which article of each id is read, as one machine would: the first, or the newest at its address."""
    from pyspark.sql import functions as f

    found = f.struct("file", "part", "number", "input", "hash", "published", "source").alias("found")
    by_id = articles.where("id IS NOT NULL").select("id", "hash", found).groupBy("id")
    counted = by_id.agg(f.min("hash").alias("hash"), f.max("hash").alias("other"), f.collect_list("found").alias("all"))
    nothing = f.lit(None).cast("array<struct<kind:string,problem:string>>").alias("problems")
    single = counted.where("hash = other").select("id", "hash", nothing)
    several = counted.where("hash <> other").select("id", "all")
    return single.unionByName(mapped(several, _told_apart, CHOSEN))


def _told_apart(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        problems: list[KgError] = []
        first: Taken | None = None
        for each in sorted(row["all"], key=_place):
            found = Taken(row["id"], each["input"], each["hash"], each["published"], each["source"])
            try:
                first = found if is_new(found, first, problems.append) else first
            except DataError as error:
                problems.append(error)
        if first:
            yield {"id": row["id"], "hash": first.content, "problems": list(map(problem, problems))}


def _place(found: Row) -> tuple[str, int, int]:
    return found["file"], found["part"], found["number"]
