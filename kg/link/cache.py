"""What an endpoint answered, kept at once: a run that was ended goes on where it was, and one offline asks nobody."""

import json
import os
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pyoxigraph import NamedNode

from kg.errors import DataError, NetworkError
from kg.link.endpoint import Endpoint, Row

#: Seconds for which an answer is good.
GOOD = 30 * 24 * 3600
_TABLE = "CREATE TABLE IF NOT EXISTS answer (key TEXT PRIMARY KEY, at REAL, rows TEXT) WITHOUT ROWID"


def place() -> Path:
    """Return where answers are kept unless told otherwise."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kg" / "endpoints.sqlite"


@dataclass(frozen=True, slots=True)
class Cached:
    """An endpoint that is asked only what it did not answer lately; offline it is never asked."""

    endpoint: Endpoint
    path: Path
    offline: bool = False

    @property
    def url(self) -> str:
        """The endpoint's address."""
        return self.endpoint.url

    def item(self, iri: str) -> NamedNode:
        """Return an item of the endpoint by its IRI; ValueError if it is none."""
        return self.endpoint.item(iri)

    def select(self, query: str) -> Iterator[Row]:
        """Yield the rows of a SELECT.

        Raises:
            NetworkError: it is not kept, and the endpoint gives no rows or may not be asked.
            DataError: the file of answers cannot be read or written.

        """
        key = sha256(f"{self.url}\n{query}".encode()).hexdigest()
        if (kept := self._kept(key)) is not None:
            return iter(kept)
        if self.offline:
            raise NetworkError(f"{self.url} was not asked this before, and --offline asks nobody: run once without it")
        rows = list(self.endpoint.select(query))
        self._run("INSERT OR REPLACE INTO answer VALUES (?, ?, ?)", (key, time.time(), json.dumps(rows)))
        return iter(rows)

    def _kept(self, key: str) -> list[Row] | None:
        least = 0.0 if self.offline else time.time() - GOOD
        found = self._run("SELECT rows FROM answer WHERE key = ? AND at >= ?", (key, least))
        return json.loads(found[0][0]) if found else None

    def _run(self, statement: str, values: tuple[object, ...]) -> list[tuple[str]]:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with sqlite3.connect(self.path) as db:
                db.execute(_TABLE)
                return db.execute(statement, values).fetchall()
        except (sqlite3.DatabaseError, OSError) as error:
            raise DataError(f"the answers in {self.path} cannot be used: {error}; remove the file") from error
