"""The ontology as triples without blank nodes, so that two stores of the same articles are the same to the byte."""

from collections.abc import Iterator

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, parse

from kg.resources import folder
from kg.vocabulary import NEWS

#: Where RDF 1.1 puts names for nodes that have none.
GENID = NEWS.removesuffix("ontology#") + ".well-known/genid/"


def ontology() -> Iterator[Triple]:
    """Yield the ontology's triples, its lists and axioms named in the order in which they stand in the file."""
    names: dict[str, NamedNode] = {}

    def named(node: NamedNode | BlankNode) -> NamedNode:
        if isinstance(node, NamedNode):
            return node
        return names.setdefault(node.value, NamedNode(f"{GENID}{len(names) + 1}"))

    for quad in parse(path=str(folder("ontology") / "news.ttl"), format=RdfFormat.TURTLE):
        subject, predicate, value = quad.triple
        if not isinstance(subject, Triple):
            yield Triple(named(subject), predicate, named(value) if isinstance(value, BlankNode) else value)
