"""What stands where in the folder that `kg spark` writes."""

from typing import TYPE_CHECKING

from kg.errors import DataError
from kg.spark.schema import HELD

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

#: What each article states, added to by each run; all other tables are made of it.
READINGS = "readings"
ERRORS = "errors"
#: The paths that things got instead of those that their articles alone give them.
IDENTITY = "identity"


def held(spark: "SparkSession", out: str) -> "DataFrame":
    """Return the newest reading of each article that a folder holds, if it holds any."""
    from pyspark.errors import AnalysisException
    from pyspark.sql import functions as f
    from pyspark.sql.pandas.types import from_arrow_schema

    try:
        found = spark.read.parquet(f"{out}/{READINGS}")
    except AnalysisException:
        return spark.createDataFrame([], from_arrow_schema(HELD))
    if found.select("run").distinct().count() == 1:
        return found
    newest = found.groupBy("id").agg(f.max("run").alias("run"))
    return found.join(newest, ["id", "run"], "left_semi")


def readings(spark: "SparkSession", out: str) -> "DataFrame":
    """Return the newest reading of each article.

    Raises:
        DataError: there is none.

    """
    found = held(spark, out)
    if found.isEmpty():
        raise DataError(f"{out}: no readings here: kg spark extract INPUT {out} makes them")
    return found
