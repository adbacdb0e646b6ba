"""What a reader of files is asked, and what it gives."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.articles.article import Article
from kg.articles.record import Named
from kg.articles.report import Report, refuse
from kg.errors import DataError, UsageError

if TYPE_CHECKING:
    from kg.articles.files import Source

#: Where an article stands, and how to read it, so that one that cannot be read keeps no other back.
Pending = tuple[str, Callable[[], Article]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known beside the files: when and where a single text was published, and what fields are called."""

    published: str | None = None
    source: str | None = None
    named: Named = field(default_factory=Named)
    report: Report = refuse


#: From a file to its articles, read one after another.
Reader = Callable[["Source", Asked], Iterator[Pending]]


def failing(error: DataError) -> Callable[[], Article]:
    """Return what reads an article that cannot be read."""

    def fail() -> Article:
        raise error

    return fail


@contextmanager
def needing(what: str, extra: str) -> Iterator[None]:
    """Tell which libraries to install where one is missing, and what for: "a.pdf: reading PDF".

    Raises:
        UsageError: one is.

    """
    try:
        yield
    except ModuleNotFoundError as error:
        how = f"pip install 'newskg[{extra}]', or in a clone pip install -e '.[{extra}]'"
        raise UsageError(f"{what} needs more libraries ({error.name}): {how}") from error
