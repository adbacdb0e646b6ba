"""A part of a store to ask instead of all: what is stated alone, or without what is known beside the articles."""

from pyoxigraph import DefaultGraph, Quad, Store

from kg.graph.merge import at, reasoned
from kg.graph.store import Store as KnowledgeGraph
from kg.reason.closing import program
from kg.reason.terms import Atom
from kg.reason.update import by_rules
from kg.vocabulary import BACKGROUNDS, INFERRED


def asserted(store: KnowledgeGraph, *, background: bool = True) -> Store:
    """Return a copy in memory of a store without what is inferred, or also without what only background says."""
    copy = Store()
    left_out = {store.graph(INFERRED)} | (set() if background else {store.graph(name) for name in BACKGROUNDS})
    stated = store.stated() if background else store.stated_but(left_out)
    copy.bulk_extend(at(triple, DefaultGraph()) for triple in stated)
    for name in store.db.named_graphs():
        if name not in left_out:
            copy.bulk_extend(store.db.quads_for_pattern(None, None, None, name))
    return copy


def without_background(store: KnowledgeGraph) -> Store:
    """Return a copy in memory of what articles state and what follows from that alone; the store if that is all."""
    if not any(True for name in BACKGROUNDS for _ in store.db.quads_for_pattern(None, None, None, store.graph(name))):
        return store.db
    copy = asserted(store, background=False)
    infer(store, copy)
    return copy


def infer(store: KnowledgeGraph, copy: Store) -> None:
    """Add to a copy of a part of a store what follows from what it states."""
    told = filter(reasoned, copy.quads_for_pattern(None, None, None, DefaultGraph()))
    follows = list(by_rules(program(store), map(Atom.of, told)))
    copy.bulk_extend(Quad(*atom, graph) for atom in follows for graph in (DefaultGraph(), store.graph(INFERRED)))
