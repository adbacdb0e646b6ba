"""By what code, and by which decisions, a store last told who is who."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from pathlib import Path

from pyoxigraph import Literal, Quad

import kg.resolve
from kg.graph.mentioned import text
from kg.graph.merge import Change
from kg.graph.store import Store
from kg.graph.terms import REPLACED
from kg.resolve.decisions import Decision
from kg.vocabulary import IDENTITY, READINGS, RESOLVED, UNRESOLVED

#: What sums are told and taken back by, beside all that tells who is who.
SUMS = "naming.py", *(f"graph/{name}.py" for name in ("calling", "holding", "joined", "now", "packing", "senses"))


@cache
def signature() -> str:
    """Return a digest of the code and data that tell who is who."""
    read = sha256()
    package = Path(kg.resolve.__path__[0]).parent
    found = (file for name in ("resolve", "extract/lexicon") for file in (package / name).rglob("*"))
    sums = (package / name for name in SUMS)
    for file in sorted([*sums, *(file for file in found if file.suffix in {".py", ".tsv"})]):
        read.update(file.name.encode() + b"\0" + file.read_bytes())
    return read.hexdigest()[:12]


class State:
    """By what code, and by which decisions, the store last told who is who."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._graph, self._node = store.graph(RESOLVED), store.graph(IDENTITY)
        self._held = next(store.db.quads_for_pattern(self._node, REPLACED, None, self._graph), None)
        found = json.loads(text(self._held)) if self._held else {}
        self.signature: str = found.get("signature", signature())
        self.decisions = [Decision(**row) for row in found.get("decisions", ())]

    def rows(self, decided: Sequence[Decision]) -> list[Decision]:
        """Return the decisions that were made or taken back; all, if only their order changed."""
        rows = [row for row in decided if row not in self.decisions] + [r for r in self.decisions if r not in decided]
        return rows or ([*decided] if list(decided) != self.decisions else [])

    def keep(self, decided: Sequence[Decision]) -> None:
        """Keep these, and note that nothing is left to be resolved; a store without articles keeps nothing."""
        rows = [asdict(row) for row in decided]
        text = json.dumps({"signature": signature(), "decisions": rows}, sort_keys=True)
        used = rows or any(self._store.db.quads_for_pattern(None, None, None, self._store.graph(READINGS)))
        wanted = {Quad(self._node, REPLACED, Literal(text), self._graph)} if used else set()
        held = {self._held} if self._held else set()
        unresolved = self._store.graph(UNRESOLVED)
        if wanted != held or any(self._store.db.quads_for_pattern(None, None, None, unresolved)):
            self._store.keep(Change([*(held - wanted)], [*(wanted - held)]), drop=[unresolved])
