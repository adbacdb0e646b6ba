"""The store: an embedded Oxigraph in a folder, that one process writes at a time and any number read.

Everything is written by `_write`, which is atomic: a store holds whole articles only, whenever its writer is killed.
What a build reads waits in graphs that the store keeps for itself (`waiting.py`) until its graphs can be written once.
The default graph is always what articles state (merged, each triple once) and what is inferred from it.

The reasoner keeps its part so: `pending()` gives it the triples that were stated and withdrawn since it last looked;
from them and the store it works out which inferred triples no longer hold and which now do; `infer(gone, new)` stores
that and empties the journals.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import chain, islice
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple

from kg.graph import ontologies
from kg.graph.article import articles
from kg.graph.lines import Spo, Stated, block
from kg.graph.mark import Written
from kg.graph.merge import ADDED, REMOVED, RENAMED, Change, Merge, at, reasoned, unseen
from kg.graph.ontology import ontology
from kg.graph.opened import Opened
from kg.graph.terms import news
from kg.graph.trouble import trouble
from kg.processes import behind
from kg.vocabulary import INFERRED, ONTOLOGY, UNRESOLVED, WAITING

#: Quads in one write of what is inferred.
PORTION = 50_000
#: Threads that write them: to sort them takes longer than to tell them.
WRITERS = 2


class Store(Opened):
    """A knowledge graph on disk; `db` is its Oxigraph, for queries."""

    def __init__(
        self, path: Path | str, *, base: str | None = None, read_only: bool = False, create: bool = True
    ) -> None:
        """Open the store of a folder; for writing, make it if there is none. `base` starts its IRIs.

        Raises:
            DataError: there is no store, it is unfinished, damaged, held by another process, newer than this kg, or
                cannot be written.

        """
        super().__init__(path, base=base, read_only=read_only, create=create)
        if not read_only:
            with trouble(self.path):
                ontologies.keep(self, ONTOLOGY, ontology())

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
        if any(new.values()):
            self.foresee()
        change = Merge(self.db, self.base).change(gone, new)
        change.out.extend(chain(*gone.values(), beside.out if beside else ()))
        change.into.extend(chain(*new.values(), beside.into if beside else ()))
        # A graph that is taken out leaves no empty graph of its name.
        drop = [graph for graph, quads in wanted.items() if not quads]
        for graph in list(wanted)[-1:]:
            self.keep(change, drop, Written.of(graph, wanted[graph]))

    def adding(self, stated: Sequence[Stated], coming: AbstractSet[Quad] = frozenset()) -> Change:
        """Return what changes when graphs are brought in that the store does not hold, after quads that are coming."""
        merge = Merge(self.db, self.base, coming)
        won = set[Triple]().union(*(each.names if merge.is_unseen else each.triples for each in stated))
        change = merge.of({}, won)
        for each in stated:
            change.blocks.extend((*each.blocks, each.merged) if merge.is_unseen else each.blocks)
        return change

    def foresee(self) -> None:
        """Note that the reasoner has seen nothing, where nothing is stated yet: what comes need not be noted then."""
        if next(self.db.quads_for_pattern(None, None, None, DefaultGraph()), None) is None:
            self.unsee()

    def unsee(self, out: Iterable[Quad] = (), into: Iterable[Quad] = ()) -> None:
        """Note that the reasoner has seen nothing: what it does from here on begins again where it is broken off.

        What is noted beside that goes out and in by the same write.
        """
        self.keep(Change([*out], [unseen(self.base), *into]))

    def add_all(self, stated: Sequence[Stated], change: Change) -> None:
        """Bring in graphs that the store does not hold, in one write."""
        for last in stated[-1:]:
            self.keep(change, written=Written.of(last.graph, last.quads))

    def rename(self) -> None:
        """Give each thing the best label of those that articles now give it."""
        change = Merge(self.db, self.base).renaming()
        if change.out:
            self._write(change, drop=[self.graph(RENAMED)])

    def stated(self) -> Iterator[Triple]:
        """Yield every triple that an article or another stating graph puts in the default graph, once."""
        inferred, merge = self.graph(INFERRED), Merge(self.db, self.base)
        is_new = next(self.db.quads_for_pattern(None, None, None, inferred), None) is None
        for quad in self.db.quads_for_pattern(None, None, None, DefaultGraph()):
            if is_new or merge.is_stated(quad):
                yield quad.triple

    def stated_but(self, graphs: AbstractSet[NamedNode]) -> Iterator[Triple]:
        """Yield every triple that a graph other than those puts in the default graph."""
        merge = Merge(self.db, self.base)
        return (triple for triple in self.stated() if merge.said(triple, graphs))

    def pending(self) -> tuple[Iterator[Triple], Iterator[Triple]]:
        """Return the triples that were stated, and those withdrawn, since the reasoner last looked."""
        mark = unseen(self.base)
        added, removed = (
            (quad.triple for quad in self.db.quads_for_pattern(None, None, None, self.graph(name)) if quad != mark)
            for name in (ADDED, REMOVED)
        )
        # What was noted before the mark was laid is stated, or was withdrawn without a note.
        return (filter(reasoned, self.stated()) if self.is_unseen() else added), removed

    def is_unseen(self) -> bool:
        """Tell whether the reasoner has seen nothing of what is stated: all of it is pending."""
        return unseen(self.base) in self.db

    def is_current(self) -> bool:
        """Tell whether who is who, and what is inferred, are up to date with what is stated."""
        asked = (self.db.quads_for_pattern(None, None, None, self.graph(name)) for name in (UNRESOLVED, WAITING))
        return not any(any(journal) for journal in (*self.pending(), *asked))

    def follow(self, gone: Iterable[Triple], new: Iterable[Triple | Spo]) -> None:
        """Take back inferred triples and add others, of more to come."""
        self._write(Change([*self._taken_back(gone)], blocks=[block(self._lines(new))]))

    def infer(self, gone: Iterable[Triple], new: Iterable[Triple | Spo]) -> None:
        """Take back inferred triples and add others, and note that the reasoner has seen all that is stated.

        A triple that is now stated is `gone` from the inferred; it stays in the default graph. All is one write; many
        new ones are several, and where one of these is the last, all is inferred anew.
        """
        lines = self._lines(new)
        some = [*islice(lines, PORTION)]
        if more := [*islice(lines, 1)]:
            self.unsee()
            every = chain(some, more, lines)
            with behind(WRITERS) as do:
                while portion := [*islice(every, PORTION)]:
                    do(partial(self._write, Change(blocks=[block(portion)])))
            some = []
        change = Change([*self._taken_back(gone)], blocks=[block(some)] if some else [])
        self._write(change, drop=[self.graph(name) for name in (ADDED, REMOVED)])
        self.flush()

    def _lines(self, new: Iterable[Triple | Spo]) -> Iterator[str]:
        """Yield what is inferred as lines of its graph and of the default graph."""
        graphs = (f"{self.graph(INFERRED)} .", ".")
        return (f"{s} {p} {o} {graph}" for s, p, o in new for graph in graphs)

    def _taken_back(self, gone: Iterable[Triple]) -> Iterator[Quad]:
        """Yield the quads of inferred triples that are to go."""
        merge = Merge(self.db, self.base)
        for triple in gone:
            yield at(triple, self.graph(INFERRED))
            if not merge.stated(triple):
                yield at(triple, DefaultGraph())
