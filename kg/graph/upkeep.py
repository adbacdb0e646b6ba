"""To look after a store: copy it, put a copy in its place, and give back what it no longer needs."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from itertools import islice
from pathlib import Path
from stat import S_ISREG

from pyoxigraph import Store as Database

from kg.articles.report import Watch, unwatched
from kg.errors import DataError, FullError, UsageError
from kg.graph import compacting, folder, lock, place
from kg.graph.store import Store
from kg.graph.trouble import FULL, said, said_of_copy, trouble

#: Quads that are written anew at once.
PORTION = 200_000


def backup(path: Path, to: Path) -> None:
    """Copy a store into a new folder, as it is between two writes.

    Raises:
        UsageError: there is such a folder, or no store may lie there.
        DataError: the store is being written to, is damaged, or the copy cannot be written.

    """
    if to.exists():
        raise UsageError(f"{to} exists: name a new folder for the backup")
    place.named(to)
    place.outside(to)
    new = to.with_name(f"{to.name}.new")
    with Store(path, create=False) as store, _making(to):
        new.parent.mkdir(parents=True, exist_ok=True)
        with _emptied(new):
            store.db.flush()
            store.db.backup(str(new))
            for file in new.iterdir():
                # On one disk Oxigraph links files: what would damage the one would damage the other.
                whole = file.with_name(f"{file.name}.copy")
                shutil.copy2(file, whole)
                whole.replace(file)
            _read(new, path)
            # What was decided, and all else that is no part of the database.
            shutil.copytree(
                path, new, ignore=shutil.ignore_patterns(*folder.DATABASE, folder.DAMAGED), dirs_exist_ok=True
            )
            new.rename(to)


def _read(copy: Path, store: Path) -> None:
    """Read a copy of a store's database through, each index and what each term says, and raise what is damaged."""
    compacting.check(copy, store)
    try:
        for _ in Database.read_only(str(copy)):
            pass
    except (OSError, RuntimeError) as error:
        raise said_of_copy(copy, store, error) from error


@contextmanager
def _making(to: Path) -> Iterator[None]:
    """Say what the disk will not do of a backup that is made, whatever the database calls its own."""
    try:
        yield
    except OSError as error:
        if not (told := said(None, error)):
            told = DataError(f"the backup {to} cannot be written: {error}")
        raise told from error


def restore(source: Path, to: Path) -> Path | None:
    """Put a copy of a backup in a store's place, and return where the store went that was there.

    Raises:
        UsageError: the backup is the store itself, or no store may lie there.
        DataError: there is no backup, or the store is being written to, or is where one stands.

    """
    place.named(to)
    place.outside(to)
    place.unoccupied(to)
    with trouble(to.parent):
        try:
            folder.prepare(source, None, create=False)
        except DataError as error:
            if (source / folder.MARK).is_file() or folder.has_database(source):
                raise
            raise DataError(f"there is no backup at {source}: name a folder that kg store backup made") from error
        if to.exists() and source.samefile(to):
            raise UsageError(f"{source} is the store itself: name a folder that kg store backup made of it")
        if lock.is_held(to):
            raise folder.busy(to)
        new = to.with_name(f"{to.name}.new")
        with _emptied(new):
            shutil.copytree(
                source, new, ignore=shutil.ignore_patterns(lock.LOCK, "LOCK", folder.DIARIES, folder.DAMAGED)
            )
        before = _free(to) if to.exists() else None
        if before:
            to.rename(before)
        new.rename(to)
    return before


@contextmanager
def _emptied(new: Path) -> Iterator[None]:
    """Have nothing in the place of a folder that is to be made, and leave nothing there where that is broken off."""
    shutil.rmtree(new, ignore_errors=True)
    try:
        yield
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise


def _free(to: Path) -> Path:
    """Return a name beside the store that nothing has."""
    names = (to.with_name(f"{to.name}.before{number or ''}") for number in range(1_000_000))
    return next(path for path in names if not path.exists())


