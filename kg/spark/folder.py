"""What stands where in the folder that `kg spark` writes."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from posixpath import normpath
from typing import TYPE_CHECKING

from kg.errors import DataError, UsageError
from kg.resolve.decisions import FILE, Decision, of_bytes
from kg.spark.schema import HELD

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

#: What each article states, added to by each run; all other tables are made of it.
READINGS = "readings"
ERRORS = "errors"
#: The paths that things got instead of those that their articles alone give them.
IDENTITY = "identity"


#: What Spark calls a path where nothing is, and a folder in which a write has left no file.
_NOTHING = ("PATH_NOT_FOUND", "UNABLE_TO_INFER_SCHEMA")
#: Where one of these is set, a path without a scheme may be of a cluster's file system.
_CONFIGURED = ("HADOOP_CONF_DIR", "SPARK_CONF_DIR", "SPARK_HOME", "YARN_CONF_DIR")
_DEFAULT = "spark.hadoop.fs.default"


def there(path: str, settings: Iterable[str] = ()) -> None:
    """Raise UsageError if a path is of this machine and nothing is there; it may be a pattern of several."""
    may_be_elsewhere = any(map(os.environ.get, _CONFIGURED)) or any(name.startswith(_DEFAULT) for name in settings)
    is_local = path.startswith("file:") or ("://" not in path and not may_be_elsewhere)
    if is_local and not set(path) & set("*?[{") and not Path(_whole(path)).exists():
        raise UsageError(f"{path}: there is no such file or folder")


def apart(path: str, out: str) -> None:
    """Raise UsageError if what is written would lie in what is read."""
    read, written = _whole(path), _whole(out)
    if written == read or written.startswith(read.rstrip("/") + "/"):
        raise UsageError(f"{out} lies in {path}: a later run would read what this one writes; name an OUT beside it")


def own(out: str) -> None:
    """Raise UsageError if what is to be written to is of this machine and is a file, or a folder that is not kg's."""
    if "://" in out and not out.startswith("file:"):
        return
    folder = Path(_whole(out))
    if folder.is_file():
        raise UsageError(f"{out} is a file: name a new folder")
    there = {path.name for path in folder.iterdir()} - {FILE} if folder.is_dir() else set()
    if there and not there & {READINGS, ERRORS}:
        raise UsageError(
            f"{out} holds what kg spark did not write, as {min(there)}: name a new folder, or an empty one"
        )


def _whole(path: str) -> str:
    """Return a path in the one way to write it: whole, or with its scheme."""
    scheme, sign, rest = path.partition("://")
    if sign and scheme != "file":
        return f"{scheme}://{normpath(rest)}"
    return os.path.realpath(path.removeprefix("file:"))


def held(spark: "SparkSession", out: str) -> "DataFrame":
    """Return the newest reading of each article that a folder holds, if it holds any.

    Raises:
        DataError: what it holds cannot be read.

    """
    from pyspark.errors import AnalysisException
    from pyspark.sql import functions as f
    from pyspark.sql.pandas.types import from_arrow_schema

    path = f"{out}/{READINGS}"
    try:
        found = spark.read.parquet(path)
    except AnalysisException as error:
        if error.getCondition() not in _NOTHING:
            raise _unreadable(path, error) from error
        return spark.createDataFrame([], from_arrow_schema(HELD))
    if missing := [name for name in HELD.names if name not in found.columns]:
        raise DataError(f"{path}: no readings of this kg, without the column {missing[0]}: name a new OUT")
    first, last = found.agg(f.min("run"), f.max("run")).collect()[0]
    if first == last:
        return found
    newest = found.groupBy("id").agg(f.max("run").alias("run"))
    return found.join(newest, ["id", "run"], "left_semi")


def decisions(spark: "SparkSession", out: str, report: Callable[[DataError], None]) -> list[Decision]:
    """Return what people decided of who is who, if the folder holds it as a store does; a wrong line is reported.

    Raises:
        DataError: it is no file, or cannot be read.

    """
    from pyspark.errors import AnalysisException

    path = f"{out}/{FILE}"
    try:
        rows = spark.read.format("binaryFile").load(path).select("content").collect()
    except AnalysisException as error:
        if error.getCondition() not in _NOTHING:
            raise _unreadable(path, error) from error
        return []
    if len(rows) > 1:
        raise DataError(f"{path}: a folder of {len(rows)} files, where one file should be, as a store has it")
    # Of an empty file Spark gives no row.
    return [decision for row in rows for decision in of_bytes(bytes(row["content"]), path, report)]


def _unreadable(path: str, error: Exception) -> DataError:
    """Return what is told of what is there and cannot be read."""
    return DataError(f"{path} cannot be read: {str(error).partition(chr(10))[0]}")


def readings(spark: "SparkSession", out: str) -> "DataFrame":
    """Return the newest reading of each article.

    Raises:
        DataError: there is none.

    """
    found = held(spark, out)
    if found.isEmpty():
        raise DataError(f"{out}: no readings here: kg spark extract INPUT {out} makes them")
    return found
