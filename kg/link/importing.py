"""A dump of Wikidata becomes an index, item by item, so that memory does not grow with it; what was read is kept."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import DataError
from kg.link.dump import json_lines, rdf
from kg.link.dump.files import form, opened
from kg.link.index import Index
from kg.link.item import Item

Report = Callable[[DataError], None]
KINDS = ("Person", "Organization", "Place")
#: Items between two writes: what a killed import does again at most.
BATCH = 10_000
DONE = "done"


@dataclass(frozen=True, slots=True)
class Imported:
    """How many items were read and how many the index holds; whether the dump counts site links; lines passed by."""

    read: int
    held: int
    counts_links: bool
    broken: int


def items(path: Path, after: int, report: Report) -> Iterator[tuple[int, Item]]:
    """Yield the items of a dump, each with where to go on behind it.

    Raises:
        UsageError: there is no such file.
        DataError: it is no dump, or cannot be read to its end.

    """
    written = form(path)
    with opened(path) as stream:
        if written == "json":
            yield from json_lines.items(stream, path.name, after=after, report=report)
        else:
            yield from rdf.items(stream, path.name, written, after=after, report=report)


def import_dump(path: Path, index: Path, *, kinds: Iterable[str] = KINDS, least: int = 0, report: Report) -> Imported:
    """Read a dump into an index; an import that was ended goes on where its last write was.

    Items that fewer than `least` wikis write about are left out, where the dump says how many do.
    """
    read = broken = 0
    counts_links = False

    def told(error: DataError) -> None:
        nonlocal broken
        broken += 1
        report(error)

    with Index(index, create=True) as made:
        name = f"{DONE} {path.name} {path.stat().st_size if path.exists() else 0}"
        for read, (where, item) in enumerate(items(path, int(made.noted(name) or 0), told), 1):
            counts_links |= item.sitelinks is not None
            if item.sitelinks is None or item.sitelinks >= least:
                made.add(item)
            if read % BATCH == 0:
                made.note(name, str(where))
                made.db.commit()
        held = made.finish(kinds)
        made.note(name, "0")
        made.note("source", path.name)
        made.db.commit()
    return Imported(read, held, counts_links, broken)
