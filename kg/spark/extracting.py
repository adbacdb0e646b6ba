"""From articles anywhere to tables of what they state; what was read before is not read again."""

from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING

from kg.articles.languages import Language
from kg.articles.record import Named
from kg.articles.report import Report, refuse
from kg.extraction import Extraction
from kg.graph.shards import LINES
from kg.spark import inputs, records, resolving, writing
from kg.spark.chosen import chosen
from kg.spark.folder import ERRORS, IDENTITY, READINGS, apart, decisions, held, own, readings
from kg.spark.reading import read
from kg.spark.schema import ERROR, TABLES

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

#: What is known of an article beside what it says.
ABOUT = ("id", "hash", "file", "part", "number", "input", "published", "source", "problems")
#: Articles of a task: what a task has read is kept, whatever becomes of the others.
TASK = 500
#: A task's file is put in its place when the task is done, not when all are.
AT_ONCE = {"mapreduce.fileoutputcommitter.algorithm.version": "2"}


@dataclass(frozen=True, slots=True)
class Extracted:
    """How many articles a run met, how many of what it was told were errors, and one of these."""

    new: int
    unchanged: int
    failed: int
    first: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How articles are read: by what reader, by which fields, of which language, and how many a task."""

    extraction: Extraction = field(default_factory=Extraction)
    named: Named = field(default_factory=Named)
    language: Language = "en"
    task: int = TASK


def extract(spark: "SparkSession", path: str, out: str, wanted: Wanted | None = None) -> Extracted:
    """Read the articles of a file or folder, and write what they state to a folder (docs/scale.md says how).

    A run that was ended is run again, and goes on. An article that changed is read anew, in place of what it was.

    Raises:
        UsageError: there is nothing to read, what is read would hold what is written, or OUT is not kg's.

    """
    apart(path, out)
    own(out)
    how = wanted or Wanted()
    found = inputs.articles(spark, path, records.Reading(how.extraction.signature, how.named, how.language))
    # What is known of each without its text is asked for several times, and read once.
    known = found.select(*ABOUT).persist()
    every, before = chosen(known).persist(), held(spark, out)
    # What could not be read, as for want of time, is tried again.
    done = before.where("reading IS NOT NULL").select("id", "hash")
    todo = every.join(done, ["id", "hash"], "left_anti").select("id", "hash")
    number, new = every.count(), todo.count()
    if new:
        # An article that stands twice is one.
        once = found.join(todo, ["id", "hash"]).dropDuplicates(["id"]).drop("problems")
        _read(spark, once.repartition(ceil(new / how.task), "id"), how, before, out)
        before = held(spark, out)
    failed, first = _write_errors(spark, known, every, before, out)
    for each in (every, known):
        each.unpersist()
    tables(spark, before, out)
    return Extracted(new, number - new, failed, first)


def _read(spark: "SparkSession", articles: "DataFrame", how: Wanted, before: "DataFrame", out: str) -> None:
    """Add what articles state to what a folder held before."""
    from pyspark.sql import functions as f

    last = before.agg(f.max("run")).first()
    run = f.lit((last[0] or 0) + 1 if last else 1).cast("int").alias("run")
    spark.sparkContext.setJobDescription("kg: articles are read")
    made = read(spark, articles, how.extraction).select("*", run)
    made.write.options(**AT_ONCE).mode("append").parquet(f"{out}/{READINGS}")


def _write_errors(
    spark: "SparkSession", found: "DataFrame", wanted: "DataFrame", read: "DataFrame", out: str
) -> tuple[int, str]:
    """Write what was told of inputs and articles; return how many articles it cost, and the first of these problems."""
    from pyspark.sql import functions as f

    columns = "CAST(NULL AS string) AS input", "id", "inline(problems)"
    of_articles = wanted.selectExpr(*columns).unionByName(read.selectExpr(*columns))
    every = found.selectExpr("input", *columns[1:]).unionByName(of_articles)
    spark.sparkContext.setJobDescription("kg: what could not be read")
    every.write.mode("overwrite").parquet(f"{out}/{ERRORS}")
    failed = spark.read.parquet(f"{out}/{ERRORS}").where(f.col("kind") == ERROR)
    number, first = failed.agg(f.count("*"), f.min("problem")).collect()[0]
    return number, first or ""


def resolve(spark: "SparkSession", out: str, report: Report = refuse) -> int:
    """Write the tables and the graph of a folder anew, with one IRI for what is one; return how many got another.

    What people decided, where the folder holds it, comes first; a wrong line of it is told to `report`.

    Raises:
        DataError: nothing was read into the folder.

    """
    read = readings(spark, out)
    decided = decisions(spark, out, report)
    resolving.paths(read, decided).write.mode("overwrite").parquet(f"{out}/{IDENTITY}")
    found = spark.read.parquet(f"{out}/{IDENTITY}")
    tables(spark, read, out, found)
    return found.count()


def tables(spark: "SparkSession", found: "DataFrame", out: str, paths: "DataFrame | None" = None) -> None:
    """Write the tables and the graph of readings; `paths` are what things got instead of what articles give them."""
    made = writing.made(found, paths).persist()
    for name, column in TABLES.items():
        spark.sparkContext.setJobDescription(f"kg: the table of {name}")
        rows = (found if paths is None else made).selectExpr("id", f"inline({column})")
        rows.write.mode("overwrite").parquet(f"{out}/{name}")
    writing.write(spark, made, f"{out}/{LINES}", paths)
    made.unpersist()
