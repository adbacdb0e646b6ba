"""An ontology as triples without blank nodes, so that two stores of the same articles are the same to the byte."""

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from kg.errors import DataError, UsageError
from kg.resources import folder
from kg.vocabulary import NEWS

#: Where RDF 1.1 puts names for nodes that have none.
GENID = NEWS.removesuffix("ontology#") + ".well-known/genid/"


def ontology(path: Path | None = None) -> Iterator[Triple]:
    """Yield the triples of a user's ontology, or kg's, lists and axioms named as they follow each other in the file.

    Raises:
        UsageError: there is no such file.
        DataError: it cannot be read, or is not Turtle.

    """
    prefix = f"{GENID}own-" if path else GENID
    try:
        yield from _named((path or folder("ontology") / "news.ttl").read_bytes(), prefix)
    except FileNotFoundError:
        raise UsageError(f"{path}: no such file") from None
    except OSError as error:
        raise DataError(f"{path}: {error.strerror}") from error
    except (SyntaxError, ValueError) as error:
        raise DataError(f"{path}: not Turtle: {error}") from error


def unnamed(node: NamedNode | BlankNode | Literal) -> NamedNode | BlankNode | Literal:
    """Return the blank node that a name of this file stands for, any other node as it is."""
    made = isinstance(node, NamedNode) and node.value.startswith(GENID)
    return BlankNode(f"n{node.value.removeprefix(GENID)}") if made else node


def _named(turtle: bytes, prefix: str) -> Iterator[Triple]:
    names: dict[str, NamedNode] = {}

    def named(node: NamedNode | BlankNode) -> NamedNode:
        if isinstance(node, NamedNode):
            return node
        return names.setdefault(node.value, NamedNode(f"{prefix}{len(names) + 1}"))

    for quad in parse(turtle, format=RdfFormat.TURTLE):
        subject, predicate, value = quad.triple
        if not isinstance(subject, Triple):
            yield Triple(named(subject), predicate, named(value) if isinstance(value, BlankNode) else value)
