"""Which triples of a store leave: all, without what was inferred, or one graph; sorted lines of canonical N-Triples."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, RdfFormat, Store

from kg.errors import UsageError
from kg.graph.article import articles
from kg.graph.merge import JOURNALS
from kg.graph.ontology import GENID
from kg.vocabulary import CONTRADICTIONS, IDENTITIES, IDENTITY, INFERRED, LINKS, ONTOLOGY, ONTOLOGY_CLOSED, ONTOLOGY_OWN

#: Graphs that go by a short name.
OWN = (INFERRED, LINKS, ONTOLOGY, ONTOLOGY_OWN, ONTOLOGY_CLOSED, CONTRADICTIONS, IDENTITY)

#: A subject or an object that has a name only in the store; OWL's tools know lists and axioms as blank nodes alone.
MADE = re.compile(rf"(?:\A|(?<= )(?=\S+ \.\Z))<{re.escape(GENID)}([\w-]+)>")

#: A graph's name as N-Triples writes it, empty for the default graph, and its triples.
NamedLines = tuple[str, list[str]]


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
    yield "", sorted(plain(store, inferred=inferred))
    hidden = {
        store.graph(name) for name in (*JOURNALS, *IDENTITIES, ONTOLOGY_CLOSED, *([] if inferred else [INFERRED]))
    }
    for name in sorted(set(store.db.named_graphs()) - hidden, key=str):
        yield str(name), sorted(lines(store, name))


def merged(store: Source, *, inferred: bool = True, ontology: bool = False) -> list[str]:
    """Return the default graph with the evidence of all articles and links, or the ontology too, each triple once."""
    found = plain(store, inferred=inferred)
    for graph in (*store.articles(), store.graph(LINKS)):
        evidence = f"{str(graph)[:-1]}#"
        found.update(line for line in lines(store, graph) if line.startswith(evidence))
    for name in (IDENTITY, *((ONTOLOGY, ONTOLOGY_OWN) if ontology else ())):
        found.update(lines(store, store.graph(name)))
    return sorted(found)


def plain(store: Source, *, inferred: bool) -> set[str]:
    """Return the default graph, or what is stated of it."""
    found = set(lines(store, DefaultGraph()))
    return found if inferred else found.difference(lines(store, store.graph(INFERRED)))


def one(store: Source, name: str) -> NamedLines:
    """Return a graph: inferred, links and the like, an article's by its id, or any by its IRI; else UsageError."""
    own = {each.removeprefix("graph/"): store.base + each for each in OWN}
    held = {graph.value: graph for graph in store.db.named_graphs()}
    for iri in (own.get(name, name), f"{store.base}article/{quote(name, safe='')}"):
        if iri in held:
            return str(held[iri]), sorted(lines(store, held[iri]))
    raise UsageError(f"no graph {name!r} in {store.path}: give {', '.join(own)}, the id of an article, or an IRI")


def lines(store: Source, graph: NamedNode | BlankNode | DefaultGraph) -> list[str]:
    """Return the triples of one graph. Only line feeds end a line: a text may well hold U+2028."""
    dump = store.db.dump(format=RdfFormat.N_TRIPLES, from_graph=graph) or b""
    found = dump.decode().split("\n")[:-1]
    return [MADE.sub(r"_:n\1", line) for line in found] if GENID.encode() in dump else found
