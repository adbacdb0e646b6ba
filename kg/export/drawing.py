"""A network as GraphML and GEXF, whoever tells what its nodes and edges have."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

#: All that XML 1.0 cannot hold.
NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: What a node or edge has, by its names, with their types in GraphML.
Fields = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Point:
    """A node of a drawing."""

    iri: str
    label: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Arrow:
    """An edge of a drawing; GEXF alone knows of weights."""

    source: str
    target: str
    label: str
    values: Mapping[str, object]
    weight: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """Nodes and edges with what each has."""

    points: Sequence[Point]
    arrows: Sequence[Arrow]
    of_points: Fields
    of_arrows: Fields


def clean(value: object) -> str:
    """Return a value as XML can hold it."""
    return NOT_XML.sub("\ufffd", str(value))


def graphml(drawing: Drawing, out: IO[bytes]) -> None:
    """Write GraphML; the label of a node is among its values."""
    root = Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    of_points = (("label", "string"), *drawing.of_points)
    for owner, keys in (("node", of_points), ("edge", drawing.of_arrows)):
        for name, kind in keys:
            SubElement(root, "key", {"id": f"{owner}-{name}", "for": owner, "attr.name": name, "attr.type": kind})
    graph = SubElement(root, "graph", edgedefault="directed")
    for point in drawing.points:
        node = SubElement(graph, "node", id=clean(point.iri))
        _data(node, "node", {"label": point.label, **point.values})
    for number, arrow in enumerate(drawing.arrows):
        edge = SubElement(graph, "edge", {"id": f"e{number}", **_ends(arrow)})
        _data(edge, "edge", arrow.values)
    _written(root, out)


def gexf(drawing: Drawing, out: IO[bytes]) -> None:
    """Write GEXF 1.3."""
    root = Element("gexf", xmlns="http://gexf.net/1.3", version="1.3")
    graph = SubElement(root, "graph", defaultedgetype="directed")
    for owner, keys in (("node", drawing.of_points), ("edge", drawing.of_arrows)):
        attributes = SubElement(graph, "attributes", {"class": owner})
        for name, kind in keys:
            SubElement(attributes, "attribute", id=name, title=name, type="integer" if kind == "int" else kind)
    nodes, edges = SubElement(graph, "nodes"), SubElement(graph, "edges")
    for point in drawing.points:
        told = {"id": clean(point.iri), "label": clean(point.label)}
        _values(SubElement(nodes, "node", told), point.values)
    for number, arrow in enumerate(drawing.arrows):
        told = {"id": f"e{number}", **_ends(arrow), "label": clean(arrow.label)}
        _values(SubElement(edges, "edge", {**told, "weight": str(arrow.weight)}), arrow.values)
    _written(root, out)


def _ends(arrow: Arrow) -> dict[str, str]:
    return {"source": clean(arrow.source), "target": clean(arrow.target)}


def _data(element: Element, owner: str, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        SubElement(element, "data", key=f"{owner}-{name}").text = clean(value)


def _values(element: Element, values: Mapping[str, object]) -> None:
    held = SubElement(element, "attvalues")
    for name, value in values.items():
        SubElement(held, "attvalue", {"for": name, "value": clean(value)})


def _written(root: Element, out: IO[bytes]) -> None:
    indent(root)
    ElementTree(root).write(out, "utf-8", xml_declaration=True)
    out.write(b"\n")
