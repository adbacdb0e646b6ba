"""What people write for a part of a triple: a label, a name of the ontology, a CURIE, an IRI or a value."""

from collections.abc import Iterable, Iterator
from itertools import chain

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from kg.errors import UsageError
from kg.query.names import Term, entities, iri, label
from kg.query.scan import local_names, undeclared
from kg.suggest import suggest
from kg.vocabulary import NEWS, OWL, PREFIXES, RDF, vocabulary

TYPE, SUBJECT, PREDICATE, OBJECT = (NamedNode(RDF + name) for name in ("type", "subject", "predicate", "object"))


def relation(store: Store, word: str) -> NamedNode:
    """Return the predicate that a word stands for; UsageError suggests near relations where there is none."""
    if word in ("a", "is a"):
        return TYPE
    own = (*_own(store, "ObjectProperty"), *_own(store, "DatatypeProperty"))
    return _whole(word) or _term(store, word, vocabulary().properties, own, "relation")


def class_(store: Store, word: str) -> NamedNode:
    """Return the class that a word stands for; UsageError suggests near classes where there is none."""
    return _whole(word) or _term(store, word, vocabulary().above, _own(store, "Class"), "class")


def things(store: Store, word: str) -> list[NamedNode]:
    """Return the things of that name."""
    return [whole] if (whole := _whole(word)) else entities(store, word)


def objects(store: Store, subject: NamedNode, predicate: NamedNode, word: str) -> list[NamedNode | Literal]:
    """Return what the word may mean as object of a triple: a class, things, or a value.

    Of a value it is meant as the subject has it, or as it is claimed of it; else as the words that it is.
    """
    if whole := _whole(word):
        return [whole]
    if predicate == TYPE:
        return [class_(store, word)]
    held = (quad.object for quad in store.quads_for_pattern(subject, predicate, None, DefaultGraph()))
    known = dict.fromkeys(chain(held, _claimed(store, subject, predicate)))
    if values := [each for each in known if isinstance(each, Literal) and each.value == word]:
        return [*values]
    return [Literal(word)] if _is_of_values(store, predicate) else [*entities(store, word)]


def _claimed(store: Store, subject: NamedNode, predicate: NamedNode) -> Iterator[Term]:
    """Yield what articles claim, in whatever manner, that the relation leads to."""
    for claim in store.quads_for_pattern(None, SUBJECT, subject, None):
        if next(store.quads_for_pattern(claim.subject, PREDICATE, predicate, claim.graph_name), None):
            yield from (quad.object for quad in store.quads_for_pattern(claim.subject, OBJECT, None, claim.graph_name))


def _is_of_values(store: Store, predicate: NamedNode) -> bool:
    """Tell whether a relation leads to dates, numbers and texts, and not to things."""
    known = vocabulary().properties.get(predicate.value.removeprefix(NEWS))
    return known.literal if known else predicate in _own(store, "DatatypeProperty")


def unknown(store: Store | None, query: str) -> Iterator[str]:
    """Yield what a query calls by names that the ontology does not have, which finds nothing, with the names near."""
    if "news" in undeclared(query):
        kinds = ("ObjectProperty", "DatatypeProperty", "Class")
        own = (node.value.removeprefix(NEWS) for kind in kinds if store for node in _own(store, kind))
        known = {*vocabulary().labels, *own}
        for name in local_names(query, "news:"):
            if name not in known:
                yield f"the ontology has no news:{name}{suggest(name, known)}"


def _whole(word: str) -> NamedNode | None:
    prefix, colon, local = word.partition(":")
    if "://" in word:
        return iri(word)
    return iri(PREFIXES[prefix] + local) if colon and prefix in PREFIXES else None


def _own(store: Store, kind: str) -> list[NamedNode]:
    """Return the terms of one kind that a user's ontology declares in a store."""
    kgs = vocabulary().labels
    found = {quad.subject for quad in store.quads_for_pattern(None, TYPE, NamedNode(OWL + kind), None)}
    named = (node for node in found if isinstance(node, NamedNode) and node.value.removeprefix(NEWS) not in kgs)
    return sorted(named, key=str)


def _term(store: Store, word: str, names: Iterable[str], own: Iterable[NamedNode], kind: str) -> NamedNode:
    """Return the term of a name or label; kg's goes before one of the user's own."""
    nodes = {node.value.rpartition("#")[2].rpartition("/")[2]: node for node in own}
    called = {name: (node, label(store, node) or name) for name, node in nodes.items()}
    called |= {name: (NamedNode(NEWS + name), vocabulary().labels[name]) for name in names}
    labels = {name.casefold(): name for name in called}
    labels |= {said.casefold(): name for name, (_, said) in called.items()}
    if word.casefold() in labels:
        return called[labels[word.casefold()]][0]
    raise UsageError(f"the ontology has no {kind} {word!r}{suggest(word, labels.values())}")
