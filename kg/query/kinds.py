"""Things that are given for a parameter whose name is a kind of things: `--attack` means an attack."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from pyoxigraph import DefaultGraph, NamedNode, Store

from kg.errors import UsageError
from kg.query.names import said
from kg.query.saved import SavedQuery
from kg.query.terms import TYPE, things
from kg.vocabulary import NEWS, RDF, vocabulary

SUBJECT, OBJECT = NamedNode(f"{RDF}subject"), NamedNode(f"{RDF}object")
#: So many things of the right kind are told.
MOST = 3


def check(store: Store, query: SavedQuery, given: Mapping[str, Sequence[str]]) -> None:
    """Raise UsageError where a thing that a query needs is known, and of another kind than the parameter says."""
    classes = {name.casefold(): name for name in vocabulary().above}
    for each in query.parameters:
        wanted = classes.get(each.name.replace("-", ""))
        if each.entity and each.required and wanted:
            for value in given.get(each.name, ()):
                _check(store, f"--{each.name}", things(store, value), wanted)


def _check(store: Store, option: str, nodes: Sequence[NamedNode], wanted: str) -> None:
    found = {kind for node in nodes for kind in classes(store, node)}
    if not found or _fits(found, wanted):
        return
    labels = vocabulary().labels
    kinds = " and ".join(sorted(labels.get(kind, kind) for kind in found))
    near = list(islice(_near(store, nodes, wanted), MOST))
    more = f"; did you mean {' or '.join(near)}?" if near else ""
    raise UsageError(f"{option}: {said(store, nodes[0])} is no {labels[wanted]}, it is of kind {kinds}{more}")


def _fits(kinds: Iterable[str], wanted: str) -> bool:
    return any(vocabulary().is_a(kind, wanted) for kind in kinds)


def classes(store: Store, node: NamedNode) -> set[str]:
    """Return the classes that a thing has, or that an article claims it to have."""
    stated = {quad.object for quad in store.quads_for_pattern(node, TYPE, None, None)}
    for claim in {quad.subject for quad in store.quads_for_pattern(None, SUBJECT, node, None)}:
        if not isinstance(claim, NamedNode):
            continue
        stated |= {quad.object for quad in store.quads_for_pattern(claim, OBJECT, None, None)}
    names = {each.value.removeprefix(NEWS) for each in stated if isinstance(each, NamedNode)}
    return names & vocabulary().above.keys()


def _near(store: Store, nodes: Iterable[NamedNode], wanted: str) -> Iterator[str]:
    """Yield what is of a kind and stands in some relation to one of the things."""
    met = {quad.subject for node in nodes for quad in store.quads_for_pattern(None, None, node, DefaultGraph())}
    for each in sorted((each for each in met if isinstance(each, NamedNode)), key=str):
        if _fits(classes(store, each), wanted):
            yield f"{each.value} ({said(store, each)})"
