"""What the endpoint is and what the graph holds: SPARQL Service Description and VoID."""

from collections import Counter
from collections.abc import Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.export.formats import Format
from kg.serve.rdf import written
from kg.serve.snapshot import Snapshot
from kg.vocabulary import DCTERMS, NEWS, RDF, XSD

SD, VOID, FORMATS = (
    "http://www.w3.org/ns/sparql-service-description#",
    "http://rdfs.org/ns/void#",
    "http://www.w3.org/ns/formats/",
)
RESULTS = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "JSON-LD", "RDF_XML"),
)
TYPE = NamedNode(f"{RDF}type")


def described(seen: Snapshot, root: str, form: Format) -> bytes:
    """Return the description of the endpoint and of its graphs."""
    return written(_quads(seen, root.rstrip("/")), form, seen.store.base)


def _quads(seen: Snapshot, root: str) -> Iterator[Quad]:
    service, data = NamedNode(f"{root}/sparql"), NamedNode(f"{root}/.well-known/void#graph")

    def say(subject: NamedNode, predicate: str, *objects: NamedNode | Literal) -> Iterator[Quad]:
        yield from (Quad(subject, NamedNode(predicate), each, DefaultGraph()) for each in objects)

    yield from say(service, TYPE.value, NamedNode(f"{SD}Service"))
    yield from say(service, f"{SD}endpoint", service)
    yield from say(service, f"{SD}supportedLanguage", NamedNode(f"{SD}SPARQL10Query"), NamedNode(f"{SD}SPARQL11Query"))
    yield from say(service, f"{SD}resultFormat", *(NamedNode(FORMATS + name) for name in RESULTS))
    yield from say(service, f"{SD}defaultEntailmentRegime", NamedNode("http://www.w3.org/ns/entailment/OWL-RDF-Based"))
    yield from say(service, f"{SD}supportedEntailmentProfile", NamedNode("http://www.w3.org/ns/owl-profile/RL"))
    yield from say(service, f"{SD}defaultDataset", data)
    yield from say(data, TYPE.value, NamedNode(f"{SD}Dataset"), NamedNode(f"{VOID}Dataset"))
    yield from say(data, f"{SD}defaultGraph", data)
    yield from say(data, TYPE.value, NamedNode(f"{SD}Graph"))
    yield from say(data, f"{DCTERMS}title", Literal("What news articles say, with the words that say so"))
    yield from say(data, f"{DCTERMS}modified", Literal(seen.seen.isoformat(), datatype=NamedNode(f"{XSD}dateTime")))
    yield from say(data, f"{VOID}sparqlEndpoint", service)
    yield from say(data, f"{VOID}uriSpace", Literal(seen.store.base))
    yield from say(data, f"{VOID}vocabulary", NamedNode(NEWS))
    contents = seen.contents
    for name, counted in (("triples", "triples"), ("entities", "entities"), ("documents", "articles")):
        if counted in contents:
            yield from say(data, VOID + name, _number(contents[counted]))
    if not seen.endpoint:
        yield from _classes(seen, data)


def _classes(seen: Snapshot, data: NamedNode) -> Iterator[Quad]:
    counts = Counter(quad.object.value for quad in _typed(seen) if isinstance(quad.object, NamedNode))
    for kind, count in sorted(counts.items()):
        part = NamedNode(f"{data.value}-{kind.removeprefix(NEWS)}")
        yield Quad(data, NamedNode(f"{VOID}classPartition"), part, DefaultGraph())
        yield Quad(part, NamedNode(f"{VOID}class"), NamedNode(kind), DefaultGraph())
        yield Quad(part, NamedNode(f"{VOID}entities"), _number(count), DefaultGraph())


def _typed(seen: Snapshot) -> Iterator[Quad]:
    quads = seen.db.quads_for_pattern(None, TYPE, None, DefaultGraph())
    return (quad for quad in quads if isinstance(quad.object, NamedNode) and quad.object.value.startswith(NEWS))


def _number(count: int) -> Literal:
    return Literal(str(count), datatype=NamedNode(f"{XSD}integer"))
