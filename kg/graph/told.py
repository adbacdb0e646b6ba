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

SUBJECT, PREDICATE, OBJECT, _STATEMENT = (
    NamedNode(RDF + name) for name in ("subject", "predicate", "object", "Statement")
)
SOURCE, DATE, BY = (NamedNode(DCTERMS + name) for name in ("source", "date", "creator"))
CONFIDENCE, REASON = NamedNode(f"{ITSRDF}taConfidence"), NamedNode(f"{RDFS}comment")
_LOCAL = re.compile(r"[^#/]+$")


@dataclass(frozen=True, slots=True)
class Told:
    """A triple with who says so, of when, how sure that is, and why; `by` is who decided on it, where somebody did.

    `rank` tells several apart that say the same of one thing: its first, second and third candidate.
    """

    triple: Row
    source: str
    date: str
    confidence: float
    reason: str
    by: str = ""
    rank: int = 1


def quads(told: Told, graph: NamedNode, base: str) -> Iterator[Quad]:
    """Yield the triple and its evidence in a graph."""
    yield Quad(*told.triple, graph)
    subject, predicate, value = told.triple
    rank = f"-{told.rank}" if told.rank > 1 else ""
    node = NamedNode(f"{graph.value}#{_local(predicate)}{rank}/{subject.value.removeprefix(base)}")
    if told.date:
        yield Quad(node, DATE, Literal(told.date), graph)
    if told.by:
        yield Quad(node, BY, Literal(told.by), graph)
    for relation, said in (
        (TYPE, _STATEMENT),
        (SUBJECT, subject),
        (PREDICATE, predicate),
        (OBJECT, value),
        (SOURCE, Literal(told.source)),
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
