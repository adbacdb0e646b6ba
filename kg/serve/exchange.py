"""A network for the script of its page, with where each thing and the words of each relation are."""

from typing import Any

from kg.export.network import Line, Node
from kg.serve.addresses import Addresses
from kg.serve.network import Shown, colour


def cytoscape(found: Shown, addresses: Addresses, about: frozenset[str]) -> dict[str, Any]:
    """Return a network as Cytoscape has it."""

    def thing(node: Node) -> dict[str, Any]:
        return {
            "id": node.iri,
            "label": node.label,
            "kind": colour(node),
            "degree": found.degrees[node.iri],
            "href": addresses.link(node.iri),
            "middle": node.iri in about,
        }

    def relation(number: int, line: Line) -> dict[str, Any]:
        return {
            "id": f"e{number}",
            "source": line.source,
            "target": line.target,
            "label": line.label,
            "status": line.status,
            "modality": line.modality,
            "confidence": line.confidence,
            "articles": line.articles,
            "href": words(line, addresses),
        }

    nodes = [{"data": thing(node)} for node in found.nodes]
    lines = [{"data": relation(number, line)} for number, line in enumerate(found.lines)]
    return {"elements": {"nodes": nodes, "edges": lines}, "left_out": found.left_out}


def words(line: Line, addresses: Addresses) -> str:
    """Return where the words of a relation are marked in their article."""
    return f"{addresses.link(line.article)}?claim={line.claim.partition('#')[2]}#{line.claim.partition('#')[2]}"
