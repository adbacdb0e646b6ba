"""kill -9 at random moments of a build, a rebuild, a forget and a link: whole articles only, and the same end."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from kg.errors import DataError
from tests.soak import stores

#: Kills of each action.
MANY, FEW = 75, 3
#: Each process has what a build loads once, so that it is killed at the action itself.
FORKS = get_context("forkserver")
FORKS.set_forkserver_preload(["tests.soak.warm"])


def trials(*, quick: bool, random: Random) -> Iterator[str | None]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        before = folder / "before"
        os.environ["PYTHONPATH"] = str(stores.ROOT)
        stores.ACTIONS["build"](before)
        for action in stores.ACTIONS:
            yield from _killed(folder, before, action, FEW if quick else MANY, random)


def _killed(folder: Path, before: Path, action: str, times: int, random: Random) -> Iterator[str | None]:
    start = None if action == "build" else before
    undisturbed = _copy(start, folder / "undisturbed")
    took = _run(action, undisturbed)
    wanted, whole = stores.image(undisturbed), [stores.graphs(before), stores.graphs(undisturbed)]
    for number in range(times):
        store = _copy(start, folder / "store")
        pause = random.uniform(0, took)
        _run(action, store, pause)
        lost = _partial(store, whole, made=start is None) or _mended(action, store, wanted)
        yield lost and f"{action} {number}, killed after {pause:.3f} s: {lost}"


def _copy(start: Path | None, path: Path) -> Path:
    shutil.rmtree(path, ignore_errors=True)
    if start:
        shutil.copytree(start, path)
    return path


def _run(action: str, store: Path, pause: float | None = None) -> float:
    """Run an action in a process of its own, kill it after a pause, and return how long it ran."""
    heard, said = FORKS.Pipe(duplex=False)
    process = FORKS.Process(target=act, args=(said, action, store))
    process.start()
    heard.recv()
    begun = time.monotonic()
    if pause is not None:
        time.sleep(pause)
        process.kill()
    process.join()
    return time.monotonic() - begun


def act(said: Connection, action: str, store: Path) -> None:
    """Say that an action begins, and do it."""
    said.send("ready")
    stores.ACTIONS[action](store)


def _partial(store: Path, whole: list[dict[str, frozenset]], *, made: bool) -> str | None:
    """Say what is partial in a store that is as it was left."""
    if not store.exists():
        return None
    try:
        found = stores.graphs(store)
    except DataError as error:
        told = made and ("there is no store" in str(error) or "run kg build" in str(error))
        return None if told else f"cannot be read: {error}"
    for article, quads in found.items():
        if quads not in [graphs.get(article) for graphs in whole]:
            return f"{article} is partial"
    return None


def _mended(action: str, store: Path, wanted: list[str]) -> str | None:
    """Say in what the store differs from an undisturbed one after the action is done again."""
    try:
        stores.ACTIONS[action](store)
        return None if stores.image(store) == wanted else "done again it is another store"
    except Exception as error:  # noqa: BLE001 (whatever it is, it is lost)
        return f"done again: {type(error).__name__}: {error}"
