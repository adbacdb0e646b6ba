"""Find the counterpart of each entity that has none yet; those found go to a graph of their own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.store import Store
from kg.link.candidates import KINDS, Candidate, candidates
from kg.link.choose import Choice, choose
from kg.link.endpoint import Endpoint
from kg.query.run import select
from kg.vocabulary import LINKS, PREFIXES

RDF, RDFS, SKOS, ITSRDF, XSD = (PREFIXES[name] for name in ("rdf", "rdfs", "skos", "itsrdf", "xsd"))
EXACT_MATCH = NamedNode(f"{SKOS}exactMatch")

#: Entities known only inside one article (a bare surname, an unnamed woman) name nothing that the world knows.
UNLINKED = """
SELECT ?entity (MIN(?name) AS ?label) WHERE {
  ?entity a news:%s ; rdfs:label ?name .
  FILTER NOT EXISTS { ?entity skos:exactMatch ?match }
  FILTER(!STRSTARTS(STR(?entity), "%sarticle/"))
}
GROUP BY ?entity
ORDER BY ?entity
"""


@dataclass(frozen=True, slots=True)
class Link:
    """An entity and its counterpart, or None where no candidate clearly won."""

    entity: NamedNode
    label: str
    kind: str
    choice: Choice | None


def links(store: Store, endpoint: Endpoint) -> Iterator[Link]:
    """Yield a link for each person, organization and place without one; asks the endpoint by batches."""
    for kind in KINDS:
        named = {row["entity"]: row["label"].value for row in select(store.db, UNLINKED % (kind, store.base))}
        found: dict[str, list[Candidate]] = {}
        for each in candidates(endpoint, kind, sorted(set(named.values()))):
            found.setdefault(each.name, []).append(each)
        for entity, label in named.items():
            yield Link(entity, label, kind, choose(found.get(label, [])))


def write(store: Store, found: Iterable[Link]) -> int:
    """Store the links in one step, each with its confidence and reason; return how many there were."""
    graph = store.graph(LINKS)
    chosen = [(link.entity, link.choice) for link in found if link.choice]
    new = (quad for entity, choice in chosen for quad in quads(entity, choice, graph, store.base))
    store.replace(graph, [*store.db.quads_for_pattern(None, None, None, graph), *new])
    return len(chosen)


def quads(entity: NamedNode, choice: Choice, graph: NamedNode, base: str) -> Iterator[Quad]:
    """Yield a choice and, as a fragment of the graph's name, what is known of it; the store merges only the first."""
    match = NamedNode(choice.candidate.iri)
    node = NamedNode(f"{graph.value}#{entity.value.removeprefix(base)}")
    confidence = Literal(str(choice.confidence), datatype=NamedNode(f"{XSD}decimal"))
    for subject, predicate, value in (
        (entity, EXACT_MATCH, match),
        (node, NamedNode(f"{RDF}type"), NamedNode(f"{RDF}Statement")),
        (node, NamedNode(f"{RDF}subject"), entity),
        (node, NamedNode(f"{RDF}predicate"), EXACT_MATCH),
        (node, NamedNode(f"{RDF}object"), match),
        (node, NamedNode(f"{ITSRDF}taConfidence"), confidence),
        (node, NamedNode(f"{RDFS}comment"), Literal(choice.reason, language="en")),
    ):
        yield Quad(subject, predicate, value, graph)
