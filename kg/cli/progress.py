"""How far a long command has come, on stderr; nothing where nobody watches."""

import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from typing import Protocol, TypeVar

from kg.articles.article import Article
from kg.facts import Reading

Item = TypeVar("Item")
#: Articles that a process reads in a second, as a rule: what is told before the first is read.
USUAL = 5.0


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


class Reader(Protocol):
    """What reads, and ends at once where it is broken off."""

    @property
    def signature(self) -> str:
        """Who reads."""

    def __call__(self, articles: Iterable[Article], /) -> Generator[Reading, None, None]:
        """Yield what each article states."""


class Watched:
    """A reader that shows how many articles it is done with, of all that come in: one that waits is not done."""

    def __init__(self, reader: Reader, total: Callable[[], int | None], jobs: int = 1) -> None:
        """Begin."""
        self._reader, self._total, self._usual = reader, total, USUAL * jobs
        self._came = 0
        self._held = deque[tuple[str, int]]()
        self._tell: Callable[[int], None] = lambda _: None

    @property
    def signature(self) -> str:
        """Who reads."""
        return self._reader.signature

    def coming(self, items: Iterable[Item], _what: str, _total: Callable[[], int | None], /) -> Iterator[Item]:
        """Yield what comes in, articles or not, and count it."""
        for item in items:
            self._came += 1
            yield item
            self._show()

    def __call__(self, articles: Iterable[Article], /) -> Generator[Reading, None, None]:
        """Yield what each article states."""
        if not sys.stderr.isatty():
            yield from self._reader(articles)
            return
        from kg.cli.bar import shown

        with shown("articles", self._total, self._usual) as self._tell:
            yield from self._watched(articles)

    def _watched(self, articles: Iterable[Article]) -> Iterator[Reading]:
        with closing(self._reader(self._given(articles))) as found:
            for reading in found:
                while self._held.popleft()[0] != reading.article.id:
                    pass
                yield reading
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
