"""The store: an embedded Oxigraph in a folder, that one process writes at a time and any number read.

Everything is written by `_write`, which is atomic: a store holds whole articles only, whenever its writer is killed.
The default graph is always what articles state (merged, each triple once) and what is inferred from it.

The reasoner keeps its part so: `pending()` gives it the triples that were stated and withdrawn since it last looked;
from them and the store it works out which inferred triples no longer hold and which now do; `infer(gone, new)` stores
that and empties the journals.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from functools import wraps
from itertools import chain, islice
from pathlib import Path
from typing import Any, Self, TypeVar, cast

from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple

from kg.errors import DataError
from kg.graph import folder, lock
from kg.graph.article import articles
from kg.graph.mark import Written
from kg.graph.merge import ADDED, REMOVED, RENAMED, Change, Merge, at, reasoned
from kg.graph.ontology import ontology
from kg.graph.terms import news
from kg.vocabulary import INFERRED, ONTOLOGY, ONTOLOGY_CLOSED, ONTOLOGY_OWN, UNRESOLVED

#: Quads in one write of what is inferred.
PORTION = 50_000
#: More quads than these are written as files of their own, put in place at once: three times sooner than one by one.
MANY = 10_000


class Store:
    """A knowledge graph on disk; `db` is its Oxigraph, for queries."""

    def __init__(
        self, path: Path | str, *, base: str | None = None, read_only: bool = False, create: bool = True
    ) -> None:
        """Open the store of a folder; for writing, make it if there is none. `base` starts its IRIs.

        Raises:
            DataError: there is no store, it is unfinished, damaged, held by another process, newer than this kg, or
                cannot be written.

        """
        self.path = Path(path)
        self._mark = folder.prepare(self.path, base, create=create and not read_only)
        self.base = self._mark.base
        self._lock = None
        if read_only:
            self.db = folder.reading(self.path, self._mark)
        else:
            self.db, self._lock = folder.writing(self.path)
        with folder.trouble(self.path):
            self._check_base(made=not read_only)
            #: What was written last, if the store fell back to what it held before that.
            self.lost = None if read_only and self.is_written() else self._lost()
            if not read_only:
                self._keep_ontology(ONTOLOGY, ontology())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        self.close()
        # All that is read of a store is read within it: what is damaged is told here, wherever it is met.
        if error and (told := folder.said(self.path, error)):
            raise told from error

    def close(self) -> None:
        """Let other processes write; a store may be closed twice."""
        self.rest()
        if self._lock and not self._lock.closed:
            folder.tidy(self.path)
            self._lock.close()

    def rest(self) -> None:
        """Let go of the database, and keep other writers away until the store is closed."""
        self.__dict__.pop("db", None)

    @property
    def is_open(self) -> bool:
        """Tell whether the store is not closed yet."""
        return "db" in self.__dict__

    def is_written(self) -> bool:
        """Tell whether a process writes to the store now."""
        return lock.is_held(self.path)

    def forgot_last(self, iri: str) -> bool:
        """Tell whether the article of this IRI was the last to be forgotten."""
        return iri == self._mark.forgotten

    def _check_base(self, *, made: bool) -> None:
        """Make sure that the store is whole, and that its mark says what its IRIs start with."""
        if self.db.contains_named_graph(self.graph(ONTOLOGY)):
            return
        for graph in self.db.named_graphs():
            if graph.value.endswith(ONTOLOGY):
                base = graph.value.removesuffix(ONTOLOGY)
                raise DataError(
                    f"{self.path / folder.MARK} says that IRIs start with {self.base}, but they do with {base}"
                )
        if not (made or self._mark.last):
            raise folder.unfinished(self.path)

    def _lost(self) -> str | None:
        """Return the graph that was written last, if the store does not hold it so."""
        for last in self._mark.last:
            graph = NamedNode(last.graph)
            if Written.of(graph, self.db.quads_for_pattern(None, None, None, graph)) == last:
                return None
        return self._mark.last[-1].graph if self._mark.last else None

    def graph(self, name: str) -> NamedNode:
        """Return the graph of that name below the store's base."""
        return NamedNode(self.base + name)

    def articles(self) -> Iterator[NamedNode]:
        """Yield every article."""
        return articles(self.db)

    def value(self, node: NamedNode, relation: str) -> str | None:
        """Return a value that the default graph gives, as a string."""
        for quad in self.db.quads_for_pattern(node, news(relation), None, DefaultGraph()):
            if not isinstance(quad.object, Triple):
                return quad.object.value
        return None

    def replace(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """Make a graph that states things hold exactly these quads, and the default graph what follows from that."""
        self.replace_all({graph: quads})

    def renew(self, graph: NamedNode, quads: AbstractSet[Quad]) -> None:
        """Do so where it holds others: what is worked out anew is seldom another."""
        if quads != set(self.db.quads_for_pattern(None, None, None, graph)):
            self.replace(graph, quads)

    def replace_all(self, graphs: Mapping[NamedNode, Iterable[Quad]], beside: Change | None = None) -> None:
        """Do so for several graphs in one write, with what the store keeps for itself `beside` them."""
        wanted = {graph: set(quads) for graph, quads in graphs.items()}
        held = {graph: set(self.db.quads_for_pattern(None, None, None, graph)) for graph in graphs}
        gone = {graph: quads - wanted[graph] for graph, quads in held.items()}
        new = {graph: quads - held[graph] for graph, quads in wanted.items()}
        change = Merge(self.db, self.base).change(gone, new)
        change.out.extend(chain(*gone.values(), beside.out if beside else ()))
        change.into.extend(chain(*new.values(), beside.into if beside else ()))
        # A graph that is taken out leaves no empty graph of its name.
        drop = [graph for graph, quads in wanted.items() if not quads]
        for graph in list(wanted)[-1:]:
            with self._marked(Written.of(graph, wanted[graph])):
                self._write(change, drop)

    def keep(self, change: Change, drop: Iterable[NamedNode] = ()) -> None:
        """Change what the store keeps for itself; graphs that state things are not among it."""
        self._write(change, drop)

    def rename(self) -> None:
        """Give each thing the best label of those that articles now give it."""
        change = Merge(self.db, self.base).renaming()
        if change.out:
            self._write(change, drop=[self.graph(RENAMED)])

    def stated(self) -> Iterator[Triple]:
        """Yield every triple that an article or another stating graph puts in the default graph, once."""
        inferred = self.graph(INFERRED)
        for quad in self.db.quads_for_pattern(None, None, None, DefaultGraph()):
            if at(quad.triple, inferred) not in self.db:
                yield quad.triple

    def stated_but(self, graphs: AbstractSet[NamedNode]) -> Iterator[Triple]:
        """Yield every triple that a graph other than those puts in the default graph."""
        merge = Merge(self.db, self.base)
        return (triple for triple in self.stated() if merge.said(triple, graphs))

    def pending(self) -> tuple[Iterator[Triple], Iterator[Triple]]:
        """Return the triples that were stated, and those withdrawn, since the reasoner last looked."""
        added, removed = (
            (quad.triple for quad in self.db.quads_for_pattern(None, None, None, self.graph(name)))
            for name in (ADDED, REMOVED)
        )
        return added, removed

    def is_current(self) -> bool:
        """Tell whether who is who, and what is inferred, are up to date with what is stated."""
        unresolved = self.db.quads_for_pattern(None, None, None, self.graph(UNRESOLVED))
        return not any(any(journal) for journal in (*self.pending(), unresolved))

    def infer(self, gone: Iterable[Triple], new: Iterable[Triple]) -> None:
        """Take back inferred triples and add others, and note that the reasoner has seen all that is stated.

        A triple that is now stated is `gone` from the inferred; it stays in the default graph. The new ones may be many
        and are written in portions: if one is the last, the journals still stand, and the reasoner looks again.
        """
        inferred, default = self.graph(INFERRED), DefaultGraph()
        quads = (at(triple, graph) for triple in new for graph in (inferred, default))
        while portion := list(islice(quads, PORTION)):
            self._write(Change([], portion))
        merge = Merge(self.db, self.base)
        out: list[Quad] = []
        for triple in gone:
            out.append(at(triple, inferred))
            if not merge.stated(triple):
                out.append(at(triple, default))
        self._write(Change(out, []), drop=[self.graph(name) for name in (ADDED, REMOVED)])
        with folder.trouble(self.path):
            self.db.flush()

    def ontology(self) -> Iterator[Triple]:
        """Yield the ontology's triples, those of the user's own with them."""
        yield from (quad.triple for quad in self.db.quads_for_pattern(None, None, None, self.graph(ONTOLOGY)))
        yield from self.adopted()

    def adopted(self) -> Iterator[Triple]:
        """Yield the triples of the user's own ontology."""
        yield from (quad.triple for quad in self.db.quads_for_pattern(None, None, None, self.graph(ONTOLOGY_OWN)))

    def adopt(self, triples: Iterable[Triple]) -> None:
        """Put an ontology of the user's beside kg's, in place of an earlier one."""
        self._keep_ontology(ONTOLOGY_OWN, triples)

    def close_ontology(self, triples: Iterable[Triple]) -> None:
        """Keep the ontology as it is closed, in place of what was kept."""
        graph = self.graph(ONTOLOGY_CLOSED)
        self._write(Change([], [at(triple, graph) for triple in triples]), drop=[graph])

    def closed_ontology(self) -> Iterator[Triple]:
        """Yield what is kept of the closed ontology."""
        return (q.triple for q in self.db.quads_for_pattern(None, None, None, self.graph(ONTOLOGY_CLOSED)))

    def _keep_ontology(self, name: str, triples: Iterable[Triple]) -> None:
        """Store an ontology; if it changed, all is to be reasoned over again."""
        graph = self.graph(name)
        wanted = {at(triple, graph) for triple in triples}
        held = set(self.db.quads_for_pattern(None, None, None, graph))
        if held == wanted:
            return
        inferred = [quad.triple for quad in self.db.quads_for_pattern(None, None, None, self.graph(INFERRED))]
        again = [at(triple, self.graph(ADDED)) for triple in self.stated() if reasoned(triple)]
        self.infer(inferred, ())
        with self._marked(Written.of(graph, wanted)):
            self._write(Change([*(held - wanted)], [*(wanted - held), *again]))

    @contextmanager
    def _marked(self, written: Written) -> Iterator[None]:
        """Note what is being written, and that it is."""
        with folder.trouble(self.path):
            self._mark = self._mark.then(written)
            self._mark.save(self.path)
            yield
            self._mark = self._mark.done()
            self._mark.save(self.path)

    def _write(self, change: Change, drop: Iterable[NamedNode] = ()) -> None:
        steps = [f"DROP SILENT GRAPH {graph}" for graph in drop]
        steps += [f"DELETE DATA {{{_block(change.out)}}}"] if change.out else []
        with folder.trouble(self.path):
            if steps:
                self.db.update(";\n".join([*steps, f"INSERT DATA {{{_block(change.into)}}}"]))
            elif len(change.into) > MANY:
                self.db.bulk_extend(change.into)
            else:
                self.db.extend(change.into)


Work = TypeVar("Work", bound=Callable[..., object])


def told(work: Work) -> Work:
    """Let what works on a store tell what is damaged in it, also where nobody opened the store by `with`."""

    @wraps(work)
    def telling(store: Store, *arguments: Any, **options: Any) -> object:
        with folder.trouble(store.path):
            return work(store, *arguments, **options)

    return cast("Work", telling)


def _block(quads: Iterable[Quad]) -> str:
    return "\n".join(
        str(quad.triple) + " ."
        if isinstance(quad.graph_name, DefaultGraph)
        else f"GRAPH {quad.graph_name} {{ {quad.triple} }}"
        for quad in quads
    )
