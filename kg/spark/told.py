"""What articles tell of names and of happenings: one pass over readings, and sums that are added up by sense."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

import pyarrow as pa

from kg.facts import Reading
from kg.graph.packing import packed, unpacked
from kg.graph.tallied import sense_of, tally_of, text, told
from kg.resolve import learnt, tally
from kg.resolve.decisions import Decision, means
from kg.resolve.events import meeting
from kg.resolve.events.occurrences import occurrences
from kg.resolve.features import named
from kg.resolve.joining import lone
from kg.resolve.named import Named, Sense
from kg.resolve.tallies import Meant, keys
from kg.resolve.tally import BOTH, WITH, Counts, Profile, Tally, meant, names, profile_of
from kg.spark.batches import MANY, Row, mapped

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

#: Articles of which a worker holds the sums at once.
ARTICLES = 2_000
_TEXT, _TEXTS = pa.string(), pa.list_(pa.string())
#: Sorts of what is found: sums of a sense, articles that name it, two names of one thing, things, happenings.
SUM, NAMING, PAIR, THING, HAPPENING = "sum", "naming", "pair", "thing", "happening"
#: `told` is a tally or an occurrence as texts, `first` the first article of each profile.
FOUND = pa.schema(
    [
        *((name, _TEXT) for name in ("sort", "sense", "other", "profile", "key", "told", "first")),
        *((name, _TEXTS) for name in ("articles", "blocks")),
    ]
)
_KEYS = pa.list_(pa.struct([("family", _TEXT), ("key", _TEXT)]))
_BESIDE = pa.list_(pa.struct([("how", _TEXT), ("other", _TEXT)]))
#: What all articles tell of a sense, the keys by which it may be linked, and the senses that they give beside it.
SUMS = pa.schema(
    [
        *((name, _TEXT) for name in ("sense", "told", "first")),
        ("keys", _KEYS),
        ("beside", _BESIDE),
        ("named", pa.bool_()),
    ]
)
_ABOUT = pa.schema([(name, _TEXT) for name in ("path", "thing", "sense")])
#: A profile of a sense.
Place = tuple[Sense, Profile]


@dataclass(frozen=True, slots=True)
class Decided:
    """What people decided; `lone` are the senses whose things are told apart, `meaning` what each path means."""

    rows: Sequence[Decision] = ()
    lone: Collection[Sense] = frozenset()
    meaning: Mapping[str, Collection[Place]] = field(default_factory=dict)


def decided(readings: "DataFrame", rows: Sequence[Decision]) -> Decided:
    """Return decisions with what they are about; only where there are some is any reading looked at."""
    if not rows:
        return Decided()
    paths = frozenset(path for each in rows for path in (each.left, each.right))
    found: dict[str, list[tuple[Named, Sense]]] = defaultdict(list)
    for row in mapped(readings, partial(_about, paths), _ABOUT, MANY).collect():
        found[row["path"]].append((unpacked(Named, row["thing"]), sense_of(row["sense"])))
    alone = lone(rows, lambda path: {what for _, what in found.get(path, ())})
    places = {path: {(what, profile_of(thing, what, alone)) for thing, what in about} for path, about in found.items()}
    return Decided(rows, alone, places)


def _about(paths: Collection[str], rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        for thing, what in meant(named(unpacked(Reading, row["reading"]))):
            for path in paths:
                if means(path, thing):
                    yield {"path": path, "thing": packed(thing), "sense": text(what)}


def found(readings: "DataFrame", lone: Collection[Sense] = ()) -> "DataFrame":
    """Return what readings tell, a part of them in sums; rows of FOUND."""
    return mapped(readings, partial(_found, lone), FOUND, MANY)


@dataclass(slots=True)
class _Sums:
    """What some articles tell."""

    tallies: dict[Sense, Tally] = field(default_factory=dict)
    things: dict[tuple[Sense, Profile, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    naming: dict[Sense, list[str]] = field(default_factory=lambda: defaultdict(list))

    def tell(self, things: Meant, lone: Collection[Sense]) -> None:
        """Add what an article tells."""
        for what, profile, features in tally.told(things, lone):
            self.tallies.setdefault(what, Tally(what)).count(profile, features, 1)
        for thing, what in things:
            self.things[what, profile_of(thing, what, lone), thing.key].append(thing.article)
        for name in frozenset[Sense]().union(*names(things)):
            self.naming[name].append(things[0][0].article)

    def rows(self) -> Iterator[Row]:
        """Yield all that was told."""
        first: dict[Sense, dict[str, str]] = defaultdict(dict)
        for (what, profile, key), articles in self.things.items():
            held, known = text(profile), first[what]
            known[held] = min(known.get(held, articles[0]), *articles)
            yield {"sort": THING, "sense": text(what), "profile": held, "key": key, "articles": articles}
        for what, sums in self.tallies.items():
            yield {"sort": SUM, "sense": text(what), "told": told(sums), "first": json.dumps(first[what])}
            for other in sums.beside(BOTH):
                if what < other:
                    yield {"sort": PAIR, "sense": text(what), "other": text(other)}
        for what, articles in self.naming.items():
            yield {"sort": NAMING, "sense": text(what), "articles": articles}


def _found(lone: Collection[Sense], rows: Iterator[Row]) -> Iterator[Row]:
    while some := list(islice(rows, ARTICLES)):
        sums = _Sums()
        for row in some:
            reading = unpacked(Reading, row["reading"])
            sums.tell(meant(named(reading)), lone)
            for one in occurrences(reading):
                kept = {"key": one.key, "articles": [one.article], "told": packed(one)}
                yield {"sort": HAPPENING, **kept, "blocks": sorted(meeting.blocks(one))}
        yield from sums.rows()


def summed(found: "DataFrame") -> "DataFrame":
    """Return what all articles tell of each sense; rows of SUMS."""
    from pyspark.sql import functions as f

    parts = found.where(f.col("sort") == SUM).select("sense", "told", "first", *_nothing("other", "number"))
    every = parts.unionByName(_together(found)).groupBy("sense")
    return mapped(every.agg(f.collect_list(f.struct(*parts.columns[1:])).alias("all")), _added, SUMS, MANY)


def _nothing(*names: str) -> "list[Column]":
    from pyspark.sql import functions as f

    return [f.lit(None).cast("string" if name != "number" else "bigint").alias(name) for name in names]


def _together(found: "DataFrame") -> "DataFrame":
    """Return how many articles name two names, of those that some article gives to one thing."""
    from pyspark.sql import functions as f

    pairs = found.where(f.col("sort") == PAIR).select("sense", "other").distinct()
    naming = found.where(f.col("sort") == NAMING).select("sense", f.explode("articles").alias("article"))
    one = pairs.join(naming, "sense")
    both = one.join(naming.withColumnRenamed("sense", "other"), ["other", "article"])
    counted = both.groupBy("sense", "other").agg(f.count("*").alias("number"))
    ends = f.expr("inline(array(struct(sense, other), struct(other AS sense, sense AS other)))")
    return counted.select(ends, "number").select("sense", *_nothing("told", "first"), "other", "number")


def _added(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        what = sense_of(row["sense"])
        whole, first = Tally(what), dict[str, str]()
        for part in row["all"]:
            if part["other"]:
                other = sense_of(part["other"])
                whole.own[WITH, other.kind, other.name, other.country, other.article] = part["number"]
            else:
                _add(whole, tally_of(what, part["told"]))
                for profile, article in json.loads(part["first"]).items():
                    first[profile] = min(first.get(profile, article), article)
        held = [{"family": family, "key": key} for family, key in sorted(keys(whole))]
        # What is given to one thing is told by both names, and judged once.
        pairs = sorted({(how, other) for how, other in learnt.beside(whole) if how != BOTH or what < other})
        beside = [{"how": how, "other": text(other)} for how, other in pairs]
        kept = {"told": told(whole), "first": json.dumps(first), "named": bool(whole.profiles)}
        yield {"sense": row["sense"], **kept, "keys": held, "beside": beside}


def _add(whole: Tally, part: Tally) -> None:
    for profile, counts in part.profiles.items():
        _count(whole.profiles.setdefault(profile, {}), counts)
    _count(whole.own, part.own)


def _count(whole: Counts, part: Counts) -> None:
    for feature, count in part.items():
        whole[feature] = whole.get(feature, 0) + count
