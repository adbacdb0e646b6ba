"""What people write for a part of a triple: a label, a name of the ontology, a CURIE, an IRI or a value."""

from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from kg.errors import UsageError
from kg.query.names import entities, iri
from kg.query.scan import local_names, undeclared
from kg.suggest import suggest
from kg.vocabulary import NEWS, PREFIXES, RDF, vocabulary

TYPE = NamedNode(f"{RDF}type")


def relation(word: str) -> NamedNode:
    """Return the predicate that a word stands for; UsageError suggests near relations where there is none."""
    if word in ("a", "is a"):
        return TYPE
    return _whole(word) or _term(word, vocabulary().properties, "relation")


def class_(word: str) -> NamedNode:
    """Return the class that a word stands for; UsageError suggests near classes where there is none."""
    return _whole(word) or _term(word, vocabulary().above, "class")


def things(store: Store, word: str) -> list[NamedNode]:
    """Return the things of that name."""
    return [whole] if (whole := _whole(word)) else entities(store, word)


def objects(store: Store, subject: NamedNode, predicate: NamedNode, word: str) -> list[NamedNode | Literal]:
    """Return what the word may mean as object of a triple: a class, a value that the subject has, or things."""
    if whole := _whole(word):
        return [whole]
    if predicate == TYPE:
        return [class_(word)]
    held = [quad.object for quad in store.quads_for_pattern(subject, predicate, None, DefaultGraph())]
    values: list[NamedNode | Literal] = [o for o in held if isinstance(o, Literal) and o.value == word]
    return values or [*entities(store, word)]


def unknown(query: str) -> Iterator[str]:
    """Yield what a query calls by names that the ontology does not have, which finds nothing, with the names near."""
    if "news" in undeclared(query):
        known = vocabulary().labels
        for name in local_names(query, "news:"):
            if name not in known:
                yield f"the ontology has no news:{name}{suggest(name, known)}"


def _whole(word: str) -> NamedNode | None:
    prefix, colon, local = word.partition(":")
    if "://" in word:
        return iri(word)
    return iri(PREFIXES[prefix] + local) if colon and prefix in PREFIXES else None


def _term(word: str, names: Iterable[str], kind: str) -> NamedNode:
    labels = {name.casefold(): name for name in names} | {vocabulary().labels[name].casefold(): name for name in names}
    if word.casefold() in labels:
        return NamedNode(NEWS + labels[word.casefold()])
    raise UsageError(f"the ontology has no {kind} {word!r}{suggest(word, labels.values())}")
