"""Entities by the names that articles give them."""

from collections.abc import Iterator
from itertools import chain, dropwhile, product

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Store, Triple

from kg.errors import UsageError
from kg.export.terms import shortener
from kg.naming import folded
from kg.suggest import suggest
from kg.vocabulary import BASE, NEWS, OA, PREFIXES, RDFS, SKOS

Term = NamedNode | BlankNode | Literal | Triple

LABEL = NamedNode(f"{RDFS}label")
ALIAS = NamedNode(f"{SKOS}altLabel")
EXACT = NamedNode(f"{OA}exact")
MENTION_OF = NamedNode(f"{NEWS}mentionOf")
MENTIONS = NamedNode(f"{NEWS}mentions")
MERGED = DefaultGraph()
SHORTEN = shortener(PREFIXES, BASE)


def entities(store: Store, name: str) -> list[NamedNode]:
    """Return the things of that name, or of that alias if none is so named; an IRI names itself.

    A title before a name is no part of it, where nothing is named so with it and one thing alone without.
    What articles mention comes first: a statement, too, is labelled by its words, and these may be a name.
    UsageError suggests near names where nothing has the name.
    """
    if "://" in name:
        return [iri(name.strip().removeprefix("<").removesuffix(">"))]
    for wanted, find, kind in product((mentioned, anything), (spelt, named), (LABEL, ALIAS)):
        if found := [node for node in find(store, name, kind) if wanted(store, node)]:
            return found
    if found := _titled(store, name):
        return found
    known = {text for node, text in names(store, LABEL) if mentioned(store, node)}
    raise UsageError(f"nothing is named {name!r}{suggest(name, known)}")


def _titled(store: Store, name: str) -> list[NamedNode]:
    """Return the one thing that a name means with a title before it, which is no part of it: "Lord Ash" is Ash.

    As articles write it, or else without the title; nothing where it may mean several.
    """
    from kg.extract.lexicon.courtesy import title_of

    bare = " ".join(dropwhile(title_of, name.split()))
    if not bare or bare == " ".join(name.split()):
        return []
    asked = (find(store, bare, kind) for find, kind in product((spelt, named), (LABEL, ALIAS)))
    for found in chain([_written(store, name)], asked):
        if things := {node for node in found if mentioned(store, node)}:
            return [*things] if len(things) == 1 else []
    return []


def _written(store: Store, words: str) -> Iterator[NamedNode]:
    """Yield the things for which exactly these words stand in an article."""
    for mention in store.quads_for_pattern(None, EXACT, Literal(words), None):
        for meant in store.quads_for_pattern(mention.subject, MENTION_OF, None, mention.graph_name):
            if isinstance(meant.object, NamedNode):
                yield meant.object


def mentioned(store: Store, node: NamedNode) -> bool:
    """Whether an article names or describes the thing."""
    return next(store.quads_for_pattern(None, MENTIONS, node, MERGED), None) is not None


def anything(_: Store, __: NamedNode) -> bool:
    """Whether the thing is one."""
    return True


def iri(name: str) -> NamedNode:
    """Return an IRI that was given whole."""
    try:
        return NamedNode(name)
    except ValueError as error:
        raise UsageError(f"{name}: not an IRI: {error}") from None


def spelt(store: Store, name: str, kind: NamedNode) -> list[NamedNode]:
    """Return the entities with exactly this label or alias, which the store finds without looking at all."""
    quads = store.quads_for_pattern(None, kind, Literal(name), MERGED)
    return sorted((quad.subject for quad in quads if isinstance(quad.subject, NamedNode)), key=str)


def named(store: Store, name: str, kind: NamedNode) -> list[NamedNode]:
    """Return the entities with a label or alias that is this name but for capitals, blanks and marks, as in IRIs."""
    wanted = folded(name)
    return sorted({node for node, text in names(store, kind) if folded(text) == wanted}, key=str)


def names(
    store: Store, kind: NamedNode, of: NamedNode | None = None, *, graph: DefaultGraph | None = MERGED
) -> Iterator[tuple[NamedNode, str]]:
    """Yield every thing, or the one asked for, with each of its labels or aliases in the merged graph, or in all."""
    for quad in store.quads_for_pattern(of, kind, None, graph):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            yield quad.subject, quad.object.value


def said(store: Store, term: Term | None, *, names: bool = True) -> str:
    """Return a term as a reader would say it: by its label, its text, or its short IRI; without `names` by its IRI."""
    if isinstance(term, NamedNode) and names:
        return label(store, term) or SHORTEN(str(term)).strip("<>")
    return "" if term is None else term.value if isinstance(term, Literal | NamedNode) else str(term)


def label(store: Store, node: NamedNode) -> str | None:
    """Return the label of a thing, or of a term of the ontology."""
    own = next((text for _, text in names(store, LABEL, node)), None)
    return own or next((text for _, text in names(store, LABEL, node, graph=None)), None)
