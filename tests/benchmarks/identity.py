"""Who is who: what 100,000 articles name, and ten articles more in a store of 10,000."""

import resource
import tempfile
from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from random import Random

from common import QUICK, processor_seconds, row, talk

from kg import naming
from kg.articles.article import Article
from kg.build import put
from kg.extract.lexicon import gazetteer
from kg.facts import Entity, Mention, Reading, Span
from kg.graph import identity
from kg.graph.store import Store
from kg.resolve.features import named
from kg.resolve.frequency import _shares
from kg.resolve.resolve import resolve

ARTICLES, KEPT, MORE = (5_000, 500, 5) if QUICK else (100_000, 10_000, 10)
#: Names in an article: persons, bodies, places; as many as in 148 articles of Deutsche Welle, the Wikinews and MSNBC.
EACH = (6, 6, 6)
BODIES = ["Senate", "Supreme Court", "Labour Party", "Chamber of Commerce", "Group", "Bank", "University", "Council"]


class Drawn:
    """Names drawn as news names: few often, most once; persons by the census, so that some are borne by many."""

    def __init__(self, random: Random) -> None:
        self._random = random
        firsts, lasts = (sorted(_shares(*tables).items()) for tables in (("first:male", "first:female"), ("last",)))
        self._firsts, self._lasts = map(self._table, (firsts, lasts))
        places = sorted({known.name for known in gazetteer.by_key().values() if known.kind == "Place"})
        self._places = [*places, *(f"{last.title()}ton" for last, _ in lasts[:5_000])]
        self._often = [self._person() for _ in range(20_000)]

    def _table(self, shares: list[tuple[str, float]]) -> tuple[list[str], list[float]]:
        return [name.title() for name, _ in shares], [*accumulate(share for _, share in shares)]

    def _one(self, table: tuple[list[str], list[float]]) -> str:
        words, sums = table
        return words[min(bisect(sums, self._random.random() * sums[-1]), len(words) - 1)]

    def _person(self) -> str:
        return f"{self._one(self._firsts)} {self._one(self._lasts)}"

    def _ranked(self, some: list[str]) -> str:
        """Draw one by Zipf's law: the n-th half as often as the first of n/2."""
        return some[min(int(len(some) ** self._random.random()) - 1, len(some) - 1)]

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield the kinds and names of one article."""
        for _ in range(EACH[0]):
            yield "Person", self._ranked(self._often) if self._random.random() < 0.5 else self._person()
        for _ in range(EACH[1]):
            yield "Organization", f"{self._ranked(self._places)} {self._random.choice(BODIES)}"
        for _ in range(EACH[2]):
            yield "Place", self._ranked(self._places)


def readings(number: int) -> Iterator[Reading]:
    """Yield readings that name things."""
    drawn = Drawn(Random(3))
    for index in range(number):
        names = list(dict.fromkeys(drawn.names()))
        text, mentions = "", []
        for kind, name in names:
            span = Span(len(text), len(text) + len(name))
            mentions.append(Mention(span, name, kind, naming.shared(kind, name)))
            text += f"{name} was there. "
        entities = {m.entity: Entity(m.entity, m.kind, m.text) for m in mentions}
        yield Reading(Article(f"made-{index}", text), tuple(mentions), tuple(entities.values()), (), (), ())


def pure() -> None:
    """Resolve what many articles name."""
    things = [thing for reading in readings(ARTICLES) for thing in named(reading)]
    talk(f"{len(things)} things")
    seconds = processor_seconds(lambda: resolve(things))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    row(f"who is who among {ARTICLES:,} articles, processor", f"{seconds:.0f} s", "at most 600 s")
    row("memory of it", f"{peak:.1f} GB", "at most 4 GB")


def added() -> None:
    """Bring a store up to date with many articles, and then with a few more."""
    made = list(readings(KEPT + MORE))
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "store") as store:
        kept = processor_seconds(lambda: stored(store, made[:KEPT]))
        whole = processor_seconds(lambda: identity.update(store, refuse))
        more = processor_seconds(lambda: stored(store, made[KEPT:]))
        few = processor_seconds(lambda: identity.update(store, refuse))
    row(f"who is who in a store of {KEPT:,} articles, processor", f"{whole:.1f} s")
    row(f"{MORE} articles more, of that", f"{few:.2f} s, {100 * few / whole:.1f} %", "at most 2 %")
    share = 100 * (more + few) / (kept + whole)
    row("the same with what it takes to store them", f"{more + few:.2f} s, {share:.1f} %", "at most 2 %")


def stored(store: Store, some: list[Reading]) -> None:
    """Put readings into a store."""
    for at in range(0, len(some), 100):
        put(store, some[at : at + 100], "made")


def refuse(error: Exception) -> None:
    raise error


if __name__ == "__main__":
    added()
    pure()
