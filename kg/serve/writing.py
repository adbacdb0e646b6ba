"""A site is written into a folder, by this process or by several."""

import shutil
import signal
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache, partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from kg.errors import DataError
from kg.graph.store import Store
from kg.processes import cores
from kg.serve.evaluating import Question
from kg.serve.folder import renewing
from kg.serve.settings import Settings
from kg.serve.site import THINGS, Site, Writes, Written
from kg.serve.snapshot import Fingerprint
from kg.serve.source import Answers

STATIC = Path(__file__).parent / "static"
#: Articles of a store that one process writes as soon as several, which have to start.
FEW = 100
ENDED = "a process that wrote pages ended, as for want of memory; the site is as it was: --jobs 1 needs less"
#: Pages that are begun for each process.
AHEAD = 16


def write(settings: Settings, folder: Path, pool: Answers, jobs: int = 1) -> int:
    """Write the site of a store into a folder, in place of the one that kg wrote there before.

    Returns how many files it has beside those that all sites have.
    """
    count, made = 0, Site(settings, pool)
    with renewing(folder) as new, writing(made, settings, jobs) as page:
        shutil.copytree(STATIC, new / "static")
        shutil.copyfile(STATIC / "site.js", new / "static" / "kg.js")
        for count, (name, content) in enumerate(made.files(page, jobs * AHEAD), start=1):  # noqa: B007
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return count


def usual(store: Path) -> int:
    """Return how many processes are worth starting for the site of a store."""
    with Store(store, read_only=True) as held:
        return cores() if any(islice(held.articles(), FEW, None)) else 1


@contextmanager
def writing(site: Site, settings: Settings, jobs: int) -> Iterator[Writes]:
    """Give what writes pages: this process, or so many others, each with the store open; the pages are the same.

    Raises:
        DataError: one of the processes ended before its time.

    """
    here: Writes = lambda path: partial(site.written, path)  # noqa: E731 (one of two)
    if jobs == 1:
        yield here
        return
    quiet = partial(signal.signal, signal.SIGINT, signal.SIG_IGN)
    processes = ProcessPoolExecutor(jobs, get_context("spawn"), quiet)
    try:
        yield lambda path: processes.submit(_there, settings, path).result if path.startswith(THINGS) else here(path)
    except BrokenProcessPool as error:
        raise DataError(ENDED) from error
    finally:
        processes.shutdown(cancel_futures=True)


def _there(settings: Settings, path: str) -> Written:
    """Return a page as another process writes it."""
    return _site(settings).written(path)


@cache
def _site(settings: Settings) -> Site:
    return Site(settings, Unasked())


class Unasked:
    """Answers no query: the pages of things have none, and those that have are written by the first process."""

    def ask(self, question: Question, state: Fingerprint = ()) -> bytes:
        """Refuse."""
        raise NotImplementedError(question.text)

    def close(self) -> None:
        """Nothing is held open."""
