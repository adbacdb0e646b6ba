"""What the benchmarks share: articles to run on, and the form of a row."""

import json
import sys
from itertools import cycle, islice
from pathlib import Path

from kg.articles.article import Article

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "eval" / "polnear" / "train.jsonl"
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


def row(what: str, measured: str, goal: str = "") -> None:
    """Print one row of the table."""
    print(what, measured, goal, sep="\t", flush=True)


def talk(message: str) -> None:
    print(message, file=sys.stderr, flush=True)
