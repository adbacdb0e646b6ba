"""The graph as N-Quads: what each article states, what they state together, what a store keeps of them for itself."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyarrow as pa
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.export.readings import to_json
from kg.facts import Reading
from kg.graph import identity
from kg.graph.kept import Nothing
from kg.graph.labels import NAMES, called
from kg.graph.lines import written
from kg.graph.mentioned import Mentioned
from kg.graph.merge import Merge, unseen
from kg.graph.packing import unpacked
from kg.graph.quads import quads
from kg.graph.shards import ARTICLES, BESIDE, DEFAULT, KEPT, REDIRECTS
from kg.graph.store import Store
from kg.graph.terms import REPLACED, Names
from kg.resolve.readings import rewritten
from kg.spark import beside
from kg.spark.batches import MANY, Row, mapped
from kg.spark.schema import LINES, READING, TABLES
from kg.vocabulary import BACKGROUND, IDENTITY, UNRESOLVED

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

#: Names that articles give a thing, of which one becomes its label in the default graph.
_NAMES = "names"


#: What a reading becomes: its tables where its things got other paths, its lines, what it means by its things.
MADE = pa.schema(
    [
        *(READING.field(name) for name in ("id", *TABLES.values())),
        pa.field("lines", pa.list_(pa.struct(LINES))),
        pa.field("meant", pa.list_(pa.struct(beside.MEANT))),
    ]
)


def made(readings: "DataFrame", paths: "DataFrame | None" = None) -> "DataFrame":
    """Return the lines of each reading, and what it means by its things; rows of MADE.

    Where things got other `paths`, they are by these, and what `kg extract` prints as well.
    """
    from pyspark.sql import functions as f

    read = readings.where("reading IS NOT NULL").select("id", "hash", "read_by", "reading")
    if paths is None:
        return mapped(read, _made, MADE)
    got = paths.groupBy(f.col("article").alias("id")).agg(f.collect_list(f.struct("key", "path")).alias("paths"))
    return mapped(read.join(got, "id", "left").withColumn("resolved", f.expr("true")), _made, MADE)


def write(spark: "SparkSession", made: "DataFrame", out: str, paths: "DataFrame | None" = None) -> None:
    """Write the lines made of readings, those of the default graph each once; `paths` are what things got."""
    from pyspark.sql import functions as f

    background = beside.background(spark, made.select(f.inline("meant")))
    lines = made.select(f.inline("lines")).unionByName(mapped(background, _beside, LINES, MANY))
    own = lines.where(f.col("shard").isin(ARTICLES, BESIDE, KEPT) & (f.col("line") != "")).select("shard", "line")
    stated = lines.where(f.col("shard") == DEFAULT).select("shard", "line").distinct()
    names = lines.where(f.col("shard") == _NAMES).groupBy("subject").agg(f.collect_set("line").alias("lines"))
    every = own.unionByName(stated).unionByName(mapped(names, _best, LINES, MANY).select("shard", "line"))
    if paths is not None:
        led = mapped(paths.where("replaced"), _redirects, LINES, MANY)
        every = every.unionByName(led.select("shard", "line").distinct())
    spark.sparkContext.setJobDescription("kg: the graph")
    # Whatever the cluster's setting, a shard that is not written anew is not of this graph.
    whole = every.write.mode("overwrite").option("partitionOverwriteMode", "static")
    whole.partitionBy("shard").option("compression", "gzip").text(out)


def _made(rows: Iterator[Row]) -> Iterator[Row]:
    nothing = Nothing()
    for row in rows:
        reading, is_resolved = unpacked(Reading, row["reading"]), "resolved" in row
        paths = {each["key"]: each["path"] for each in row.get("paths") or ()}
        shared = rewritten(reading, paths)
        printed = to_json(shared) if is_resolved else {}
        lines = list(_of(nothing, reading, shared, row, paths if is_resolved else None))
        tables = {name: printed.get(name) for name in TABLES.values()}
        yield {"id": row["id"], **tables, "lines": lines, "meant": list(beside.meant(shared))}


def _of(nothing: Nothing, reading: Reading, shared: Reading, row: Row, paths: dict[str, str] | None) -> Iterator[Row]:
    """Yield the lines of an article, as a build would bring it into a store that holds nothing."""
    article = Names(reading.article.id, nothing.base).article
    stated = quads(shared, content_hash=row["hash"], read_by=row["read_by"], base=nothing.base)
    kept = identity.change(nothing, {article: reading}).into
    if paths is not None:
        unresolved = nothing.graph(UNRESOLVED)
        kept = [quad for quad in kept if quad.graph_name != unresolved]
        kept += Mentioned(nothing).resolved(article, paths)
    yield {"shard": KEPT, "line": written(kept)}
    yield from stating(nothing, article, stated, ARTICLES)


def stating(nothing: Store, graph: NamedNode, stated: set[Quad], shard: str) -> Iterator[Row]:
    """Yield the lines of a graph that states things, and of what it brings into the default graph."""
    yield {"shard": shard, "line": written(stated)}
    yield {"shard": KEPT, "line": written([unseen(nothing.base)])}
    for quad in Merge(nothing.db, nothing.base).change({}, {graph: stated}).into:
        named = quad.predicate in NAMES
        yield {"shard": _NAMES if named else DEFAULT, "subject": str(quad.subject), "line": written([quad])}


def _beside(rows: Iterator[Row]) -> Iterator[Row]:
    """Yield the lines of what is known beside the articles."""
    nothing = Nothing()
    for row in rows:
        known = set(parse(row["lines"], RdfFormat.N_QUADS))
        yield from stating(nothing, nothing.graph(BACKGROUND), known, BESIDE)


def _redirects(rows: Iterator[Row]) -> Iterator[Row]:
    nothing = Nothing()
    for row in rows:
        old, new = (nothing.graph(row[name]) for name in ("key", "path"))
        yield {"shard": REDIRECTS, "line": written([Quad(old, REPLACED, new, nothing.graph(IDENTITY))])}


def _best(rows: Iterator[Row]) -> Iterator[Row]:
    """Yield the names of things as the default graph has them: the best label, and the others."""
    for row in rows:
        given = {quad.triple for quad in parse("\n".join(row["lines"]), RdfFormat.N_TRIPLES)}
        yield {"shard": DEFAULT, "line": "\n".join(f"{triple} ." for triple in called(given))}
