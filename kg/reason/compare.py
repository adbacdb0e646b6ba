"""Where owlrl and kg's rules differ on what a store states, or on the part of it about one thing: nowhere."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations, product

from pyoxigraph import DefaultGraph, NamedNode

from kg.errors import UsageError
from kg.graph.merge import known, reasoned
from kg.graph.store import Store
from kg.reason.closing import axioms
from kg.reason.graph import Graph, opened
from kg.reason.reference import owlrl_closure
from kg.reason.terms import SAME, Atom
from kg.vocabulary import INFERRED

#: owlrl takes about three milliseconds a fact, and more the more there are.
MOST = 20_000
#: How far from a thing facts are looked for, and how many.
STEPS, FEW = 2, 2_000


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many facts were given to owlrl, how many it found to follow, and what only one of the two finds."""

    stated: int
    inferred: int
    only_owlrl: tuple[Atom, ...]
    only_rules: tuple[Atom, ...]


def compare(store: Store, about: NamedNode | None = None) -> Comparison:
    """Let owlrl close what the store states, and compare; of a part, only what owlrl finds can be missed.

    Raises:
        UsageError: the store is too large for owlrl.

    """
    graph = opened(store)
    stated = set(_part(store, graph, about)) if about else {Atom.of(t) for t in store.stated() if reasoned(t)}
    if len(stated) > MOST:
        raise UsageError(f"{len(stated):,} facts are too many for owlrl ({MOST:,}): name a part by --about NAME")
    theirs = owlrl_closure(axioms(store), stated)
    ours = theirs & stated if about else set(_told(store, graph))
    missed = (atom for atom in theirs - ours if not (about and graph.holds(atom)))
    return Comparison(
        len(stated),
        len(theirs - stated),
        tuple(sorted(missed, key=str)),
        tuple(sorted(ours - theirs, key=str)),
    )


def _told(store: Store, graph: Graph) -> Iterator[Atom]:
    """Yield what the store holds, said of all names of each thing, as owlrl says it."""
    quads = store.db.quads_for_pattern(None, None, None, DefaultGraph())
    atoms = [Atom.of(quad) for quad in quads if known(quad, store.graph(INFERRED), store.db)]
    for s, p, o in atoms:
        if p == SAME:
            yield from (Atom(a, SAME, b) for a, b in permutations(graph.names(s), 2))
        else:
            yield from (Atom(a, p, b) for a, b in product(graph.names(s), graph.names(o)))


def _part(store: Store, graph: Graph, about: NamedNode) -> Iterable[Atom]:
    """Return what is stated of a thing, of the things it is told of with, and so on, up to a number of facts."""
    found: dict[Atom, None] = {}
    near, seen = list(graph.names(about)), set(graph.names(about))
    for _ in range(STEPS):
        new = [atom for node in near if isinstance(node, NamedNode) for atom in _facts_of(store, graph, node)]
        found.update(dict.fromkeys(new[: max(0, FEW - len(found))]))
        near = [node for atom in new for node in (atom.s, atom.o) if node not in seen]
        seen.update(near)
    return found


def _facts_of(store: Store, graph: Graph, node: NamedNode) -> Iterator[Atom]:
    for subject, value in ((node, None), (None, node)):
        for quad in store.db.quads_for_pattern(subject, None, value, DefaultGraph()):
            if reasoned(quad.triple) and graph.is_stated(atom := Atom.of(quad)):
                yield atom
