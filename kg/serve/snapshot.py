"""The store as it was last seen: opened beside a build, and opened again when it has changed."""

import os
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache, partial
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Concatenate, ParamSpec, TypeVar

from pyoxigraph import NamedNode, Quad
from pyoxigraph import Store as Oxigraph

from kg.graph import folder
from kg.graph.contents import contents
from kg.graph.folder import MARK
from kg.graph.store import Store
from kg.graph.terms import news, oa
from kg.graph.trouble import trouble
from kg.query.card import TYPE, narrowest, values
from kg.query.names import said
from kg.reason.graph import Graph, opened

#: How many terms, claims and the like of a store are remembered, each.
KEPT = 50_000
#: Seconds between looks at the folder.
PAUSE = 1.0
#: What RocksDB tells of itself, which changes without the store.
TALK = ("LOG", "LOCK", "OPTIONS")

Asked = ParamSpec("Asked")
Found = TypeVar("Found")
Fingerprint = tuple[tuple[str, int, int], ...]


def fingerprint(path: Path) -> Fingerprint:
    """Return what changes with the store: the names, sizes and times of its files; nothing where there is none."""
    if not path.is_dir():
        return ()
    with trouble(path), os.scandir(path) as files:
        kept = [(file.name, file.stat()) for file in files if not file.name.startswith(TALK)]
    return tuple(sorted((name, stat.st_size, stat.st_mtime_ns) for name, stat in kept))


@dataclass(frozen=True)
class Snapshot:
    """What a store held when it was opened."""

    store: Store
    seen: datetime
    no_text: bool = False
    #: The address of a graph that is elsewhere.
    endpoint: str = ""

    @property
    def db(self) -> Oxigraph:
        """The quads."""
        return self.store.db

    @cached_property
    def when(self) -> tuple[str, str]:
        """When it was opened: for programs, and for people."""
        return self.seen.isoformat(), self.seen.strftime("%Y-%m-%d %H:%M:%S")

    @cached_property
    def contents(self) -> dict[str, int]:
        """How much the store holds."""
        return contents(self.store)

    @cached_property
    def state(self) -> str:
        """What is to be told of the store, if it is not whole and up to date."""
        if self.store.lost:
            return f"The store fell back to an earlier state: it lacks {self.store.lost} as it was written last."
        if found := folder.damage(self.store.path):
            return f"A command that changes the graph failed: {found}."
        if self.store.is_current():
            return ""
        if self.store.is_written():
            return "A build goes on: the graph is not up to date yet."
        return "A command that changes the graph did not end: it is not up to date; give that command again."

    @cached_property
    def reasoner(self) -> Graph:
        """The graph as its reasoner sees it."""
        return opened(self.store)

    def remembered(self, read: Callable[Concatenate[Oxigraph, Asked], Found]) -> Callable[Asked, Found]:
        """Return what reads of this store, and remembers what it was lately asked."""
        readers = self.__dict__.setdefault("readers", {})
        if read not in readers:
            readers[read] = lru_cache(maxsize=KEPT)(partial(read, self.db))
        found: Callable[Asked, Found] = readers[read]
        return found

    def fetch(self, nodes: Iterable[object]) -> None:
        """Look up at once what is soon read of some things, where each look costs a request: here none does."""

    def said(self, term: object) -> str:
        """Return a term as a reader would say it."""
        return self.remembered(said)(term)  # type: ignore[arg-type]

    def kinds(self, node: NamedNode) -> tuple[str, ...]:
        """Return what a thing is."""
        return narrowest(self.classes(node))

    def classes(self, node: NamedNode) -> tuple[str, ...]:
        """Return all classes of a thing, as IRIs."""
        return self.remembered(_classes)(node)


def _classes(db: Oxigraph, node: NamedNode) -> tuple[str, ...]:
    return tuple(values(db, node, TYPE))


def snapshot(path: Path, *, no_text: bool = False) -> Snapshot:
    """Open the store as it is now.

    Raises:
        DataError: there is none, or it cannot be read.

    """
    store = Store(path, read_only=True)
    with trouble(path):
        seen = datetime.fromtimestamp((path / MARK).stat().st_mtime).astimezone()
        if no_text:
            store.db = without_texts(store)
    return Snapshot(store, seen, no_text)


def without_texts(store: Store) -> Oxigraph:
    """Return a copy in memory that has the words of the evidence and not the articles' whole texts."""
    whole = {quad.subject for quad in store.db.quads_for_pattern(None, news("wholeOf"), None, None)}
    copy = Oxigraph()
    copy.bulk_extend(quad for quad in store.db if not _is_text(quad, whole))
    return copy


def _is_text(quad: Quad, whole: AbstractSet[object]) -> bool:
    return quad.predicate == oa("exact") and quad.subject in whole


class Keeper:
    """Gives the newest snapshot of a store."""

    def __init__(self, path: Path, *, no_text: bool = False) -> None:
        self.path, self._no_text = path, no_text
        self._lock = Lock()
        self._looked = -PAUSE
        self._print: Fingerprint = ()
        self._held: Snapshot | None = None

    @property
    def state(self) -> Fingerprint:
        """What tells the state that was returned last from others."""
        return self._print

    def __call__(self) -> Snapshot:
        """Return the store as it is now, or was a second ago.

        Raises:
            DataError: it cannot be read now.

        """
        with self._lock:
            now = monotonic()
            if self._held and now < self._looked + PAUSE:
                return self._held
            found = fingerprint(self.path)
            if self._held is None or found != self._print:
                # What cannot be opened is not shown as it was before.
                self._held = None
                self._held = snapshot(self.path, no_text=self._no_text)
            self._looked, self._print = now, found
            return self._held
