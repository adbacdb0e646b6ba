"""Which senses are one: by what shares a key, and by what articles give beside each other, judged by the sums."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import pyarrow as pa

from kg.graph.tallied import sense_of, tally_of, text
from kg.resolve import learnt
from kg.resolve.evidence import NEEDED, Link
from kg.resolve.named import Sense
from kg.resolve.tallies import FAMILIES
from kg.resolve.tally import Tally
from kg.spark.batches import MANY, Row, mapped

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

#: Two senses that are one, by how much.
LINK = pa.schema([("left", pa.string()), ("right", pa.string()), ("score", pa.float64())])
_BY_NAME = {family.name: family for family in FAMILIES}
#: Families of which only the names of senses tell, and not their sums.
_BARE = [family.name for family in FAMILIES if not family.counts]


def links(sums: "DataFrame") -> "DataFrame":
    """Return the links of senses that are strong enough, a pair perhaps several times; rows of LINK."""
    from pyspark.sql import functions as f

    keyed = sums.select("sense", "told", f.inline("keys"))
    what = f.when(~f.col("family").isin(_BARE), f.col("told")).alias("told")
    every = keyed.groupBy("family", "key").agg(f.collect_list(f.struct("sense", what)).alias("all"))
    by_key = mapped(every.where("size(all) > 1"), _by_key, LINK, MANY)
    beside = sums.where("named").select("sense", "told", f.inline("beside"))
    others = sums.where("named").select(f.col("sense").alias("other"), f.col("told").alias("other_told"))
    return by_key.unionByName(mapped(beside.join(others, "other"), _beside, LINK, MANY))


def _by_key(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        family = _BY_NAME[row["family"]]
        told = {sense_of(each["sense"]): each["told"] for each in row["all"]}
        tallies: dict[Sense, Tally] = {}

        def get(sense: Sense, told: dict[Sense, str] = told, tallies: dict[Sense, Tally] = tallies) -> Tally:
            if sense not in tallies:
                tallies[sense] = tally_of(sense, told[sense])
            return tallies[sense]

        yield from _strong(family.links(row["key"], sorted(told), get))


def _beside(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        one, other = (tally_of(sense_of(row[name]), row[held]) for name, held in _ENDS)
        found = learnt.judged(row["how"], one, other)
        yield from _strong([found] if found else [])


_ENDS = (("sense", "told"), ("other", "other_told"))


def _strong(links: Iterable[Link[Sense]]) -> Iterator[Row]:
    for link in links:
        if link.score >= NEEDED:
            yield {"left": text(link.left), "right": text(link.right), "score": link.score}
