"""The articles of a partition of lines, rows or web archives, as kg's own readers of files read them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from itertools import groupby
from pathlib import PurePosixPath
from typing import NamedTuple

from kg.articles import json_values, languages, packed, readers, record
from kg.articles.article import Article
from kg.articles.asked import Asked, Pending
from kg.articles.files import Source
from kg.articles.languages import Language
from kg.articles.record import Named
from kg.errors import ArticleError, KgError, Notice
from kg.graph.held import content_hash
from kg.spark.batches import Row
from kg.spark.reading import known
from kg.spark.schema import problem


class Place(NamedTuple):
    """Where a record stands: its file, the byte that its part of the file begins with, and its number there."""

    file: str
    part: int
    number: int


#: What gives the records of a partition.
Reader = Callable[[Iterator[Row], Asked], Iterator[tuple[Place, Pending]]]


@dataclass(frozen=True, slots=True)
class Reading:
    """How articles are read: by which fields, of which language, and for whom."""

    signature: str
    named: Named = field(default_factory=Named)
    language: Language = "en"


def articles(reader: Reader, how: Reading, rows: Iterator[Row]) -> Iterator[Row]:
    """Yield the article of each record, with what was told of it; what is told of a file itself has a row, too."""
    told: list[KgError] = []
    asked = Asked(named=how.named, report=told.append)
    for place, (where, make) in reader(rows, asked):
        yield from _told(told)
        article = _made(where, make, how, told)
        columns = {**known(article), "hash": content_hash(article, how.signature)} if article else {}
        yield {**place._asdict(), **columns, "input": where, "problems": list(map(problem, told))}
        told.clear()
    yield from _told(told)


def _told(told: list[KgError]) -> Iterator[Row]:
    """Yield what was told of files, and forget it."""
    if told:
        yield {"problems": list(map(problem, told))}
        told.clear()


def _made(where: str, make: Callable[[], Article], how: Reading, told: list[KgError]) -> Article | None:
    try:
        article = readers.sound(make(), where, told.append)
    except KgError as error:
        told.append(error)
    except Exception as error:  # noqa: BLE001 (whatever an article raises is told of it)
        told.append(ArticleError.of(where, error))
    else:
        if how.language != "en" or not (other := languages.other(article)):
            return article
        told.append(Notice(f"{where}: {other}, not English: left out; --language any reads it all the same"))
    return None


def of_lines(rows: Iterator[Row], asked: Asked) -> Iterator[tuple[Place, Pending]]:
    """Yield the articles of lines of JSON."""
    for (path, part), group in groupby(rows, key=lambda row: (row["path"], row["part"])):
        where = f"{path}, behind byte {part:,}" if part else path
        lines = ((number, row["raw"]) for number, row in enumerate(group, 1) if row["raw"].strip())
        pending = json_values.by_line(lines, where, asked.named, asked.report)
        yield from ((Place(path, part, number), each) for number, each in enumerate(pending))


def of_table(rows: Iterator[Row], asked: Asked) -> Iterator[tuple[Place, Pending]]:
    """Yield the articles of rows of a table."""
    for row in rows:
        where = f"{row['path']}, row {row['number'] + 1}"
        make = partial(record.article, row["row"], where, asked.named, asked.report)
        yield Place(row["path"], 0, row["number"]), (where, make)


def of_archives(rows: Iterator[Row], asked: Asked) -> Iterator[tuple[Place, Pending]]:
    """Yield the articles of web archives."""
    for row in rows:
        path = PurePosixPath(row["path"])
        name, suffix, packing = packed.parts(path.name)
        source = Source(row["path"], name, suffix, path, packed.opened(partial(BytesIO, row["content"]), packing))
        yield from ((Place(row["path"], 0, n), each) for n, each in enumerate(readers.of(source, asked)))
