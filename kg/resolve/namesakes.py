"""Persons of one name are one, unless something contradicts it, or many bear it and nothing speaks for it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import log, sqrt

from kg.resolve import people
from kg.resolve.evidence import NEEDED, NEVER, Link, Reason
from kg.resolve.frequency import rarity
from kg.resolve.named import Named

#: Years by which two ages of one person may differ, and bits that each year more tells against it.
YEARS, PER_YEAR = 1, -3.0
#: What agreement tells, in bits.
SAME_OFFICE, SAME_BODY, SAME_YEAR = 8.0, 6.0, 4.0
#: Bits for words near by that are wholly the same.
WORDS = 34.0


def reasons(one: Named, other: Named, near: float = 0.0) -> tuple[Reason, ...]:
    """Return what tells that two persons of one name are one; `near` is how much the words near them are the same."""
    a, b = people.called(one.label), people.called(other.label)
    if a is None or b is None:
        return ()
    found = [Reason(round(rarity(a.first, a.last), 1), f"so rare is the name “{one.label}”")]
    if not all(people.fits(x, y) for x in _all(one) for y in _all(other)):
        found.append(Reason(NEVER, "what stands in the middle of their names, or Jr and Sr, differs"))
    if one.born and other.born:
        apart = abs(one.born - other.born)
        text = f"born about {one.born} and {other.born}"
        found.append(Reason(SAME_YEAR if apart <= YEARS else PER_YEAR * (apart - YEARS), text))
    if near and rarity(a.first, a.last) < NEEDED:
        found.append(Reason(round(WORDS * near, 1), f"{round(100 * near)} % of the words near them are the same"))
    return (*found, *_agreement(one, other))


def _all(thing: Named) -> list[people.Called]:
    """Return the person's full names, those first that tell most."""
    found = [called for name in thing.names if (called := people.called(name))]
    first = found[0].key if found else ""
    return [called for called in found if called.key == first]


def _agreement(one: Named, other: Named) -> Iterator[Reason]:
    same = sorted(set(one.offices) & set(other.offices))
    held = [office for office in same if not office.startswith("@")]
    if held:
        yield Reason(SAME_OFFICE, f"both are {held[0].split('@')[0].partition('/')[2].replace('-', ' ')}")
    bodies = sorted(_bodies(one) & _bodies(other))
    if bodies:
        yield Reason(SAME_BODY, f"both are of {bodies[0].rpartition('/')[2].replace('-', ' ')}")


def _bodies(thing: Named) -> set[str]:
    return {body for office in thing.offices if (body := office.partition("@")[2])}


def alike(things: Sequence[Named]) -> Mapping[tuple[int, int], float]:
    """Return how much the words near persons are the same, of those that share any: cosine of their TF-IDF."""
    frequency = Counter(word for thing in things for word in thing.words)
    weight = {word: log(len(things) / count) for word, count in frequency.items() if 1 < count < len(things)}
    norm = [sqrt(sum(log(len(things) / frequency[word]) ** 2 for word in thing.words)) or 1.0 for thing in things]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, thing in enumerate(things):
        for word in thing.words:
            if word in weight:
                holders[word].append(number)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for word, numbers in sorted(holders.items()):
        for pair in combinations(numbers, 2):
            shared[pair] += weight[word] ** 2
    return {(i, j): total / (norm[i] * norm[j]) for (i, j), total in shared.items()}


def links(things: Sequence[Named]) -> Iterator[Link[int]]:
    """Yield every pair of persons of one name that something tells of, by their numbers, with the reasons."""
    near = alike(things)
    for i, j in combinations(range(len(things)), 2):
        yield Link(i, j, reasons(things[i], things[j], near.get((i, j), 0.0)))
