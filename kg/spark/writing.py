"""The graph as N-Quads: what each article states, what they state together, what a store keeps of them for itself."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse
from pyoxigraph import Store as Oxigraph

from kg.facts import Reading
from kg.graph import identity
from kg.graph.labels import NAMES, called
from kg.graph.lines import written
from kg.graph.mentioned import Mentioned
from kg.graph.merge import Merge
from kg.graph.packing import unpacked
from kg.graph.quads import quads
from kg.graph.shards import ARTICLES, BESIDE, DEFAULT, KEPT, REDIRECTS
from kg.graph.store import Store
from kg.graph.terms import REPLACED, Names
from kg.resolve.readings import rewritten
from kg.spark import beside
from kg.spark.batches import Row, mapped
from kg.spark.resolving import as_paths
from kg.spark.schema import LINES
from kg.vocabulary import BACKGROUND, BASE, IDENTITY, UNRESOLVED

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

#: Names that articles give a thing, of which one becomes its label in the default graph.
_NAMES = "names"


class Nothing(Store):
    """A store that holds nothing, which tells what an article is to a new one."""

    def __init__(self, base: str = BASE) -> None:
        self.base, self.db = base, Oxigraph()


def write(spark: "SparkSession", readings: "DataFrame", out: str, paths: "DataFrame | None" = None) -> None:
    """Write the lines of readings, those of the default graph each once; `paths` are what things got instead."""
    from pyspark.sql import functions as f

    is_resolved = f.lit(paths is not None).alias("resolved")
    given = ["hash", "read_by", "reading", *(["paths"] if paths is not None else [])]
    read = readings.where("reading IS NOT NULL").select(*given, is_resolved)
    made = mapped(read, _lines, LINES).unionByName(mapped(beside.background(spark, read), _beside, LINES)).persist()
    lines = made.where(f.col("shard").isin(ARTICLES, BESIDE, KEPT) & (f.col("line") != "")).select("shard", "line")
    stated = made.where(f.col("shard") == DEFAULT).select("shard", "line").distinct()
    names = made.where(f.col("shard") == _NAMES).groupBy("subject").agg(f.collect_set("line").alias("lines"))
    every = lines.unionByName(stated).unionByName(mapped(names, _best, LINES).select("shard", "line"))
    if paths is not None:
        every = every.unionByName(mapped(paths.where("replaced"), _redirects, LINES).select("shard", "line").distinct())
    spark.sparkContext.setJobDescription("kg: the graph")
    # Whatever the cluster's setting, a shard that is not written anew is not of this graph.
    whole = every.write.mode("overwrite").option("partitionOverwriteMode", "static")
    whole.partitionBy("shard").option("compression", "gzip").text(out)
    made.unpersist()


def _lines(rows: Iterator[Row]) -> Iterator[Row]:
    nothing = Nothing()
    for row in rows:
        yield from _of(nothing, unpacked(Reading, row["reading"]), row)


def _of(nothing: Store, reading: Reading, row: Row) -> Iterator[Row]:
    """Yield the lines of an article, as a build would bring it into a store that holds nothing."""
    article, paths = Names(reading.article.id, nothing.base).article, as_paths(row.get("paths"))
    shared = rewritten(reading, paths)
    stated = quads(shared, content_hash=row["hash"], read_by=row["read_by"], base=nothing.base)
    kept = identity.change(nothing, {article: reading}).into
    if row["resolved"]:
        unresolved = nothing.graph(UNRESOLVED)
        kept = [quad for quad in kept if quad.graph_name != unresolved]
        kept += Mentioned(nothing).resolved(article, paths)
    yield {"shard": KEPT, "line": written(kept)}
    yield from stating(nothing, article, stated, ARTICLES)


def stating(nothing: Store, graph: NamedNode, stated: set[Quad], shard: str) -> Iterator[Row]:
    """Yield the lines of a graph that states things, and of what it brings into the default graph."""
    default, noted = split(Merge(nothing.db, nothing.base).change({}, {graph: stated}).into)
    yield {"shard": shard, "line": written(stated)}
    yield {"shard": KEPT, "line": written(noted)}
    for quad in default:
        named = quad.predicate in NAMES
        yield {"shard": _NAMES if named else DEFAULT, "subject": str(quad.subject), "line": written([quad])}


def split(made: Iterable[Quad]) -> tuple[list[Quad], list[Quad]]:
    """Return the quads of the default graph, and the others."""
    found: tuple[list[Quad], list[Quad]] = ([], [])
    for quad in made:
        found[not isinstance(quad.graph_name, DefaultGraph)].append(quad)
    return found


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
