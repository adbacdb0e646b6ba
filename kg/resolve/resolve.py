"""Which things of many articles are one: a function of the set of what articles name, and of what people decided."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from kg.resolve import iris
from kg.resolve.decisions import Decision, own
from kg.resolve.evidence import Link
from kg.resolve.iris import Group, Member
from kg.resolve.joining import Meaning, Part, grouped, lone, split
from kg.resolve.named import Named, Sense, of_article
from kg.resolve.tallies import Meant, Tallies, of
from kg.resolve.tally import Profile, profile_of

#: A thing by its article and the path that the article alone would give it.
Thing = tuple[str, str]
Parts = Mapping[Sense, Sequence[Sequence[Named]]]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Groups of things that are one with the path of each.

    `links` are of senses, those as well that are too weak to join; `parts` the things of each sense; `joins` the links
    that made the groups.
    """

    groups: Sequence[Sequence[tuple[Named, Sense]]]
    paths: Sequence[str]
    links: Sequence[Link[Sense]]
    parts: Parts
    joins: Sequence[Link[Part]]
    decided: Sequence[Decision]

    @property
    def keys(self) -> dict[Thing, str]:
        """The path of each thing that gets another than its article alone would give it."""
        return {(t.article, t.key): path for t, path in self.named() if t.key != path}

    def named(self) -> Iterator[tuple[Named, str]]:
        """Yield each thing with its path."""
        for group, path in zip(self.groups, self.paths, strict=True):
            yield from ((thing, path) for thing, _ in group)


def resolve(things: Iterable[Named], decided: Sequence[Decision] = ()) -> Resolution:
    """Return which things are one and what they are called; the order of things does not matter."""
    articles = of(group for _, group in sorted(of_article(things).items()))
    about = _about(((thing, what) for group in articles for thing, what in group), decided)
    alone = lone(decided, lambda path: {what for _, what in about.get(path, ())})
    tallies, of_profile = Tallies(lone=alone), _of_profile(articles, alone)
    tallies.change((), articles)
    parts = {what: split(tallies.get(what), decided) for what in sorted({what for what, _ in of_profile})}
    links = _links(tallies)
    groups, joins = grouped(parts, links, decided, _meaning(about, alone))
    members = [[_member(tallies, what, p) for what, n in group for p in parts[what][n]] for group in groups]

    def first(group: Group) -> str:
        return min(thing.article for each in group for thing in of_profile[each.sense, each.profile])

    named = [[(thing, m.sense) for m in group for thing in of_profile[m.sense, m.profile]] for group in members]
    told = {what: [_told(what, part, of_profile) for part in some] for what, some in parts.items()}
    return Resolution(named, iris.keys(members, first), links, told, joins, decided)


#: The things of each profile of a sense.
OfProfile = Mapping[tuple[Sense, Profile], Sequence[Named]]


def _of_profile(articles: Iterable[Meant], alone: Collection[Sense]) -> OfProfile:
    found = defaultdict[tuple[Sense, Profile], list[Named]](list)
    for thing, what in chain.from_iterable(articles):
        found[what, profile_of(thing, what, alone)].append(thing)
    return found


def _told(what: Sense, part: Iterable[Profile], of_profile: OfProfile) -> list[Named]:
    """Return the things of a part of a sense, in order."""
    return _in_order(thing for profile in part for thing in of_profile[what, profile])


def _in_order(things: Iterable[Named]) -> list[Named]:
    return sorted(things, key=lambda thing: (thing.article, thing.key))


def _member(tallies: Tallies, sense: Sense, profile: Profile) -> Member:
    return Member(sense, profile, tallies.get(sense).profiles[profile])


#: Things by the paths of decisions that mean them, with what each is named in.
About = Mapping[str, Sequence[tuple[Named, Sense]]]


def _about(things: Iterable[tuple[Named, Sense]], decided: Sequence[Decision]) -> About:
    paths = {path for each in decided for path in (each.left, each.right)}
    found: dict[str, list[tuple[Named, Sense]]] = defaultdict(list)
    for thing, what in things if paths else ():
        for path in paths & {thing.key, own(thing)}:
            found[path].append((thing, what))
    return found


def _meaning(about: About, alone: Collection[Sense]) -> Meaning:
    return lambda path: [(what, profile_of(thing, what, alone)) for thing, what in about.get(path, ())]


def _links(tallies: Tallies) -> list[Link[Sense]]:
    """Return the links of senses, each pair once with the strongest, in order."""
    found: dict[tuple[Sense, Sense], Link[Sense]] = {}
    by_key = (link for key in tallies.changed_keys() for link in tallies.links(key))
    beside = (link for pair in tallies.changed_pairs() if (link := tallies.pair(pair)))
    for links in (by_key, beside):
        for link in links:
            pair = link.left, link.right
            found[pair] = max(found.get(pair, link), link, key=lambda link: (link.score, link.reasons))
    return sorted(found.values(), key=lambda link: (-link.score, link.left, link.right))
