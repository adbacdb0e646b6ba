"""A disk that fills: the build is told (exit 3) or whole, articles are whole, and done again it is the same store."""

import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from kg.errors import DataError
from tests.soak import stores

MANY, FEW = 40, 3
#: Bytes that a file may have.
SIZES = (2_000, 3_000_000)


def trials(*, quick: bool, random: Random) -> Iterator[str | None]:
    with tempfile.TemporaryDirectory() as name:
        undisturbed = Path(name) / "undisturbed"
        stores.ACTIONS["build"](undisturbed)
        wanted = stores.image(undisturbed)
        whole = [stores.graphs(undisturbed)]
        for number in range(FEW if quick else MANY):
            store, size = Path(name) / str(number), int(SIZES[0] * (SIZES[1] / SIZES[0]) ** random.random())
            lost = _filled(store, size) or _partial(store, whole) or _mended(store, wanted)
            yield lost and f"files of {size:,} bytes at most: {lost}"


def _filled(store: Path, size: int) -> str | None:
    def little() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    command = [sys.executable, stores.__file__, "build", str(store)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=little)
    told = ran.returncode == 0 or "kg.errors.DataError" in ran.stderr
    return None if told else f"not told: {ran.stderr[-160:]!r}"


def _partial(store: Path, whole: list[dict[str, frozenset]]) -> str | None:
    try:
        found = stores.graphs(store)
    except DataError:
        return None
    partial = (article for article, quads in found.items() if quads not in [graphs.get(article) for graphs in whole])
    return next((f"{article} is partial" for article in partial), None)


def _mended(store: Path, wanted: list[str]) -> str | None:
    try:
        stores.ACTIONS["build"](store)
    except DataError as error:
        return f"done again: {error}"
    return None if stores.image(store) == wanted else "done again it is another store"
