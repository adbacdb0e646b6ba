"""Entities by the names that articles give them."""

from collections.abc import Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from kg.errors import UsageError
from kg.suggest import suggest
from kg.vocabulary import PREFIXES

LABEL = NamedNode(f"{PREFIXES['rdfs']}label")
ALIAS = NamedNode(f"{PREFIXES['skos']}altLabel")


def entities(store: Store, name: str) -> list[NamedNode]:
    """Return the entities of that name, or of that alias if none is so named; an IRI names itself.

    UsageError suggests near names where nothing has the name.
    """
    if "://" in name:
        return [iri(name)]
    for kind in (LABEL, ALIAS):
        if found := named(store, name, kind):
            return found
    raise UsageError(f"nothing is named {name!r}{suggest(name, {text for _, text in names(store, LABEL)})}")


def iri(name: str) -> NamedNode:
    """Return an IRI that was given whole."""
    try:
        return NamedNode(name)
    except ValueError as error:
        raise UsageError(f"{name}: not an IRI: {error}") from None


def named(store: Store, name: str, kind: NamedNode) -> list[NamedNode]:
    """Return the entities with a label or alias that is this name, whatever its capitals."""
    folded = name.casefold()
    return sorted({node for node, text in names(store, kind) if text.casefold() == folded}, key=str)


def names(store: Store, kind: NamedNode, of: NamedNode | None = None) -> Iterator[tuple[NamedNode, str]]:
    """Yield every thing, or the one asked for, with each of its labels or aliases."""
    for quad in store.quads_for_pattern(of, kind, None, DefaultGraph()):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            yield quad.subject, quad.object.value


def label(store: Store, node: NamedNode) -> str | None:
    """Return the label of a thing, the first in the alphabet if it has several."""
    return min((text for _, text in names(store, LABEL, node)), default=None)
