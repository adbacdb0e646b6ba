"""Brings what is inferred up to date with what is stated."""

from collections.abc import Iterator

from pyoxigraph import DefaultGraph, Triple

from kg.graph.merge import reasoned
from kg.graph.store import Store
from kg.reason.closure import Closure, Program
from kg.reason.index import Memory
from kg.reason.ontology import program_of
from kg.reason.terms import Atom
from kg.resources import folder
from kg.vocabulary import INFERRED


def news_program() -> Program:
    """Return the rules of the ontology that came with this kg."""
    return program_of((folder("ontology") / "news.ttl").read_bytes())


def update(store: Store) -> int:
    """Bring the inferred graph up to date after articles were added, replaced or forgotten; return its size."""
    held = {quad.triple for quad in store.db.quads_for_pattern(None, None, None, store.graph(INFERRED))}
    wanted = set(_inferred(store, held))
    store.infer(held - wanted, wanted - held)
    return len(wanted)


def _inferred(store: Store, held: set[Triple]) -> Iterator[Triple]:
    added, _ = store.pending()
    unstated = held.difference(added)
    index = Memory()
    closure = Closure(news_program(), index)
    closure.add(
        Atom.of(quad)
        for quad in store.db.quads_for_pattern(None, None, None, DefaultGraph())
        if quad.triple not in unstated and reasoned(quad.triple)
    )
    return (atom.triple() for atom in closure.inferred(index.rows))
