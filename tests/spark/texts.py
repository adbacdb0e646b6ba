"""Articles of which several name one thing, and what one machine makes of them."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.articles.article import Article
from kg.build import build
from kg.export.readings import to_json
from kg.extraction import Extraction
from kg.graph.held import content_hash
from kg.graph.lines import written
from kg.graph.quads import quads
from kg.graph.store import Store

ARTICLES = [
    Article("vigil", "Ann Lee, the mayor of Leeds, spoke in Albert Park. “We stand together,” she told the BBC."),
    Article(
        "attack",
        "Two gunmen killed three people in Leeds on Friday. Mayor Ann Lee condemned it.",
        None,
        None,
        "2017-03-24",
    ),
    Article("again", "Two gunmen shot three people dead in Leeds on Friday, police said.", None, None, "2017-03-25"),
    Article("wgc", "The World Grain Council (WGC) opened an office in Leeds. The WGC said it would hire 200 people."),
    Article("wgc-only", "The WGC said on Monday that its office in Leeds was open."),
    Article("meyer", "François Meyer, the mayor of Leeds, spoke in York. Meyer left Leeds on Monday."),
    Article("meyer-plain", "Francois Meyer, the mayor of Leeds, was born in York."),
    Article("smith", "John Smith, 91, died in Oslo. He played the cello. Smith lived in Bergen."),
    Article("smith-mayor", "John Smith, the mayor of Leeds, spoke in York on Monday. Smith lives in York."),
]


def record(article: Article) -> dict[str, str]:
    """An article as a line of JSON Lines has it."""
    known = {"title": article.title, "published": article.published, "source": article.source}
    return {"id": article.id, "text": article.text, **{name: value for name, value in known.items() if value}}


def row(article: Article) -> dict[str, Any]:
    """An article as a row of a frame."""
    return {"id": article.id, "text": article.text, "published": article.published}


def printed(articles: Iterable[Article]) -> list[dict[str, Any]]:
    """What `kg extract` prints."""
    return [to_json(reading) for reading in Extraction()(articles)]


def lines(articles: Iterable[Article]) -> list[str]:
    """The graphs of articles as one machine writes them, in order."""
    reader = Extraction()
    return sorted(_lines(articles, reader))


def _lines(articles: Iterable[Article], reader: Extraction) -> Iterator[str]:
    for reading in reader(articles):
        known = {"content_hash": content_hash(reading.article, reader.signature), "read_by": reader.signature}
        yield from written(quads(reading, **known)).splitlines()


def built(articles: Iterable[Article], folder: Path, *, background: bool = True) -> list[str]:
    """All that the store of a build holds."""
    with Store(folder) as store:
        build(store, articles, background=background)
        return image(store)


def image(store: Store) -> list[str]:
    return sorted(map(str, store.db))


def held(folder: Path) -> list[str]:
    with Store(folder, read_only=True) as store:
        return image(store)
