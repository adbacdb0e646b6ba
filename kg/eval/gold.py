"""Read annotated articles: JSON Lines with `id`, `text` and what the task asks for."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.articles.article import Article
from kg.errors import DataError, UsageError

#: One annotated article, as its JSON object.
Row = Mapping[str, Any]


def read(path: Path, needs: Mapping[str, tuple[str, ...]], either: tuple[str, ...] = ()) -> list[Row]:
    """Return the annotated articles of a file.

    Args:
        path: the JSON Lines file.
        needs: the keys that each row must have, and for those that are lists, the keys of each item.
        either: keys of which each row must have one at least.

    Raises:
        UsageError: the file is not there.
        DataError: a line is not what the task needs, or a span is not in the text; names file, line and key.

    """
    try:
        lines = path.read_text("utf-8").split("\n")
    except FileNotFoundError:
        raise UsageError(f"there is no file {path}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path} cannot be read as gold: {error}") from error
    if rows := [_row(f"{path}:{number}", line, needs, either) for number, line in enumerate(lines, 1) if line.strip()]:
        return rows
    raise DataError(f"{path} holds no annotated article")


def _row(where: str, line: str, needs: Mapping[str, tuple[str, ...]], either: tuple[str, ...]) -> Row:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise DataError(f"{where} is not JSON: {error}") from error
    for missing in _missing(row, {"id": (), "text": (), **needs}):
        raise DataError(f"{where} has no {missing}; this task's gold needs {', '.join(['id', 'text', *needs])}")
    if either and not any(key in row for key in either):
        raise DataError(f"{where} has none of {', '.join(map(repr, either))}: nothing to judge by")
    for key, span in _spans(row, ""):
        if not all(type(at) is int for at in span) or not 0 <= span[0] < span[1] <= len(row["text"]):
            size = len(row["text"])
            raise DataError(
                f"{where} has {span} in {key!r}, and a span is [start, end) in the text's {size} characters"
            )
    return row  # type: ignore[no-any-return]


def _spans(value: Any, key: str) -> Iterator[tuple[str, list[Any]]]:
    """Yield each pair with a number in it, at whatever depth, with the key that it stands under: gold has no others."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _spans(inner, name)
    elif isinstance(value, list):
        if len(value) == len(("start", "end")) and any(type(at) is int for at in value):
            yield key, value
        else:
            for inner in value:
                yield from _spans(inner, key)


def _missing(row: Any, needs: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for key, inner in needs.items():
        if not isinstance(row, dict) or key not in row:
            yield repr(key)
        elif inner:
            yield from (f"{name!r} in {key!r}" for item in row[key] for name in inner if name not in item)


def article(row: Row) -> Article:
    """Return the article that the annotators read."""
    return Article(row["id"], row["text"], row.get("title"), row.get("author"), row.get("published"), row.get("source"))


def in_capitals(row: Row) -> Row:
    """Return an annotated article with its text in capitals; a letter whose capitals are two ("ß") stays."""
    return {**row, "text": "".join(c.upper() if len(c.upper()) == len(c) else c for c in row["text"])}
