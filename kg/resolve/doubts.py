"""What may be one and is not joined, as too little tells so: what a person is asked, the likeliest first.

All weights here are less than what joins. Similar names are never joined; they only tell what to ask.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations
from math import log2

from kg.extract.lexicon import gazetteer
from kg.resolve import decisions, folding, namesakes, people
from kg.resolve.evidence import NEEDED, Link, Reason
from kg.resolve.frequency import rarity
from kg.resolve.joining import Part
from kg.resolve.named import Named, Sense
from kg.resolve.resolve import Resolution

#: What less tells of is not asked.
DOUBTFUL = 8.0
#: How often a bare surname is that of its only bearer, and of the most frequent of several: 19 of 23 and 8 of 12 in 605
#: articles. Joining wants 97 of 100.
ONLY, FOREMOST, WANTED = 0.83, 0.67, 0.97
#: Bits for each thing that both articles name, but for countries, and for at most so many.
BESIDE, MOST_BESIDE = 0.8, 3
#: Bits for names that may well be other spellings, or short and long, of one.
SPELLED, INITIALS, LETTER, LONGER = 12.0, 12.0, 10.0, 9.0
#: Bits for first names that one letter sets apart, which tell too little by themselves; and for an office of both.
NEARLY, OFFICE = 7.5, 1.0
#: The fewest letters of such a first name.
SHORT = 4
#: The fewest initials that say something, and bearers of one name of which each two are compared.
FEWEST, MOST = 3, 300
#: Articles that name a thing so often tell nothing by naming it.
OFTEN = 0.2


def doubts(resolution: Resolution) -> list[Link[Part]]:
    """Return the pairs of parts that may be one and are two, the likeliest first."""
    group_of = {_id(t): n for n, group in enumerate(resolution.groups) for t, _ in group}
    number = {
        (what, n): group_of[_id(part[0])] for what, some in resolution.parts.items() for n, part in enumerate(some)
    }
    best: dict[tuple[int, int], Link[Part]] = {}
    for link in _all(resolution):
        pair = (number[link.left], number[link.right])
        pair = min(pair), max(pair)
        if pair[0] != pair[1] and DOUBTFUL <= link.score < NEEDED:
            best[pair] = max(best.get(pair, link), link, key=lambda each: (each.score, each.reasons))
    apart = _apart(resolution)
    return sorted(
        (link for link in best.values() if not apart(link)), key=lambda link: (-link.score, link.left, link.right)
    )


def shaky(resolution: Resolution, least: float = NEEDED + 2) -> list[Link[Part]]:
    """Return the joins that less tells of than `least`, the least sure first."""
    weak = (link for link in resolution.joins if link.score < least)
    return sorted(weak, key=lambda link: (link.score, link.left, link.right))


def _all(resolution: Resolution) -> Iterator[Link[Part]]:
    for link in resolution.links:
        yield Link((link.left, 0), (link.right, 0), link.reasons)
    yield from _namesakes(resolution)
    names = [sense for sense in sorted(resolution.parts) if not sense.article]
    told = (
        _surnames(resolution),
        _spelled(names),
        _lettered(names),
        _nearly(resolution),
        _initials(names),
        _longer(names),
    )
    for found in told:
        yield from (Link((one, 0), (other, 0), reasons) for one, other, reasons in found)


Told = Iterator[tuple[Sense, Sense, tuple[Reason, ...]]]


def _namesakes(resolution: Resolution) -> Iterator[Link[Part]]:
    """Yield the parts of persons of one common name, with the strongest that tells of each two."""
    for sense, parts in resolution.parts.items():
        things = [(thing, n) for n, part in enumerate(parts) for thing in part]
        if sense.kind == "Person" and len(parts) > 1 and len(things) <= MOST:
            for link in namesakes.links([thing for thing, _ in things]):
                a, b = things[link.left][1], things[link.right][1]
                if a != b:
                    yield Link((sense, a), (sense, b), link.reasons)


def _surnames(resolution: Resolution) -> Told:
    """Yield bare surnames with the only or most frequent person who bears them in other articles."""
    bearers: dict[str, list[Sense]] = defaultdict(list)
    for sense, parts in sorted(resolution.parts.items()):
        called = people.called(parts[0][0].label) if sense.kind == "Person" and not sense.article else None
        if called:
            bearers[folding.plain(called.last)].append(sense)
    beside = _Beside(resolution)
    for sense, parts in sorted(resolution.parts.items()):
        bare = sense.kind == "Person" and sense.article
        found = bearers.get(folding.plain(sense.name.split()[-1]), []) if bare else []
        if found:
            counts = {each: sum(map(len, resolution.parts[each])) for each in found}
            first = max(sorted(found), key=lambda each: counts[each])
            yield sense, first, (_bearer(first, found, counts), *beside(parts[0][0], resolution.parts[first]))


def _bearer(first: Sense, found: list[Sense], counts: Mapping[Sense, int]) -> Reason:
    share = ONLY if len(found) == 1 else FOREMOST
    articles = "1 article names" if counts[first] == 1 else f"{counts[first]} articles name"
    others = "nobody else of that surname" if len(found) == 1 else f"{len(found) - 1} others of that surname stand back"
    weight = NEEDED + log2(share / (1 - share)) - log2(WANTED / (1 - WANTED))
    return Reason(round(weight, 1), f"{articles} “{first.name}”, {others}")


class _Beside:
    """Tells what both of two things are named with."""

    def __init__(self, resolution: Resolution) -> None:
        self._of: dict[str, set[str]] = defaultdict(set)
        for thing, path in resolution.named():
            if not path.startswith(decisions.ARTICLE):
                self._of[thing.article].add(path)
        self._often = Counter(path for paths in self._of.values() for path in paths)

    def __call__(self, thing: Named, parts: Iterable[Iterable[Named]]) -> Iterator[Reason]:
        """Yield a reason if articles that name both name rare things, too."""
        others = {each.article for part in parts for each in part} - {thing.article}
        there = set().union(*(self._of[article] for article in others))
        most = max(2.0, OFTEN * len(self._of))
        shared = sorted(path for path in self._of[thing.article] & there if self._often[path] <= most)[:MOST_BESIDE]
        if shared:
            names = ", ".join(path.rpartition("/")[2].replace("-", " ") for path in shared)
            yield Reason(round(BESIDE * len(shared), 1), f"named with both: {names}")


def _spelled(names: Iterable[Sense]) -> Told:
    """Yield persons whose surnames are spelled as foreign ones are: Gaddafi, Gadhafi."""
    by_key: dict[str, list[tuple[Sense, people.Called]]] = defaultdict(list)
    for sense in names:
        called = people.called(sense.name) if sense.kind == "Person" else None
        if called and rarity(called.first, called.last) >= NEEDED:
            by_key[folding.spelled(called.last)].append((sense, called))
    for found in by_key.values():
        for (a, one), (b, other) in combinations(found, 2):
            if one.last != other.last and (one.first == other.first or people.same_first(one.first, other.first)):
                yield a, b, (Reason(SPELLED, f"“{one.last}” may be “{other.last}” spelled otherwise"),)


def _lettered(names: Iterable[Sense]) -> Told:
    """Yield persons of whose first name only the letter is told, with the only person whom it may mean: B. Quill."""
    for found in _by_surname(names).values():
        for sense, called in (each for each in found if len(each[1].first) == 1):
            long = [each for each, other in found if len(other.first) > 1 and _may_be(called, other)]
            if len(long) == 1:
                yield (
                    sense,
                    long[0],
                    (Reason(LETTER, f"“{sense.name}” may be “{long[0].name}”, nobody else is named so"),),
                )


def _by_surname(names: Iterable[Sense]) -> Mapping[str, list[tuple[Sense, people.Called]]]:
    found: dict[str, list[tuple[Sense, people.Called]]] = defaultdict(list)
    for sense in names:
        if sense.kind == "Person" and (called := people.called(sense.name)):
            found[folding.plain(called.last)].append((sense, called))
    return found


def _nearly(resolution: Resolution) -> Told:
    """Yield persons whose first names differ by a letter, if both hold an office or are named with the same: Samad."""
    beside = _Beside(resolution)
    for found in _by_surname(sense for sense in sorted(resolution.parts) if not sense.article).values():
        for (a, one), (b, other) in combinations(found if len(found) <= MOST else (), 2):
            if _is_near(one.first, other.first):
                reason = Reason(NEARLY, f"“{one.first}” may be “{other.first}” spelled otherwise")
                left, right = resolution.parts[a], resolution.parts[b]
                yield a, b, (reason, *_office(left, right), *beside(left[0][0], right))


def _is_near(one: str, other: str) -> bool:
    """Tell whether one letter sets two first names apart, and they are not a woman's and a man's."""
    if min(len(one), len(other)) < SHORT or people.same_first(one, other):
        return False
    genders = {gazetteer.gender(name.capitalize()) for name in (one, other)}
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    near = other[start + 1 :] in {one[start + 1 :], one[start:]} or one[start + 1 :] == other[start:]
    return near and not {"m", "f"} <= genders


def _office(one: Iterable[Iterable[Named]], other: Iterable[Iterable[Named]]) -> Iterator[Reason]:
    roles = (
        {office.partition("@")[0] for p in parts for each in p for office in each.offices} for parts in (one, other)
    )
    for role in sorted(set.intersection(*roles))[:1]:
        yield Reason(OFFICE, f"both are {role.rpartition('/')[2].replace('-', ' ')}")


def _may_be(short: people.Called, long: people.Called) -> bool:
    return long.first.startswith(short.first) and people.fits(short, long)


def _initials(names: Iterable[Sense]) -> Told:
    """Yield what may be the letters of the only long name that has them."""
    long: dict[str, list[Sense]] = defaultdict(list)
    bodies = [sense for sense in names if sense.kind == "Organization"]
    for sense in bodies:
        words = [word for word in sense.name.split() if word not in {"of", "the", "for", "and", "in"}]
        if len(words) >= FEWEST:
            long["".join(word[0] for word in words)].append(sense)
    for sense in bodies:
        if len(found := long.get(sense.name, [])) == 1:
            yield sense, found[0], (Reason(INITIALS, f"“{sense.name}” are the letters of “{found[0].name}” alone"),)


def _longer(names: Iterable[Sense]) -> Told:
    """Yield bodies whose name begins the name of one other."""
    bodies = {sense.name: sense for sense in names if sense.kind == "Organization" and not sense.country}
    longer: dict[str, list[Sense]] = defaultdict(list)
    for name, sense in bodies.items():
        words = name.split()
        for size in range(1, len(words)):
            longer[" ".join(words[:size])].append(sense)
    for name, found in longer.items():
        if name in bodies and len(found) == 1:
            yield bodies[name], found[0], (Reason(LONGER, f"“{name}” begins “{found[0].name}” alone"),)


def _apart(resolution: Resolution) -> Callable[[Link[Part]], bool]:
    """Return what tells that somebody decided of two parts that they are two."""
    never = [decision for decision in resolution.decided if not decision.same]

    def told(link: Link[Part]) -> bool:
        one, other = (resolution.parts[what][n] for what, n in (link.left, link.right))
        return any(decisions.apart(a, b, never) for a in one for b in other)

    return told if never else lambda _: False


def _id(thing: Named) -> tuple[str, str]:
    return thing.article, thing.key
