"""What is known beside the articles: where things lie, as most of the articles that name them mean it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow as pa
from pyoxigraph import NamedNode

from kg.background.known import agreed, known, named, spoken_of
from kg.facts import Reading
from kg.graph.background import enclosing, mark, told
from kg.graph.claims import VALUES
from kg.graph.lines import written
from kg.spark.batches import MANY, Row, mapped
from kg.vocabulary import BACKGROUND, BASE

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_TEXT = pa.string()
_PLACES = pa.field("places", pa.list_(_TEXT))
_MEANT = [_PLACES, pa.field("confidence", pa.float64()), pa.field("reason", _TEXT), pa.field("lines", _TEXT)]
#: What an article means by a thing; nothing is told of a country or a part of one, which the tables know without it.
MEANT = pa.schema([pa.field("thing", _TEXT), *_MEANT])
AGREED = pa.schema([_PLACES, pa.field("lines", _TEXT)])
GRAPH = NamedNode(BASE + BACKGROUND)


@dataclass(frozen=True, slots=True)
class Meant:
    """What articles mean by a thing, and what that is in N-Quads."""

    places: tuple[str, ...]
    confidence: float
    reason: str
    lines: str


def background(spark: "SparkSession", meant: "DataFrame") -> "DataFrame":
    """Return lines of N-Quads of what is known of the things that articles mean, and of what these lie in."""
    from pyspark.sql import functions as f

    counted = meant.where("lines IS NOT NULL").groupBy(*MEANT.names).agg(f.count("*").alias("number"))
    every = f.collect_list(f.struct("number", *MEANT.names[1:])).alias("meant")
    found = mapped(counted.groupBy("thing").agg(every).select("meant"), _agreed, AGREED, MANY).persist()
    territories = meant.where("lines IS NULL").select(f.col("thing").alias("place"))
    places = found.select(f.col("places")[0].alias("place")).unionByName(territories).distinct()
    # As many as there are countries and parts of countries at most.
    needed = [BASE + row["place"] for row in places.collect()]
    around = written({mark(GRAPH), *enclosing(needed, GRAPH, BASE)} if needed else ())
    return found.select("lines").unionByName(spark.createDataFrame([(around,)], "lines string")).where("lines <> ''")


def meant(reading: Reading) -> Iterator[Row]:
    """Yield what an article means by its things; rows of MEANT."""
    things = [entity for entity in reading.entities if entity.kind not in VALUES]
    codes = spoken_of(entity.key for entity in things)
    for thing in things:
        if thing.key in named():
            yield {"thing": thing.key}
        elif found := known(thing.kind, thing.key, {thing.label, *thing.aliases}, codes):
            lines = written(told(NamedNode(BASE + thing.key), found, GRAPH, BASE))
            told_of = {"places": found.places, "confidence": found.confidence, "reason": found.reason}
            yield {"thing": thing.key, **told_of, "lines": lines}


def _agreed(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        meant: Counter[Meant] = Counter()
        for each in row["meant"]:
            number = each.pop("number")
            meant[Meant(**{**each, "places": tuple(each["places"])})] += number
        if found := agreed(meant):
            yield {"places": found.places, "lines": found.lines}
