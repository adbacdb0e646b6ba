"""What a group is called: the plain name where one thing bears it, else the name and what tells the bearers apart."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from kg import naming
from kg.extract.lexicon import gazetteer
from kg.resolve import bodies, people
from kg.resolve.named import Named, Sense

#: What stands between a name and what tells its bearers apart; no name has it.
BETWEEN = "--"
#: A group of things that are one, with what each one's name means.
Group = Sequence[tuple[Named, Sense]]


def keys(groups: Sequence[Group]) -> list[str]:
    """Return the path of the IRI of each group."""
    plain = [_plain(group) for group in groups]
    bearers: dict[str, list[int]] = defaultdict(list)
    for number, key in enumerate(plain):
        bearers[key].append(number)
    found = dict(enumerate(plain))
    for key, numbers in bearers.items():
        if len(numbers) > 1:
            found |= _split(key, {number: groups[number] for number in numbers})
    return [found[number] for number in range(len(groups))]


def _plain(group: Group) -> str:
    """Return the path that most articles give, of those that fit the group's kind and country."""
    local = [(thing, sense) for thing, sense in group if sense.article]
    if len(local) == len(group):
        thing, sense = min(local, key=lambda pair: (pair[0].article, pair[0].key))
        return thing.key if thing.local else naming.local(sense.article, thing.kind, thing.label)
    shared = [(thing, sense) for thing, sense in group if not sense.article]
    counts = Counter(thing.kind for thing, _ in shared)
    # Of two kinds that are as frequent, that of the longest name: "Ines" is whom the article names in full.
    words = {thing.kind: len(thing.label.split()) for thing, _ in sorted(shared, key=lambda p: len(p[0].label.split()))}
    kind = min(counts, key=lambda kind: (-counts[kind], -words[kind], len(kind), kind))
    fit = [(thing, sense) for thing, sense in shared if thing.kind == kind]
    given = [_given(thing, sense) for thing, sense in fit if not thing.team] or [_given(*pair) for pair in fit]
    known = [key for key in given if key in gazetteer.by_key()]
    short = {_given(*pair) for pair in fit if pair[0].label.isupper()}
    return _most(known or given, short)


def _given(thing: Named, sense: Sense) -> str:
    """Return the path that an article gives, unless it means another country's body of the name, or a team."""
    known = None if thing.team else gazetteer.by_key().get(thing.key)
    if known and sense.country:
        home = bodies.body(known.name).country or bodies.HOME.get(thing.key)
        return thing.key if home == sense.country else naming.shared(sense.kind, sense.name)
    return naming.shared(thing.kind, thing.label) if thing.team or thing.local else thing.key


def _most(found: Iterable[str], last: Container[str] = ()) -> str:
    """Return the most frequent; of several, one that is not to come last, the shortest, the first of the alphabet."""
    counts = Counter(found)
    return min(counts, key=lambda key: (-counts[key], key in last, len(key), key))


def _split(key: str, groups: Mapping[int, Group]) -> dict[int, str]:
    """Return the paths of groups that one name would all be."""
    told = {number: _telling(group, [g for n, g in groups.items() if n != number]) for number, group in groups.items()}
    taken = Counter(told.values())
    found = {}
    for number, group in groups.items():
        tail = told[number]
        if not tail or taken[tail] > 1:
            tail = "-".join(filter(None, (tail, naming.slug(min(thing.article for thing, _ in group)))))
        found[number] = f"{key}{BETWEEN}{tail}"
    return found


def _telling(group: Group, others: Iterable[Group]) -> str:
    """Return the slug of what this group has and the others have not: country, body, role, middle name, birth, seat."""
    elsewhere = {mark for other in others for mark in _marks(other)}
    own = _marks(group)
    return next((mark for mark in own if mark and mark not in elsewhere), "")


def _marks(group: Group) -> list[str]:
    """Return what may tell a group apart, the best first."""
    countries = Counter(sense.country.rpartition("/")[2] for _, sense in group if sense.country)
    bodies_ = Counter(
        office.partition("@")[2].rpartition("/")[2] for thing, _ in group for office in thing.offices if "@" in office
    )
    roles = Counter(office.partition("@")[0].rpartition("/")[2] for thing, _ in group for office in thing.offices)
    names = [called for thing, _ in group for name in thing.names if (called := people.called(name))]
    middle = Counter("-".join((*called.middle, called.suffix or "")).strip("-") for called in names)
    born = Counter(str(thing.born or "") for thing, _ in group)
    within = Counter(key.rpartition("/")[2] for thing, _ in group for key in thing.within)
    beside = Counter(word.rpartition("/")[2] for thing, _ in group for word in thing.words if "/" in word)
    found = (countries, bodies_, roles, middle, born, within, beside)
    return [mark for counts in found for mark in sorted(counts, key=lambda mark: (-counts[mark], mark)) if mark]
