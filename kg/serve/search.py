"""Search: things by their names, articles by their headlines, quotations by their words.

SQLite's full text index, in memory, made of a snapshot when it is first asked: the store has no index of words, and
SPARQL would read every label for each search.
"""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock
from typing import Protocol

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.graph.terms import news
from kg.query.names import ALIAS, LABEL, MERGED, mentioned
from kg.query.run import select
from kg.serve.snapshot import Snapshot
from kg.vocabulary import RDF

WORD = re.compile(r"\w+")
SHOWN = 50
#: Names that a form offers.
NAMES = 200
_TYPE = NamedNode(f"{RDF}type")
#: What is no answer to a search: parts of others.
_PARTS = (news("RoleHolding"), news("Statement"))
_MENTIONS = """
SELECT ?thing (COUNT(*) AS ?number) {
  { ?mention news:mentionOf ?thing } UNION { GRAPH ?article { ?mention news:mentionOf ?thing } }
}
GROUP BY ?thing
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing, an article or a statement, and the words by which it was found."""

    iri: str
    words: str


class Words(Protocol):
    """What is searched of a snapshot."""

    def find(self, text: str, most: int = SHOWN, *, things: bool = False, loose: bool = False) -> list[Hit]:
        """Return what has all the words, or any of them: what is mentioned most first."""

    def all(self) -> list[Hit]:
        """Return all words with what has them."""

    def common(self, most: int) -> list[str]:
        """Return the names of the things that are mentioned most."""


class Index:
    """The words of one snapshot."""

    def __init__(self, seen: Snapshot) -> None:
        self._lock = Lock()
        self._db = sqlite3.connect(":memory:", check_same_thread=False)
        self._db.execute(
            "CREATE VIRTUAL TABLE words USING fts5(text, iri UNINDEXED, weight UNINDEXED, thing UNINDEXED, "
            "tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
        )
        self._db.executemany("INSERT INTO words VALUES (?, ?, ?, ?)", _rows(seen))

    def find(self, text: str, most: int = SHOWN, *, things: bool = False, loose: bool = False) -> list[Hit]:
        """Return what has all the words, the last perhaps begun, or any of them: what is mentioned most first."""
        asked = (" OR " if loose else " ").join(f'"{word}"' for word in WORD.findall(text))
        if not asked:
            return []
        query = (
            "SELECT iri, text, MAX(weight) FROM words WHERE words MATCH ? AND thing >= ? GROUP BY iri "
            "ORDER BY MAX(weight) DESC, LENGTH(text), iri LIMIT ?"
        )
        with self._lock:
            return [Hit(iri, words) for iri, words, _ in self._db.execute(query, (f"{asked}*", things, most))]

    def all(self) -> list[Hit]:
        """Return all words with what has them, what is mentioned most first."""
        query = "SELECT iri, text FROM words GROUP BY iri, text ORDER BY MAX(weight) DESC, iri, text"
        with self._lock:
            return [Hit(iri, words) for iri, words in self._db.execute(query)]

    def common(self, most: int) -> list[str]:
        """Return the names of the things that are mentioned most, in the order of letters."""
        query = "SELECT text FROM words WHERE thing AND weight GROUP BY text ORDER BY MAX(weight) DESC, text LIMIT ?"
        with self._lock:
            return sorted(text for (text,) in self._db.execute(query, (most,)))


class Names:
    """The whole names of a graph elsewhere: it has no index of words, and its names are not read for one."""

    def __init__(self, seen: Snapshot) -> None:
        self._seen = seen

    def find(self, text: str, most: int = SHOWN, *, things: bool = False, loose: bool = False) -> list[Hit]:
        """Return what has exactly this name, what articles mention first; words that are begun find nothing."""
        del things, loose
        db, name = self._seen.db, Literal(text.strip())
        found = (quad.subject for kind in (LABEL, ALIAS) for quad in db.quads_for_pattern(None, kind, name, MERGED))
        nodes = [node for node in dict.fromkeys(found) if isinstance(node, NamedNode)]
        return [Hit(node.value, name.value) for node in sorted(nodes, key=self._order)][:most]

    def _order(self, node: NamedNode) -> tuple[bool, str]:
        return not mentioned(self._seen.db, node), node.value

    def all(self) -> list[Hit]:
        """Return nothing: the names are not read whole."""
        return []

    def common(self, most: int) -> list[str]:
        """Return nothing: it is not known which are mentioned most."""
        del most
        return []


def index(seen: Snapshot) -> Words:
    """Return the words of a snapshot, read once."""
    held: Words | None = seen.__dict__.get("index")
    if held is None:
        held = seen.__dict__["index"] = Names(seen) if seen.endpoint else Index(seen)
    return held


def names(seen: Snapshot) -> list[str]:
    """Return the names that a form offers without a script."""
    return index(seen).common(NAMES)


def _rows(seen: Snapshot) -> Iterator[tuple[str, str, int, bool]]:
    db, counts = seen.db, _mentions(seen)
    parts = {q.subject for kind in _PARTS for q in db.quads_for_pattern(None, _TYPE, kind, DefaultGraph())}
    told = {q.subject for q in db.quads_for_pattern(None, news("published"), None, None)}
    told |= {q.subject for q in db.quads_for_pattern(None, news("headline"), None, None)}
    for name in (LABEL, ALIAS, news("words")):
        for quad in db.quads_for_pattern(None, name, None, DefaultGraph()):
            node = quad.subject
            if not isinstance(node, NamedNode) or (node in parts and name == LABEL):
                continue
            thing = name != news("words") and node not in told
            yield _value(quad.object), node.value, counts.get(node.value, 0), thing


def _mentions(seen: Snapshot) -> dict[str, int]:
    return {row["thing"].value: int(row["number"].value) for row in select(seen.db, _MENTIONS)}


def _value(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""
