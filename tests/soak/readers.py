"""A writer beside readers: each answer is of whole articles, nobody waits, and the writer is not disturbed."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from kg.errors import DataError
from kg.graph.store import Store
from tests.soak import stores

MANY, FEW = 100, 10


def trials(*, quick: bool, random: Random) -> Iterator[str | None]:
    with tempfile.TemporaryDirectory() as name:
        store, other = Path(name) / "store", Path(name) / "other"
        for path in (store, other):
            stores.ACTIONS["build"](path)
        whole = []
        for action in ("build", "rebuild"):
            stores.ACTIONS[action](other)
            whole.append(stores.graphs(other))
        wanted = stores.image(other)
        done = 0
        while done < (FEW if quick else MANY):
            with subprocess.Popen(
                [sys.executable, stores.__file__, random.choice(["build", "rebuild"]), str(store)],
                stdout=subprocess.DEVNULL,
            ) as writer:
                while writer.poll() is None:
                    done += 1
                    yield _read(store, whole)
            yield f"the writer ended with {writer.returncode}" if writer.returncode else None
        stores.ACTIONS["rebuild"](store)
        yield None if stores.image(store) == wanted else "after all it is another store"


def _read(store: Path, whole: list[dict[str, frozenset]]) -> str | None:
    try:
        with Store(store, read_only=True) as held:
            if held.lost and not held.is_written():
                return f"said to have lost {held.lost}"
        found = stores.graphs(store)
    except DataError as error:
        return f"cannot be read: {error}"
    partial = (article for article, quads in found.items() if quads not in [graphs.get(article) for graphs in whole])
    return next((f"{article} is partial" for article in partial), None)
