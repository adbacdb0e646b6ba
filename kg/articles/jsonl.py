"""JSON Lines: one article a line, with `id` and `text`, and where known `title`, `published`, `source` and `author`.

`headline`, `date` and `url` are read as title, published and source; other keys are passed by.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, BinaryIO

from kg.articles.article import Article
from kg.articles.checks import MOST_OF_LINE, decoded, no_article
from kg.errors import DataError

FIELDS = ("title", "author", "published", "source")
ALSO = {"title": ("headline",), "published": ("date",), "source": ("url",)}
#: How objects, and lists of them, begin; articles in prose do not.
BEGINS = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*["}]').match


def looks_so(raw: bytes) -> bool:
    """Whether an input is JSON, if perhaps broken, or has an article among its lines, and is so no text to read."""
    return bool(BEGINS(raw)) or any(_has_text(line) for line in raw.splitlines() if line.lstrip()[:1] == b"{")


def _has_text(line: bytes) -> bool:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and "text" in found


def bounded(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a file; of one that is longer than any article's, so much that this can be told."""
    while line := file.readline(MOST_OF_LINE + 1):
        rest = line
        while len(rest) > MOST_OF_LINE and not rest.endswith(b"\n"):
            rest = file.readline(MOST_OF_LINE + 1)
        yield line


def articles(lines: Iterable[bytes], name: str) -> Iterator[tuple[str, Callable[[], Article]]]:
    """Yield for each line where it stands and how to read it; blank lines are none, and nothing but these is told."""
    empty = True
    for number, line in enumerate(lines, 1):
        if line.strip():
            empty = False
            where = f"{name}:{number}"
            yield where, partial(_article, line, where)
    if empty:
        yield name, partial(_nothing, name)


def _nothing(where: str) -> Article:
    raise DataError(f"{where}: empty, there is nothing to read")


def _article(line: bytes, where: str) -> Article:
    if len(line) > MOST_OF_LINE:
        raise no_article(f"more than {MOST_OF_LINE:,} bytes", where)
    try:
        found = json.loads(decoded(line, where))
    except json.JSONDecodeError as error:
        raise DataError(f"{where}: no valid JSON at column {error.colno}: {error.msg}") from error
    except (ValueError, RecursionError) as error:
        raise DataError(f"{where}: this JSON cannot be read: {error}") from error
    if not isinstance(found, dict):
        raise DataError(f'{where}: a line should be a JSON object such as {{"id": "…", "text": "…"}}')
    title, author, published, source = (_first(found, field, where) for field in FIELDS)
    text = _string(found, "text", where)
    if text is None:
        raise DataError(f'{where}: an article needs "text"')
    return Article(_identifier(found, where), text, title, author, published, source)


def _identifier(found: dict[str, Any], where: str) -> str:
    name = found.get("id")
    if name is None or name == "":
        raise DataError(f'{where}: an article needs "id"')
    if isinstance(name, bool) or not isinstance(name, str | int):
        raise DataError(f'{where}: "id" should be a string or a whole number')
    return str(name)


def _first(found: dict[str, Any], field: str, where: str) -> str | None:
    """Return the field, or else what others call the same."""
    return next((value for key in (field, *ALSO.get(field, ())) if (value := _string(found, key, where))), None)


def _string(found: dict[str, Any], field: str, where: str) -> str | None:
    value = found.get(field)
    if value is None or isinstance(value, str):
        return value or None
    raise DataError(f'{where}: "{field}" should be a string')
