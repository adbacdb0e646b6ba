"""A store that a command only reads."""

import sys
from pathlib import Path

from kg.graph.store import Store


def reading(path: Path) -> Store:
    """Open a store to read; tell where a build that did not end, or goes on, left what follows behind."""
    store = Store(path, read_only=True)
    if not store.is_current():
        print("kg: a build did not end: what follows is not up to date; run kg build again", file=sys.stderr)
    return store
