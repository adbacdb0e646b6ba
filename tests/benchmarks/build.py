"""Words a second of `kg build` against the bare spaCy pipeline on the same texts, with the closure and without."""

import tempfile
from pathlib import Path

from common import QUICK, bare_pipeline, corpus, processor_seconds, row, talk, words

from kg import build
from kg.articles.article import Article
from kg.graph.store import Store

ARTICLES = 8 if QUICK else 25
ROUNDS = 1 if QUICK else 2


def main() -> None:
    articles, bare = corpus(ARTICLES), bare_pipeline()
    number = words(articles)
    talk(f"{len(articles)} articles, {number:,} words, best of {ROUNDS}")
    built(articles[:2])
    bare(articles[:2])
    bares, wholes = [], []
    for _ in range(ROUNDS):
        bares.append(processor_seconds(lambda: bare(articles)))
        wholes.append(built(articles))
    whole, closure = min(wholes)
    row("kg build", f"{number / whole:,.0f} words/s")
    row("kg build / bare pipeline, without what is concluded", f"{min(bares) / (whole - closure):.2f}", ">= 0.85")
    row("kg build / bare pipeline", f"{min(bares) / whole:.2f}")


def built(articles: list[Article]) -> tuple[float, float]:
    """Return the seconds of a build into an empty store, and those that concluding it (who is who, closure, …) took."""
    inner, closure = build.conclude, 0.0

    def clocked(*given: object, **options: object) -> None:
        nonlocal closure
        closure += processor_seconds(lambda: inner(*given, **options))

    build.conclude = clocked
    try:
        with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "store") as store:
            whole = processor_seconds(lambda: build.build(store, articles))
    finally:
        build.conclude = inner
    return whole, closure


if __name__ == "__main__":
    main()
