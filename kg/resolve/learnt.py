"""Other names that articles teach: the article that names General Motors and GM tells the one that names only GM."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import log2

from kg.resolve.evidence import NEEDED, Link, Reason
from kg.resolve.named import Named, Sense
from kg.resolve.senses import others

#: Of the articles that give a name another name, those that give it this one.
FOREMOST = 0.8
#: Bits against two names of which articles tell that they are mostly two things': more than any count tells for them.
AGAINST = -12.0


@dataclass(frozen=True, slots=True)
class Counts:
    """In how many articles each name stands, two names of one thing, and two of two things."""

    single: Mapping[Sense, int]
    both: Mapping[tuple[Sense, Sense], int]
    apart: Mapping[tuple[Sense, Sense], int]


def learnt(articles: Iterable[Iterable[tuple[Named, Sense]]]) -> Iterator[Link[Sense]]:
    """Yield the pairs of names that articles give to one thing, with what tells for and against their being one's."""
    counts = _counted([list(things) for things in articles])
    partners: dict[Sense, dict[Sense, int]] = defaultdict(dict)
    for (a, b), count in counts.both.items():
        partners[a][b] = partners[b][a] = count
    for (a, b), count in sorted(counts.both.items()):
        reason = _reason(a, b, count, min(counts.single[a], counts.single[b]))
        yield Link(a, b, (reason, *_against(a, b, counts, partners)))


def _reason(a: Sense, b: Sense, count: int, of: int) -> Reason:
    """Return what so many articles tell: enough for one thing where at least half of them do."""
    articles = "1 article calls" if count == 1 else f"{count} articles call"
    weight = NEEDED + log2((count + 0.5) / (of - count + 0.5))
    return Reason(round(weight, 1), f"{articles} one thing “{a.name}” and “{b.name}” (of {of} with the rarer name)")


def _against(a: Sense, b: Sense, counts: Counts, partners: Mapping[Sense, Mapping[Sense, int]]) -> Iterator[Reason]:
    apart, both = counts.apart.get((a, b), 0), counts.both[a, b]
    if apart >= both:
        yield Reason(AGAINST, f"{apart} keep them apart")
    for one, other in ((a, b), (b, a)):
        if not _foremost(one, other, partners):
            yield Reason(AGAINST, f"“{one.name}” is another name of other things as well")


def _foremost(a: Sense, b: Sense, partners: Mapping[Sense, Mapping[Sense, int]]) -> bool:
    """Tell whether what `a` is another name of is mostly `b`, or what is itself called `b`."""
    given = partners[a]
    named = sum(count for other, count in given.items() if _is_name(other, b))
    return named >= FOREMOST * sum(n for other, n in given.items() if _is_name(other, b) or other not in partners[b])


def _is_name(one: Sense, other: Sense) -> bool:
    """Tell whether two senses are of one name: a body of two countries may be one that articles of both tell of."""
    return (one.kind, one.name) == (other.kind, other.name)


def _counted(articles: Iterable[list[tuple[Named, Sense]]]) -> Counts:
    named = [[others(thing, sense) for thing, sense in things] for things in articles]
    single: Counter[Sense] = Counter()
    both: Counter[tuple[Sense, Sense]] = Counter()
    for things in named:
        single.update({name for group in things for name in group})
        both.update({pair for group in things if len(group) > 1 for pair in combinations(sorted(group), 2)})
    partners: dict[Sense, set[Sense]] = defaultdict(set)
    for a, b in both:
        partners[a].add(b)
    return Counts(single, both, Counter(pair for things in named for pair in _apart(things, partners)))


def _apart(things: list[frozenset[Sense]], partners: Mapping[Sense, set[Sense]]) -> set[tuple[Sense, Sense]]:
    """Return the names of one article that elsewhere are one thing's and here are two things'."""
    here = frozenset[Sense]().union(*things)
    pairs = {(a, b) for a in here if a in partners for b in partners[a] & here}
    return {(a, b) for a, b in pairs if not any({a, b} <= group for group in things)}
