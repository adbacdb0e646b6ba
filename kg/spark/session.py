"""Spark as kg starts it: in the user's own installation, or in this process."""

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.articles.asked import needing
from kg.errors import NetworkError, UsageError
from kg.spark.trouble import java, reached, said

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

#: Rows of a batch that goes to a Python worker: few, for an article may be long and a web archive longer.
ROWS = "spark.sql.execution.arrow.maxRecordsPerBatch"
#: Spark warns of each folder that is not there yet, and of what kg tells in a line it logs whole traces.
SETTINGS = {ROWS: "64", "spark.log.level": "FATAL", "spark.ui.showConsoleProgress": "false"}
#: How many tasks a join has: Spark's 200 are for clusters, and keep one machine busy with the sharing alone.
PARTITIONS = "spark.sql.shuffle.partitions"
#: On one machine Java's second compiler takes more of the processor than it gives back: the work is Python's.
JAVA, QUICK = "spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1"


def session(master: str | None = None, settings: Mapping[str, str] | None = None) -> "SparkSession":
    """Return Spark, as spark-submit or spark-defaults.conf set it, or at a master.

    Raises:
        UsageError: it is not installed, there is no Java, or the master is none.
        NetworkError: the master does not answer.

    """
    with needing("Spark", "spark"):
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    if master:
        reached(master)
    java()
    # Workers of this machine have this Python's libraries; elsewhere PYSPARK_PYTHON names theirs.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("kg")
    own = {JAVA: QUICK} if (master or "").startswith("local") else {}
    for name, value in {**SETTINGS, **own, **(settings or {})}.items():
        builder = builder.config(name, value)
    try:
        spark = (builder.master(master) if master else builder).getOrCreate()
    except (PySparkException, Py4JError) as error:
        kind = NetworkError if (master or "").startswith("spark://") else UsageError
        raise kind(f"Spark does not start: is its Java 17 or later? {said(str(error))}") from error
    context = spark.sparkContext
    if (context.master or "").startswith("local") and not context.getConf().contains(PARTITIONS):
        spark.conf.set(PARTITIONS, str(2 * context.defaultParallelism))
    return spark
