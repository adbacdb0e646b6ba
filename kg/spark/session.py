"""Spark as kg starts it: in the user's own installation, or in this process."""

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.articles.asked import needing
from kg.errors import UsageError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

#: Rows of a batch that goes to a Python worker: few, for an article may be long and a web archive longer.
ROWS = "spark.sql.execution.arrow.maxRecordsPerBatch"
#: Spark warns of each folder that is not there yet.
SETTINGS = {ROWS: "64", "spark.log.level": "ERROR", "spark.ui.showConsoleProgress": "false"}
#: How many tasks a join has: Spark's 200 are for clusters, and keep one machine busy with the sharing alone.
PARTITIONS = "spark.sql.shuffle.partitions"


def session(master: str | None = None, settings: Mapping[str, str] | None = None) -> "SparkSession":
    """Return Spark, as spark-submit or spark-defaults.conf set it, or at a master.

    Raises:
        UsageError: it is not installed, or there is no Java.

    """
    with needing("Spark", "spark"):
        from pyspark.errors import PySparkRuntimeError
        from pyspark.sql import SparkSession
    # Workers of this machine have this Python's libraries; elsewhere PYSPARK_PYTHON names theirs.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("kg")
    for name, value in {**SETTINGS, **(settings or {})}.items():
        builder = builder.config(name, value)
    try:
        spark = (builder.master(master) if master else builder).getOrCreate()
    except PySparkRuntimeError as error:
        raise UsageError(f"Spark does not start: is Java 17 or later installed, and JAVA_HOME set? {error}") from error
    context = spark.sparkContext
    if (context.master or "").startswith("local") and not context.getConf().contains(PARTITIONS):
        spark.conf.set(PARTITIONS, str(2 * context.defaultParallelism))
    return spark
