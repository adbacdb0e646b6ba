"""Read articles from files."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.articles.article import Article


def read(paths: Iterable[Path]) -> Iterator[Article]:
    """Yield the articles of the files."""
    for path in paths:
        if path.suffix == ".jsonl":
            for line in path.read_text("utf-8").splitlines():
                row = json.loads(line)
                yield Article(
                    row["id"], row["text"], row.get("title"), row.get("author"), row.get("published"), row.get("source")
                )
        else:
            yield Article(path.stem, path.read_text("utf-8"))
