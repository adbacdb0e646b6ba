"""What can go wrong for a user, each with the exit code that the command line gives it.

KgError
├── UsageError    2  the command was asked for something that does not exist
├── DataError     3  an article, a query, an ontology or a store cannot be read
│   ├── FullError      a disk takes no more
│   ├── ArticleError   one article made the reader fail, and is left out
│   └── DecisionError  a line of what was decided is left out
├── NetworkError  4  an endpoint did not answer, or not with what it should
├── TooLongError  5  a query took longer than it may
└── Notice        0  nothing failed, but something was guessed or left out
    └── LeftOut       a whole article
"""

from pathlib import Path
from traceback import extract_tb
from typing import Self

_HERE = Path(__file__).parent


class KgError(Exception):
    """Base of all errors that a user can mend; the message says what was wrong, where, and what would be right."""

    exit_code = 1


class UsageError(KgError):
    """Something was named that does not exist; the message lists what does."""

    exit_code = 2


class DataError(KgError):
    """An input cannot be read as what it should be; the message names file and line."""

    exit_code = 3


class FullError(DataError):
    """A disk takes no more; what was written is kept."""


class DecisionError(DataError):
    """A line of what was decided cannot be read; it costs no article."""


class OutOfTimeError(BaseException):
    """Something took longer than it may; no Exception, so that nothing that handles those takes it for its own."""


class ArticleError(DataError):
    """One article made the reader fail; the message names it, what was raised and where, and the cause is kept."""

    @classmethod
    def of(cls, article: str, error: BaseException) -> Self:
        """Return what is told of an article that raised an error."""
        places = [(Path(frame.filename), frame.lineno) for frame in extract_tb(error.__traceback__)]
        own = [f" at {path.relative_to(_HERE.parent)}:{line}" for path, line in places if path.is_relative_to(_HERE)]
        what = "" if isinstance(error, OutOfTimeError) else f"{type(error).__name__}{''.join(own[-1:])}: "
        told = cls(f"article {article!r} is left out: {what}{error}")
        told.__cause__ = error
        return told


class NetworkError(KgError):
    """An endpoint did not answer, or answered with something else than results."""

    exit_code = 4


class TooLongError(KgError):
    """A query took longer than it was given."""

    exit_code = 5


class Notice(KgError):  # noqa: N818 (nothing failed)
    """Nothing failed, but something in an input was guessed or left out, and is told.

    `often` says of what may be so of many: one may be told for all.
    """

    exit_code = 0

    def __init__(self, message: str, *, often: str = "") -> None:
        """Take the message."""
        super().__init__(message)
        self.often = often


class LeftOut(Notice):
    """An article came in and is not read, though nothing is wrong with it; `why` is as what such are counted."""

    def __init__(self, message: str, why: str, *, often: str = "") -> None:
        """Take the message."""
        super().__init__(message, often=often)
        self.why = why
