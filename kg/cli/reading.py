"""Stores that commands open, with what is to be told of their state."""

from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kg.articles.report import Report
from kg.cli.problems import tell
from kg.cli.watch import watched
from kg.graph import folder
from kg.graph.store import Store
from kg.graph.trouble import RECOVER, trouble
from kg.graph.waiting import Waiting

if TYPE_CHECKING:
    from pyoxigraph import Store as Oxigraph


def reading(path: Path) -> Store:
    """Open a store to read; tell where it fell back, and where a build that goes on or did not end left it behind."""
    store = watched(warned(Store(path, read_only=True)))
    with trouble(path):
        behind = not store.is_current()
    if behind and store.is_written():
        seen = datetime.fromtimestamp((path / folder.MARK).stat().st_mtime).astimezone()
        tell(f"a build is running (as of {seen:%H:%M:%S}): the graph is not up to date yet")
    elif behind:
        tell(f"{_left(store)}: {_damage(path) or 'the graph is not up to date; give that command again'}")
    elif found := _damage(path):
        tell(found)
    return store


def writing(path: Path, report: Report) -> Store:
    """Open a store to change it; tell where it fell back, and first end what a build left that did not end."""
    store = warned(Store(path, create=False))
    with trouble(path):
        behind = not store.is_current()
    if behind:
        from kg.cli.progress import counted
        from kg.conclude import conclude

        tell(f"{_left(store)}: what was read is brought in first; give that command again for the rest")
        with ExitStack() as failing:
            failing.enter_context(store)
            conclude(store, report=report, watch=counted)
            failing.pop_all()
    return store


def unended(path: Path) -> None:
    """Tell where a store fell back, and of what a build left in it that did not end, and how to end it."""
    with warned(Store(path, read_only=True)) as store:
        if not (store.is_written() or store.is_current()):
            tell(f"{_left(store)}: {_damage(path) or f'the same command ends it, or kg check --store {path}'}")


def _damage(path: Path) -> str | None:
    """Say where a store is damaged, if a command failed of that, which no command ends then."""
    return f"{found}: {RECOVER}" if (found := folder.damage(path)) else None


def _left(store: Store) -> str:
    """Say what a build left that did not end."""
    number = sum(1 for _ in Waiting(store))
    waits = f", {number:,} article{'s wait' if number != 1 else ' waits'} to be written" if number else ""
    return f"a command that changes {store.path} did not end{waits}"


def warned(store: Store) -> Store:
    """Return the store; tell if it lost what was last written to it."""
    if store.lost:
        tell(
            f"the store {store.path} fell back to an earlier state: it lacks {store.lost} as it was written last; "
            "build all its articles again, or see docs/operations.md"
        )
    return store


def as_of_days(graph: Store, known: str | None, at: str | None) -> "Oxigraph":
    """Return a store's graph, or as it was known on a day and held on one.

    Raises:
        UsageError: what is given is no date.

    """
    if not (known or at):
        return graph.db
    from kg.query.asof import as_of
    from kg.query.values import date_of

    until, on = (date_of(name, day).value if day else "" for name, day in (("known", known), ("at", at)))
    return as_of(graph, known=until, at=on)
