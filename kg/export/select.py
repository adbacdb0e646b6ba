"""Which triples of a store leave: all, without what was inferred, or one graph; sorted lines of canonical N-Triples."""

from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, RdfFormat, Store

from kg.errors import UsageError
from kg.prefixes import INFERRED, ONTOLOGY

#: A graph's name as N-Triples writes it, empty for the default graph, and its triples.
NamedLines = tuple[str, list[str]]


def graphs(store: Store, *, inferred: bool = True) -> Iterator[NamedLines]:
    """Yield every graph of a store: the default one, then the others by name."""
    names = sorted(store.named_graphs(), key=str)
    if inferred:
        yield "", triples(store, DefaultGraph())
    else:
        names.remove(NamedNode(INFERRED))
        yield "", sorted(set(triples(store, DefaultGraph())) & union(triples(store, name) for name in names))
    for name in names:
        yield str(name), triples(store, name)


def merged(store: Store, *, inferred: bool = True) -> list[str]:
    """Return the triples of all graphs but the ontology's, each once."""
    left_out = {ONTOLOGY} if inferred else {ONTOLOGY, INFERRED}
    names = [name for name in store.named_graphs() if name.value not in left_out]
    return sorted(union(triples(store, name) for name in names))


def one(store: Store, name: str) -> NamedLines:
    """Return the graph of that name; UsageError if the store has none."""
    graph = NamedNode(name)
    if not store.contains_named_graph(graph):
        raise UsageError(f"no graph {graph} in the store; give the id of an article, inferred, links or ontology")
    return str(graph), triples(store, graph)


def triples(store: Store, graph: NamedNode | BlankNode | DefaultGraph) -> list[str]:
    """Return the sorted triples of one graph. Only line feeds end a line: a text may well hold U+2028."""
    dump = store.dump(format=RdfFormat.N_TRIPLES, from_graph=graph) or b""
    return sorted(dump.decode().split("\n")[:-1])


def union(lists: Iterable[list[str]]) -> set[str]:
    """Return the lines that any of the lists has."""
    return set().union(*lists)
