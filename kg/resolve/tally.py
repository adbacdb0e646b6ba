"""What articles tell of what one name means, in sums: told article by article, and taken back when one goes."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, combinations

from kg.resolve import people, within
from kg.resolve.evidence import NEEDED
from kg.resolve.folding import words
from kg.resolve.frequency import rarity
from kg.resolve.named import Named, Sense
from kg.resolve.parties import is_party
from kg.resolve.senses import others, sense

#: What is counted: a sort, and what of it.
Feature = tuple[str, ...]
Counts = dict[Feature, int]
#: Sorts of what the things of a profile are counted by: what they are, their names, words that alone name a body, the
#: countries of a party's articles, offices, words near by, and whether they act.
THING, NAME, WORD, COUNTRY, OFFICE, NEAR, ACTS = "thing", "name", "word", "country", "office", "near", "acts"
#: Sorts of what is counted of a name beside others: articles with it, with both as one thing's, with both, with both
#: read as two kinds; articles in which it runs on from another, in which another is named in full, and in which a
#: person is whose surname it is.
SINGLE, BOTH, WITH, BESIDE, LONGER, WHOLE, APART = "single", "both", "with", "beside", "longer", "whole", "apart"
#: The feature that is there once for each article that names it.
ONCE: Feature = (SINGLE,)


@dataclass(frozen=True, slots=True, order=True)
class Profile:
    """What things of one sense have in common that are never told apart.

    `called` are what stands in the middle and at the end of a person's full names, `within` is what a place lies in. Of
    what is told apart thing by thing, as of a name that many bear, each has its `article` and `key`.
    """

    called: tuple[str, ...] = ()
    born: int = 0
    within: tuple[str, ...] = ()
    article: str = ""
    key: str = ""


@dataclass(slots=True)
class Tally:
    """What is counted of a sense: for each profile of its things, and of the name beside others."""

    sense: Sense
    profiles: dict[Profile, Counts] = field(default_factory=dict)
    own: Counts = field(default_factory=dict)

    def copy(self) -> "Tally":
        """Return a tally that can be changed without this one."""
        return Tally(self.sense, {each: {**counts} for each, counts in self.profiles.items()}, {**self.own})

    def count(self, profile: Profile | None, features: Iterable[Feature], by: int) -> None:
        """Count features; what is counted no more is gone."""
        counts = self.own if profile is None else self.profiles.setdefault(profile, {})
        for feature in features:
            counts[feature] = counts.get(feature, 0) + by
            if not counts[feature]:
                del counts[feature]
        if profile is not None and not counts:
            del self.profiles[profile]

    def __bool__(self) -> bool:
        """Whether articles tell anything of it."""
        return bool(self.profiles or self.own)

    @property
    def number(self) -> int:
        """How many things articles name in this sense."""
        return sum(map(number, self.profiles.values()))

    def of(self, sort: str) -> Counts:
        """Return what is counted of a sort."""
        found: Counts = {}
        for feature, count in chain.from_iterable(counts.items() for counts in self.profiles.values()):
            if feature[0] == sort:
                found[feature] = found.get(feature, 0) + count
        return found

    def labels(self) -> set[str]:
        """Return what the things are called."""
        return {label for _, _, _, label, _ in self.of(THING)}

    def keys(self) -> set[str]:
        """Return the paths that articles alone give the things."""
        return {key for _, _, key, _, _ in self.of(THING)}

    def has_team(self) -> bool:
        """Tell whether a thing is a team that is called by a place."""
        return any(team for *_, team in self.of(THING))

    def beside(self, sort: str) -> Mapping[Sense, int]:
        """Return the senses that are counted beside it in a sort."""
        return {Sense(*feature[1:]): count for feature, count in self.own.items() if feature[0] == sort}


def number(counts: Counts) -> int:
    """Return how many things are counted."""
    return sum(count for feature, count in counts.items() if feature[0] == THING)


def face(profile: Profile, counts: Counts) -> Named:
    """Return the things of a profile as one: by the label of most, with all names and offices."""
    things = [(count, feature) for feature, count in counts.items() if feature[0] == THING]
    _, (_, kind, key, label, team) = min(things, key=lambda each: (-each[0], each[1]))
    told = {sort: sorted(feature[1] for feature in counts if feature[0] == sort) for sort in (NAME, OFFICE, NEAR)}
    return Named(
        profile.article,
        profile.key or key,
        kind,
        (label, *told[NAME]),
        offices=tuple(told[OFFICE]),
        born=profile.born or None,
        team=bool(team),
        within=profile.within,
        words=tuple(told[NEAR]),
    )


#: What an article adds to the tally of a sense: to a profile of it, or to the sense itself.
Told = tuple[Sense, Profile | None, Iterable[Feature]]


def meant(article: Sequence[Named]) -> list[tuple[Named, Sense]]:
    """Return the things of an article with what each one's name means."""
    return [(thing, thing.sense or sense(thing, article)) for thing in article]


