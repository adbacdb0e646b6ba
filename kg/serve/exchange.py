"""A network for other programs: GraphML and GEXF, as Gephi, yEd, igraph and NetworkX read them; Cytoscape's JSON."""

from collections.abc import Callable
from io import BytesIO
from typing import IO, Any

from kg.export import drawing
from kg.export.drawing import Arrow, Drawing, Point
from kg.serve.addresses import Addresses
from kg.serve.network import Line, Network
from kg.vocabulary import vocabulary

GRAPHML, GEXF = "application/graphml+xml", "application/gexf+xml"
#: What is told of a thing and of a relation, and of which type it is.
OF_NODES = (("kind", "string"),)
OF_LINES = (
    *(("relation", "string"), ("status", "string"), ("modality", "string"), ("confidence", "double")),
    *(("articles", "int"), ("first", "string"), ("last", "string"), ("claim", "string")),
)


def graphml(found: Network) -> bytes:
    """Return a network as GraphML."""
    return _written(drawing.graphml, found)


def gexf(found: Network) -> bytes:
    """Return a network as GEXF 1.3."""
    return _written(drawing.gexf, found)


def _written(write: Callable[[Drawing, IO[bytes]], None], found: Network) -> bytes:
    """Return a network as one of these formats; what XML has no letter for is left out."""
    points = [Point(iri, label, {"kind": found.kinds[iri]}) for iri, label in found.names.items()]
    arrows = [
        Arrow(line.source, line.target, said(line), {name: getattr(line, name) for name, _ in OF_LINES})
        for line in found.lines
    ]
    out = BytesIO()
    write(Drawing(points, arrows, OF_NODES, OF_LINES, instead=""), out)
    return out.getvalue()


def cytoscape(found: Network, addresses: Addresses, about: frozenset[str]) -> dict[str, Any]:
    """Return a network for the page's script, with where each thing and the words of each relation are."""
    nodes = [
        {
            "data": {
                "id": iri,
                "label": label,
                "kind": found.kinds[iri],
                "degree": found.degrees[iri],
                "href": addresses.link(iri),
                "middle": iri in about,
            }
        }
        for iri, label in found.names.items()
    ]
    lines = [
        {
            "data": {
                "id": f"e{number}",
                "source": line.source,
                "target": line.target,
                "label": said(line),
                "status": line.status,
                "modality": line.modality,
                "confidence": line.confidence,
                "articles": line.articles,
                "href": words(line, addresses),
            }
        }
        for number, line in enumerate(found.lines)
    ]
    return {"elements": {"nodes": nodes, "edges": lines}, "left_out": found.left_out}


def said(line: Line) -> str:
    """Return what a relation is called."""
    return vocabulary().labels.get(line.relation, line.relation)


def words(line: Line, addresses: Addresses) -> str:
    """Return where the words of a relation are marked in their article."""
    return f"{addresses.link(line.article)}?claim={line.claim.partition('#')[2]}#{line.claim.partition('#')[2]}"
