"""Files and folders: which of them hold articles, what they are called, and what is left out."""

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from kg.articles.report import Report
from kg.errors import DataError, KgError, Notice, UsageError

STDIN = Path("-")
#: A longer path is told by its two ends.
LONGEST_NAME = 250
MOST_KINDS = 5


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read: a file, or standard input, whose name is then None; `below` leads to it from its folder."""

    where: str
    name: str | None
    suffix: str
    below: Path
    open: Callable[[], BinaryIO]


def standard_input() -> Source:
    """Return what is given on standard input."""
    return Source("standard input", None, "", Path(), lambda: sys.stdin.buffer)


def sources(paths: Iterable[Path], formats: tuple[str, ...], report: Report) -> list[Source]:
    """Return what there is to read, each once, under names that are as different as their paths are."""
    seen: set[Path] = set()
    found: list[Source] = []
    for path in paths:
        try:
            expanded = list(_expand(path, formats, report))
        except KgError as error:
            report(error)
            continue
        except OSError as error:
            report(DataError(f"{_short(path)}: {error.strerror}"))
            continue
        # A file that is named twice, or beside its folder, is one file.
        found += [source for file, source in expanded if file not in seen]
        seen.update(file for file, _ in expanded)
    return _told_apart(found)


def _told_apart(found: list[Source]) -> list[Source]:
    """Return files of one stem by their paths below the folder that was given, with their endings where they must."""
    alike: defaultdict[str | None, list[Source]] = defaultdict(list)
    for source in found:
        alike[source.name].append(source)
    return [replace(each, name=_among(alike[each.name])(each)) for each in found]


def _among(alike: list[Source]) -> Callable[[Source], str | None]:
    """Return what tells sources of one name apart, or else that name."""
    ways: tuple[Callable[[Source], str], ...] = (_by_path, _by_name)
    differ = (way for way in ways if len(alike) > 1 and len(set(map(way, alike))) == len(alike))
    return next(differ, lambda source: source.name)


def _by_path(source: Source) -> str:
    return source.below.with_suffix("").as_posix()


def _by_name(source: Source) -> str:
    return source.below.as_posix()


def _expand(path: Path, formats: tuple[str, ...], report: Report) -> Iterator[tuple[Path, Source]]:
    """Yield the path, or the articles' files of a folder and of its folders; its other files are told."""
    if path == STDIN:
        yield path, standard_input()
        return
    if not path.exists():
        raise UsageError(f"{path}: there is no such file or folder")
    if not path.is_dir():
        if path.suffix.lower() not in formats:
            raise UsageError(f"{path}: an article is read from a file that ends in {_or(formats)}")
        yield path.resolve(), _source(path, Path(path.name))
        return
    files = sorted(file for file in path.rglob("*") if file.is_file() and not _hidden(file.relative_to(path)))
    ours = [file for file in files if file.suffix.lower() in formats]
    if not ours:
        raise DataError(f"{path}: no articles in this folder: it has no file that ends in {_or(formats)}")
    if len(ours) < len(files):
        report(_left_out(path, [file for file in files if file.suffix.lower() not in formats], formats))
    yield from ((file.resolve(), _source(file, file.relative_to(path))) for file in ours)


def _hidden(below: Path) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in below.parts)


def _left_out(folder: Path, files: list[Path], formats: tuple[str, ...]) -> Notice:
    kinds = Counter(file.suffix.lower() or file.name for file in files).most_common()
    named = ", ".join(f"{number} {kind}" for kind, number in kinds[:MOST_KINDS])
    more = ", …" if len(kinds) > MOST_KINDS else ""
    return Notice(f"{folder}: left out as no articles: {named}{more}; what is read ends in {_or(formats)}")


def _source(path: Path, below: Path) -> Source:
    return Source(str(path), path.stem, path.suffix.lower(), below, lambda: path.open("rb"))


def _or(formats: tuple[str, ...]) -> str:
    return f"{', '.join(formats[:-1])} or {formats[-1]}"


def _short(path: Path) -> str:
    """Return a path, one that no disk holds by its two ends."""
    name = str(path)
    return name if len(name) <= LONGEST_NAME else f"{name[:60]}…{name[-60:]}"
