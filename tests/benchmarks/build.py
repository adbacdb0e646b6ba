"""Words a second of `kg build` against the bare spaCy pipeline on the same texts, with the closure and without.

Reading, storing, who is who, links and background count; what follows is the closure, and counts by itself.
"""

import tempfile
from pathlib import Path
from unittest.mock import patch

from common import QUICK, bare_pipeline, corpus, processor_seconds, row, talk, words

from kg import conclude
from kg.articles.article import Article
from kg.build import build
from kg.extraction import Extraction
from kg.graph.store import Store

ARTICLES = 8 if QUICK else 25
ROUNDS = 1 if QUICK else 2


def main() -> None:
    articles, bare = corpus(ARTICLES), bare_pipeline()
    number = words(articles)
    talk(f"{len(articles)} articles, {number:,} words, best of {ROUNDS}")
    built(articles[:2])
    bare(articles[:2])
    bares, reads, wholes = [], [], []
    for _ in range(ROUNDS):
        bares.append(processor_seconds(lambda: bare(articles)))
        reads.append(processor_seconds(lambda: list(Extraction(report=lambda _: None)(articles))))
        wholes.append(built(articles))
    whole, closure = min(wholes)
    row("kg build", f"{number / whole:,.0f} words/s")
    row("kg extract / bare pipeline", f"{min(bares) / min(reads):.2f}")
    row("kg build / bare pipeline, without the closure", f"{min(bares) / (whole - closure):.2f}", ">= 0.85")
    row("kg build / bare pipeline", f"{min(bares) / whole:.2f}")
    row("the closure's share of kg build", f"{closure / whole:.1%}", "< 5 %")


def built(articles: list[Article]) -> tuple[float, float]:
    """Return the seconds of a build into an empty store, and those of the closure."""
    inner, closure = conclude.reason.update, 0.0

    def clocked(*given: object, **options: object) -> None:
        nonlocal closure
        closure += processor_seconds(lambda: inner(*given, **options))

    with (
        patch.object(conclude.reason, "update", clocked),
        tempfile.TemporaryDirectory() as folder,
        Store(Path(folder) / "store") as store,
    ):
        whole = processor_seconds(lambda: build(store, articles))
    return whole, closure


if __name__ == "__main__":
    main()
