"""One thing that a reader does not see as words of the article."""

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cleaning:
    """A pattern, what stands in its place, an example of both, and what stays as it is."""

    name: str
    pattern: re.Pattern[str]
    by: str | Callable[[re.Match[str]], str]
    example: tuple[str, str]
    stays: tuple[str, ...] = ()


def line(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return the pattern of a whole line, blanks at its ends included."""
    return re.compile(rf"^[ \t]*(?:{pattern})[ \t]*$", re.MULTILINE | flags)
