"""To look after a store: read all of it, copy it, put a copy in its place, and give back what it no longer needs."""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad
from pyoxigraph import Store as Database

from kg.errors import DataError, UsageError
from kg.graph import folder, lock, mark
from kg.graph.store import Store


def verify(path: Path) -> Iterator[DataError]:
    """Read all of a store by each of its indexes, and yield what is damaged, lost, or not to be read."""
    try:
        with Store(path, read_only=True) as store:
            if store.lost:
                yield DataError(f"{path} lacks {store.lost} as it was written last: it fell back to an earlier state")
            found: dict[str, int] = {}
            for name, quads in _readings(store.db):
                if told := _counted(path, name, quads, found):
                    yield told
            if len(set(found.values())) > 1:
                numbers = ", ".join(f"{number:,} by {name}" for name, number in found.items())
                yield DataError(f"the indexes of {path} hold different numbers of quads: {numbers}")
    except DataError as error:
        yield error


def damage(store: Store) -> DataError | None:
    """Return the first that is damaged in a store that is open."""
    readings = _readings(store.db)
    return next((told for name, quads in readings if (told := _counted(store.path, name, quads, {}))), None)


def _counted(path: Path, name: str, quads: Iterator[Quad], found: dict[str, int]) -> DataError | None:
    """Count quads, and return what keeps them from being read."""
    try:
        with folder.trouble(path):
            found[name] = sum(1 for _ in quads)
    except DataError as error:
        return error
    return None


def _readings(db: Database) -> Iterator[tuple[str, Iterator[Quad]]]:
    """Yield ways to read all quads, which together reach each index."""
    for part in ("subject", "predicate", "object"):
        yield part, _by(db, part, None)
        yield f"graph and {part}", (quad for graph in _graphs(db) for quad in _by(db, part, graph))


def _graphs(db: Database) -> Iterable[NamedNode | DefaultGraph]:
    return [DefaultGraph(), *(graph for graph in db.named_graphs() if isinstance(graph, NamedNode))]


def _by(db: Database, part: str, graph: NamedNode | DefaultGraph | None) -> Iterator[Quad]:
    """Yield the quads of each subject, predicate or object that the graph has."""
    for value in {getattr(quad, part) for quad in db.quads_for_pattern(None, None, None, graph)}:
        subject, predicate, found = (value if name == part else None for name in ("subject", "predicate", "object"))
        yield from db.quads_for_pattern(subject, predicate, found, graph)


def backup(path: Path, to: Path) -> None:
    """Copy a store into a new folder, as it is between two writes.

    Raises:
        UsageError: there is such a folder.
        DataError: the store is being written to, is damaged, or the copy cannot be written.

    """
    if to.exists():
        raise UsageError(f"{to} exists: name a new folder for the backup")
    new = to.with_name(f"{to.name}.new")
    with Store(path, create=False) as store, folder.trouble(to.parent):
        shutil.rmtree(new, ignore_errors=True)
        new.parent.mkdir(parents=True, exist_ok=True)
        store.db.flush()
        store.db.backup(str(new))
        for file in new.iterdir():
            # On one disk Oxigraph links files: what would damage the one would damage the other.
            whole = file.with_name(f"{file.name}.copy")
            shutil.copy2(file, whole)
            whole.replace(file)
        mark.read(path).save(new)
        new.rename(to)


def restore(source: Path, to: Path) -> Path | None:
    """Put a copy of a backup in a store's place, and return where the store went that was there.

    Raises:
        DataError: there is no backup, or the store is being written to.

    """
    with folder.trouble(to.parent):
        folder.prepare(source, None, create=False)
        if lock.is_held(to):
            raise DataError(f"another process is writing to {to}: try again when it is done")
        new = to.with_name(f"{to.name}.new")
        shutil.rmtree(new, ignore_errors=True)
        shutil.copytree(source, new, ignore=shutil.ignore_patterns(lock.LOCK, "LOCK", folder.DIARIES))
        before = _free(to) if to.exists() else None
        if before:
            to.rename(before)
        new.rename(to)
    return before


def _free(to: Path) -> Path:
    """Return a name beside the store that nothing has."""
    names = (to.with_name(f"{to.name}.before{number or ''}") for number in range(1_000_000))
    return next(path for path in names if not path.exists())


def compact(path: Path) -> tuple[int, int]:
    """Merge a store's files and remove what is of no use; return its bytes before and after.

    Raises:
        DataError: the store is being written to, or is damaged.

    """
    before = size(path)
    with Store(path, create=False) as store, folder.trouble(path):
        store.settle()
    # Oxigraph removes files that it has merged when it opens the store again.
    with Store(path, create=False):
        pass
    return before, size(path)


def size(path: Path) -> int:
    """Return how many bytes the files of a store have."""
    return sum(file.stat().st_size for file in path.iterdir() if file.is_file())
