"""What the graph says of a thing, as RDF."""

from collections.abc import Iterator
from io import BytesIO

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse

from kg.export.export import triples
from kg.export.formats import Format
from kg.resources import folder
from kg.serve.snapshot import Snapshot

#: Media types of graphs, the one that is given for */* first.
GRAPHS = {
    "text/turtle": Format.TURTLE,
    "application/n-triples": Format.NT,
    "application/ld+json": Format.JSONLD,
    "application/rdf+xml": Format.XML,
}


def described(seen: Snapshot, node: NamedNode, form: Format) -> bytes:
    """Return what is said of a thing, and what says something of it; of an article with all that it states."""
    found = set(seen.db.quads_for_pattern(node, None, None, DefaultGraph()))
    found.update(seen.db.quads_for_pattern(None, None, node, DefaultGraph()))
    found.update(seen.db.quads_for_pattern(None, None, None, node))
    return written(iter(found), form, seen.store.base)


def ontology(form: Format, base: str) -> bytes:
    """Return the ontology."""
    return written(parse(path=str(folder("ontology") / "news.ttl"), format=RdfFormat.TURTLE), form, base)


def written(quads: Iterator[Quad], form: Format, base: str) -> bytes:
    """Return quads as triples in a format, the same in the same bytes."""
    out = BytesIO()
    triples(out, form, sorted({f"{quad.triple} ." for quad in quads}), base)
    return out.getvalue()
