"""Many articles on many machines, by Apache Spark: `kg.spark.read(spark, df)`, `kg spark`.

What is done here by Spark is only to share the work and to bring it together; each article is read, and things are told
apart, by the functions that one machine runs.
"""

from kg.spark.reading import read

__all__ = ["read"]
