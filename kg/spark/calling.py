"""What senses that hang together are called: groups of one thing, and the path of each among all of its name."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import pyarrow as pa

from kg.graph.tallied import sense_of, tally_of, text, told
from kg.resolve import iris
from kg.resolve.evidence import Link, Reason
from kg.resolve.iris import Group, Member
from kg.resolve.joining import grouped, split
from kg.resolve.named import Sense
from kg.resolve.tally import Tally
from kg.spark.batches import MANY, Row, mapped
from kg.spark.linking import LINK
from kg.spark.told import Decided, Place

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

_TEXT = pa.string()
_PLACES = pa.list_(pa.struct([("sense", _TEXT), ("profile", _TEXT)]))
#: Profiles that are one, the path of the name alone, and what tells it apart from others of that path.
GROUP = pa.schema([("plain", _TEXT), ("places", _PLACES), ("members", _TEXT)])
#: What the things of a profile are called.
CALLED = pa.schema([(name, _TEXT) for name in ("sense", "profile", "path")])
#: A sense with its sums.
_SUMS = ("sense", "told", "first")


def called(sums: "DataFrame", links: "DataFrame", component: "DataFrame", decided: Decided) -> "DataFrame":
    """Return the path of each profile; `component` tells by node which senses hang together; rows of CALLED."""
    from pyspark.sql import functions as f

    every = sums.where("named").select(*_SUMS, f.xxhash64("sense").alias("node")).join(component, "node", "left")
    alone = every.where("component IS NULL").select(f.array(f.struct(*_SUMS)).alias("senses"))
    nothing = f.array().cast("array<struct<left:string,right:string,score:double>>").alias("links")
    held = every.where("component IS NOT NULL").groupBy("component")
    tied = held.agg(f.collect_list(f.struct(*_SUMS)).alias("senses"))
    # Each is of the component of its ends.
    ends = links.withColumn("node", f.xxhash64("left")).join(component, "node").groupBy("component")
    of = ends.agg(f.collect_list(f.struct(*LINK.names)).alias("links"))
    found = mapped(alone.select("senses", nothing), partial(_groups, Decided()), GROUP, MANY)
    whole = tied.join(of, "component", "left").select("senses", "links")
    groups = found.unionByName(mapped(whole, partial(_groups, decided), GROUP, MANY))
    return _by_name(groups)


def _by_name(groups: "DataFrame") -> "DataFrame":
    """Return what groups are called among all that would be called so."""
    from pyspark.sql import functions as f

    bearers = groups.groupBy("plain").agg(
        f.collect_list("places").alias("places"), f.collect_list("members").alias("all")
    )
    one = bearers.where("size(all) = 1").select(f.inline(f.col("places")[0]), f.col("plain").alias("path"))
    return one.unionByName(mapped(bearers.where("size(all) > 1").select("plain", "all"), _apart, CALLED, MANY))


def _groups(decided: Decided, rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        tallies = {
            sense: tally_of(sense, each["told"]) for each in row["senses"] for sense in [sense_of(each["sense"])]
        }
        first = {sense_of(each["sense"]): json.loads(each["first"]) for each in row["senses"]}
        for group in _one(tallies, _links(row["links"] or ()), decided):
            places = [{"sense": text(each.sense), "profile": text(each.profile)} for each in group]
            members = [_held(each, first[each.sense]) for each in group]
            yield {"plain": iris.plain(group), "places": places, "members": json.dumps(members)}


def _links(rows: Iterable[Row]) -> list[Link[Sense]]:
    """Return links in order, each pair once with its best score."""
    best: dict[tuple[str, str], float] = {}
    for row in rows:
        pair = row["left"], row["right"]
        best[pair] = max(best.get(pair, row["score"]), row["score"])
    found = [Link(sense_of(a), sense_of(b), (Reason(score, ""),)) for (a, b), score in best.items()]
    return sorted(found, key=lambda link: (-link.score, link.left, link.right))


def _one(tallies: Mapping[Sense, Tally], links: Sequence[Link[Sense]], decided: Decided) -> Iterator[Group]:
    """Yield the groups of what is one, of senses that hang together."""
    parts = {sense: split(tallies[sense], decided.rows) for sense in sorted(tallies)}
    groups, _ = grouped(parts, links, decided.rows, lambda path: decided.meaning.get(path, ()))
    for group in groups:
        places = ((sense, profile) for sense, number in group for profile in parts[sense][number])
        yield [Member(sense, profile, tallies[sense].profiles[profile]) for sense, profile in places]


def _held(member: Member, first: Mapping[str, str]) -> tuple[str, str, str]:
    """Return a member as a text, with the first article that names it."""
    return text(member.sense), told(Tally(member.sense, {member.profile: member.counts})), first[text(member.profile)]


def _apart(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        first: dict[Place, str] = {}
        groups = [list(_members(json.loads(each), first)) for each in row["all"]]
        paths = iris.split(row["plain"], groups, partial(_first, first))
        for group, path in zip(groups, paths, strict=True):
            yield from ({"sense": text(m.sense), "profile": text(m.profile), "path": path} for m in group)


def _first(first: Mapping[Place, str], group: Group) -> str:
    return min(first[each.sense, each.profile] for each in group)


def _members(held: Iterable[tuple[str, str, str]], first: dict[Place, str]) -> Iterator[Member]:
    """Yield the members of a group that is held, and note the first article that names each."""
    for name, sums, article in held:
        for profile, counts in tally_of(sense := sense_of(name), sums).profiles.items():
            first[sense, profile] = article
            yield Member(sense, profile, counts)
