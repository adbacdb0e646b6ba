"""Other names that articles teach: the article that names General Motors and GM tells the one that names only GM."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import log2

from kg.resolve.evidence import Link, Reason
from kg.resolve.named import Named, Sense
from kg.resolve.senses import others

#: Of the articles that give a name, those that give the other as well, at least.
SHARE = 0.5
#: Of the articles that give a name another name, those that give it this one.
FOREMOST = 0.8


@dataclass(frozen=True, slots=True)
class Counts:
    """In how many articles each name stands, two names of one thing, and two of two things."""

    single: Mapping[Sense, int]
    both: Mapping[tuple[Sense, Sense], int]
    apart: Mapping[tuple[Sense, Sense], int]


def learnt(articles: Iterable[Iterable[tuple[Named, Sense]]]) -> Iterator[Link[Sense]]:
    """Yield the pairs of names that are names of one thing, by what the articles call their things."""
    counts = _counted([list(things) for things in articles])
    partners: dict[Sense, dict[Sense, int]] = defaultdict(dict)
    for (a, b), count in counts.both.items():
        partners[a][b] = partners[b][a] = count
    for (a, b), count in sorted(counts.both.items()):
        share = max(count / counts.single[a], count / counts.single[b])
        apart = counts.apart.get((a, b), 0)
        if share >= SHARE and apart <= count and _foremost(a, b, partners) and _foremost(b, a, partners):
            yield Link(a, b, (_reason(a, b, count, min(counts.single[a], counts.single[b])),))


def _reason(a: Sense, b: Sense, count: int, of: int) -> Reason:
    articles = "1 article calls" if count == 1 else f"{count} articles call"
    weight = 16 + log2((count + 0.5) / (of - count + 0.5))
    return Reason(round(weight, 1), f"{articles} one thing “{a.name}” and “{b.name}” (of {of} with the rarer name)")


def _foremost(a: Sense, b: Sense, partners: Mapping[Sense, Mapping[Sense, int]]) -> bool:
    """Tell whether what `a` is another name of is mostly `b`, or what is itself called `b`."""
    given = partners[a]
    return given[b] >= FOREMOST * sum(n for other, n in given.items() if other == b or other not in partners[b])


def _counted(articles: Iterable[list[tuple[Named, Sense]]]) -> Counts:
    named = [[others(thing, sense) for thing, sense in things] for things in articles]
    single: Counter[Sense] = Counter()
    both: Counter[tuple[Sense, Sense]] = Counter()
    for things in named:
        single.update({name for group in things for name in group})
        both.update({pair for group in things if len(group) > 1 for pair in combinations(sorted(group), 2)})
    return Counts(single, both, Counter(pair for things in named for pair in _apart(things, both)))


def _apart(things: list[frozenset[Sense]], both: Container[tuple[Sense, Sense]]) -> set[tuple[Sense, Sense]]:
    """Return the names of one article that elsewhere are one thing's and here are two things'."""
    ordered = ((min(a, b), max(a, b)) for one, other in combinations(things, 2) for a in one for b in other)
    return {(a, b) for a, b in ordered if (a, b) in both and not any({a, b} <= group for group in things)}
