"""How far a long command has come, on stderr; nothing where nobody watches."""

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

from kg.cli.plain import exact, plainly

Item = TypeVar("Item")
#: What is done within this many seconds shows no progress.
PATIENCE = 2.0


def counted(items: Iterable[Item], what: str) -> Iterator[Item]:
    """Yield the items; once it takes long, show on a terminal's stderr how many have passed."""
    passing = iter(items)
    if not sys.stderr.isatty():
        yield from passing
        return
    start, number = monotonic(), 0
    for item in passing:
        number += 1
        yield item
        if monotonic() - start > PATIENCE:
            break
    else:
        return
    yield from _with_bar(passing, what, number)


def _with_bar(items: Iterator[Item], what: str, done: int) -> Iterator[Item]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    console = Console(file=exact(sys.stderr))
    # stdout is data: rich would send what is printed there to the bar's console.
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar, plainly():
        task = bar.add_task(what, completed=done, total=None)
        for item in items:
            yield item
            bar.advance(task)
