"""senses.sqlite: what a store's articles tell of each sense, in sums, and what came of it.

It says nothing that the store does not, and is made anew where it is missing: it is there so that an article more costs
what it touches. What is written is there when all is done (`with`), or not at all.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple
from pathlib import Path
from typing import Any, Self

from kg.errors import DataError, FullError
from kg.graph.tallied import sense_of, tally_of, text
from kg.resolve.decisions import ARTICLE, Decision
from kg.resolve.named import Sense
from kg.resolve.tallies import Key
from kg.resolve.tally import Tally

#: The file of a store; raised when one of before cannot be read as one of now.
FILE, VERSION = "senses.sqlite", "3"
#: `made` is by what it was made, and `anew` has a row until the store was told all of that; an article is held with its
#: path, its digest and the things that it names; `part` says what the things of each profile are called, by the name
#: alone and in the end; `link` which senses are one, and why; `pending` and `leading` what the store is yet to be told,
#: so that it is told also where that is cut off; `asked` the decisions made or taken back since the store last kept
#: them, which may be carried out in part.
_SCHEMA = """
BEGIN;
CREATE TABLE made (by TEXT);
CREATE TABLE anew (told INTEGER);
CREATE TABLE lone (sense TEXT);
CREATE TABLE article (id TEXT PRIMARY KEY, path TEXT, digest TEXT, things TEXT) WITHOUT ROWID;
CREATE TABLE naming (sense TEXT, article TEXT, PRIMARY KEY (sense, article)) WITHOUT ROWID;
CREATE TABLE tally (sense TEXT PRIMARY KEY, told TEXT) WITHOUT ROWID;
CREATE TABLE keyed (family TEXT, key TEXT, sense TEXT, PRIMARY KEY (family, key, sense)) WITHOUT ROWID;
CREATE TABLE given (path TEXT, sense TEXT, profile TEXT, PRIMARY KEY (path, sense, profile)) WITHOUT ROWID;
CREATE TABLE link (why TEXT, a TEXT, b TEXT, score REAL, PRIMARY KEY (why, a, b)) WITHOUT ROWID;
CREATE TABLE part (sense TEXT, profile TEXT, plain TEXT, path TEXT, PRIMARY KEY (sense, profile)) WITHOUT ROWID;
CREATE TABLE pending (article TEXT, thing TEXT, path TEXT, PRIMARY KEY (article, thing)) WITHOUT ROWID;
CREATE TABLE leading (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE asked (decision TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE INDEX link_a ON link (a);
CREATE INDEX link_b ON link (b);
CREATE INDEX part_plain ON part (plain);
CREATE INDEX part_path ON part (path);
INSERT INTO anew VALUES (0);
"""


class Senses:
    """What is held of the senses of a store's articles; `db` is its SQLite."""

    def __init__(self, folder: Path, by: str, *, anew: bool = False) -> None:
        """Open the file of a store's folder; one that is damaged or was made by others is made `anew`."""
        self._file, self._by = folder / FILE, f"{VERSION} {by}"
        if anew:
            self._remove()
        try:
            self.db = self._mended()
        except (sqlite3.Error, OSError) as error:
            raise DataError(f"{self._file} cannot be read or written: {error}") from error

    def _mended(self) -> sqlite3.Connection:
        try:
            return self._opened()
        except sqlite3.DatabaseError as error:
            if _is_busy(error):
                raise
            self._remove()
            return self._opened()

    def _remove(self) -> None:
        """Remove the file, and what SQLite kept of a write that was cut off."""
        for file in (self._file, self._file.with_name(f"{FILE}-journal")):
            file.unlink(missing_ok=True)

    def _opened(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._file, isolation_level=None)
        try:
            tables = db.execute("SELECT name FROM sqlite_master WHERE name = 'made'").fetchall()
            if not tables or db.execute("SELECT by FROM made").fetchall() != [(self._by,)]:
                db.close()
                self._remove()
                db = sqlite3.connect(self._file, isolation_level=None)
                # At once: each by itself is waited for until it is on the disk.
                db.executescript(_SCHEMA)
                db.execute("INSERT INTO made VALUES (?)", (self._by,))
                db.execute("COMMIT")
        except BaseException:
            db.close()
            raise
        return db

    def __enter__(self) -> Self:
        self.db.execute("BEGIN")
        return self

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        try:
            # A full disk has rolled it back already.
            if self.db.in_transaction:
                self.db.execute("ROLLBACK" if error else "COMMIT")
        except sqlite3.Error as told:
            raise _kind(told)(f"{self._file} cannot be written: {told}") from told
        finally:
            self.db.close()
        if isinstance(error, sqlite3.DatabaseError):
            if _is_busy(error):
                raise DataError(f"{self._file} cannot be written: {error}") from error
            self._remove()
            again = "and is made anew when you say this again"
            raise _kind(error)(f"{self._file} cannot be written, {again}: {error}") from error

    def is_empty(self) -> bool:
        """Tell whether nothing is held."""
        return not self.rows("SELECT id FROM article LIMIT 1")

    def is_new(self) -> bool:
        """Tell whether nothing is held, or the store was not told all since that was so."""
        return self.is_empty() or bool(self.rows("SELECT told FROM anew"))

    def digests(self) -> dict[str, str]:
        """Return the digests under which the articles are held, by their paths."""
        return dict(self.db.execute("SELECT path, digest FROM article"))

    def pend(self, called: Mapping[tuple[str, str], str], leading: Iterable[str]) -> None:
        """Note what the store is to be told: what things are called, and the IRIs that may lead elsewhere."""
        rows = ((article, key, path) for (article, key), path in called.items())
        self.write("INSERT OR REPLACE INTO pending VALUES (?, ?, ?)", rows)
        self.write("INSERT OR IGNORE INTO leading VALUES (?)", ((path,) for path in leading))

    def ask(self, rows: Iterable[Decision]) -> None:
        """Note decisions that are carried out, or taken back."""
        self.write("INSERT OR IGNORE INTO asked VALUES (?)", ((json.dumps(astuple(row)),) for row in rows))

    def asked(self) -> list[Decision]:
        """Return the decisions that were so noted and not kept."""
        return [Decision(*json.loads(row)) for row in self.rows("SELECT decision FROM asked")]

    def kept(self) -> None:
        """Note that the store keeps its decisions."""
        self.db.execute("DELETE FROM asked")

    def is_settled(self) -> bool:
        """Tell whether the store was told all, and the digests are known under which its articles are held."""
        left = ("anew", "pending", "leading", "article WHERE digest = ''")
        return not any(self.rows(f"SELECT 1 FROM {each} LIMIT 1") for each in left)  # noqa: S608

    def pending(self) -> Iterator[tuple[tuple[str, str], str]]:
        """Yield what things are called that the store is to be told, by their articles and their paths there."""
        for article, key, path in self.db.execute("SELECT article, thing, path FROM pending"):
            yield (article, key), path

    def number(self) -> int:
        """Return how many things these are."""
        [found] = self.rows("SELECT count(*) FROM pending")
        return int(found)

    def leads(self) -> Iterator[tuple[str, set[str]]]:
        """Yield the IRIs that the store is to be told of with what replaces them: nothing where one is borne."""
        for (path,) in self.db.execute("SELECT path FROM leading"):
            yield path, self._leads(path)

    def is_led(self, path: str) -> bool:
        """Tell whether the store is to be told where an IRI leads."""
        return bool(self.rows("SELECT 1 FROM leading WHERE path = ?", path))

    def _leads(self, path: str) -> set[str]:
        """Return what an IRI is replaced by, if nothing bears it: not by what one article alone names."""
        if self.rows("SELECT sense FROM part WHERE path = ? LIMIT 1", path):
            return set()
        query = "SELECT DISTINCT part.path FROM given JOIN part USING (sense, profile) WHERE given.path = ?"
        return {other for other in self.rows(query, path) if not other.startswith(ARTICLE)}

    def every_given(self) -> list[str]:
        """Return all paths that articles give to share them."""
        return self.rows("SELECT DISTINCT path FROM given")

    def settle(self, digests: Mapping[str, str]) -> None:
        """Note that the store was told all, and the digests of its articles, by their paths."""
        paths = self.rows("SELECT path FROM article WHERE digest = ''")
        rows = ((digests[path], path) for path in paths if path in digests)
        self.write("UPDATE article SET digest = ? WHERE path = ?", rows)
        for table in ("anew", "pending", "leading"):
            self.db.execute(f"DELETE FROM {table}")  # noqa: S608

    def rows(self, query: str, *values: object) -> list[Any]:
        """Return the rows of a query; of one column only what is in it."""
        found = self.db.execute(query, values).fetchall()
        return [row[0] for row in found] if found and len(found[0]) == 1 else found

    def write(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Write rows by a statement."""
        self.db.executemany(statement, rows)

    def tally(self, sense: Sense) -> Tally | None:
        """Return the tally of a sense."""
        found = self.rows("SELECT told FROM tally WHERE sense = ?", text(sense))
        return tally_of(sense, found[0]) if found else None

    def among(self, key: Key) -> Iterator[Sense]:
        """Yield the senses that have a key."""
        return map(sense_of, self.rows("SELECT sense FROM keyed WHERE family = ? AND key = ?", *key))

    def articles(self, sense: Sense) -> list[str]:
        """Return the articles that name a sense, by this or another name of the thing."""
        return self.rows("SELECT article FROM naming WHERE sense = ?", text(sense))


def _kind(error: sqlite3.Error) -> type[DataError]:
    return FullError if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL else DataError


def _is_busy(error: sqlite3.Error) -> bool:
    """Tell whether another process holds the file, so that nothing is wrong with it."""
    return getattr(error, "sqlite_errorcode", None) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
