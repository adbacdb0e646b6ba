"""Files, folders and archives: which of them hold articles, what they are called, and what is left out."""

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePath
from typing import BinaryIO

from kg.articles import packed
from kg.articles.packed import Archives
from kg.articles.report import Report
from kg.errors import DataError, KgError, Notice, UsageError

STDIN = Path("-")
#: A longer path is told by its two ends.
LONGEST_NAME = 250
#: Archives in archives are opened so deep, and no deeper.
NESTED = 3
MOST_KINDS = 5
#: What archives and systems leave beside files.
LEFT = ("._", ".DS_Store", "__MACOSX", "Thumbs.db", "desktop.ini")
#: What is told of an archive's files that are hidden, or lead out of it.
HIDDEN = "with .. or a leading dot in the path"
#: Files of these names tell of a folder, and are no articles of it.
ABOUT = frozenset({"readme", "license", "licence", "changelog", "notice"})

Opening = Callable[[], BinaryIO]


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read: a file, perhaps in an archive, or standard input, whose name is then None.

    `suffix` is the ending of what it holds, `below` leads to it from the folder or archive that was given.
    """

    where: str
    name: str | None
    suffix: str
    below: PurePath
    open: Opening


def standard_input() -> Source:
    """Return what is given on standard input."""
    return Source("standard input", None, "", Path(), lambda: sys.stdin.buffer)


def sources(paths: Iterable[Path], formats: tuple[str, ...], report: Report, archives: Archives) -> list[Source]:
    """Return what there is to read, each once, under names that are as different as their paths are."""
    search = _Search(formats, report, archives)
    seen: set[PurePath] = set()
    found: list[Source] = []
    for path in paths:
        try:
            expanded = list(_expand(path, search))
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
    return (source.below.parent / packed.parts(source.below.name)[0]).as_posix()


def _by_name(source: Source) -> str:
    return source.below.as_posix()


@dataclass(frozen=True, slots=True)
class _Search:
    """How files are looked for: by which endings, in which archives, and who is told what is left out."""

    formats: tuple[str, ...]
    report: Report
    archives: Archives

    def is_article(self, name: str) -> bool:
        """Whether a file of this name is read: by its ending, or compressed without one, by how it begins."""
        stem, suffix, packing = packed.parts(name)
        return (suffix in self.formats or bool(packing and not suffix)) and stem.casefold() not in ABOUT


def _expand(path: Path, search: _Search) -> Iterator[tuple[PurePath, Source]]:
    """Yield the path, or the articles' files of a folder or an archive; what else is there is told."""
    if path == STDIN:
        yield path, standard_input()
    elif not path.exists():
        raise UsageError(f"{path}: there is no such file or folder")
    elif path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.is_file())
        held = [(file.relative_to(path), partial(_open, file)) for file in files]
        yield from _articles_of(path, held, search)
    elif packed.is_archive(path.name):
        yield from _articles_of(path, search.archives.members(path), search)
    elif packed.parts(path.name)[1] not in search.formats and not search.is_article(path.name):
        raise UsageError(f"{path}: an article is read from a file that ends in {_or(search.formats)}")
    else:
        yield path.resolve(), _source(str(path), Path(path.name), partial(_open, path))


def _articles_of(
    folder: Path, files: Iterable[tuple[PurePath, Opening]], search: _Search, deep: int = 0
) -> Iterator[tuple[PurePath, Source]]:
    """Yield the articles' files of a folder or an archive, those of archives in it too; others are told."""
    found, left_out = 0, Counter[str]()
    for below, open_it in files:
        if any(part.startswith((".", *LEFT)) for part in below.parts):
            if not folder.is_dir() and not any(part.startswith(LEFT) for part in below.parts):
                left_out[HIDDEN] += 1
            continue
        if packed.is_archive(below.name) and deep < NESTED:
            found += 1
            yield from _inside(folder, below, open_it, search, deep)
        elif search.is_article(below.name):
            found += 1
            yield folder.resolve() / below, _source(str(folder / below), below, open_it)
        else:
            left_out[below.name if below.stem.casefold() in ABOUT else below.suffix.lower() or below.name] += 1
    if left_out and (found or left_out[HIDDEN]):
        search.report(_told(folder, left_out, search.formats))
    if not found:
        kind = "folder" if folder.is_dir() else "archive"
        raise DataError(f"{folder}: no articles in this {kind}: it has no file that ends in {_or(search.formats)}")


def _inside(
    folder: Path, below: PurePath, open_it: Opening, search: _Search, deep: int
) -> Iterator[tuple[PurePath, Source]]:
    """Yield the articles' files of an archive in a folder or an archive; one that cannot be read costs no other."""
    path, archives = folder / below, search.archives
    try:
        members = archives.members(path) if folder.is_dir() else archives.inside(str(path), below.name, open_it)
        inside = list(_articles_of(path, members, search, deep + 1))
    except KgError as error:
        search.report(error)
        return
    yield from ((file, replace(source, below=_bare(below) / source.below)) for file, source in inside)


def _bare(archive: PurePath) -> PurePath:
    """Return an archive's path without its endings."""
    return archive.parent / archive.name.split(".")[0]


def _told(folder: Path, left_out: Counter[str], formats: tuple[str, ...]) -> Notice:
    kinds = left_out.most_common()
    named = ", ".join(f"{number} {kind}" for kind, number in kinds[:MOST_KINDS])
    more = ", …" if len(kinds) > MOST_KINDS else ""
    return Notice(f"{folder}: left out as no articles: {named}{more}; what is read ends in {_or(formats)}")


def _open(path: Path) -> BinaryIO:
    return path.open("rb")


def _source(where: str, below: PurePath, open_it: Opening) -> Source:
    name, suffix, packing = packed.parts(below.name)
    return Source(where, name, suffix, below, packed.opened(open_it, packing))


def _or(formats: tuple[str, ...]) -> str:
    return f"{', '.join(formats[:-1])} or {formats[-1]}"


def _short(path: Path) -> str:
    """Return a path, one that no disk holds by its two ends."""
    name = str(path)
    return name if len(name) <= LONGEST_NAME else f"{name[:60]}…{name[-60:]}"
