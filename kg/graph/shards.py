"""A store of N-Quads that were written elsewhere, as by `kg spark`: whole, or not at all."""

import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from gzip import BadGzipFile
from gzip import open as unpacked
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, cast

from pyoxigraph import RdfFormat

from kg.errors import DataError, UsageError
from kg.graph.store import Store
from kg.graph.trouble import trouble
from kg.resolve.decisions import FILE as DECISIONS

#: The graphs of articles, what is known beside them, the default graph, which IRIs lead on, what a store keeps for
#: itself: a folder of each.
ARTICLES, BESIDE, DEFAULT, REDIRECTS, KEPT = SHARDS = ("articles", "background", "default", "identity", "kept")
#: Those that are there wherever there is an article.
NEEDED = (ARTICLES, DEFAULT, KEPT)
#: What follows from the default graph, where that was asked of Spark.
FOLLOWING = "inferred"
#: The folder of these, in that which `kg spark` writes.
LINES = "shards"


def files(path: Path) -> list[Path]:
    """Return the files of N-Quads of a folder, in order.

    Raises:
        UsageError: there is no such folder.
        DataError: it has no such files, or is unfinished.

    """
    if not path.is_dir():
        raise UsageError(f"{path}: there is no such folder: kg spark extract INPUT {path} writes one")
    following = [f"shard={FOLLOWING}"] if is_closed(path) else []
    parts = [*(f"shard={name}" for name in SHARDS), *following]
    found = sorted(file for part in parts for file in (path / LINES / part).glob("part-*.txt*"))
    if not found:
        raise DataError(f"{path}: no {LINES} here: kg spark extract INPUT {path} writes them")
    if missing := [name for name in NEEDED if not (path / LINES / f"shard={name}").is_dir()]:
        raise DataError(f"{path}: its {LINES} lack {', '.join(missing)}: copy the folder whole")
    if not all((path / LINES / part / "_SUCCESS").exists() for part in ("", *following)):
        raise DataError(f"{path}: its {LINES} are unfinished: run kg spark again, which goes on")
    return found


def is_closed(path: Path) -> bool:
    """Tell whether what follows stands beside what is stated."""
    return (path / LINES / f"shard={FOLLOWING}").exists()


@contextmanager
def new(path: Path) -> Iterator[Path]:
    """Give a folder beside a store's in which to make it; it becomes the store's when all is done.

    Raises:
        UsageError: there is a store, or something else, already.

    """
    path = path.resolve()
    if path.exists() and not path.is_dir():
        raise UsageError(f"{path} is a file: name a new folder with --store")
    if path.exists() and any(path.iterdir()):
        raise UsageError(f"{path} exists: name a new folder with --store")
    with trouble(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        # A folder of its own, which no other load has, and which goes when this one ends, however it does.
        with TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent) as beside:
            made = Path(beside) / path.name
            yield made
            if path.exists():
                path.rmdir()
            made.rename(path)


def decided(path: Path, made: Path) -> None:
    """Bring what people decided of who is who into the folder of a store, where it stands beside the files."""
    if (path / DECISIONS).is_file():
        shutil.copyfile(path / DECISIONS, made / DECISIONS)


def load(store: Store, file: Path) -> None:
    """Bring a file of N-Quads into a store at once, without looking at what it holds.

    Raises:
        DataError: it is broken.

    """
    try:
        with unpacked(file) if file.suffix == ".gz" else file.open("rb") as lines:
            store.db.bulk_load(cast("IO[bytes]", lines), RdfFormat.N_QUADS)
    except (SyntaxError, ValueError, EOFError, BadGzipFile, zlib.error) as error:
        raise DataError(f"{file}: no N-Quads that can be read: {error}") from error
