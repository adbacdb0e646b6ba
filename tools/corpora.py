"""Annotated news beside the project: each corpus is read once for all that scores it, and remembered."""

import json
import pickle
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from kg.background.background import with_background
from kg.eval import gold, tasks
from kg.eval.sheet import Sheet
from kg.export.readings import to_json
from kg.extraction import Extraction
from kg.facts import Reading
from kg.resolve.readings import resolved

ROOT = Path(__file__).parents[1]
GOLD = ROOT.parent / "shared" / "eval"
#: Readings of a corpus by the digest of its articles and of what read them: a changed kg reads again.
MEMORY = ROOT / ".score-cache"


class Task(NamedTuple):
    """One way that `kg eval` judges one corpus: with what is known beside the articles, or of texts in capitals."""

    task: str
    data: str
    background: bool = False
    capitals: bool = False

    @property
    def corpora(self) -> tuple[str, ...]:
        """The corpora that are read."""
        return (self.data,)

    @property
    def command(self) -> str:
        """How it is run by hand."""
        without = hasattr(tasks.task(self.task), "BACKGROUND") and not self.background
        options = [*(["--no-background"] if without else []), *(["--capitals"] if self.capitals else [])]
        return " ".join(("kg eval", self.task, f"{self.data}.jsonl", *options))


class Script(NamedTuple):
    """One of the scripts that stand beside the corpora; `resolve` joins what is one thing in several articles."""

    script: str
    corpora: tuple[str, ...]
    resolve: bool = False

    @property
    def command(self) -> str:
        """How it is run by hand."""
        return f"{self.script} {' '.join(f'{name}.jsonl' for name in self.corpora)}"

    @property
    def there(self) -> bool:
        """Whether script and corpora stand beside the project."""
        return all(path.is_file() for path in (GOLD / self.script, *map(file, self.corpora)))


def file(corpus: str) -> Path:
    """Return the articles of a corpus."""
    return GOLD / f"{corpus}.jsonl"


def readings(path: Path, extraction: Extraction, memory: Path = MEMORY, *, capitals: bool = False) -> list[Reading]:
    """Return what a file of annotated articles states; the same articles are read once by the same kg."""
    how = extraction.signature.encode() + (b"\0in capitals" if capitals else b"")
    digest = sha256(how + b"\0" + path.read_bytes()).hexdigest()[:24]
    known = memory / f"{digest}.pickle"
    if known.is_file():
        return pickle.loads(known.read_bytes())  # type: ignore[no-any-return]  # noqa: S301 (written below)
    rows = gold.read(path, {})
    found = list(extraction(map(gold.article, map(gold.in_capitals, rows) if capitals else rows)))
    memory.mkdir(exist_ok=True)
    unfinished = known.with_suffix(".part")
    unfinished.write_bytes(pickle.dumps(found))
    unfinished.replace(known)
    return found


def judged(run: Task, extraction: Extraction) -> Sheet:
    """Return the verdicts of `kg eval` on a corpus."""
    task = tasks.task(run.task)
    sheet = Sheet(task.MEASURES)
    rows = gold.read(file(run.data), task.NEEDS)
    found: Iterable[Reading] = readings(file(run.data), extraction, capitals=run.capitals)
    if run.background:
        found = map(with_background, found)
    for row, reading in zip(map(gold.in_capitals, rows) if run.capitals else rows, found, strict=True):
        sheet.add(reading.article, task.judge(row, reading))
    return sheet


def scored(run: Script, extraction: Extraction) -> Any:
    """Return what a script prints of its corpora, as JSON."""
    found: Iterable[Reading] = chain.from_iterable(readings(file(name), extraction) for name in run.corpora)
    with TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        predicted.write_text("".join(_lines(resolved(found) if run.resolve else found)), "utf-8")
        arguments = _arguments(run.script, list(map(file, run.corpora)), predicted)
        done = subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def _lines(found: Iterable[Reading]) -> Iterator[str]:
    return (f"{json.dumps(to_json(reading))}\n" for reading in found)


def _arguments(script: str, corpora: Sequence[Path], predicted: Path) -> list[str]:
    """Return how a script is called: one takes many corpora, and so an option for what is predicted."""
    many = ["--predicted"] if script == "score_identity.py" else []
    return [str(GOLD / script), *map(str, corpora), *many, str(predicted), "--json"]


def at(figures: Any, place: str) -> float | None:
    """Return a figure of a script's report by the keys that lead to it; None where there is nothing to divide by."""
    for key in place.split("/"):
        figures = figures[key]
    return figures  # type: ignore[no-any-return]
