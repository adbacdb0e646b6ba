"""newskg.json: which store a folder holds, and what was last written to it, so that a store that lost it can say so."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, Quad

from kg.errors import DataError, UsageError
from kg.vocabulary import BASE

#: Raised when a store of before cannot be read as one of now.
FORMAT = 1
MARK = "newskg.json"
#: What the mark is written as before it is put in its place whole.
NEW_MARK = "newskg.json.new"


@dataclass(frozen=True, slots=True)
class Written:
    """A graph as it was written; `digest` is of its quads in any order."""

    graph: str
    digest: str

    @classmethod
    def of(cls, graph: NamedNode, quads: Iterable[Quad]) -> "Written":
        """Return a graph of these quads."""
        told = "\n".join(sorted(map(str, quads)))
        return cls(graph.value, sha256(told.encode()).hexdigest() if told else "")


@dataclass(frozen=True, slots=True)
class Mark:
    """What the IRIs of a store start with, and its last write; while some go on, the one before and these."""

    base: str
    last: tuple[Written, ...] = ()
    #: The article that was forgotten last: a forget that was killed, said again, is known by it.
    forgotten: str | None = None

    def then(self, written: Written) -> "Mark":
        """Return the mark while this is being written: the store may hold what it held, or this."""
        gone = "" if written.graph == self.forgotten else self.forgotten
        if not written.digest and written.graph.startswith(f"{self.base}article/"):
            gone = written.graph
        # Where nothing was written yet, the store may hold nothing of it.
        last = self.last or (replace(written, digest=""),)
        return replace(self, last=(*last, written), forgotten=gone or None)

    def done(self, written: Written, going: Iterable[Written] = ()) -> "Mark":
        """Return the mark when this is written, while others go on."""
        return replace(self, last=(written, *going))

    def save(self, folder: Path) -> None:
        """Put the mark in its place, whole."""
        last = [[each.graph, each.digest] for each in self.last]
        new = folder / NEW_MARK
        new.write_text(
            json.dumps({"format": FORMAT, "base": self.base, "last": last, "forgotten": self.forgotten}) + "\n",
            encoding="utf-8",
        )
        new.replace(folder / MARK)


def read(folder: Path) -> Mark:
    """Return the mark of a store.

    Raises:
        DataError: it is no mark, one of a newer kg, or its base is no IRI.

    """
    path = folder / MARK
    try:
        found: Any = json.loads(path.read_text(encoding="utf-8"))
        made, base = int(found["format"]), valid(str(found["base"]))
        last = tuple(Written(str(graph), str(digest)) for graph, digest in found.get("last", ()))
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise DataError(f"{path} does not say what store this is: it should hold format and base") from error
    except UsageError as error:
        raise DataError(f"{path}: {error}") from error
    if made > FORMAT:
        raise DataError(f"{folder} was made by a newer kg (format {made}, this one reads {FORMAT}): update newskg")
    forgotten = found.get("forgotten")
    return Mark(base, last, forgotten if isinstance(forgotten, str) else None)


def valid(base: str) -> str:
    """Return what IRIs may start with.

    Raises:
        UsageError: they may not start so.

    """
    try:
        NamedNode(base)
    except ValueError as error:
        raise UsageError(f"{base!r} is no IRI for things to start with; write it as {BASE}") from error
    if not base.endswith(("/", "#")):
        raise UsageError(f"{base!r} should end with / or #, for names to follow")
    return base
