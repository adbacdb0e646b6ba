"""What groups of one thing are called, with those that would be called so as well; and what is called otherwise."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from kg.graph.holding import paths
from kg.graph.now import Now, Place
from kg.graph.senses import Senses
from kg.graph.tallied import profile_of, sense_of, text
from kg.resolve import iris
from kg.resolve.iris import Group, Member

#: The paths that things get, by their articles and the paths that these alone give them.
Called = dict[tuple[str, str], str]
#: What profiles are called: by the name alone, and in the end.
Paths = Mapping[Place, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a change: the paths of things that may have got others, and the IRIs that may lead elsewhere."""

    called: Called
    leading: Collection[str]


def called(now: Now, groups: Sequence[Group], given: Collection[str]) -> Outcome:
    """Call groups, hold and return what is called otherwise; `given` are paths that others are given than before."""
    asked = {*now.tallies.touched, *(member.sense for group in groups for member in group)}
    query = "SELECT profile, plain, path FROM part WHERE sense = ?"
    before = {
        (sense, profile_of(profile)): (plain, path)
        for sense in asked
        for profile, plain, path in now.before(query, text(sense))
    }
    by_plain: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        by_plain[iris.plain(group)].append(group)
    for plain in {plain for plain, _ in before.values()} | by_plain.keys():
        others = [*_others(now, plain, asked)]
        before |= {(each.sense, each.profile): (plain, path) for path, group in others for each in group}
        by_plain[plain].extend(group for _, group in others)
    after = {
        (member.sense, member.profile): (plain, path)
        for plain, some in by_plain.items()
        for group, path in zip(some, iris.split(plain, some, now.first), strict=True)
        for member in group
    }
    _hold(now.senses, before, after)
    return Outcome(_called(now, before, after), _leading(now, before, after, given))


def _others(now: Now, plain: str, asked: Collection[object]) -> Iterator[tuple[str, Group]]:
    """Yield the groups of other senses that would be called so, with what they were called."""
    of: dict[str, list[Member]] = defaultdict(list)
    for held, profile, path in now.before("SELECT sense, profile, path FROM part WHERE plain = ?", plain):
        if (sense := sense_of(held)) not in asked:
            of[path].append(now.member(sense, profile_of(profile)))
    yield from of.items()


def _hold(senses: Senses, before: Paths, after: Paths) -> None:
    gone = ((text(sense), text(profile)) for sense, profile in before.keys() - after.keys())
    senses.write("DELETE FROM part WHERE sense = ? AND profile = ?", gone)
    new = (((sense, profile), found) for (sense, profile), found in after.items())
    rows = (
        (text(sense), text(profile), *found) for (sense, profile), found in new if before.get((sense, profile)) != found
    )
    senses.write("INSERT OR REPLACE INTO part VALUES (?, ?, ?, ?)", rows)


def _moved(before: Paths, after: Paths) -> set[Place]:
    """Return what is called otherwise than before."""
    return {place for place in before.keys() & after.keys() if before[place][1] != after[place][1]}


def _called(now: Now, before: Paths, after: Paths) -> Called:
    things = chain.from_iterable(now.new.values())
    found = {(thing.article, thing.key): after[what, now.profile(thing, what)][1] for thing, what in things}
    moved = _moved(before, after)
    for sense in {sense for sense, _ in moved}:
        for article, thing in now.of(sense, moved):
            found[article, thing.key] = after[sense, now.profile(thing, sense)][1]
    return found


def _leading(now: Now, before: Paths, after: Paths, given: Collection[str]) -> set[str]:
    borne = {path for _, path in before.values()} ^ {path for _, path in after.values()}
    new = _moved(before, after) | (after.keys() - before.keys())
    return borne.union(given, (path for place in new for path in paths(now.counts(*place))))