def compact(path: Path, *, anew: bool = False, watch: Watch = unwatched, jobs: int = 1) -> tuple[int, int]:
    """Merge and compress a store beside it, and put that in its place; return its bytes before and after.

    Oxigraph never forgets a text: `anew` writes only those that are still told, which takes three times as long.
    `watch` sees what comes after that, `jobs` indexes are compacted at once.

    Raises:
        DataError: the store is being written to, is damaged, a mount point or where one stands, or its disk is full; it
            stays as it was.

    """
    if path.resolve().is_mount():
        raise DataError(f"{path} is a mount point, whose place nothing can take: compact a store in a folder below it")
    place.unoccupied(path)
    try:
        with trouble(path), Store(path, create=False) as store:
            if not store.is_written():
                raise DataError(f"{path} is on a disk without locks (flock), where it is not compacted")
            before, new = size(path), folder.beside(path, folder.NEW)
            if anew:
                _checked(store, new)
            _replaced(store, new, _anew if anew else _copied, partial(compacting.compact, watch=watch, jobs=jobs))
    except (OSError, FullError) as error:
        is_full = isinstance(error, FullError) or FULL.search(str(error))
        room = f" (it takes about {size(path):,} bytes beside the store)" if is_full else ""
        told = str(error).removeprefix(f"the store {path} cannot be read or written: ")
        raise DataError(f"the store {path} cannot be compacted, and stays as it was: {told}{room}") from error
    return before, size(path)


def _checked(store: Store, new: Path) -> None:
    """Read a store by all its indexes, in a copy that is thrown away, and raise what is damaged.

    To write anew what one of them tells would mend without a word, or lose, what another has lost.
    """
    try:
        _copied(store.db, new)
        compacting.check(new, store.path)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _replaced(
    store: Store, new: Path, write: Callable[[Database, Path], None], merge: Callable[[Path, Path], None]
) -> None:
    """Write a store's database into a new folder, compact it there, and put that in its place."""
    try:
        number = len(store.db)
        write(store.db, new)
        shutil.copytree(store.path, new, ignore=shutil.ignore_patterns(*folder.DATABASE), dirs_exist_ok=True)
        # RocksDB names its files by their whole path, and would look for them in the new folder.
        store.rest()
        merge(new, store.path)
        # Asked of Oxigraph, which has to read what another RocksDB wrote.
        if (left := len(Database.read_only(str(new)))) != number:
            raise DataError(f"compacting {store.path} left {left:,} quads of {number:,}")
        _exchanged(store.path.resolve(), new)
    finally:
        if store.path.exists():
            shutil.rmtree(new, ignore_errors=True)


def _copied(database: Database, new: Path) -> None:
    """Copy a database as it is; where the disk can, by links to its files, which are never written again."""
    database.flush()
    database.backup(str(new))


def _anew(database: Database, new: Path) -> None:
    """Write all quads of a database anew, some at a time, as all at once take memory."""
    copy, quads = Database(str(new)), iter(database)
    while some := list(islice(quads, PORTION)):
        copy.bulk_extend(some)
    copy.flush()


def _exchanged(path: Path, new: Path) -> None:
    """Put a new folder in a store's place; if that is cut off between the two, the next who opens it ends it."""
    old = folder.beside(path, folder.OLD)
    # Who finds no store meanwhile waits for this.
    with lock.hold(new):
        path.rename(old)
        try:
            new.rename(path)
        except BaseException:
            if not path.exists():
                old.rename(path)
            raise
    shutil.rmtree(old, ignore_errors=True)


def size(path: Path) -> int:
    """Return how many bytes the files of a store have."""
    return sum(map(_bytes, path.iterdir()))


def _bytes(file: Path) -> int:
    # Of an open store RocksDB takes files away that it has merged, at any time.
    with suppress(FileNotFoundError):
        found = file.stat()
        return found.st_size if S_ISREG(found.st_mode) else 0
    return 0
