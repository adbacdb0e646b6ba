"""What the benchmarks share: articles to run on, and the form of a row."""

import ctypes
import json
import os
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import cycle, islice
from pathlib import Path

from kg.articles.article import Article
from kg.language import pipeline

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "eval" / "polnear" / "train.jsonl"
#: What asks Linux for the children of children.
PR_SET_CHILD_SUBREAPER = 36
#: --quick is for development: seconds, and figures that jump.
QUICK = "--quick" in sys.argv


def corpus(number: int, characters: int | None = None) -> list[Article]:
    """Return articles of US political news where they stand beside the clone, or else the seed article many times.

    Each is cut after `characters`, for benchmarks that need many articles more than they need words.
    """
    if CORPUS.exists():
        with CORPUS.open(encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line in lines]
    else:
        texts = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    chosen = islice(cycle(texts), number)
    return [Article(f"article-{i}", text[:characters]) for i, text in enumerate(chosen)]


def words(articles: list[Article]) -> int:
    return sum(len(article.text.split()) for article in articles)


def processor_seconds(run: Callable[[], object]) -> float:
    """Return the processor time of this process: what others do on the machine does not count."""
    start = time.process_time()
    run()
    return time.process_time() - start


def of_all_processes(command: Sequence[str], into: Path) -> float:
    """Return the processor time of a command and of all that it starts, once these have ended; what it prints is kept.

    Who is left behind by its parent, as Spark's workers are, is this process's from then on (Linux).
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    before = os.times()
    with into.open("wb") as out:
        subprocess.run(command, check=True, stdout=out, stderr=subprocess.DEVNULL)
    with suppress(ChildProcessError):
        while True:
            os.wait()
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def bare_pipeline() -> Callable[[list[Article]], int]:
    """Return a run of the spaCy pipeline as its package gives it, over articles and nothing else."""
    with warnings.catch_warnings(action="ignore"):
        nlp = pipeline._default()

    def run(articles: list[Article]) -> int:
        with nlp.memory_zone():
            return sum(len(doc) for doc in nlp.pipe((article.text for article in articles), batch_size=pipeline.BATCH))

    return run


def row(what: str, measured: str, goal: str = "") -> None:
    """Print one row of the table."""
    print(what, measured, goal, sep="\t", flush=True)


def talk(message: str) -> None:
    print(message, file=sys.stderr, flush=True)
