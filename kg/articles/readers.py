"""From files, folders and standard input to articles; what cannot be read is reported, and the rest is read."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from kg.articles import jsonl, text
from kg.articles.article import Article
from kg.articles.checks import MOST_BYTES, MOST_OF_LINE, checked, decoded, no_article
from kg.errors import DataError, KgError, UsageError

#: What is told of an input that cannot be read; reading goes on with the next unless it raises.
Report = Callable[[KgError], None]
STDIN = Path("-")
FORMATS = (".txt", ".jsonl")
#: A longer path is told by its two ends.
LONGEST_NAME = 250


def refuse(error: KgError) -> None:
    """Stop at the first input that cannot be read."""
    raise error


def read(
    paths: Iterable[Path | str], *, published: str | None = None, source: str | None = None, report: Report = refuse
) -> Iterator[Article]:
    """Yield the articles of files, folders and standard input, in their order, those of a folder by name.

    `published` and `source` are those of a single text. An id that two articles share is reported for the second.
    """
    inputs = [Path(path) for path in paths]
    if (published or source) and not (len(inputs) == 1 and _is_text(inputs[0])):
        raise UsageError("--published and --source are of a single text; articles in JSON Lines carry their own")
    taken: dict[str, str] = {}
    for path in _files(inputs, report):
        for where, make in _articles(path, published, source, report):
            try:
                article = checked(make(), where)
                if article.id in taken:
                    first = taken[article.id]
                    raise DataError(f"{where}: the article in {first} has the id {article.id!r} too: give each its own")
            except KgError as error:
                report(error)
                continue
            taken[article.id] = where
            yield article


def _is_text(path: Path) -> bool:
    return path == STDIN or (path.suffix.lower() == ".txt" and not path.is_dir())


def _files(paths: Iterable[Path], report: Report) -> Iterator[Path]:
    seen: set[Path] = set()
    for path in paths:
        try:
            found = _expand(path)
        except KgError as error:
            report(error)
            continue
        except OSError as error:
            report(DataError(f"{_short(path)}: {error.strerror}"))
            continue
        # A file that is named twice, or beside its folder, is one file.
        yield from (file for file in found if file.resolve() not in seen)
        seen.update(file.resolve() for file in found)


def _short(path: Path) -> str:
    """Return a path, one that no disk holds by its two ends."""
    name = str(path)
    return name if len(name) <= LONGEST_NAME else f"{name[:60]}…{name[-60:]}"


def _expand(path: Path) -> list[Path]:
    """Return the path, or the articles' files of a folder and of its folders."""
    if path == STDIN:
        return [path]
    if not path.exists():
        raise UsageError(f"{path}: there is no such file or folder")
    if path.is_dir():
        found = sorted(file for file in path.rglob("*") if file.suffix.lower() in FORMATS and file.is_file())
        if not found:
            raise DataError(f"{path}: no articles in this folder: it has no file that ends in {' or '.join(FORMATS)}")
        return found
    if path.suffix.lower() not in FORMATS:
        raise UsageError(f"{path}: an article is read from a file that ends in {' or '.join(FORMATS)}")
    return [path]


def _articles(
    path: Path, published: str | None, source: str | None, report: Report
) -> Iterator[tuple[str, Callable[[], Article]]]:
    """Yield where each article stands and how to read it, so that one that cannot be read keeps no other back."""
    where = "standard input" if path == STDIN else str(path)
    try:
        if path.suffix.lower() == ".jsonl":
            with path.open("rb") as lines:
                yield from jsonl.articles(jsonl.bounded(lines), where)
            return
        with _opened(path) as file:
            raw = file.read(MOST_BYTES + 1)
            if path == STDIN and jsonl.looks_so(raw):
                yield from jsonl.articles(chain(_lines(raw, file), jsonl.bounded(file)), where)
                return
    except OSError as error:
        report(DataError(f"{where}: {error.strerror}"))
        return
    name = None if path == STDIN else path.stem
    yield where, lambda: text.article(prose(raw, where), name, published, source)


def _opened(path: Path) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if path == STDIN else path.open("rb")


def _lines(raw: bytes, file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of what was read of a file, the last with the rest of it."""
    *lines, last = raw.splitlines(keepends=True) or [b""]
    yield from lines
    yield last if last.endswith(b"\n") else last + file.readline(MOST_OF_LINE + 1)


def prose(raw: bytes, where: str) -> str:
    """Return the text of an article; DataError if it is too long for one, or not one but JSON."""
    if len(raw) > MOST_BYTES:
        raise no_article(f"more than {MOST_BYTES:,} bytes", where)
    if jsonl.looks_so(raw):
        raise DataError(f"{where}: JSON and no text: write an article a line in a file that ends in .jsonl")
    return decoded(raw, where)
