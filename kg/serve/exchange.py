"""A network for other programs: GraphML and GEXF, as Gephi, yEd, igraph and NetworkX read them; Cytoscape's JSON."""

import re
from typing import Any
from xml.etree import ElementTree as ET

from kg.serve.addresses import Addresses
from kg.serve.network import Line, Network
from kg.vocabulary import vocabulary

GRAPHML, GEXF = "application/graphml+xml", "application/gexf+xml"
#: What XML 1.0 cannot hold.
NO_LETTER = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: What is told of a relation, and of which type it is in both formats.
OF_LINES = {
    "relation": "string",
    "modality": "string",
    "confidence": "double",
    "articles": "int",
    "first": "string",
    "last": "string",
    "claim": "string",
}


def graphml(found: Network) -> bytes:
    """Return a network as GraphML."""
    root = ET.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    keys = [("node", "label", "string"), ("node", "kind", "string"), *(("edge", *each) for each in OF_LINES.items())]
    for end, name, kind in keys:
        ET.SubElement(root, "key", {"id": f"{end}-{name}", "for": end, "attr.name": name, "attr.type": kind})
    graph = ET.SubElement(root, "graph", id="kg", edgedefault="directed")
    for iri, label in found.names.items():
        node = ET.SubElement(graph, "node", id=iri)
        _data(node, "node-label", label)
        _data(node, "node-kind", found.kinds[iri])
    for number, line in enumerate(found.lines):
        edge = ET.SubElement(graph, "edge", id=f"e{number}", source=line.source, target=line.target)
        for name in OF_LINES:
            _data(edge, f"edge-{name}", str(getattr(line, name)))
    return _written(root)


def gexf(found: Network) -> bytes:
    """Return a network as GEXF 1.3."""
    root = ET.Element("gexf", xmlns="http://gexf.net/1.3", version="1.3")
    graph = ET.SubElement(root, "graph", defaultedgetype="directed", mode="static")
    _attributes(graph, "node", {"kind": "string"})
    _attributes(graph, "edge", {name: "integer" if kind == "int" else kind for name, kind in OF_LINES.items()})
    nodes, edges = ET.SubElement(graph, "nodes"), ET.SubElement(graph, "edges")
    for iri, label in found.names.items():
        _values(ET.SubElement(nodes, "node", id=iri, label=_clean(label)), {"kind": found.kinds[iri]})
    for number, line in enumerate(found.lines):
        ends = {"source": line.source, "target": line.target, "label": said(line)}
        edge = ET.SubElement(edges, "edge", {"id": f"e{number}", **ends})
        _values(edge, {name: str(getattr(line, name)) for name in OF_LINES})
    return _written(root)


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


def _data(parent: ET.Element, key: str, text: str) -> None:
    ET.SubElement(parent, "data", key=key).text = _clean(text)


def _attributes(graph: ET.Element, end: str, names: dict[str, str]) -> None:
    held = ET.SubElement(graph, "attributes", {"class": end})
    for name, kind in names.items():
        ET.SubElement(held, "attribute", id=name, title=name, type=kind)


def _values(parent: ET.Element, values: dict[str, str]) -> None:
    held = ET.SubElement(parent, "attvalues")
    for name, text in values.items():
        ET.SubElement(held, "attvalue", {"for": name, "value": _clean(text)})


def _clean(text: str) -> str:
    """Return a text without what XML has no letter for."""
    return NO_LETTER.sub("", text)


def _written(root: ET.Element) -> bytes:
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))
