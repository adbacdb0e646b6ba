"""What a build asks of who reads its articles."""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar, runtime_checkable

from kg.articles.article import Article
from kg.facts import Reading
from kg.processes import Processes

Made = TypeVar("Made")


class Reader(Protocol):
    """Turns articles into what they state, in their order; readers of the same signature read the same."""

    @property
    def signature(self) -> str:
        """Who reads."""

    def __call__(self, articles: Iterable[Article], /) -> Iterable[Reading]:
        """Yield what each article states."""


@runtime_checkable
class Sharing(Reader, Protocol):
    """A reader that has `jobs` processes read, which make more of a reading at once."""

    @property
    def jobs(self) -> int:
        """How many processes read."""

    def made(
        self, articles: Iterable[Article], make: Callable[[Reading], Made], processes: Processes | None = None
    ) -> Iterable[Made]:
        """Yield what is made of what each article states, in their order, by some processes."""