def told(things: Sequence[tuple[Named, Sense]], lone: Container[Sense] = ()) -> Iterator[Told]:
    """Yield what an article adds; things of `lone` senses are each told apart from each."""
    for thing, what in things:
        yield what, profile_of(thing, what, lone), _features(thing, what)
    named = list(names(things))
    yield from ((name, None, (ONCE,)) for name in frozenset[Sense]().union(*named))
    pairs = {pair for group in named if len(group) > 1 for pair in combinations(sorted(group), 2)}
    yield from _both(BOTH, pairs)
    shared = sorted({what for _, what in things if not what.article})
    yield from _both(BESIDE, ((a, b) for a, b in combinations(shared, 2) if a.name == b.name and a.kind != b.kind))
    yield from ((a, None, (_beside(LONGER, b),)) for a, b in within.longer(things))
    yield from ((a, None, (_beside(WHOLE, b),)) for a, b in within.named_whole(things))
    yield from ((a, None, (_beside(APART, b),)) for a, b in within.apart(things))


def names(things: Sequence[tuple[Named, Sense]]) -> Iterator[frozenset[Sense]]:
    """Yield the senses of all names of each thing."""
    return (others(thing, what) for thing, what in things)


@lru_cache(maxsize=100_000)
def is_common(sense: Sense) -> bool:
    """Tell whether so many bear a person's full name that two in the news may be two."""
    return sense.kind == "Person" and not sense.article and rarity(*sense.name.split()) < NEEDED


def profile_of(thing: Named, what: Sense, lone: Container[Sense] = ()) -> Profile:
    """Return the profile of a thing: with those of the same it is one, whatever else."""
    is_full = what.kind == "Person" and not what.article
    if what in lone or is_common(what):
        article, key = thing.article, thing.key
    else:
        article = key = ""
    called = _called(thing.names) if is_full else ()
    return Profile(called, (is_full and thing.born) or 0, thing.within if what.kind == "Place" else (), article, key)


@lru_cache(maxsize=100_000)
def _called(names: tuple[str, ...]) -> tuple[str, ...]:
    found = [called for name in names if (called := people.called(name))]
    same = (each for each in found if each.key == found[0].key)
    return tuple(sorted({" ".join((*each.middle, f"|{each.suffix or ''}")) for each in same}))


def _features(thing: Named, what: Sense) -> Iterator[Feature]:
    yield (THING, thing.kind, thing.key, thing.label, "team" if thing.team else "")
    yield from ((NAME, name) for name in thing.names)
    yield from ((OFFICE, office) for office in thing.offices)
    yield from ((NEAR, word) for word in thing.words)
    if thing.acts:
        yield (ACTS,)
    if what.kind == "Organization" and not what.article and " " in what.name:
        said = set(map(words, thing.said))
        yield from ((WORD, word) for word in set(what.name.split()) if (word,) in said)
        if is_party(what.name):
            yield (COUNTRY, thing.country or "")


def _beside(sort: str, other: Sense) -> Feature:
    return (sort, other.kind, other.name, other.country, other.article)


def _both(sort: str, pairs: Iterable[tuple[Sense, Sense]]) -> Iterator[Told]:
    """Yield both ends of pairs."""
    return chain.from_iterable(((a, None, (_beside(sort, b),)), (b, None, (_beside(sort, a),))) for a, b in pairs)
