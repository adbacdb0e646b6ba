"""The graph as a network for other tools: things, and what articles tell between them, each once and how surely."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolutions, Store

from kg.graph.terms import LABEL, TYPE
from kg.vocabulary import NEWS, PREFIXES, vocabulary

#: What is told between two things; what is denied or only planned is told of no edge.
TOLD = """
SELECT ?s ?p ?o ?status ?how ?share ?in ?words WHERE {
  GRAPH ?in {
    ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; news:modality ?how ; news:confidence ?share ;
        oa:hasSelector/oa:exact ?words .
    OPTIONAL { ?claim news:status ?status }
  }
  FILTER(ISIRI(?o) && ?p != rdf:type && ?how IN ("asserted", "reported"))
}
ORDER BY ?s ?p ?o ?status ?how ?in ?words
"""
#: What nobody looks for in a picture of a network.
LEFT_OUT = {"Article", "Statement", "RoleHolding"}


@dataclass(frozen=True, slots=True)
class Node:
    """A thing by its IRI, with its label and what it is, by the ontology."""

    iri: str
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Edge:
    """What is told between two things: asserted by an article, or only reported, in how many, with the first words.

    What was so and is over has an edge of its own, with its status; what has none, like an incident, has none here.
    """

    source: str
    relation: str
    target: str
    label: str
    status: str
    modality: str
    articles: int
    confidence: float
    words: str


@dataclass(frozen=True, slots=True)
class Network:
    """Things and what is told between them, in the order of their IRIs."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def network(db: Store) -> Network:
    """Return the network of a store."""
    told = list(_edges(db))
    named = {
        node.iri: node
        for iri in {end for edge in told for end in (edge.source, edge.target)}
        if (node := _node(db, iri))
    }
    edges = tuple(edge for edge in told if edge.source in named and edge.target in named)
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    return Network(tuple(named[iri] for iri in sorted(ends)), edges)


def _edges(db: Store) -> Iterator[Edge]:
    rows = db.query(TOLD, prefixes=PREFIXES)
    if not isinstance(rows, QuerySolutions):
        raise TypeError(TOLD)
    groups: dict[tuple[str, str, str, str], list[tuple[str, float, str, str]]] = defaultdict(list)
    for row in rows:
        key = row["s"].value, row["p"].value, row["o"].value, row["status"].value if row["status"] else ""
        groups[key].append((row["how"].value, float(row["share"].value), row["in"].value, row["words"].value))
    for (source, relation, target, status), told in groups.items():
        how = min(each[0] for each in told)
        best = [each for each in told if each[0] == how]
        articles = len({each[2] for each in told})
        name = relation.removeprefix(NEWS)
        label = vocabulary().labels.get(name, name)
        yield Edge(source, name, target, label, status, how, articles, max(each[1] for each in best), best[0][3])


def _node(db: Store, iri: str) -> Node | None:
    kinds = {
        quad.object.value.removeprefix(NEWS)
        for quad in db.quads_for_pattern(NamedNode(iri), TYPE, None, DefaultGraph())
        if isinstance(quad.object, NamedNode) and quad.object.value.startswith(NEWS)
    }
    if kinds & LEFT_OUT or "#" in iri:
        return None
    above = vocabulary().above
    narrow = sorted(kind for kind in kinds if not any(kind in above.get(each, ()) for each in kinds - {kind}))
    labels = [
        quad.object.value
        for quad in db.quads_for_pattern(NamedNode(iri), LABEL, None)
        if isinstance(quad.object, Literal)
    ]
    return Node(iri, min(labels), narrow[0] if narrow else "Thing") if labels else None
