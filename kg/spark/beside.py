"""What is known beside the articles: where things lie, as most of the articles that name them mean it."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import astuple
from typing import TYPE_CHECKING

import pyarrow as pa
from pyoxigraph import NamedNode

from kg.background.known import Known, agreed, known, named, spoken_of
from kg.background.place import Source
from kg.facts import Reading
from kg.graph.background import enclosing, mark, told
from kg.graph.claims import VALUES
from kg.graph.lines import written
from kg.spark.batches import MANY, Row, mapped
from kg.vocabulary import BACKGROUND, BASE

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_TEXT = pa.string()
#: What an article means by a thing; nothing is told of a country or a part of one, which the tables know without it.
MEANT = pa.schema([("thing", _TEXT), ("known", _TEXT)])
AGREED = pa.schema([("places", pa.list_(_TEXT)), ("lines", _TEXT)])
GRAPH = NamedNode(BASE + BACKGROUND)


def background(spark: "SparkSession", meant: "DataFrame") -> "DataFrame":
    """Return lines of N-Quads of what is known of the things that articles mean, and of what these lie in."""
    from pyspark.sql import functions as f

    counted = meant.where("known IS NOT NULL").groupBy(*MEANT.names).agg(f.count("*").alias("number"))
    every = f.collect_list(f.struct("number", "known")).alias("meant")
    found = mapped(counted.groupBy("thing").agg(every), _agreed, AGREED, MANY).persist()
    territories = meant.where("known IS NULL").select(f.col("thing").alias("place"))
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
            yield {"thing": thing.key, "known": json.dumps(astuple(found))}


def _agreed(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        if found := agreed(Counter({_held(each["known"]): each["number"] for each in row["meant"]})):
            lines = written(told(NamedNode(BASE + row["thing"]), found, GRAPH, BASE))
            yield {"places": found.places, "lines": lines}


def _held(known: str) -> Known:
    relation, places, source, confidence, reason, where = json.loads(known)
    return Known(relation, tuple(places), Source(*source), confidence, reason, where and tuple(where))
