"""What a service answered, kept at once: a run that was ended goes on where it was, and one offline asks nobody."""

import json
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode

from kg.errors import DataError, NetworkError
from kg.link.endpoint import Check, Endpoint, Row

#: Seconds for which an answer is good.
GOOD = 30 * 24 * 3600
_TABLE = "CREATE TABLE IF NOT EXISTS answer (key TEXT PRIMARY KEY, at REAL, rows TEXT) WITHOUT ROWID"


def kept_in(name: str) -> Path:
    """Return where a file that can be made again is kept."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kg" / name


def place() -> Path:
    """Return where answers are kept unless told otherwise."""
    return kept_in("endpoints.sqlite")


@dataclass(frozen=True, slots=True)
class Answers:
    """A file of answers; offline nothing else is asked for."""

    path: Path
    offline: bool = False

    def of(self, url: str, query: str, ask: Callable[[], Any]) -> Any:
        """Return what was answered lately, or ask now and keep it.

        Raises:
            NetworkError: it is not kept, and nobody answers, or nobody may be asked.
            DataError: the file cannot be read or written.

        """
        key = sha256(f"{url}\n{query}".encode()).hexdigest()
        least = 0.0 if self.offline else time.time() - GOOD
        if kept := self._run("SELECT rows FROM answer WHERE key = ? AND at >= ?", (key, least)):
            return json.loads(kept[0][0])
        if self.offline:
            raise NetworkError(f"{url} was not asked this before, and --offline asks nobody: run once without it")
        answer = ask()
        self._run("INSERT OR REPLACE INTO answer VALUES (?, ?, ?)", (key, time.time(), json.dumps(answer)))
        return answer

    def _run(self, statement: str, values: tuple[object, ...]) -> list[tuple[str]]:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with sqlite3.connect(self.path) as db:
                db.execute(_TABLE)
                return db.execute(statement, values).fetchall()
        except (sqlite3.DatabaseError, OSError) as error:
            raise DataError(f"the answers in {self.path} cannot be used: {error}; remove the file") from error


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

    def select(self, query: str, check: Check = bool) -> Iterator[Row]:
        """Yield the rows of a SELECT; what fails the check is not kept. NetworkError and DataError as of `Answers`."""
        answers = Answers(self.path, self.offline)
        return iter(answers.of(self.url, query, lambda: list(self.endpoint.select(query, check))))
