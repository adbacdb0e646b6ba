"""Articles in JSON Lines, Parquet and web archives, in a file or folder of any file system that Spark reads."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial, reduce
from io import BytesIO
from itertools import chain, groupby
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.articles import json_values, languages, packed, readers, record, tables
from kg.articles.article import Article
from kg.articles.asked import Asked, Pending
from kg.articles.checks import checked
from kg.articles.files import Source
from kg.articles.languages import Language
from kg.articles.record import Named
from kg.build import content_hash
from kg.errors import ArticleError, KgError, Notice, UsageError
from kg.spark.batches import Row, mapped
from kg.spark.problems import problem
from kg.spark.reading import known
from kg.spark.schema import ARTICLE

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

#: The endings of each kind of file, which may be packed besides.
ENDINGS = {"jsonl": (".jsonl", ".ndjson", ".json"), "parquet": (".parquet",), "warc": (".warc",)}


class Place(NamedTuple):
    """Where a record stands: its file, the byte that its part of the file begins with, and its number there."""

    file: str
    part: int
    number: int


#: What gives the records of a partition.
Reader = Callable[[Iterator[Row], Asked], Iterator[tuple[Place, Pending]]]


@dataclass(frozen=True, slots=True)
class Reading:
    """How articles are read: by which fields, of which language, and for whom."""

    signature: str
    named: Named = field(default_factory=Named)
    language: Language = "en"


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
    ending = f.regexp_extract(f.lower("path"), rf"(\.[a-z0-9]+)(\.({packings}))?$", 1)
    found = {row["ending"] for row in files.select(ending.alias("ending")).distinct().collect()}
    kinds = [kind for kind, endings in ENDINGS.items() if found & {*endings}]
    if not kinds:
        every = ", ".join(chain.from_iterable(ENDINGS.values()))
        raise UsageError(f"{path}: no file that Spark is to read: give files that end in {every}")
    return kinds


def _files(spark: "SparkSession", kind: str | None = None) -> Any:
    reader = spark.read.option("recursiveFileLookup", "true")
    if kind is None:
        return reader
    packings = ",".join(("", *packed.COMPRESSED))
    return reader.option("pathGlobFilter", f"*{{{','.join(ENDINGS[kind])}}}{{{packings}}}")


def _lines(spark: "SparkSession", path: str, how: Reading) -> "DataFrame":
    from pyspark.sql import functions as f

    raw = f.col("value").cast("binary").alias("raw")
    place = f.col("_metadata.file_path").alias("path"), f.col("_metadata.file_block_start").alias("part")
    frame = _files(spark, "jsonl").option("lineSep", "\n").format("text").load(path).select(raw, *place)
    return mapped(frame, partial(_rows, _of_lines, how), ARTICLE)


def _of_lines(rows: Iterator[Row], asked: Asked) -> Iterator[tuple[Place, Pending]]:
    for (path, part), group in groupby(rows, key=lambda row: (row["path"], row["part"])):
        where = f"{path}, behind byte {part:,}" if part else path
        lines = ((number, row["raw"]) for number, row in enumerate(group, 1) if row["raw"].strip())
        pending = json_values.by_line(lines, where, asked.named, asked.report)
        yield from ((Place(path, part, number), each) for number, each in enumerate(pending))


def _parquet(spark: "SparkSession", path: str, how: Reading) -> "DataFrame":
    from pyspark.sql import functions as f

    frame = _files(spark, "parquet").parquet(path)
    if error := tables.wrong(frame.columns, path, how.named):
        raise error
    place = f.col("_metadata.file_path").alias("path"), f.col("_metadata.row_index").alias("number")
    return mapped(frame.select(f.struct("*").alias("row"), *place), partial(_rows, _of_table, how), ARTICLE)


def _of_table(rows: Iterator[Row], asked: Asked) -> Iterator[tuple[Place, Pending]]:
    for row in rows:
        where = f"{row['path']}, row {row['number'] + 1}"
        make = partial(record.article, row["row"], where, asked.named, asked.report)
        yield Place(row["path"], 0, row["number"]), (where, make)


def _archives(spark: "SparkSession", path: str, how: Reading) -> "DataFrame":
    frame = _files(spark, "warc").format("binaryFile").load(path).select("path", "content")
    return mapped(frame, partial(_rows, _of_archives, how), ARTICLE)


def _of_archives(rows: Iterator[Row], asked: Asked) -> Iterator[tuple[Place, Pending]]:
    for row in rows:
        path = PurePosixPath(row["path"])
        name, suffix, packing = packed.parts(path.name)
        source = Source(row["path"], name, suffix, path, packed.opened(partial(BytesIO, row["content"]), packing))
        yield from ((Place(row["path"], 0, n), each) for n, each in enumerate(readers.of(source, asked)))


_FRAMES = {"jsonl": _lines, "parquet": _parquet, "warc": _archives}


def _rows(reader: Reader, how: Reading, rows: Iterator[Row]) -> Iterator[Row]:
    """Yield the article of each record, with what was told of it; what is told of a file itself has a row, too."""
    told: list[KgError] = []
    asked = Asked(named=how.named, report=told.append)
    for place, (where, make) in reader(rows, asked):
        yield from _told(told)
        article = _made(where, make, how, told)
        columns = {**known(article), "hash": content_hash(article, how.signature)} if article else {}
        yield {**place._asdict(), **columns, "input": where, "problems": list(map(problem, told))}
        told.clear()
    yield from _told(told)


def _told(told: list[KgError]) -> Iterator[Row]:
    """Yield what was told of files, and forget it."""
    if told:
        yield {"problems": list(map(problem, told))}
        told.clear()


def _made(where: str, make: Callable[[], Article], how: Reading, told: list[KgError]) -> Article | None:
    try:
        article = checked(make(), where, told.append)
    except KgError as error:
        told.append(error)
    except Exception as error:  # noqa: BLE001 (whatever an article raises is told of it)
        told.append(ArticleError.of(where, error))
    else:
        if how.language != "en" or not (other := languages.other(article)):
            return article
        told.append(Notice(f"{where}: {other}, not English: left out; --language any reads it all the same"))
    return None
