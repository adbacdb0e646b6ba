"""Does each article's graph look as it must: ontology/shapes.ttl, checked by pySHACL."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

import rdflib
from pyoxigraph import NamedNode, RdfFormat, serialize
from rdflib.namespace import RDF, RDFS, SH

from kg.graph.store import Store
from kg.resources import folder

#: Articles that are checked together.
BATCH = 50


@dataclass(frozen=True, slots=True)
class Violation:
    """A node that is not as it must be: what is wrong with it, and in which article."""

    article: str
    node: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """What pySHACL found in some articles; `graph` is its report in SHACL's own terms."""

    violations: tuple[Violation, ...]
    graph: rdflib.Graph


def reports(store: Store) -> Iterator[Report]:
    """Yield a report for each batch of articles."""
    articles = iter(sorted(store.articles(), key=str))
    while batch := list(islice(articles, BATCH)):
        yield _report(store, batch)


def _report(store: Store, articles: Iterable[NamedNode]) -> Report:
    import pyshacl

    owners: dict[str, list[str]] = {}
    data = rdflib.Graph()
    for article in articles:
        quads = list(store.db.quads_for_pattern(None, None, None, article))
        for quad in quads:
            owners.setdefault(str(quad.subject).strip("<>").removeprefix("_:"), []).append(article.value)
        data.parse(data=serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES), format="nt")
    _, found, _ = pyshacl.validate(data, shacl_graph=_read("shapes.ttl"), ont_graph=_classes(), advanced=True)
    return Report(tuple(sorted(_violations(found, owners), key=str)), found)


def _violations(report: rdflib.Graph, owners: dict[str, list[str]]) -> Iterator[Violation]:
    for result in report.subjects(RDF.type, SH.ValidationResult):
        node = str(report.value(result, SH.focusNode))
        message = str(report.value(result, SH.resultMessage))
        for article in dict.fromkeys(owners.get(node, ["?"])):
            yield Violation(article, node, message)


@cache
def _read(name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(folder("ontology") / name)


@cache
def _classes() -> rdflib.Graph:
    """Return which class is under which, so that a shape of attacks reaches bombings."""
    classes = rdflib.Graph()
    for triple in _read("news.ttl").triples((None, RDFS.subClassOf, None)):
        classes.add(triple)
    return classes
