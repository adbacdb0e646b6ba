"""Articles of a Spark frame become what they state; each Python worker loads the model once."""

from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from kg.articles.article import Article
from kg.articles.checks import checked
from kg.errors import ArticleError, DataError, KgError, Notice
from kg.export.readings import to_json
from kg.extraction import Extraction, Left, undated
from kg.facts import Reading
from kg.graph.held import content_hash
from kg.graph.packing import packed
from kg.spark.batches import Row, mapped
from kg.spark.schema import KNOWN, READING, TABLES, problem

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

#: Articles that are read together.
SHARE = 32


def read(
    spark: "SparkSession",  # noqa: ARG001 (as functions of Spark's own libraries have it)
    df: "DataFrame",
    extraction: Extraction | None = None,
) -> "DataFrame":
    """Return what each article states, a row each, as `kg extract` prints it (docs/scale.md has the columns).

    `df` has the columns id and text; title, author, published, source and language where they are known. A row without
    `reading` could not be read: its `problems` say why. Nothing is done before rows are asked for, nothing collected.
    """
    given = ["id", "text", *(name for name in (*KNOWN, "problems") if name in df.columns)]
    return mapped(df.select(*given), partial(_read, extraction or Extraction()), READING)


def _read(extraction: Extraction, rows: Iterator[Row]) -> Iterator[Row]:
    while some := list(islice(rows, SHARE)):
        yield from _share(extraction, some)


def _share(extraction: Extraction, rows: list[Row]) -> Iterator[Row]:
    told: list[list[dict[str, str]]] = [list(row.get("problems") or ()) for row in rows]
    articles = [_article(row, problems) for row, problems in zip(rows, told, strict=True)]
    failed: deque[KgError] = deque()
    reader = replace(
        extraction,
        jobs=1,
        # What is noticed of a share is told of each article by `_row`, however articles are shared out.
        report=lambda told: None if isinstance(told, Notice) else failed.append(told),
        resident=True,
    )
    found = deque(reader(article for article in articles if article))
    for row, article, problems in zip(rows, articles, told, strict=True):
        if article is None:
            yield {**row, "problems": problems}
        elif found and found[0].article == article:
            yield _row(article, found.popleft(), reader.signature, problems)
        else:
            # Articles come in their order, and each that is missing was told once.
            problems.append(problem(failed.popleft()))
            yield _known(article, reader.signature, problems)


def _article(row: Row, problems: list[dict[str, str]]) -> Article | None:
    """Return the article of a row; None where it is none, which is told."""
    if row["id"] is None and problems:
        return None
    where = f"article {row['id']!r}"
    if missing := [name for name in ("id", "text") if row[name] is None]:
        problems.append(problem(DataError(f"{where}: nothing in the column {missing[0]}")))
        return None
    try:
        made = Article(row["id"], row["text"], **{_FIELDS.get(name, name): row.get(name) for name in KNOWN})
        return checked(made, where, lambda told: problems.append(problem(told)))
    except DataError as error:
        problems.append(problem(error))
        return None


#: What a column is called in an article, where otherwise.
_FIELDS = {"author": "byline"}


def known(article: Article) -> dict[str, Any]:
    """Return the columns of an article."""
    return {name: getattr(article, _FIELDS.get(name, name)) for name in ("id", "text", *KNOWN)}


def _known(article: Article, signature: str, problems: list[dict[str, str]]) -> dict[str, Any]:
    columns = {**known(article), "hash": content_hash(article, signature), "read_by": signature}
    return {**columns, "problems": problems}


def _row(article: Article, reading: Reading, signature: str, problems: list[dict[str, str]]) -> Row:
    left = Left().and_of(undated(reading))
    problems += [problem(left.notice())] if left.articles else []
    try:
        return {**_known(article, signature, problems), **stated(reading)}
    except Exception as error:  # noqa: BLE001 (whatever an article raises is told of it)
        problems.append(problem(ArticleError.of(article.id, error)))
        return _known(article, signature, problems)


def stated(reading: Reading) -> dict[str, Any]:
    """Return the columns of what an article states."""
    printed = to_json(reading)
    return {**{name: printed[name] for name in TABLES.values()}, "reading": packed(reading)}


def row(reading: Reading, signature: str) -> dict[str, Any]:
    """Return the row of a reading of which nothing is told."""
    return {**_known(reading.article, signature, []), **stated(reading)}
