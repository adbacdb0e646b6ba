"""Stores that commands open, with what is to be told of their state."""

from datetime import datetime
from pathlib import Path

from kg.cli.problems import tell
from kg.cli.watch import watched
from kg.graph.folder import MARK, trouble
from kg.graph.store import Store


def reading(path: Path) -> Store:
    """Open a store to read; tell where it fell back, and where a build that goes on or did not end left it behind."""
    store = watched(warned(Store(path, read_only=True)))
    with trouble(path):
        behind = not store.is_current()
    if behind and store.is_written():
        seen = datetime.fromtimestamp((path / MARK).stat().st_mtime).astimezone()
        tell(f"a build goes on (as of {seen:%H:%M:%S}): what follows is not up to date yet")
    elif behind:
        tell("a build did not end: what follows is not up to date; run kg build again")
    return store


def warned(store: Store) -> Store:
    """Return the store; tell if it lost what was last written to it."""
    if store.lost:
        tell(
            f"the store {store.path} fell back to an earlier state: it lacks {store.lost} as it was written last; "
            "build all its articles again, or see docs/operations.md"
        )
    return store
