"""From files, folders and standard input to articles; what cannot be read is reported, and the rest is read."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from kg.articles import json_values, text
from kg.articles.article import Article
from kg.articles.checks import MOST_BYTES, MOST_OF_LINE, checked, decoded, no_article
from kg.articles.dates import normal
from kg.articles.files import STDIN, Source, sources
from kg.articles.json_values import Pending
from kg.articles.record import Named
from kg.articles.report import Report, refuse
from kg.errors import DataError, KgError, UsageError

TEXTS = (".txt",)
JSON = (".jsonl", ".ndjson", ".json")
FORMATS = TEXTS + JSON


def read(
    paths: Iterable[Path | str],
    *,
    published: str | None = None,
    source: str | None = None,
    named: Named | None = None,
    report: Report = refuse,
) -> Iterator[Article]:
    """Yield the articles of files, folders and standard input, in their order, those of a folder by name.

    `published` and `source` are those of a single text; `named` says what fields are called that kg does not know. An
    article that stands twice is one; an id that two others share is reported for the second.
    """
    inputs = [Path(path) for path in paths]
    given = _given(inputs, published, source)
    taken: dict[str, tuple[str, int]] = {}
    for each in sources(inputs, FORMATS, report):
        for where, make in _articles(each, given, named or Named(), report):
            try:
                article = checked(make(), where, report)
                if article.id in taken and taken[article.id][1] != hash(article):
                    first = taken[article.id][0]
                    raise DataError(f"{where}: the article in {first} has the id {article.id!r} too: give each its own")
            except KgError as error:
                report(error)
                continue
            if article.id not in taken:
                taken[article.id] = (where, hash(article))
                yield article


def _given(inputs: list[Path], published: str | None, source: str | None) -> tuple[str | None, str | None]:
    """Return what is said of a single text, checked: there is one, and the date is one."""
    if (published or source) and not (len(inputs) == 1 and _is_text(inputs[0])):
        raise UsageError("--published and --source are of a single text; articles in JSON Lines carry their own")
    try:
        return normal(published), source
    except ValueError as error:
        raise DataError(f"published {published!r} {error}; write it as 2017-03-23") from error


def _is_text(path: Path) -> bool:
    return path == STDIN or (path.suffix.lower() in TEXTS and not path.is_dir())


def _articles(source: Source, given: tuple[str | None, str | None], named: Named, report: Report) -> Iterator[Pending]:
    """Yield where each article stands and how to read it, so that one that cannot be read keeps no other back."""
    try:
        with source.open() as stream:
            if source.suffix in JSON:
                yield from json_values.articles(json_values.bounded(stream), source.where, named, report)
                return
            raw = stream.read(MOST_BYTES + 1)
            if json_values.looks_so(raw):
                lines = chain(_lines(raw, stream), json_values.bounded(stream))
                yield from json_values.articles(lines, source.where, named, report)
                return
    except OSError as error:
        report(DataError(f"{source.where}: {error.strerror}"))
        return
    yield source.where, partial(_text, raw, source, given)


def _lines(raw: bytes, file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of what was read of a file, the last with the rest of it."""
    *lines, last = raw.splitlines(keepends=True) or [b""]
    yield from lines
    yield last if last.endswith(b"\n") else last + file.readline(MOST_OF_LINE + 1)


def _text(raw: bytes, source: Source, given: tuple[str | None, str | None]) -> Article:
    if len(raw) > MOST_BYTES:
        raise no_article(f"more than {MOST_BYTES:,} bytes", source.where)
    return text.article(decoded(raw, source.where), source.name, *given)
