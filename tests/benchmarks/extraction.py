"""Words a second of `kg extract` against the bare spaCy pipeline on the same texts, and each component's share."""

import json
import time
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from common import QUICK, bare_pipeline, corpus, processor_seconds, row, talk, words

from kg.articles.article import Article
from kg.export.readings import to_json
from kg.extract import extract
from kg.extract.incidents import find as incidents
from kg.extract.relations import engine as relations

ARTICLES = 8 if QUICK else 25
ROUNDS = 1 if QUICK else 2


def main() -> None:
    articles, bare = corpus(ARTICLES), bare_pipeline()
    number = words(articles)
    talk(f"{len(articles)} articles, {number:,} words, best of {ROUNDS}")
    ours(articles[:2])
    bare(articles[:2])
    times = [
        (processor_seconds(lambda: bare(articles)), processor_seconds(lambda: ours(articles))) for _ in range(ROUNDS)
    ]
    least_bare, least_ours = map(min, zip(*times, strict=True))
    row("bare spaCy pipeline", f"{number / least_bare:,.0f} words/s")
    row("kg extract", f"{number / least_ours:,.0f} words/s")
    row("kg extract / bare pipeline", f"{least_bare / least_ours:.2f}", ">= 0.75")
    for name, share in shares(articles):
        row(f"  share of {name}", f"{100 * share:.1f} %")


def ours(articles: list[Article]) -> int:
    return sum(len(json.dumps(to_json(reading))) for reading in extract.readings(articles))


def shares(articles: list[Article]) -> Iterator[tuple[str, float]]:
    """Yield each component's share of the whole time, by its own clock."""
    spent: dict[str, float] = defaultdict(float)

    def clocked(module: Any, name: str, label: str) -> None:
        inner = getattr(module, name)

        def outer(*arguments: Any, **options: Any) -> list[Any]:
            start = time.process_time()
            result = list(inner(*arguments, **options))
            spent[label] += time.process_time() - start
            return result

        setattr(module, name, outer)

    clocked(extract, "mentions", "mentions")
    clocked(extract, "quotes", "quotes")
    clocked(relations, "facts", "relations")
    clocked(incidents, "events", "events")
    whole = processor_seconds(lambda: ours(articles))
    yield from ((name, took / whole) for name, took in spent.items())


if __name__ == "__main__":
    main()
