"""What the articles of a store name, and where to find it: by block, a key that all who may be one share."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode, Quad
from pyoxigraph import Store as Database

from kg.errors import DataError
from kg.facts import Reading
from kg.graph.merge import Change
from kg.graph.packing import packed, unpacked
from kg.graph.store import Store
from kg.graph.terms import REPLACED, block
from kg.naming import REMEMBERED
from kg.resolve import decisions as table
from kg.resolve.blocks import WITHIN, blocks
from kg.resolve.decisions import Decision
from kg.resolve.features import named
from kg.resolve.named import Named
from kg.vocabulary import NAMED, READINGS, RESOLVED, UNRESOLVED

#: The paths that things of an article got, by those that it alone gives them.
Paths = dict[str, str]


class Mentioned:
    """What the articles of a store name."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._named, self._readings, self._resolved, self._unresolved = map(
            store.graph, (NAMED, READINGS, RESOLVED, UNRESOLVED)
        )

    @property
    def _db(self) -> Database:
        # Not held: a store that is written opens it anew.
        return self._store.db

    def block(self, name: str) -> NamedNode:
        """Return the node of a block."""
        return block(self._store.base, name)

    def change(self, article: NamedNode, reading: Reading | None = None) -> Change:
        """Return what changes when an article is read so, or withdrawn."""
        kept = (self._named, self._readings, self._resolved)
        gone = [quad for graph in kept for quad in self._db.quads_for_pattern(article, None, None, graph)]
        gone += self._db.quads_for_pattern(None, article, None, self._named)
        new = list(self._new(article, reading)) if reading else []
        return Change(gone, [*new, Quad(article, REPLACED, article, self._unresolved)])

    def _new(self, article: NamedNode, reading: Reading) -> Iterator[Quad]:
        yield Quad(article, self._readings, Literal(packed(reading)), self._readings)
        keys = {thing: blocks(thing) for thing in named(reading)}
        shared = Counter(chain.from_iterable(keys.values()))
        for thing, found in keys.items():
            node = self._store.graph(thing.key)
            yield Quad(article, node, Literal(packed(replace(thing, article=""))), self._named)
            # What is looked for in the article alone leads nowhere where one thing has it.
            told = (name for name in found if shared[name] > 1 or not name.startswith(WITHIN))
            yield from (Quad(self.block(name), article, node, self._named) for name in told)

    def kept(self, article: NamedNode) -> str:
        """Return what an article was read to state as the store keeps it, which `read` unpacks."""
        found = next(self._db.quads_for_pattern(article, self._readings, None, self._readings), None)
        return text(found) if found else ""

    def reading(self, article: NamedNode) -> Reading:
        """Return what an article was read to state.

        Raises:
            DataError: a kg read it whose readings this one cannot take.

        """
        return read(article, self.kept(article))

    def paths(self, article: NamedNode) -> Paths:
        """Return the paths by which the graph of an article is written."""
        found = self._db.quads_for_pattern(article, None, None, self._resolved)
        return {self._path(quad.predicate): self._path(quad.object) for quad in found}

    def renamed(self, article: NamedNode, key: str, path: str) -> Change:
        """Return what changes of the paths of an article when a thing of it gets this one."""
        node = self._store.graph(key)
        held = [*self._db.quads_for_pattern(article, node, None, self._resolved)]
        wanted = self.resolved(article, {key: path}) if key != path else []
        return Change() if held == wanted else Change(held, wanted)

    def resolved(self, article: NamedNode, paths: Paths) -> list[Quad]:
        """Return paths of an article as the store keeps them."""
        graph = self._store.graph
        return [Quad(article, graph(old), graph(new), self._resolved) for old, new in paths.items()]

    def _path(self, node: object) -> str:
        return node.value.removeprefix(self._store.base) if isinstance(node, NamedNode) else ""

    def changed(self) -> set[str]:
        """Return the paths of the articles that were read or withdrawn since who is who was last asked."""
        return {self._path(q.subject) for q in self._db.quads_for_pattern(None, REPLACED, None, self._unresolved)}

    def of(self, path: str) -> list[Named] | None:
        """Return what the article of a path names; None if it is gone.

        What another kg read is passed by until it is read again.
        """
        article, found = self._store.graph(path), list[Named]()
        if not any(self._db.quads_for_pattern(article, None, None, self._readings)):
            return None
        for quad in self._db.quads_for_pattern(article, None, None, self._named):
            with suppress(ValueError):
                found.append(replace(_named(text(quad)), article=table.article_of(path)))
        return sorted(found, key=lambda thing: thing.key)

    def every(self) -> Iterator[NamedNode]:
        """Yield all blocks, one that several things share as often."""
        start = f"{self._store.base}block/"
        found = (quad.subject for quad in self._db.quads_for_pattern(None, None, None, self._named))
        return (node for node in found if isinstance(node, NamedNode) and node.value.startswith(start))

    def things(self, start: Iterable[NamedNode], decided: Sequence[Decision] = ()) -> list[Named]:
        """Return what shares a block with what is of some blocks, and with that, and so on."""
        tied, todo, seen = self._tied(decided), {*start}, set[NamedNode]()
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
        return [*found.values()]

    def given(self, found: Iterable[NamedNode]) -> Iterator[str]:
        """Yield the paths that blocks are of."""
        start = f"{self._store.base}block/"
        names = (unquote(node.value.removeprefix(start)) for node in found)
        return (name.removeprefix("path:") for name in names if name.startswith("path:"))

    def _thing(self, article: NamedNode, node: NamedNode) -> Named:
        told = _named(text(next(self._db.quads_for_pattern(article, node, None, self._named))))
        return replace(told, article=table.article_of(self._path(article)))

    def _tied(self, decided: Iterable[Decision]) -> Mapping[NamedNode, set[NamedNode]]:
        """Return the blocks that decisions tie together."""
        tied: dict[NamedNode, set[NamedNode]] = defaultdict(set)
        for decision in decided:
            nodes = {self.block(f"path:{path}") for path in table.paths(decision)}
            for node in nodes:
                tied[node] |= nodes
        return tied


def read(article: NamedNode, kept: str) -> Reading:
    """Return what an article was read to state, of what a store keeps of it.

    Raises:
        DataError: a kg read it whose readings this one cannot take.

    """
    try:
        return unpacked(Reading, kept)
    except ValueError as error:
        told = f"{article.value} was read by another version of kg"
        raise DataError(f"{told}: run kg build again with the articles of the store") from error


@lru_cache(maxsize=REMEMBERED)
def _named(packed_: str) -> Named:
    """Return a thing without its article: most of what is named often is told in the same words."""
    return unpacked(Named, packed_)


def text(quad: Quad) -> str:
    """Return what a quad gives as a text; nothing where it gives something else."""
    return quad.object.value if isinstance(quad.object, Literal) else ""
