"""Brings what is inferred up to date with what is stated."""

from collections.abc import Iterable, Iterator

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


def update(store: Store, added: Iterable[Triple], removed: Iterable[Triple]) -> None:
    """Bring what is inferred up to date with the triples that were stated and withdrawn since."""
    now_stated = set(added)
    if not now_stated and not any(True for _ in removed):
        return
    held = {quad.triple for quad in store.db.quads_for_pattern(None, None, None, store.graph(INFERRED))}
    wanted = set(_inferred(store, held - now_stated))
    store.infer(held - wanted, wanted - held)


def _inferred(store: Store, unstated: set[Triple]) -> Iterator[Triple]:
    index = Memory()
    closure = Closure(news_program(), index)
    closure.add(
        Atom.of(quad)
        for quad in store.db.quads_for_pattern(None, None, None, DefaultGraph())
        if quad.triple not in unstated and reasoned(quad.triple)
    )
    return (atom.triple() for atom in closure.inferred(index.rows))
