"""An offline index of Wikidata's items by their names: one SQLite file, exact normal forms first, words by FTS5."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Literal, Self

from kg.errors import DataError, UsageError
from kg.link.classes import kinds
from kg.link.item import INSTANCE_OF, SUBCLASS_OF, WORKS, Item, acronym, key

#: Raised when an index of before cannot be read as one of now.
VERSION = 3
How = Literal["label", "alias", "acronym"]
HOWS: tuple[How, ...] = ("label", "alias", "acronym")
#: Statements of an item for each wiki that writes about it, about.
PER_WIKI = 3
_CLASSES = "SELECT DISTINCT value FROM item, json_each(item.claims, '$.P31')"
#: Offices and occupations are of no kind that is kept, but for what they are called.
_WORKS = """
INSERT OR REPLACE INTO work SELECT 'Q' || item.id, item.label FROM item
WHERE 'Q' || item.id IN (SELECT value FROM item, json_each(item.claims, ?))
"""
_JUDGE = """
UPDATE item SET kinds = COALESCE((
  SELECT group_concat(DISTINCT kind) FROM json_each(item.claims, '$.P31') JOIN judged ON class = value), '')
"""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS item (
  id INTEGER PRIMARY KEY, label TEXT, description TEXT, sitelinks INTEGER, statements INTEGER, claims TEXT, kinds TEXT);
CREATE TABLE IF NOT EXISTS name (key TEXT, item INTEGER, how INTEGER, PRIMARY KEY (key, item, how)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS work (id TEXT PRIMARY KEY, label TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS class (child TEXT, parent TEXT, PRIMARY KEY (child, parent)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS redirect (id INTEGER PRIMARY KEY, target INTEGER);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (keys, content='', tokenize='ascii');
"""


class Index:
    """An index that is open; `db` is its SQLite."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open the index of a file, or make one.

        Raises:
            UsageError: there is no such file.
            DataError: it is no index, or one of another version.

        """
        if not create and not path.is_file():
            raise UsageError(f"there is no index {path}: make one with kg wikidata import DUMP --index {path}")
        self.path = path
        with self._trouble():
            self.db = sqlite3.connect(path if create else f"file:{path}?mode=ro", uri=not create)
            if create:
                self.db.executescript(_SCHEMA)
                self.note("version", self.noted("version") or str(VERSION))
            made = self.noted("version")
        if made != str(VERSION):
            raise DataError(f"{path} is an index of version {made}, this kg reads {VERSION}: import the dump again")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.db.close()

    @contextmanager
    def _trouble(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise DataError(f"{self.path} is no index of kg, or is broken: {error}; import the dump again") from error

    def noted(self, name: str) -> str | None:
        """Return what the index notes of itself."""
        row = self.db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return row and str(row[0])

    def note(self, name: str, value: str) -> None:
        """Note something of the index."""
        self.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def add(self, item: Item) -> None:
        """Add an item, in place of what was known of it."""
        number = int(item.id[1:])
        if item.redirect:
            self.db.execute("INSERT OR REPLACE INTO redirect VALUES (?, ?)", (number, int(item.redirect[1:])))
            return
        for parent in item.claims.get(SUBCLASS_OF, ()):
            self.db.execute("INSERT OR IGNORE INTO class VALUES (?, ?)", (item.id, parent))
        if not item.label or not item.claims.get(INSTANCE_OF):
            return
        self.db.execute(
            "INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?, ?, ?, '')",
            (number, item.label, item.description, item.sitelinks, item.statements, json.dumps(item.claims)),
        )
        names = [(key(item.label), 0), *((key(alias), 1) for alias in item.aliases), (acronym(item.label), 2)]
        rows = [(name, number, how) for name, how in names if name]
        self.db.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?)", rows)

    def parents(self, classes: Iterable[str]) -> Mapping[str, list[str]]:
        """Return the classes directly above classes."""
        query = "SELECT parent FROM class WHERE child = ? ORDER BY parent"
        return {child: [row[0] for row in self.db.execute(query, (child,))] for child in classes}

    def finish(self, wanted: Iterable[str]) -> int:
        """Judge what kind each item is, leave out those of no wanted kind, and return how many are left."""
        self.db.executemany(_WORKS, [(f"$.{each}",) for each in WORKS])
        classes = [row[0] for row in self.db.execute(_CLASSES)]
        judged = kinds(classes, self.parents)
        rows = [(each, kind) for each, found in judged.items() for kind in sorted(found)]
        self.db.execute("CREATE TEMP TABLE judged (class TEXT, kind TEXT)")
        self.db.executemany("INSERT INTO judged VALUES (?, ?)", rows)
        self.db.execute("CREATE INDEX temp.of_class ON judged (class)")
        self.db.execute(_JUDGE)
        self.db.execute("CREATE TEMP TABLE wanted (kind TEXT)")
        self.db.executemany("INSERT INTO wanted VALUES (?)", [(kind,) for kind in wanted])
        self.db.execute("DELETE FROM item WHERE NOT EXISTS (SELECT 1 FROM wanted WHERE instr(kinds, kind))")
        self.db.execute("DELETE FROM name WHERE item NOT IN (SELECT id FROM item)")
        self.db.execute("INSERT INTO words (words) VALUES ('delete-all')")
        self.db.execute("INSERT INTO words (rowid, keys) SELECT item, group_concat(key, ' ') FROM name GROUP BY item")
        return self.held()

    def held(self) -> int:
        """Return how many items the index holds."""
        return int(self.db.execute("SELECT count(*) FROM item").fetchone()[0])

    def find(self, name: str) -> Iterator[tuple[Item, How]]:
        """Yield the items that bear a name in its normal form, each once by the best of how it bears it."""
        query = "SELECT item, min(how) FROM name WHERE key = ? GROUP BY item ORDER BY item"
        for number, how in self.db.execute(query, (key(name),)).fetchall():
            if found := self.item(number):
                yield found, HOWS[how]

    def containing(self, name: str, most: int = 20) -> Iterator[Item]:
        """Yield the best known items that have all words of a name among theirs: "Blatter" is of "Sepp Blatter"."""
        words = " ".join(f'"{word}"' for word in key(name).split())
        query = "SELECT rowid FROM words WHERE words MATCH ? LIMIT 1000"
        found = [self.item(number) for (number,) in self.db.execute(query, (words,)).fetchall()] if words else []
        known = sorted(filter(None, found), key=lambda item: (-popularity(item), item.id))
        yield from known[:most]

    def item(self, number: int) -> Item | None:
        """Return an item by its number, or the one that it became."""
        target = self.db.execute("SELECT target FROM redirect WHERE id = ?", (number,)).fetchone()
        query = "SELECT id, label, description, sitelinks, statements, claims, kinds FROM item WHERE id = ?"
        row = self.db.execute(query, (target[0] if target else number,)).fetchone()
        if row is None:
            return None
        claims = {name: tuple(values) for name, values in json.loads(row[5]).items()}
        kinds = frozenset(filter(None, row[6].split(",")))
        found = Item(f"Q{row[0]}", row[1], row[2], (), claims, row[3], row[4], kinds=kinds)
        return replace(found, works=tuple(self._works(sorted(found.told(WORKS)))))

    def _works(self, ids: Iterable[str]) -> Iterator[str]:
        for each in ids:
            yield from (row[0] for row in self.db.execute("SELECT label FROM work WHERE id = ?", (each,)))


def popularity(item: Item) -> int:
    """Return how well known an item is: by the wikis that write about it, or where that is not known by statements."""
    return item.statements // PER_WIKI if item.sitelinks is None else item.sitelinks
