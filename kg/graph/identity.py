"""Who is who in a store: which things of its articles are one, kept up to date by what was added and withdrawn.

Beside what articles state, the store keeps for itself, in graphs that leave with no export:
- `graph/readings`: what each article was read to state, by the paths that it alone gives its things;
- `graph/named`: what each article names, and where to find it: by block, a key that all who may be one with it share;
- `graph/resolved`: the paths that things got instead, by which the article's graph is written;
- `graph/unresolved`: the articles that changed since who is who was last asked.
`graph/identity` does leave: an IRI that nothing bears any more is replaced by another (dcterms:isReplacedBy).
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from urllib.parse import unquote

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

import kg.resolve
from kg.errors import DataError, UsageError
from kg.facts import Reading
from kg.graph import happened, versions
from kg.graph.happened import Occurrences
from kg.graph.joined import outcome
from kg.graph.mentioned import Mentioned, Paths, text
from kg.graph.merge import Change
from kg.graph.quads import quads
from kg.graph.senses import Senses
from kg.graph.store import Store
from kg.graph.terms import LABEL, REPLACED, Names
from kg.resolve import decisions as table
from kg.resolve.decisions import Decision
from kg.resolve.events.meeting import order
from kg.resolve.readings import rewritten
from kg.resolve.resolve import Resolution, resolve
from kg.suggest import suggest
from kg.vocabulary import IDENTITY, NAMED, READINGS, RESOLVED, UNRESOLVED

#: Articles in one write, and those of which all that is told of their names is held at once.
BATCH, PORTION = 32, 5_000


def change(store: Store, readings: Mapping[NamedNode, Reading | None]) -> Change:
    """Return what the store keeps for itself of articles that are read so, or withdrawn."""
    index, occurrences, whole = Mentioned(store), Occurrences(store), Change()
    for article, reading in readings.items():
        kept = (index.change(article, reading), occurrences.change(article, reading))
        for found in (*kept, versions.change(store, article, reading)):
            whole.out.extend(found.out)
            whole.into.extend(found.into)
    return whole


def update(store: Store, report: Callable[[DataError], None]) -> None:
    """Bring who is who up to date with the articles and the decisions; a wrong line of these is reported."""
    index, state = Mentioned(store), State(store)
    decided = table.read(store.path / table.FILE, report)
    rows = state.rows(decided)
    with Senses(store.path, signature(), anew=store.lost is not None) as senses:
        is_new = senses.is_empty() or state.signature != signature()
        for portion in _portions(_changed(index, senses)) or ([()] if rows else []):
            things = {table.article_of(path): index.of(path) for path in portion}
            found = outcome(senses, things, decided, rows)
            senses.pend(found.called, found.leading)
        senses.pend({}, senses.every_given() if is_new else ())
    with Senses(store.path, signature()) as senses:
        if not senses.is_settled() or rows:
            called, led = _events(store, decided, rows, is_new=is_new)
            _rewrite(store, index, called | senses.pending())
            _redirect(store, led | senses.leads(), whole=is_new)
            senses.settle(index.digests())
    state.keep(decided)


def _events(
    store: Store, decided: Sequence[Decision], rows: Sequence[Decision], *, is_new: bool
) -> tuple[dict[tuple[str, str], str], dict[str, set[str]]]:
    """Return what happenings are called that may be called otherwise, and where their IRIs lead."""
    occurrences = Occurrences(store)
    asked = occurrences.every() if is_new else occurrences.noted()
    told, events = happened.resolved(occurrences, asked, decided, rows)
    called = {order(one): events.get(order(one), one.key) for one in told}
    return called, {one.key: {called[order(one)]} - {one.key} for one in told}


def _changed(index: Mentioned, senses: Senses) -> list[str]:
    """Return the paths of the articles that are not held as they are."""
    now, held = index.digests(), senses.digests()
    return sorted({path for path in now.keys() | held.keys() if now.get(path) != held.get(path)} | index.changed())


def _portions(paths: Sequence[str]) -> list[Sequence[str]]:
    return [paths[at : at + PORTION] for at in range(0, len(paths), PORTION)]


def reference(store: Store, node: NamedNode) -> str:
    """Return the path by which a decision may mean a thing, whatever it will be called.

    Raises:
        UsageError: no article names it so.

    """
    index, path = Mentioned(store), node.value.removeprefix(store.base)
    for own in table.parts(path):
        told_by = Names(unquote(path.split("/")[1]), store.base).article if own != path else None
        if any(store.db.quads_for_pattern(index.block(f"path:{own}"), told_by, None, store.graph(NAMED))):
            return path
    if any(Occurrences(store).by_key([path])):
        return path
    quads = store.db.quads_for_pattern(None, None, node, store.graph(RESOLVED))
    found = ((quad.subject.value, quad.predicate.value) for quad in quads if isinstance(quad.subject, NamedNode))
    if first := min(found, default=None):
        article, key = (iri.removeprefix(store.base) for iri in first)
        return key if key.startswith(table.ARTICLE) else f"{article}/{key}"
    labels = store.db.quads_for_pattern(node, LABEL, None, DefaultGraph())
    if called := next((quad.object.value for quad in labels if isinstance(quad.object, Literal)), None):
        raise UsageError(f"{called!r} ({path}) has no name: only who or what an article names is one with another")
    known = index.given(index.every())
    near = suggest(path, known) or ": give a name, or an IRI that kg show prints"
    raise UsageError(f"no article names {node.value}{near}")


def resolution(store: Store, paths: Iterable[str]) -> Resolution:
    """Return who is who among all that may be one with some things, by the paths that articles give."""
    index, decided = Mentioned(store), State(store).decisions
    start = (index.block(f"path:{path}") for path in paths)
    return resolve(index.things(start, decided), decided)


def everything(store: Store) -> Resolution:
    """Return who is who among all that articles name."""
    index, decided = Mentioned(store), State(store).decisions
    return resolve(index.things(index.every(), decided), decided)


def _rewrite(store: Store, index: Mentioned, called: Mapping[tuple[str, str], str]) -> None:
    """Write the articles anew whose things, by article and the path that it alone gives them, got other paths."""
    wanted: dict[str, dict[str, str]] = defaultdict(dict)
    for (article, key), path in called.items():
        wanted[article][key] = path
    stale = _stale(store, index, wanted)
    while batch := dict(islice(stale, BATCH)):
        graphs = {article: _written(store, index, article, new) for article, (_, new) in batch.items()}
        out = [quad for article, (old, _) in batch.items() for quad in index.resolved(article, old)]
        into = [quad for article, (_, new) in batch.items() for quad in index.resolved(article, new)]
        store.replace_all(graphs, Change(out, into))


def _stale(
    store: Store, index: Mentioned, wanted: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[NamedNode, tuple[Paths, Paths]]]:
    """Yield the articles whose things got other paths, with the paths that they had and those that they get."""
    for name in sorted(wanted):
        article = Names(name, store.base).article
        old = index.paths(article)
        new = {key: path for key, path in (old | dict(wanted[name])).items() if key != path}
        if new != old:
            yield article, (old, new)


def _written(store: Store, index: Mentioned, article: NamedNode, paths: Paths) -> set[Quad]:
    reading = rewritten(index.reading(article), paths)
    kept = {name: store.value(article, name) or "" for name in ("contentHash", "readBy")}
    return quads(reading, content_hash=kept["contentHash"], read_by=kept["readBy"], base=store.base)


def _redirect(store: Store, led: Mapping[str, Collection[str]], *, whole: bool) -> None:
    """Say where IRIs lead that articles give and nothing bears any more; `whole` if no others lead anywhere."""
    graph = store.graph(IDENTITY)
    wanted = {Quad(store.graph(key), REPLACED, store.graph(path), graph) for key, some in led.items() for path in some}
    touched = [None] if whole else [store.graph(key) for key in led]
    held = {quad for node in touched for quad in store.db.quads_for_pattern(node, REPLACED, None, graph)}
    store.keep(Change(list(held - wanted), list(wanted - held)))


@cache
def signature() -> str:
    """Return a digest of the code and data that tell who is who."""
    read = sha256()
    folders = (Path(kg.resolve.__path__[0]), Path(kg.resolve.__path__[0]).parent / "extract" / "lexicon")
    for file in sorted(file for folder in folders for file in folder.rglob("*") if file.suffix in {".py", ".tsv"}):
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
        noted = self._store.db.quads_for_pattern(None, None, None, self._store.graph(UNRESOLVED))
        if wanted != held or any(noted):
            self._store.keep(Change([*(held - wanted)], [*(wanted - held)]), drop=[self._store.graph(UNRESOLVED)])
