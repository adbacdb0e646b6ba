"""The folder of a store, open: its database, what keeps other writers away, and each write, whole or not at all."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from sys import getrefcount
from threading import Lock
from typing import Self

from pyoxigraph import NamedNode

from kg.errors import DataError
from kg.graph import folder, lock
from kg.graph.mark import Written
from kg.graph.merge import Change
from kg.graph.trouble import said, trouble
from kg.graph.writing import write
from kg.memory import give_back
from kg.vocabulary import ONTOLOGY

#: Quads that the database may hold in memory until they are in its files, which takes half a kilobyte each.
UNFLUSHED = 50_000
#: Quads after which the database is opened anew: what it holds in memory grows with what was written since.
UNRELIEVED = 75_000
#: Quads of all such openings after which it is opened anew also before much is read: it then remembers more of that.
BURDEN = 1_000_000
#: References to a database that its store alone holds: its own, and that of who counts them.
OWN = 2


class Opened:
    """A store's folder, open; `db` is its Oxigraph."""

    def __init__(
        self, path: Path | str, *, base: str | None = None, read_only: bool = False, create: bool = True
    ) -> None:
        """Open it, as `Store` tells."""
        self.path = Path(path)
        self._mark = folder.prepare(self.path, base, create=create and not read_only)
        self.base = self._mark.base
        self._lock = None
        self._unflushed = self._unrelieved = 0
        #: Of how many quads it was relieved since this process opened it.
        self._relieved = 0
        #: What is being written: by several threads at once, of which one at a time says so.
        self._going, self._alone = list[Written](), Lock()
        #: Whether the database is opened anew before much is read; who is done with much says that it is not.
        self.is_burdened = False
        if read_only:
            self.db = folder.reading(self.path, self._mark)
        else:
            self.db, self._lock = folder.writing(self.path)
        with trouble(self.path):
            self._check_base(made=not read_only)
            #: What was written last, if the store fell back to what it held before that.
            self.lost = None if read_only and self.is_written() else self._lost()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        # All that is read of a store is read within it: what is damaged is told here, wherever it is met.
        told = said(self.path, error) if error else None
        if self._lock:
            folder.note(self.path, told or error)
        self.close()
        if told:
            raise told from error

    def close(self) -> None:
        """Let other processes write; a store may be closed twice."""
        self.rest()
        if self._lock and not self._lock.closed:
            folder.tidy(self.path)
            self._lock.close()

    def rest(self) -> None:
        """Let go of the database, and keep other writers away until the store is closed."""
        self.__dict__.pop("db", None)

    @property
    def is_open(self) -> bool:
        """Tell whether the store is not closed yet."""
        return "db" in self.__dict__

    def is_written(self) -> bool:
        """Tell whether a process writes to the store now."""
        return lock.is_held(self.path)

    def forgot_last(self, iri: str) -> bool:
        """Tell whether the article of this IRI was the last to be forgotten."""
        return iri == self._mark.forgotten

    def _check_base(self, *, made: bool) -> None:
        """Make sure that the store is whole, and that its mark says what its IRIs start with."""
        if self.db.contains_named_graph(self.graph(ONTOLOGY)):
            return
        for graph in self.db.named_graphs():
            if graph.value.endswith(ONTOLOGY):
                base = graph.value.removesuffix(ONTOLOGY)
                raise DataError(
                    f"{self.path / folder.MARK} says that IRIs start with {self.base}, but they do with {base}"
                )
        if not (made or self._mark.last):
            raise folder.unfinished(self.path)

    def _lost(self) -> str | None:
        """Return the graph that was written last, if the store does not hold it so."""
        for last in self._mark.last:
            graph = NamedNode(last.graph)
            if Written.of(graph, self.db.quads_for_pattern(None, None, None, graph)) == last:
                return None
        return self._mark.last[0].graph if self._mark.last else None

    def graph(self, name: str) -> NamedNode:
        """Return the graph of that name below the store's base."""
        return NamedNode(self.base + name)

    def keep(self, change: Change, drop: Sequence[NamedNode] = (), written: Written | None = None) -> None:
        """Change what the store keeps for itself; graphs that state things are not among it.

        What is `written` is known to be lost, should the store fall back to what it held before.
        """
        with self._marked(written) if written else nullcontext():
            self._write(change, drop)

    @contextmanager
    def _marked(self, written: Written) -> Iterator[None]:
        """Note what is being written, and that it is."""
        with trouble(self.path):
            with self._alone:
                self._mark = self._mark.then(written)
                self._mark.save(self.path)
                self._going.append(written)
            try:
                yield
            finally:
                # Also what failed goes on no more.
                with self._alone:
                    self._going.remove(written)
            with self._alone:
                self._mark = self._mark.done(written, self._going)
                self._mark.save(self.path)

    def _write(self, change: Change, drop: Sequence[NamedNode] = ()) -> None:
        with trouble(self.path):
            held = write(self.db, change, drop)
            with self._alone:
                self._unrelieved += held
                self._unflushed += len(change)
                if self._unflushed > UNFLUSHED:
                    self.flush()

    def flush(self) -> None:
        """Have all that was written outlive a power cut."""
        with trouble(self.path):
            self.db.flush()
            self._unflushed = 0

    def relieve(self, *, is_read: bool = False) -> None:
        """Open the database anew where much was written, unless others hold it; none of its answers may be half read.

        Where much `is_read` between, also if little was written since it was last opened anew: blocks that were read
        stay in memory as well, the more of them the larger the database is.

        Raises:
            DataError: one is, or it can no longer be opened.

        """
        is_due = self._unrelieved > UNRELIEVED or (is_read and self.is_burdened)
        if is_due and getrefcount(self.db) <= OWN:
            self.flush()
            self.rest()
            give_back()
            try:
                self.db = folder.opened(self.path)
            except DataError as error:
                raise DataError(f"{self.path} cannot be opened anew: is an answer of it still being read?") from error
            self._relieved += self._unrelieved
            self._unrelieved, self.is_burdened = 0, self.is_burdened or self._relieved > BURDEN
