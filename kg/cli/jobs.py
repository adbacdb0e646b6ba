"""How many processes are worth starting, of those that were asked for."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.problems import tell
from kg.processes import cores

if TYPE_CHECKING:
    from kg.articles.record import Named

#: So many articles one process reads sooner than several, of which each loads the language model.
FEW = 48
#: So many are worth a process that loads the model for them.
WORTH = 8
#: Bytes of inputs whose articles are counted before any is read: what is more has work for all.
SMALL = 8_000_000


def within_cores(jobs: int) -> int:
    """Return so many processes, but no more than can run at once; tell where they are fewer."""
    if jobs > (most := cores()):
        tell(f"--jobs {jobs} is more than can run here at once: {most} {'do' if most > 1 else 'does'} the work")
    return min(jobs, most)


def to_read(jobs: int, paths: Sequence[Path], named: "Named") -> int:
    """Return how many processes read what is in files and folders: no more than there are shares of it."""
    jobs = within_cores(jobs)
    if jobs == 1 or sum(_sizes(paths)) > SMALL:
        return jobs
    from kg.articles.number import number

    found = number(paths, named)
    return jobs if found is None else _shared(jobs, found)


def _shared(jobs: int, number: int) -> int:
    return 1 if number <= FEW else min(jobs, -(-number // WORTH))


def _sizes(paths: Sequence[Path]) -> Iterator[int]:
    """Yield the sizes of files, until they are not small."""
    whole = 0
    for path in paths:
        for file in path.rglob("*") if path.is_dir() else (path,):
            if whole <= SMALL and file.is_file():
                yield (size := file.stat().st_size)
                whole += size
