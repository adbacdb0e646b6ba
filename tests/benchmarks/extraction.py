"""Words a second of `kg extract` against the bare spaCy pipeline on the same texts, and each component's share."""

import json
import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from common import QUICK, corpus, row, talk, words

from kg.articles.article import Article
from kg.extract import extract, incidents, relations
from kg.extract.output import to_json
from kg.language import pipeline

ARTICLES = 8 if QUICK else 40
ROUNDS = 1 if QUICK else 2


def main() -> None:
    articles = corpus(ARTICLES)
    number = words(articles)
    talk(f"{len(articles)} articles, {number} words, best of {ROUNDS}")
    with warnings.catch_warnings(action="ignore"):
        bare_nlp = pipeline._default()
    bare_seconds, ours_seconds = [], []
    list(extract.readings(articles[:2]))
    list(bare_nlp.pipe([articles[0].text]))
    for _ in range(ROUNDS):
        bare_seconds.append(seconds(lambda: bare(bare_nlp, articles)))
        ours_seconds.append(seconds(lambda: ours(articles)))
    row("bare spaCy pipeline", f"{number / min(bare_seconds):,.0f} words/s")
    row("kg extract", f"{number / min(ours_seconds):,.0f} words/s")
    row("kg extract / bare pipeline", f"{min(bare_seconds) / min(ours_seconds):.2f}", ">= 0.75")
    for name, share in shares(articles):
        row(f"  share of {name}", f"{100 * share:.1f} %")


def seconds(run: Callable[[], object]) -> float:
    # Processor time of this process: what others do on the machine does not count.
    start = time.process_time()
    run()
    return time.process_time() - start


def bare(nlp: Any, articles: list[Article]) -> int:
    with nlp.memory_zone():
        return sum(len(doc) for doc in nlp.pipe((article.text for article in articles), batch_size=pipeline.BATCH))


def ours(articles: list[Article]) -> int:
    return sum(len(json.dumps(to_json(reading))) for reading in extract.readings(articles))


def shares(articles: list[Article]) -> Iterator[tuple[str, float]]:
    """Yield each component's share of the whole time, by its own clock."""
    spent: dict[str, float] = defaultdict(float)

    def clocked(module: Any, name: str, label: str) -> None:
        inner = getattr(module, name)

        def outer(*arguments: Any) -> list[Any]:
            start = time.process_time()
            result = list(inner(*arguments))
            spent[label] += time.process_time() - start
            return result

        setattr(module, name, outer)

    clocked(extract, "mentions", "mentions")
    clocked(extract, "quotes", "quotes")
    clocked(relations, "facts", "relations")
    clocked(incidents, "events", "events")
    whole = seconds(lambda: ours(articles))
    yield from ((name, took / whole) for name, took in spent.items())


if __name__ == "__main__":
    main()
