"""How far a long command has come, on stderr; nothing where nobody watches."""

import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from functools import partial
from typing import TypeVar

from kg.articles.article import Article
from kg.extraction import Extraction
from kg.facts import Reading
from kg.processes import Processes

Item = TypeVar("Item")
Made = TypeVar("Made")
#: Articles that a process reads in a second, as a rule: what is told before the first is read.
USUAL = 5.0
#: What is done until then.
LOADING = "loading the language model"


def counted(items: Iterable[Item], what: str, total: Callable[[], int | None] = lambda: None) -> Iterator[Item]:
    """Yield the items; show on a terminal's stderr how many have passed, how fast, and how long the rest takes.

    `total` is asked how many there are if somebody watches; without it there is no end to tell.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    from kg.cli.bar import shown

    with shown(what, total) as tell:
        for done, item in enumerate(items, 1):
            yield item
            tell(done)


class Watched:
    """A reader that shows how many articles it is done with, of all that come in: one that waits is not done."""

    def __init__(self, reader: Extraction, total: Callable[[], int | None]) -> None:
        """Begin."""
        self._reader, self._total = reader, total
        self._came = 0
        self._held = deque[tuple[str, int]]()
        self._tell: Callable[[int], None] = lambda _: None

    @property
    def signature(self) -> str:
        """Who reads."""
        return self._reader.signature

    @property
    def jobs(self) -> int:
        """How many processes read."""
        return self._reader.jobs

    def coming(self, items: Iterable[Item], _what: str, _total: Callable[[], int | None], /) -> Iterator[Item]:
        """Yield what comes in, articles or not, and count it."""
        for item in items:
            self._came += 1
            yield item
            self._show()

    def __call__(self, articles: Iterable[Article]) -> Generator[Reading, None, None]:
        """Yield what each article states."""
        return self.made(articles, _itself)

    def made(
        self, articles: Iterable[Article], make: Callable[[Reading], Made], processes: Processes | None = None
    ) -> Generator[Made, None, None]:
        """Yield what is made of what each article states."""
        if not sys.stderr.isatty():
            yield from self._reader.made(articles, make, processes)
            return
        from kg.cli.bar import shown

        with shown("articles", self._total, USUAL * self.jobs, LOADING) as self._tell:
            yield from self._watched(articles, make, processes)

    def _watched(
        self, articles: Iterable[Article], make: Callable[[Reading], Made], processes: Processes | None
    ) -> Iterator[Made]:
        with closing(self._reader.made(self._given(articles), partial(_named, make), processes)) as found:
            for name, made in found:
                while self._held.popleft()[0] != name:
                    pass
                yield made
                self._show()
        self._held.clear()
        self._show()

    def _given(self, articles: Iterable[Article]) -> Iterator[Article]:
        for article in articles:
            self._held.append((article.id, self._came))
            yield article

    def _show(self) -> None:
        """Tell how many came in before the first that waits."""
        self._tell(self._held[0][1] - 1 if self._held else self._came)


def _itself(reading: Reading) -> Reading:
    return reading


def _named(make: Callable[[Reading], Made], reading: Reading) -> tuple[str, Made]:
    return reading.article.id, make(reading)
