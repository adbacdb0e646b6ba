"""A folder that is written anew: what kg wrote there before goes, and what others put there stays."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from kg.errors import DataError, UsageError
from kg.graph.place import outside

#: The file that names what kg wrote into a folder, a line each.
MANIFEST = ".kg-site"


@contextmanager
def renewing(folder: Path) -> Iterator[Path]:
    """Give a folder to write in, whose files take the place of those that kg wrote before, once all are there.

    Raises:
        UsageError: the folder has files, and none that kg wrote, or lies in a store's own.
        DataError: its list of what kg wrote names what is elsewhere.

    """
    folder = folder.resolve()
    outside(folder)
    before = _written(folder)
    beside = folder.with_name(f".kg-{token_hex(8)}.part")
    beside.mkdir(parents=True)
    try:
        yield beside
        _renew(folder, before, beside)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _written(folder: Path) -> frozenset[str]:
    """Return the files that kg wrote into a folder."""
    if not folder.exists() or not any(folder.iterdir()):
        return frozenset()
    if not (folder / MANIFEST).is_file():
        raise UsageError(f"{folder} has files that kg site did not write: give a new folder, or an empty one")
    names = [name for name in (folder / MANIFEST).read_text("utf-8").split("\n") if name]
    if outside := [name for name in names if not (folder / name).resolve().is_relative_to(folder)]:
        raise DataError(f"{folder / MANIFEST}: {outside[0]!r} is not in the folder; remove the folder and try again")
    return frozenset(names)


def _renew(folder: Path, before: frozenset[str], beside: Path) -> None:
    """Remove what is gone, then put each file in its place: whoever is stopped here may start again."""
    now = frozenset(path.relative_to(beside).as_posix() for path in beside.rglob("*") if path.is_file())
    if not folder.exists():
        _note(beside, now)
        beside.rename(folder)
        return
    _note(folder, before | now)
    for name in sorted(before - now):
        _remove(folder, folder / name)
    for name in sorted(now):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (beside / name).replace(folder / name)
    _note(folder, now)


def _note(folder: Path, names: frozenset[str]) -> None:
    (folder / MANIFEST).write_text("".join(f"{name}\n" for name in sorted(names)), "utf-8")


def _remove(folder: Path, file: Path) -> None:
    """Remove a file, and the folders that are empty then."""
    file.unlink(missing_ok=True)
    for above in file.parents:
        if above == folder or not above.is_dir() or any(above.iterdir()):
            return
        above.rmdir()
