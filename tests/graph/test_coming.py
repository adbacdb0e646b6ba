"""What is written meanwhile counts as if it was: the next write is the same, whether it is there already or not."""

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from kg.graph.merge import ADDED, REMOVED, Merge, at
from kg.graph.terms import ALTERNATIVE, LABEL, news
from kg.vocabulary import BASE, INFERRED

THINGS = [NamedNode(f"{BASE}person/{name}") for name in "ab"]
NAMES = [Triple(thing, name, Literal(said)) for thing in THINGS for name in (LABEL, ALTERNATIVE) for said in ("A", "B")]
PLAIN = [Triple(thing, news("spokeAt"), other) for thing in THINGS for other in THINGS]
TRIPLES = st.sets(st.sampled_from([*NAMES, *PLAIN]))
KNOWN = st.sets(st.sampled_from(PLAIN))
FIRST, SECOND = (NamedNode(f"{BASE}article/{number}") for number in (1, 2))


def write(db: Store, graph: NamedNode, won: set[Triple], coming: frozenset[Quad] = frozenset()) -> set[Quad]:
    """Bring in a graph, and return what goes into the database beside it."""
    change = Merge(db, BASE, coming).of({}, won)
    for quad in change.out:
        db.remove(quad)
    db.extend([*change.into, *(at(triple, graph) for triple in won)])
    return set(change.into)


@given(inferred=KNOWN, removed=KNOWN, first=TRIPLES, second=TRIPLES)
def test_what_is_coming_is_as_if_it_was_there(inferred, removed, first, second):
    def begun() -> Store:
        db = Store()
        for triple in inferred:
            db.extend([at(triple, NamedNode(BASE + INFERRED)), at(triple, DefaultGraph())])
        db.extend(at(triple, NamedNode(BASE + REMOVED)) for triple in removed - inferred)
        return db

    after, before, aside = begun(), begun(), begun()
    write(after, FIRST, first)
    coming = write(aside, FIRST, first)
    into = Merge(after, BASE).of({}, second)
    told = Merge(before, BASE, coming).of({}, second)
    there = Merge(after, BASE, coming).of({}, second)
    assert set(told.into) == set(into.into) == set(there.into)
    assert set(told.out) == set(into.out) == set(there.out)
    assert not {quad for quad in told.into if quad.graph_name == NamedNode(BASE + ADDED)} & coming
