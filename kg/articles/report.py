"""What is told of inputs while they are read, and of how far a long way has come."""

import warnings
from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from kg.errors import KgError, Notice

Item = TypeVar("Item")
#: What is told of an input that cannot be read, or not wholly; reading goes on with the next unless it raises.
Report = Callable[[KgError], None]


def refuse(error: KgError) -> None:
    """Stop at the first input that cannot be read; warn of what was guessed or left out."""
    if not isinstance(error, Notice):
        raise error
    warnings.warn(str(error), stacklevel=2)


class Watch(Protocol):
    """Lets somebody watch how items pass: what they are, and how many will come where that is known."""

    def __call__(self, items: Iterable[Item], what: str, total: Callable[[], int | None], /) -> Iterable[Item]:
        """Yield the items."""


def unwatched(items: Iterable[Item], _what: str, _total: Callable[[], int | None], /) -> Iterable[Item]:
    """Return the items: nobody watches."""
    return items
