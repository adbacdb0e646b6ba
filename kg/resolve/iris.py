"""What a group is called: the plain name where one thing bears it, else the name and what tells the bearers apart."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg import naming
from kg.extract.lexicon import gazetteer
from kg.resolve import bodies, people
from kg.resolve.named import Sense
from kg.resolve.tally import NAME, NEAR, OFFICE, THING, Counts, Profile, number

#: What stands between a name and what tells its bearers apart; no name has it.
BETWEEN = "--"


@dataclass(frozen=True, slots=True)
class Member:
    """The things of one profile of a sense, with what is counted of them."""

    sense: Sense
    profile: Profile
    counts: Counts


#: Things that are one.
Group = Sequence[Member]
#: Gives the first article that names a thing of a group.
First = Callable[[Group], str]


@dataclass(frozen=True, slots=True)
class _Given:
    """Things of one name in an article: what they are, and how many articles say so."""

    sense: Sense
    kind: str
    key: str
    label: str
    team: bool
    count: int

    @property
    def is_local(self) -> bool:
        return self.key.startswith("article/")


def keys(groups: Sequence[Group], first: First) -> list[str]:
    """Return the path of the IRI of each group."""
    found = list(map(plain, groups))
    bearers: dict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(found):
        bearers[key].append(at)
    for key, numbers in bearers.items():
        for at, path in zip(numbers, split(key, [groups[at] for at in numbers], first), strict=True):
            found[at] = path
    return found


def plain(group: Group) -> str:
    """Return the path that most articles give, of those that fit the group's kind and country."""
    given = list(_given(group))
    shared = [each for each in given if not each.sense.article]
    if not shared:
        one = min(given, key=lambda each: (each.sense.article, each.key))
        return one.key if one.is_local else naming.local(one.sense.article, one.kind, one.label)
    kind = _kind(shared)
    fit = [(_path(each), each) for each in shared if each.kind == kind]
    called = [(path, each.count) for path, each in fit if not each.team] or [(path, each.count) for path, each in fit]
    known = [(path, count) for path, count in called if path in gazetteer.by_key()]
    short = {path for path, each in fit if each.label.isupper()}
    return _most(_weighed(known or called), short)


def _kind(given: Sequence[_Given]) -> str:
    """Return the most frequent kind; of two, that of the longest name: "Ines" is whom the article names in full."""
    counts = _weighed((each.kind, each.count) for each in given)
    words = {kind: max(len(each.label.split()) for each in given if each.kind == kind) for kind in counts}
    return min(counts, key=lambda kind: (-counts[kind], -words[kind], len(kind), kind))


def _given(group: Group) -> Iterator[_Given]:
    for member in group:
        for feature, count in member.counts.items():
            if feature[0] == THING:
                _, kind, key, label, team = feature
                yield _Given(member.sense, kind, key, label, bool(team), count)


def _weighed(found: Iterable[tuple[str, int]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for each, count in found:
        counts[each] += count
    return counts


def _path(given: _Given) -> str:
    """Return the path that an article gives, unless it means another country's body of the name, or a team."""
    sense, known = given.sense, None if given.team else gazetteer.by_key().get(given.key)
    if known and sense.country:
        home = bodies.body(known.name).country or bodies.HOME.get(given.key)
        return given.key if home == sense.country else naming.shared(sense.kind, sense.name)
    return naming.shared(given.kind, given.label) if given.team or given.is_local else given.key


def _most(counts: Mapping[str, int], last: Collection[str]) -> str:
    """Return the most frequent; of several, one that is not to come last, the shortest, the first of the alphabet."""
    return min(counts, key=lambda key: (-counts[key], key in last, len(key), key))


def split(key: str, groups: Sequence[Group], first: First) -> list[str]:
    """Return the paths of the groups that one name would be: of one it is that name."""
    if len(groups) == 1:
        return [key]
    marks = list(map(_marks, groups))
    often = Counter(mark for own in marks for mark in set(own))
    told = [next((mark for mark in own if often[mark] == 1), "") for own in marks]
    taken = Counter(told)
    alike = (tail == "" or taken[tail] > 1 for tail in told)
    tails = (
        "-".join(filter(None, (tail, naming.slug(first(group))))) if same else tail
        for group, tail, same in zip(groups, told, alike, strict=True)
    )
    return [f"{key}{BETWEEN}{tail}" for tail in tails]


def _marks(group: Group) -> list[str]:
    """Return what may tell a group apart, the best first: country, body, role, middle name, birth, seat, words."""
    found: dict[str, Counter[str]] = {name: Counter() for name in ("country", "body", "role", "middle", "born", "in")}
    near: Counter[str] = Counter()
    for member in group:
        things = number(member.counts)
        found["country"][_last(member.sense.country)] += things
        found["born"][str(member.profile.born or "")] += things
        for place in member.profile.within:
            found["in"][_last(place)] += things
        for (sort, *told), count in member.counts.items():
            if sort == OFFICE:
                role, at, body = told[0].partition("@")
                found["role"][_last(role)] += count
                found["body"][_last(body)] += count if at else 0
            elif sort == NAME and (called := people.called(told[0])):
                found["middle"]["-".join((*called.middle, called.suffix or "")).strip("-")] += count
            elif sort == NEAR and "/" in told[0]:
                near[_last(told[0])] += count
    ordered = (sorted(counts, key=lambda mark: (-counts[mark], mark)) for counts in (*found.values(), near))
    return [mark for some in ordered for mark in some if mark]


def _last(path: str) -> str:
    return path.rpartition("/")[2]
