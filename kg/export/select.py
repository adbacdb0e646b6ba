"""Which triples of a store leave: all, without what was inferred, or one graph; lines of canonical N-Triples."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, cast
from urllib.parse import quote

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, RdfFormat, Store, parse

from kg.errors import UsageError
from kg.export.ordered import ordered
from kg.graph.article import articles
from kg.graph.merge import JOURNALS, Merge
from kg.graph.ontology import GENID
from kg.vocabulary import CONTRADICTIONS, IDENTITIES, IDENTITY, INFERRED, LINKS, ONTOLOGY, ONTOLOGY_CLOSED, ONTOLOGY_OWN

#: Graphs that go by a short name.
OWN = (INFERRED, LINKS, ONTOLOGY, ONTOLOGY_OWN, ONTOLOGY_CLOSED, CONTRADICTIONS, IDENTITY)

#: A subject or an object that has a name only in the store; OWL's tools know lists and axioms as blank nodes alone.
MADE = re.compile(rf"(?:\A|(?<= )(?=\S+ \.\Z))<{re.escape(GENID)}([\w-]+)>")

#: The end of a line of a text.
TEXT = re.compile(r'"(?:@\S+)? \.\Z')

#: A graph's name as N-Triples writes it, empty for the default graph, and its triples in no order.
NamedLines = tuple[str, Iterable[str]]
#: Bytes of one graph that are held in memory; what is more goes through a file.
HELD = 8 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """What leaves: a store's Oxigraph or a copy of a part of it, what its IRIs start with, and where it stands."""

    db: Store
    base: str
    path: Path

    def graph(self, name: str) -> NamedNode:
        """Return the graph of that name below the base."""
        return NamedNode(self.base + name)

    def articles(self) -> Iterator[NamedNode]:
        """Yield every article."""
        return articles(self.db)


def graphs(store: Source, *, inferred: bool = True) -> Iterator[NamedLines]:
    """Yield the default graph, then the others by name; the reasoner's journals and tables are its business."""
    yield "", plain(store, inferred=inferred)
    hidden = {
        store.graph(name) for name in (*JOURNALS, *IDENTITIES, ONTOLOGY_CLOSED, *([] if inferred else [INFERRED]))
    }
    for name in sorted(set(store.db.named_graphs()) - hidden, key=str):
        yield str(name), lines(store, name)


def merged(store: Source, *, inferred: bool = True, ontology: bool = False) -> Iterator[str]:
    """Return the default graph with all evidence of articles and links, or the ontology, each line once, in order."""
    others = (IDENTITY, *((ONTOLOGY, ONTOLOGY_OWN) if ontology else ()))
    every = (plain(store, inferred=inferred), _evidence(store), *(lines(store, store.graph(name)) for name in others))
    return ordered(chain.from_iterable(every))


def _evidence(store: Source) -> Iterator[str]:
    for graph in (*store.articles(), store.graph(LINKS)):
        evidence = f"{str(graph)[:-1]}#"
        yield from (line for line in lines(store, graph) if line.startswith(evidence))


def plain(store: Source, *, inferred: bool) -> Iterator[str]:
    """Return the default graph, or what is stated of it."""
    found = lines(store, DefaultGraph())
    return found if inferred else _without(ordered(found), ordered(_following(store)))


def _following(store: Source) -> Iterator[str]:
    """Yield what is inferred and not stated: of texts some are both."""
    merge = Merge(store.db, store.base)
    for line in lines(store, store.graph(INFERRED)):
        if not TEXT.search(line) or not any(merge.stated(quad.triple) for quad in parse(line, RdfFormat.N_TRIPLES)):
            yield line


def _without(found: Iterator[str], gone: Iterator[str]) -> Iterator[str]:
    """Yield ordered lines that are not among others."""
    other = next(gone, None)
    for line in found:
        while other is not None and other < line:
            other = next(gone, None)
        if line != other:
            yield line


def one(store: Source, name: str) -> NamedLines:
    """Return a graph: inferred, links and the like, an article's by its id, or any by its IRI; else UsageError."""
    own = {each.removeprefix("graph/"): store.base + each for each in OWN}
    held = {graph.value: graph for graph in store.db.named_graphs()}
    for iri in (own.get(name, name), f"{store.base}article/{quote(name, safe='')}"):
        if iri in held:
            return str(held[iri]), lines(store, held[iri])
    raise UsageError(f"no graph {name!r} in {store.path}: give {', '.join(own)}, the id of an article, or an IRI")


def lines(store: Source, graph: NamedNode | BlankNode | DefaultGraph) -> Iterator[str]:
    """Yield the triples of one graph. Only line feeds end a line: a text may well hold U+2028."""
    with SpooledTemporaryFile(HELD) as dump:
        store.db.dump(cast("IO[bytes]", dump), RdfFormat.N_TRIPLES, from_graph=graph)
        dump.seek(0)
        for line in dump:
            found = line[:-1].decode()
            yield MADE.sub(r"_:n\1", found) if GENID in found else found
