"""Search: things by their names, articles by their headlines, quotations by their words.

SQLite's full text index, in memory, made of a snapshot when it is first asked: the store has no index of words, and
SPARQL would read every label for each search.
"""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.graph.terms import news
from kg.query.names import ALIAS, LABEL
from kg.serve.snapshot import Snapshot
from kg.vocabulary import NEWS, RDF

WORD = re.compile(r"\w+")
SHOWN = 50
_TYPE = NamedNode(f"{RDF}type")
#: What is no answer to a search: parts of others.
_PARTS = frozenset({f"{NEWS}RoleHolding", f"{NEWS}Statement"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing, an article or a statement, and the words by which it was found."""

    iri: str
    words: str


class Index:
    """The words of one snapshot."""

    def __init__(self, seen: Snapshot) -> None:
        self._lock = Lock()
        self._db = sqlite3.connect(":memory:", check_same_thread=False)
        self._db.execute(
            "CREATE VIRTUAL TABLE words USING fts5(text, iri UNINDEXED, weight UNINDEXED, "
            "tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
        )
        self._db.executemany("INSERT INTO words VALUES (?, ?, ?)", _rows(seen))

    def find(self, text: str, most: int = SHOWN) -> list[Hit]:
        """Return what has all the words, the last perhaps begun: what is mentioned most first."""
        asked = " ".join(f'"{word}"' for word in WORD.findall(text))
        if not asked:
            return []
        query = (
            "SELECT iri, text, MAX(weight) FROM words WHERE words MATCH ? GROUP BY iri "
            "ORDER BY MAX(weight) DESC, LENGTH(text), iri LIMIT ?"
        )
        with self._lock:
            return [Hit(iri, words) for iri, words, _ in self._db.execute(query, (f"{asked}*", most))]


def _rows(seen: Snapshot) -> Iterator[tuple[str, str, int]]:
    db, counts = seen.db, _mentions(seen)
    parts = {q.subject for q in db.quads_for_pattern(None, _TYPE, None, DefaultGraph()) if _value(q.object) in _PARTS}
    for name in (LABEL, ALIAS, news("words")):
        for quad in db.quads_for_pattern(None, name, None, DefaultGraph()):
            node = quad.subject
            if not isinstance(node, NamedNode) or (node in parts and name == LABEL):
                continue
            yield _value(quad.object), node.value, counts.get(node.value, 0)


def _mentions(seen: Snapshot) -> dict[str, int]:
    counts: dict[str, int] = {}
    for quad in seen.db.quads_for_pattern(None, news("mentionOf"), None, None):
        counts[_value(quad.object)] = counts.get(_value(quad.object), 0) + 1
    return counts


def _value(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""
