"""What can be scored: one file a task, found by listing this folder.

A task has NEEDS (the keys of its gold), MEASURES (the rows that count, first of all) and `judge`, or `judge_all` where
articles are judged together.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from kg.errors import UsageError
from kg.eval.gold import Row
from kg.eval.verdicts import Verdict
from kg.facts import Reading

#: Judges articles together; each verdict has the article that it is of.
JudgeAll = Callable[[Sequence[Row], Sequence[Reading]], Iterator[tuple[str, Verdict]]]


class Task(Protocol):
    """One way to compare a reading with what annotators found."""

    NEEDS: Mapping[str, tuple[str, ...]]
    MEASURES: tuple[str, ...]

    def judge(self, gold: Row, reading: Reading) -> Iterator[Verdict]:
        """Yield the verdicts on one article."""


def names() -> list[str]:
    """Return the tasks' names."""
    return sorted(module.name for module in iter_modules(__path__))


def task(name: str) -> Task:
    """Return a task.

    Raises:
        UsageError: there is no such task; the message lists those that are.

    """
    if name not in names():
        raise UsageError(f"no task {name!r}; there are {', '.join(names())}")
    return cast("Task", import_module(f"{__name__}.{name}"))
