"""JSON Lines: one article a line, with `id` and `text`, and where known `title`, `published`, `source` and `author`."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from kg.articles.article import Article
from kg.articles.checks import decoded
from kg.errors import DataError

FIELDS = ("title", "author", "published", "source")


def looks_so(raw: bytes) -> bool:
    """Whether the first line of an input is a JSON object."""
    first = raw.lstrip().partition(b"\n")[0]
    try:
        return isinstance(json.loads(first), dict)
    except ValueError:
        return False


def articles(lines: Iterable[bytes], name: str) -> Iterator[tuple[str, Callable[[], Article]]]:
    """Yield for each line where it stands and how to read it; blank lines are none."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            where = f"{name}:{number}"
            yield where, partial(_article, line, where)


def _article(line: bytes, where: str) -> Article:
    try:
        found = json.loads(decoded(line, where))
    except json.JSONDecodeError as error:
        raise DataError(f"{where}: no valid JSON at column {error.colno}: {error.msg}") from error
    if not isinstance(found, dict):
        raise DataError(f'{where}: a line should be a JSON object such as {{"id": "…", "text": "…"}}')
    name = found.get("id")
    title, author, published, source = (_string(found, field, where) for field in FIELDS)
    text = _string(found, "text", where)
    if not isinstance(name, str | int) or text is None:
        raise DataError(f'{where}: an article needs "id" and "text"')
    return Article(str(name), text, title, author, published, source)


def _string(found: dict[str, Any], field: str, where: str) -> str | None:
    value = found.get(field)
    if value is None or isinstance(value, str):
        return value or None
    raise DataError(f'{where}: "{field}" should be a string')
