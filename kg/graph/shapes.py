"""Does an article's graph look as it must: ontology/shapes.ttl, tested graph by graph; pySHACL tells what is wrong."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import rdflib
from pyoxigraph import NamedNode, QuerySolutions, RdfFormat, serialize
from rdflib.namespace import RDF, RDFS, SH
from rdflib.term import Node

from kg import naming
from kg.graph.constraints import Constraints, UnknownShapeError
from kg.graph.store import Store
from kg.resources import folder
from kg.vocabulary import PREFIXES


@dataclass(frozen=True, slots=True)
class Violation:
    """A node that is not as it must be: what is wrong with it, and in which article."""

    article: str
    node: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """What pySHACL found in an article; `graph` is its report in SHACL's own terms."""

    violations: tuple[Violation, ...]
    graph: rdflib.Graph


def reports(store: Store, articles: Iterable[NamedNode] | None = None) -> Iterator[Report]:
    """Yield a report of each article, or each of some, whose graph is not as it must be."""
    for article in suspects(store, articles):
        report = checked(store, article)
        if report.violations:
            yield report


def suspects(store: Store, articles: Iterable[NamedNode] | None = None) -> Iterator[NamedNode]:
    """Yield the articles in whose graphs something may be wrong, in order, and all in which something is."""
    constraints = Constraints(_read("shapes.ttl"), _below)
    told = {graph for query in constraints.queries() for graph in _found(store, query)}
    for article in sorted(_graphs(store), key=str) if articles is None else articles:
        try:
            wrong = article in told or constraints.violated(store.db, article)
        except UnknownShapeError:
            wrong = True
        if wrong:
            yield article


def _graphs(store: Store) -> Iterator[NamedNode]:
    """Yield the graphs of articles, also one that no longer says that it is of an article."""
    start = store.base + naming.article("")
    yield from (g for g in store.db.named_graphs() if isinstance(g, NamedNode) and g.value.startswith(start))


def _found(store: Store, query: str) -> Iterator[NamedNode]:
    rows = store.db.query(query, prefixes=PREFIXES)
    if not isinstance(rows, QuerySolutions):
        raise TypeError(query)
    yield from (row["g"] for row in rows if isinstance(row["g"], NamedNode))


def checked(store: Store, article: NamedNode) -> Report:
    """Return what pySHACL finds in an article's graph."""
    import pyshacl

    triples = (quad.triple for quad in store.db.quads_for_pattern(None, None, None, article))
    data = rdflib.Graph().parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")
    _, found, _ = pyshacl.validate(data, shacl_graph=_read("shapes.ttl"), ont_graph=_classes(), advanced=True)
    return Report(tuple(sorted(_violations(found, article.value), key=str)), found)


def _violations(report: rdflib.Graph, article: str) -> Iterator[Violation]:
    for result in report.subjects(RDF.type, SH.ValidationResult):
        node, message = (str(report.value(result, name)) for name in (SH.focusNode, SH.resultMessage))
        yield Violation(article, node, message)


@cache
def _below(kind: Node) -> frozenset[str]:
    """Return a class and all that are under it."""
    return frozenset(map(str, _classes().transitive_subjects(RDFS.subClassOf, kind)))


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
