"""Articles in JSON Lines, Parquet and web archives, in a file or folder of any file system that Spark reads."""

from functools import partial, reduce
from itertools import chain
from typing import TYPE_CHECKING, Any

from kg.articles import packed, tables
from kg.errors import UsageError
from kg.spark import records
from kg.spark.batches import mapped
from kg.spark.records import Reading
from kg.spark.schema import ARTICLE

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

#: The endings of each kind of file, which may be packed besides.
ENDINGS = {"jsonl": (".jsonl", ".ndjson", ".json"), "parquet": (".parquet",), "warc": (".warc",)}

#: How Spark unpacks those that it reads itself; kg unpacks web archives.
UNPACKED: dict[str, tuple[str, ...]] = {"jsonl": (".gz", ".bz2"), "parquet": ()}


def articles(spark: "SparkSession", path: str, how: Reading) -> "DataFrame":
    """Return the articles of a file or folder, and a row for each that is none, which says why.

    Raises:
        UsageError: there is no such path, or nothing in it that is read.

    """
    from pyspark.sql import DataFrame

    frames = [_FRAMES[kind](spark, path, how) for kind in _kinds(spark, path)]
    return reduce(DataFrame.unionByName, frames)


def _kinds(spark: "SparkSession", path: str) -> list[str]:
    """Return the kinds of files that there are, in order."""
    from pyspark.errors import AnalysisException
    from pyspark.sql import functions as f

    try:
        files = _files(spark).format("binaryFile").load(path).select("path")
    except AnalysisException as error:
        raise UsageError(f"{path}: there is no such file or folder") from error
    packings = "|".join(ending.strip(".") for ending in packed.COMPRESSED)
    parts = [f.regexp_extract("path", rf"(?i)(\.[a-z0-9]+)((\.({packings}))?)$", group) for group in (1, 2)]
    named = files.select("path", f.lower(parts[0]).alias("ending"), parts[1].alias("packing"))
    every = named.groupBy("ending", f.lower("packing")).agg(f.min("path").alias("path")).orderBy("path").collect()
    for row in every:
        _refuse_packing(spark, *row)
    found = {row["ending"] for row in every}
    kinds = [kind for kind, endings in ENDINGS.items() if found & {*endings}]
    if not kinds:
        every = ", ".join(chain.from_iterable(ENDINGS.values()))
        raise UsageError(f"{path}: no file that Spark is to read: give files that end in {every}, and are not empty")
    return kinds


def _refuse_packing(spark: "SparkSession", ending: str, packing: str, path: str) -> None:
    """Raise UsageError where a file is packed as Spark does not unpack it, which would read its bytes as text."""
    kind = next((kind for kind, endings in ENDINGS.items() if ending in endings), None)
    if not packing or kind not in UNPACKED or packing in UNPACKED[kind]:
        return
    if kind == "jsonl" and packing == ".zst" and _unpacks(spark, path):
        return
    right = f"pack it as {' or '.join(UNPACKED[kind])}" if UNPACKED[kind] else "unpack it"
    raise UsageError(f"{path}: Spark does not read {ending}{packing}: {right}")


def _unpacks(spark: "SparkSession", path: str) -> bool:
    """Tell whether this Spark reads a packed file: of Zstandard some do by themselves, others by Hadoop's library."""
    from py4j.protocol import Py4JJavaError
    from pyspark.errors import PySparkException

    try:
        spark.read.text(path).isEmpty()
    except (Py4JJavaError, PySparkException):
        return False
    return True


def _files(spark: "SparkSession", kind: str | None = None) -> Any:
    reader = spark.read.option("recursiveFileLookup", "true")
    if kind is None:
        return reader
    endings, packings = (",".join(map(_any_case, each)) for each in (ENDINGS[kind], ("", *packed.COMPRESSED)))
    return reader.option("pathGlobFilter", f"*{{{endings}}}{{{packings}}}")


def _any_case(ending: str) -> str:
    """Return a pattern of an ending in small letters, capitals or both."""
    return "".join(f"[{letter}{letter.upper()}]" if letter.isalpha() else letter for letter in ending)


def _lines(spark: "SparkSession", path: str, how: Reading) -> "DataFrame":
    from pyspark.sql import functions as f

    raw = f.col("value").cast("binary").alias("raw")
    place = f.col("_metadata.file_path").alias("path"), f.col("_metadata.file_block_start").alias("part")
    frame = _files(spark, "jsonl").option("lineSep", "\n").format("text").load(path).select(raw, *place)
    return mapped(frame, partial(records.articles, records.of_lines, how), ARTICLE)


def _parquet(spark: "SparkSession", path: str, how: Reading) -> "DataFrame":
    from pyspark.sql import functions as f

    frame = _files(spark, "parquet").parquet(path)
    if error := tables.wrong(frame.columns, path, how.named):
        raise error
    place = f.col("_metadata.file_path").alias("path"), f.col("_metadata.row_index").alias("number")
    return mapped(
        frame.select(f.struct("*").alias("row"), *place), partial(records.articles, records.of_table, how), ARTICLE
    )


def _archives(spark: "SparkSession", path: str, how: Reading) -> "DataFrame":
    frame = _files(spark, "warc").format("binaryFile").load(path).select("path", "content")
    return mapped(frame, partial(records.articles, records.of_archives, how), ARTICLE)


_FRAMES = {"jsonl": _lines, "parquet": _parquet, "warc": _archives}
