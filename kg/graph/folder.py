"""The folder that a store lives in: is it one, may this kg open it, and what the disk says when it will not."""

import gc
import re
import shutil
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from time import sleep

from pyoxigraph import Store

from kg.errors import DataError
from kg.graph import lock, mark, place
from kg.graph.mark import FORMAT, MARK, NEW_MARK, Mark
from kg.graph.trouble import OWN, DamageError, trouble
from kg.vocabulary import BASE

__all__ = ["FORMAT", "MARK", "NEW_MARK"]

#: What Oxigraph says of a store whose making was cut off.
UNFINISHED = re.compile("Column famil|Inserts are only possible on read-write|CURRENT|no database")
#: RocksDB's diaries of earlier days: one for each time that the store was opened to write.
DIARIES = "LOG.old.*"
#: The database's own files in a store's folder, and the lock: all else there is kg's.
DATABASE = ("*.sst", "*.log", "MANIFEST-*", "OPTIONS-*", "CURRENT", "IDENTITY", "LOCK", "LOG", DIARIES, "*.lock")
#: What the folders beside a store end in, in which it is written anew and in which it is until that is in its place.
NEW, OLD = "compacted", "replaced"
#: Says where the store is damaged, as the last that wrote to it found.
DAMAGED = "newskg.damaged"
#: Seconds between attempts to open beside a writer.
PAUSES = (0.02, 0.1, 0.5)


def prepare(path: Path, base: str | None, *, create: bool) -> Mark:
    """Make sure that the folder is a store of this kg, and return its mark.

    Raises:
        UsageError: a store may have no such name, or may not be made there.
        DataError: it is none, or a newer one, or one of another base, or cannot be made.

    """
    place.named(path)
    with trouble(path):
        _put_back(path)
        if (path / MARK).is_file():
            held = mark.read(path)
            if base not in (None, held.base):
                raise DataError(f"the IRIs of {path} start with {held.base}, not with {base}: name another store")
            if any(path.glob("*.sst")) and not has_database(path):
                # RocksDB would begin a new database there, and remove the files of this.
                raise DamageError(path / "CURRENT", "the file is missing")
            return held
        if has_database(path):
            raise DataError(f"{path} is a store that lacks its {MARK}: docs/operations.md tells what to put there")
        if not create:
            raise DataError(f"there is no store at {path}: make one with kg build PATH, or name another with --store")
        if path.exists() and any(file.name != NEW_MARK for file in path.iterdir()):
            raise DataError(f"{path} holds other files and is no store: name an empty or a new folder with --store")
        place.outside(path)
        made = Mark(mark.valid(base or BASE))
        path.mkdir(parents=True, exist_ok=True)
        made.save(path)
    return made


def has_database(path: Path) -> bool:
    """Tell whether there is a database in a folder, be it a store or not."""
    return (path / "CURRENT").exists()


def beside(path: Path, name: str) -> Path:
    """Return a folder beside a store's, which no store has by itself."""
    path = path.resolve()
    return path.with_name(f".{path.name}.{name}")


def _put_back(path: Path) -> None:
    """Give a store its folder again, if it was not replaced by what was to be in its place."""
    path, new, old = path.resolve(), beside(path, NEW), beside(path, OLD)
    for pause in PAUSES:
        if (path / MARK).is_file() or not lock.is_held(new):
            break
        # A store that is compacted has no folder for a moment.
        sleep(pause)
    else:
        raise busy(path)
    # Where nothing new waits, it was in place: what it replaced is of no use.
    if path.exists() or not ((new / MARK).is_file() and (old / MARK).is_file()):
        return
    try:
        old.rename(path)
    except OSError as error:
        # Another may have just done so.
        if not path.exists():
            raise DataError(f"the store {path} is at {old}, and cannot be put back: {error}") from error


def busy(path: Path) -> DataError:
    """Return what is told of a store that another process holds."""
    return DataError(f"another process is writing to {path}: try again when it is done")


def writing(path: Path) -> tuple[Store, TextIOWrapper]:
    """Open the store for this process alone to write; return what keeps others away with it."""
    held = _alone(path)
    try:
        if lock.is_held(path):
            for name in (NEW, OLD):
                shutil.rmtree(beside(path, name), ignore_errors=True)
        return opened(path), held
    except BaseException:
        held.close()
        raise


def _alone(path: Path) -> TextIOWrapper:
    """Hold the store, so that its folder stays where it is."""
    with trouble(path):
        for pause in PAUSES:
            with suppress(BlockingIOError, FileNotFoundError):
                return lock.hold(path)
            gc.collect()
            # A reader that looks whether it is held holds it for a moment.
            sleep(pause)
        raise busy(path)


def opened(path: Path) -> Store:
    """Open the database of a store that this process holds."""
    with trouble(path):
        try:
            return Store(str(path))
        except OSError as error:
            if OWN not in str(error):
                raise
        # A closed store is let go with the last answer read of it, which the traceback of an error may still hold.
        gc.collect()
        return Store(str(path))


def tidy(path: Path) -> None:
    """Remove what a closed store has no use for; what cannot be removed does no harm."""
    with suppress(OSError):
        for file in path.glob(DIARIES):
            file.unlink()


def note(path: Path, error: BaseException | None) -> None:
    """Note where a store is damaged, for who meets what a command left that failed of it; or that one did not fail."""
    with suppress(OSError):
        if isinstance(error, DamageError):
            (path / DAMAGED).write_text(error.found, "utf-8")
        elif error is None:
            (path / DAMAGED).unlink(missing_ok=True)


def damage(path: Path) -> str | None:
    """Return where a store is damaged, as the last that wrote to it found."""
    with suppress(OSError):
        return (path / DAMAGED).read_text("utf-8")
    return None


def reading(path: Path, held: Mark) -> Store:
    """Open what the store holds now; a writer may stand beside.

    Raises:
        DataError: it is damaged, or its making was cut off.

    """
    for pause in PAUSES:
        try:
            return Store.read_only(str(path))
        except (OSError, RuntimeError) as error:
            if not held.last and UNFINISHED.search(str(error)):
                raise unfinished(path) from error
            # The writer just put one file in the place of others.
            sleep(pause)
    with trouble(path):
        return Store.read_only(str(path))


def unfinished(path: Path) -> DataError:
    """Return what is told of a store that was never whole."""
    return DataError(f"the store {path} is unfinished, its making was cut off: run kg build, which mends it")
