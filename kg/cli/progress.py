"""How far a long command has come, on stderr; nothing where nobody watches."""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from kg.cli.plain import exact, plainly

Item = TypeVar("Item")


def counted(items: Iterable[Item], what: str, total: Callable[[], int | None] = lambda: None) -> Iterator[Item]:
    """Yield the items; show on a terminal's stderr how many have passed, how fast, and how long the rest takes.

    `total` is asked how many there are if somebody watches; without it there is no end to tell.
    """
    if sys.stderr.isatty():
        yield from _with_bar(items, what, total())
    else:
        yield from items


def _with_bar(items: Iterable[Item], what: str, total: int | None) -> Iterator[Item]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed
            return Text(f"{speed:.1f}/s" if speed else "")

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    console = Console(file=exact(sys.stderr))
    # stdout is data: rich would send what is printed there to the bar's console.
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar, plainly():
        task = bar.add_task(what, total=total)
        for item in items:
            yield item
            bar.advance(task)
