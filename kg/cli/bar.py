"""The line on a terminal that shows how far a long way has come: how many of how many, how fast, and how long yet."""

import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Thread

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task
from rich.table import Column
from rich.text import Text

from kg.cli.plain import exact, plainly

#: A rate is measured over so many seconds in which so many passed, and after so many at the soonest; so many before the
#: first are taken to have gone as usual.
WINDOW, MANY, SOON, BEFORE = 30.0, 32, 1.0, 5.0
#: Seconds that come before the first as a rule, which loading the language model takes.
FIRST = 4.0
#: Characters of words and numbers beside a bar, as a rule, and of the longest bar.
NUMBERS, WIDEST = 74, 40
#: Seconds that the first line waits for the number of what comes; counting goes on beside the work.
PATIENCE = 0.2


class Pace(ProgressColumn):
    """How fast it goes, how long it went, and how long the rest takes: as a rule, marked ~, where nothing passed yet.

    `usual` is what passes in a second as a rule: it counts as if it had been seen before the first, until enough is.
    """

    def __init__(self, usual: float | None, *, is_short: bool = False) -> None:
        """Begin; in short it does not tell how long it went."""
        super().__init__(Column(no_wrap=True))
        self._usual, self._seen, self._is_short = usual, deque[tuple[float, float]](), is_short

    def render(self, task: Task) -> Text:
        """Return the words."""
        passed, done = task.elapsed or 0.0, task.completed
        rate, sign = self._rate(passed, done), "" if done else "~"
        is_to_tell = rate and task.total is not None and done < task.total
        said = [
            f"{sign}{rate:,.{1 if rate >= 1 else 2}f}/s" if rate else "",
            "" if self._is_short and is_to_tell else _clock(passed),
            f"{sign}{_clock(((task.total or 0) - done) / rate + self._waits(passed, done))} left" if is_to_tell else "",
        ]
        return Text("  ".join(filter(None, said)))

    def _waits(self, passed: float, done: float) -> float:
        """Return how many seconds it takes, as a rule, until the first has passed."""
        return max(0.0, FIRST - passed) if self._usual and not done else 0.0

    def _rate(self, passed: float, done: float) -> float:
        """Return the rate of late; 0 where too little was seen."""
        if self._usual and not self._seen:
            if not done:
                return self._usual
            # What comes before the first, as loading a model, tells nothing of the others.
            self._seen.append((passed - BEFORE, done - BEFORE * self._usual))
        if not self._seen or done > self._seen[-1][1]:
            self._seen.append((passed, done))
        while len(self._seen) > 1 and passed - self._seen[0][0] > WINDOW and done - self._seen[1][1] >= MANY:
            self._seen.popleft()
        since, before = self._seen[0]
        return (done - before) / (passed - since) if passed - since >= SOON else 0.0


class What(ProgressColumn):
    """What is done, of which as much is shown as there is room for."""

    def render(self, task: Task) -> Text:
        """Return the words."""
        return Text(task.description, no_wrap=True, overflow="ellipsis")


def columns(width: int, usual: float | None) -> list[ProgressColumn]:
    """Return what stands in a line of so many characters: a narrow one has no bar, nor how long it went."""
    bar = min(width - NUMBERS, WIDEST)
    drawn = [BarColumn(bar)] if bar > 0 else []
    return [What(), *drawn, MofNCompleteColumn(table_column=Column(no_wrap=True)), Pace(usual, is_short=not drawn)]


def _clock(seconds: float) -> str:
    return str(timedelta(seconds=round(seconds)))


@contextmanager
def shown(
    what: str, total: Callable[[], int | None], usual: float | None = None, first: str | None = None
) -> Iterator[Callable[[int], None]]:
    """Show a line on stderr, and give what is told how many have passed; `total` is asked beside the work.

    `usual` is how many pass a second as a rule, by which the time is told before any have; `first` is what is done
    until then.
    """
    console = Console(file=exact(sys.stderr))
    # stdout is data: rich would send what is printed there to the bar's console.
    line = Progress(*columns(console.width, usual), console=console, transient=True, redirect_stdout=False)
    line.add_task(first or what, total=None)
    [task] = line.tasks

    def count() -> None:
        task.total = total()

    def tell(done: int) -> None:
        task.completed = done
        if done:
            task.description = what
        if task.total is not None and done > task.total:
            # A file holds more than its kind does: how many come is not known.
            task.total = None

    counting = Thread(target=count, daemon=True)
    counting.start()
    counting.join(PATIENCE)
    with line, plainly():
        yield tell
        line.update(task.id, refresh=True)
