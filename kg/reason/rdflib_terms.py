"""The border between Oxigraph's terms and rdflib's, for owlrl and pySHACL, which read rdflib's graphs."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox
import rdflib
from rdflib.term import Node

from kg.reason.terms import Atom, Term


def to_rdflib(triples: Iterable[Atom]) -> rdflib.Graph:
    """Return the triples as a graph, each literal as it is written."""
    graph = rdflib.Graph()
    for triple in triples:
        graph.add((_to(triple.s), _to(triple.p), _to(triple.o)))
    return graph


def from_rdflib(graph: rdflib.Graph) -> Iterator[Atom]:
    """Yield the graph's triples, less those with a literal as subject, which RDF does not have."""
    for triple in graph:
        if not isinstance(triple[0], rdflib.Literal):
            yield Atom(*map(_from, triple))


def _to(node: Term) -> Node:
    if isinstance(node, ox.NamedNode):
        return rdflib.URIRef(node.value)
    if isinstance(node, ox.BlankNode):
        return rdflib.BNode(node.value)
    # rdflib holds apart "x" and "x"^^xsd:string, which RDF 1.1 does not.
    plain = node.language or node.datatype.value == str(rdflib.XSD.string)
    datatype = None if plain else rdflib.URIRef(node.datatype.value)
    return rdflib.Literal(node.value, lang=node.language, datatype=datatype, normalize=False)


def _from(node: Node) -> Term:
    if isinstance(node, rdflib.URIRef):
        return ox.NamedNode(str(node))
    if isinstance(node, rdflib.BNode):
        return ox.BlankNode(str(node))
    assert isinstance(node, rdflib.Literal)  # noqa: S101 (rdflib has no fourth kind of node in a graph)
    if node.language:
        return ox.Literal(str(node), language=node.language)
    return ox.Literal(str(node), datatype=ox.NamedNode(str(node.datatype)) if node.datatype else None)
