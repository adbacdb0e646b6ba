"""What others than articles say, as quads of a graph: plain triples, and for each a node that says who, when, how sure.

For "Zamfara lies in Nigeria", of the table ISO 3166-2:

    GRAPH <…/id/graph/background> {
      <…/id/place/zamfara> news:locatedIn <…/id/place/nigeria> .
      <…/id/graph/background#locatedIn/place/zamfara> a rdf:Statement ;
          rdf:subject <…/id/place/zamfara> ; rdf:predicate news:locatedIn ; rdf:object <…/id/place/nigeria> ;
          dcterms:source "ISO 3166" ; dcterms:date "2026-08" ; itsrdf:taConfidence 0.95 ; rdfs:comment "…"@en .
    }
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.terms import TYPE, Row, decimal
from kg.vocabulary import DCTERMS, ITSRDF, RDF, RDFS

_SUBJECT, _PREDICATE, _OBJECT, _STATEMENT = (
    NamedNode(RDF + name) for name in ("subject", "predicate", "object", "Statement")
)
SOURCE, DATE = NamedNode(f"{DCTERMS}source"), NamedNode(f"{DCTERMS}date")
CONFIDENCE, REASON = NamedNode(f"{ITSRDF}taConfidence"), NamedNode(f"{RDFS}comment")
_LOCAL = re.compile(r"[^#/]+$")


@dataclass(frozen=True, slots=True)
class Told:
    """A triple with who says so, of when, how sure that is, and why; `by` is who decided on it, where somebody did."""

    triple: Row
    source: str
    date: str
    confidence: float
    reason: str


def quads(told: Told, graph: NamedNode, base: str) -> Iterator[Quad]:
    """Yield the triple and its evidence in a graph."""
    yield Quad(*told.triple, graph)
    subject, predicate, value = told.triple
    node = NamedNode(f"{graph.value}#{_local(predicate)}/{subject.value.removeprefix(base)}")
    for relation, said in (
        (TYPE, _STATEMENT),
        (_SUBJECT, subject),
        (_PREDICATE, predicate),
        (_OBJECT, value),
        (SOURCE, Literal(told.source)),
        (DATE, Literal(told.date)),
        (CONFIDENCE, decimal(told.confidence)),
        (REASON, Literal(told.reason, language="en")),
    ):
        yield Quad(node, relation, said, graph)


def subject_of(quad: Quad, graph: NamedNode, base: str) -> str:
    """Return the IRI of the thing that a quad of such a graph is about, itself or as evidence."""
    if not isinstance(quad.subject, NamedNode):
        return ""
    _, is_evidence, name = quad.subject.value.partition(f"{graph.value}#")
    return base + name.partition("/")[2] if is_evidence else quad.subject.value


def _local(predicate: NamedNode) -> str:
    found = _LOCAL.search(predicate.value)
    return found[0] if found else "relation"
