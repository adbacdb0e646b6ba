"""Who is who in a store: which things of its articles are one, kept up to date by what was added and withdrawn.

Beside what articles state, the store keeps for itself, in graphs that leave with no export:
- `graph/readings`: what each article was read to state, by the paths that it alone gives its things;
- `graph/named`: what each article names, and where to find it: by block, a key that all who may be one with it share;
- `graph/resolved`: the paths that things got instead, by which the article's graph is written;
- `graph/unresolved`: the blocks that changed since who is who was last asked.
`graph/identity` does leave: an IRI that nothing bears any more is replaced by another (dcterms:isReplacedBy).
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from urllib.parse import quote, unquote

from pyoxigraph import Literal, NamedNode, Quad

import kg.resolve
from kg.errors import DataError, UsageError
from kg.facts import Reading
from kg.graph import happened, versions
from kg.graph.happened import Occurrences
from kg.graph.merge import Change
from kg.graph.packing import packed, unpacked
from kg.graph.quads import quads
from kg.graph.store import Store
from kg.graph.terms import Names
from kg.resolve import decisions as table
from kg.resolve.blocks import blocks
from kg.resolve.decisions import Decision
from kg.resolve.events.meeting import order
from kg.resolve.events.occurrence import Occurrence
from kg.resolve.features import named
from kg.resolve.named import Named
from kg.resolve.readings import rewritten
from kg.resolve.resolve import Resolution, resolve
from kg.suggest import suggest
from kg.vocabulary import DCTERMS, IDENTITY, NAMED, READINGS, RESOLVED, UNRESOLVED

REPLACED = NamedNode(f"{DCTERMS}isReplacedBy")
#: Articles in one write.
BATCH = 32
#: The paths that things of an article got, by those that it alone gives them.
Paths = dict[str, str]


class Index:
    """What the articles of a store name."""

    def __init__(self, store: Store) -> None:
        self._store, self._db = store, store.db
        self._named, self._readings, self._resolved, self._unresolved = map(
            store.graph, (NAMED, READINGS, RESOLVED, UNRESOLVED)
        )

    def block(self, name: str) -> NamedNode:
        """Return the node of a block."""
        return NamedNode(f"{self._store.base}block/{quote(name, safe='')}")

    def change(self, article: NamedNode, reading: Reading | None = None) -> Change:
        """Return what changes when an article is read so, or withdrawn."""
        kept = (self._named, self._readings, self._resolved)
        gone = [quad for graph in kept for quad in self._db.quads_for_pattern(article, None, None, graph)]
        gone += self._db.quads_for_pattern(None, article, None, self._named)
        new = list(self._kept(article, reading)) if reading else []
        touched = {quad.subject for quad in (*gone, *new) if quad.predicate == article}
        return Change(gone, [*new, *(Quad(node, REPLACED, node, self._unresolved) for node in touched)])

    def _kept(self, article: NamedNode, reading: Reading) -> Iterator[Quad]:
        yield Quad(article, self._readings, Literal(packed(reading)), self._readings)
        for thing in named(reading):
            node = self._store.graph(thing.key)
            yield Quad(article, node, Literal(packed(thing)), self._named)
            yield from (Quad(self.block(name), article, node, self._named) for name in blocks(thing))

    def reading(self, article: NamedNode) -> Reading:
        """Return what an article was read to state.

        Raises:
            DataError: a kg read it whose readings this one cannot take.

        """
        found = next(self._db.quads_for_pattern(article, self._readings, None, self._readings))
        try:
            return unpacked(Reading, _text(found))
        except ValueError as error:
            told = f"{article.value} was read by another version of kg"
            raise DataError(f"{told}: run kg build again with the articles of the store") from error

    def paths(self, article: NamedNode) -> Paths:
        """Return the paths by which the graph of an article is written."""
        found = self._db.quads_for_pattern(article, None, None, self._resolved)
        return {self._path(quad.predicate): self._path(quad.object) for quad in found}

    def resolved(self, article: NamedNode, paths: Paths) -> list[Quad]:
        """Return paths of an article as the store keeps them."""
        graph = self._store.graph
        return [Quad(article, graph(old), graph(new), self._resolved) for old, new in paths.items()]

    def _path(self, node: object) -> str:
        return node.value.removeprefix(self._store.base) if isinstance(node, NamedNode) else ""

    def touched(self) -> set[NamedNode]:
        """Return the blocks that changed."""
        return {
            quad.subject
            for quad in self._db.quads_for_pattern(None, None, None, self._unresolved)
            if isinstance(quad.subject, NamedNode)
        }

    def every(self) -> set[NamedNode]:
        """Return all blocks."""
        start = f"{self._store.base}block/"
        found = (quad.subject for quad in self._db.quads_for_pattern(None, None, None, self._named))
        return {node for node in found if isinstance(node, NamedNode) and node.value.startswith(start)}

    def things(self, start: Iterable[NamedNode], decided: Sequence[Decision] = ()) -> dict[tuple[str, str], Named]:
        """Return what shares a block with what is of some blocks, and with that, and so on, by article and node."""
        tied = self._tied(decided)
        todo, seen = set(start), set()
        found: dict[tuple[str, str], Named] = {}
        while todo:
            seen.add(block := todo.pop())
            todo |= tied.get(block, set()) - seen
            for quad in self._db.quads_for_pattern(block, None, None, self._named):
                where = (quad.predicate.value, str(quad.object))
                if where not in found and isinstance(quad.object, NamedNode):
                    # What another kg read is as it was, until it is read again.
                    with suppress(ValueError):
                        found[where] = self._thing(quad.predicate, quad.object)
                        todo |= set(map(self.block, blocks(found[where]))) - seen
        return found

    def given(self, found: Iterable[NamedNode]) -> Iterator[str]:
        """Yield the paths that blocks are of."""
        start = f"{self._store.base}block/"
        names = (unquote(node.value.removeprefix(start)) for node in found)
        return (name.removeprefix("path:") for name in names if name.startswith("path:"))

    def _thing(self, article: NamedNode, node: NamedNode) -> Named:
        return unpacked(Named, _text(next(self._db.quads_for_pattern(article, node, None, self._named))))

    def _tied(self, decided: Iterable[Decision]) -> Mapping[NamedNode, set[NamedNode]]:
        """Return the blocks that decisions tie together."""
        tied: dict[NamedNode, set[NamedNode]] = defaultdict(set)
        for decision in decided:
            nodes = {self.block(f"path:{path}") for path in table.paths(decision)}
            for node in nodes:
                tied[node] |= nodes
        return tied


def _text(quad: Quad) -> str:
    return quad.object.value if isinstance(quad.object, Literal) else ""


def change(store: Store, readings: Mapping[NamedNode, Reading | None]) -> Change:
    """Return what the store keeps for itself of articles that are read so, or withdrawn."""
    index, occurrences, whole = Index(store), Occurrences(store), Change()
    for article, reading in readings.items():
        kept = (index.change(article, reading), occurrences.change(article, reading))
        for found in (*kept, versions.change(store, article, reading)):
            whole.out.extend(found.out)
            whole.into.extend(found.into)
    return whole


def update(store: Store, report: Callable[[DataError], None]) -> None:
    """Bring who is who up to date with the articles and the decisions; a wrong line of these is reported."""
    index, state = Index(store), State(store)
    decided = table.read(store.path / table.FILE, report)
    is_new = state.signature != signature()
    start = index.every() if is_new else index.touched() | state.changed(decided)
    if start:
        occurrences = Occurrences(store)
        asked = occurrences.every() if is_new else occurrences.noted()
        told, events = happened.resolved(occurrences, asked, decided, state.rows(decided))
        things = index.things(start, decided)
        resolution = resolve(things.values(), decided)
        _rewrite(store, index, [*things.values(), *told], {**resolution.keys, **events})
        _redirect(store, index, start, resolution, {one.key: events.get(order(one), one.key) for one in told})
    state.keep(decided)


def reference(store: Store, node: NamedNode) -> str:
    """Return the path by which a decision may mean a thing, whatever it will be called.

    Raises:
        UsageError: no article names it so.

    """
    index, path = Index(store), node.value.removeprefix(store.base)
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
    known = index.given(index.every())
    near = suggest(path, known) or ": give a name, or an IRI that kg show prints"
    raise UsageError(f"no article names {node.value}{near}")


def resolution(store: Store, paths: Iterable[str]) -> Resolution:
    """Return who is who among all that may be one with some things, by the paths that articles give."""
    index, decided = Index(store), State(store).decisions
    start = (index.block(f"path:{path}") for path in paths)
    return resolve(index.things(start, decided).values(), decided)


def everything(store: Store) -> Resolution:
    """Return who is who among all that articles name."""
    index, decided = Index(store), State(store).decisions
    return resolve(index.things(index.every(), decided).values(), decided)


def _rewrite(
    store: Store, index: Index, things: Iterable[Named | Occurrence], keys: Mapping[tuple[str, str], str]
) -> None:
    """Write the articles anew whose things got other paths."""
    wanted: dict[str, dict[str, str]] = defaultdict(dict)
    for thing in things:
        wanted[thing.article][thing.key] = keys.get((thing.article, thing.key), thing.key)
    stale = _stale(store, index, wanted)
    while batch := dict(islice(stale, BATCH)):
        graphs = {article: _written(store, index, article, new) for article, (_, new) in batch.items()}
        out = [quad for article, (old, _) in batch.items() for quad in index.resolved(article, old)]
        into = [quad for article, (_, new) in batch.items() for quad in index.resolved(article, new)]
        store.replace_all(graphs, Change(out, into))


def _stale(
    store: Store, index: Index, wanted: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[NamedNode, tuple[Paths, Paths]]]:
    """Yield the articles whose things got other paths, with the paths that they had and those that they get."""
    for name in sorted(wanted):
        article = Names(name, store.base).article
        old = index.paths(article)
        new = {key: path for key, path in (old | dict(wanted[name])).items() if key != path}
        if new != old:
            yield article, (old, new)


def _written(store: Store, index: Index, article: NamedNode, paths: Paths) -> set[Quad]:
    reading = rewritten(index.reading(article), paths)
    kept = {name: store.value(article, name) or "" for name in ("contentHash", "readBy")}
    return quads(reading, content_hash=kept["contentHash"], read_by=kept["readBy"], base=store.base)


def _redirect(
    store: Store, index: Index, start: Iterable[NamedNode], resolution: Resolution, events: Mapping[str, str]
) -> None:
    """Say by what the IRIs are replaced that articles give and nothing bears any more."""
    graph, borne = store.graph(IDENTITY), set(resolution.paths)
    named = zip(resolution.groups, resolution.paths, strict=True)
    given = [(thing.key, path) for group, path in named for thing, _ in group if not thing.local]
    wanted = {
        Quad(store.graph(key), REPLACED, store.graph(path), graph)
        for key, path in given
        if key not in borne and not path.startswith(table.ARTICLE)
    }
    wanted |= {
        Quad(store.graph(key), REPLACED, store.graph(path), graph) for key, path in events.items() if key != path
    }
    touched = {store.graph(path) for path in (*index.given(start), *dict(given), *events)}
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
        found = json.loads(_text(self._held)) if self._held else {}
        self.signature: str = found.get("signature", signature())
        self.decisions = [Decision(**row) for row in found.get("decisions", ())]

    def changed(self, decided: Sequence[Decision]) -> set[NamedNode]:
        """Return the blocks of what decisions are about that were made or taken back."""
        index = Index(self._store)
        return {index.block(f"path:{path}") for row in self.rows(decided) for path in table.paths(row)}

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
        if wanted != held or Index(self._store).touched():
            self._store.keep(Change([*(held - wanted)], [*(wanted - held)]), drop=[self._store.graph(UNRESOLVED)])
