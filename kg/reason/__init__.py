"""What follows from the facts, by owlrl as it is. PLACEHOLDER: the room of the compiled rules replaces this file."""

from collections.abc import Iterable

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, parse, serialize

from kg.graph.merge import reasoned
from kg.graph.ontology import ontology
from kg.graph.store import Store
from kg.vocabulary import INFERRED, OWL, RDF, RDFS


def update(store: Store, added: Iterable[Triple], removed: Iterable[Triple]) -> None:
    """Bring the inferred triples up to date with what was stated and withdrawn since."""
    if not (any(added) or any(removed)):
        return
    facts = {triple for triple in store.stated() if reasoned(triple)}
    wanted = _closure(facts) - facts
    held = {quad.triple for quad in store.db.quads_for_pattern(None, None, None, store.graph(INFERRED))}
    store.infer(held - wanted, wanted - held)


def _closure(facts: set[Triple]) -> set[Triple]:
    import owlrl
    import rdflib

    schema = set(ontology())
    graph = rdflib.Graph().parse(data=serialize(facts | schema, format=RdfFormat.N_TRIPLES), format="nt")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    rows = [row for row in graph if not isinstance(row[0], rdflib.Literal)]
    closed = rdflib.Graph()
    for row in rows:
        closed.add(row)
    terms = {triple.subject for triple in schema}
    return {
        quad.triple
        for quad in parse(closed.serialize(format="nt"), format=RdfFormat.N_TRIPLES)
        if not _noise(quad.triple) and quad.triple.subject not in terms
    }


def _noise(triple: Triple) -> bool:
    schema = (RDF, RDFS, OWL, "http://www.w3.org/2001/XMLSchema#")
    return (
        isinstance(triple.subject, BlankNode)
        or isinstance(triple.object, BlankNode)
        or (isinstance(triple.object, NamedNode) and triple.object.value.startswith(schema))
        or triple.subject.value.startswith((*schema, "http://www.daml.org/"))  # type: ignore[union-attr]
        or triple.predicate.value.startswith((RDFS, OWL))
    )
