"""What is written meanwhile, now or later or never: the default graph is the same when things have their names."""

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from kg.graph.merge import REMOVED, Change, Merge, at, unseen
from kg.graph.terms import ALTERNATIVE, LABEL, news
from kg.vocabulary import BASE, INFERRED

THINGS = [NamedNode(f"{BASE}person/{name}") for name in "ab"]
NAMES = [Triple(thing, name, Literal(said)) for thing in THINGS for name in (LABEL, ALTERNATIVE) for said in ("A", "B")]
PLAIN = [Triple(thing, news("spokeAt"), other) for thing in THINGS for other in THINGS]
TRIPLES = st.sets(st.sampled_from([*NAMES, *PLAIN]))
KNOWN = st.sets(st.sampled_from(PLAIN))
FIRST, SECOND = (NamedNode(f"{BASE}article/{number}") for number in (1, 2))


def changing(db: Store, won: set[Triple], coming: frozenset[Quad] = frozenset()) -> Change:
    """Return what a graph brings that states these, while others are coming."""
    return Merge(db, BASE, coming).of({}, won)


def write(db: Store, graph: NamedNode, won: set[Triple], change: Change) -> None:
    """Bring in a graph, with what it changes beside itself."""
    for quad in change.out:
        db.remove(quad)
    db.extend([*change.into, *(at(triple, graph) for triple in won)])


def named(db: Store) -> set[Quad]:
    """Return all that is there when things have been given their names."""
    write(db, FIRST, set(), Merge(db, BASE).renaming())
    return set(db)


@given(inferred=KNOWN, removed=KNOWN, first=TRIPLES, second=TRIPLES)
def test_what_is_coming_may_come_before_or_behind_or_never(inferred, removed, first, second):
    def begun() -> Store:
        db = Store()
        if not inferred:
            # As `Store.foresee` notes it before the first write.
            db.add(unseen(BASE))
        for triple in inferred:
            db.extend([at(triple, NamedNode(BASE + INFERRED)), at(triple, DefaultGraph())])
        db.extend(at(triple, NamedNode(BASE + REMOVED)) for triple in removed - inferred)
        return db

    before, behind, never, both, alone = (begun() for _ in range(5))
    one = changing(before, first)
    other = changing(before, second, frozenset(one.into))
    for graph, won, change in ((FIRST, first, one), (SECOND, second, other)):
        write(before, graph, won, change)
    for graph, won, change in ((SECOND, second, other), (FIRST, first, one)):
        write(behind, graph, won, change)
    write(never, SECOND, second, other)
    for graph, won in ((FIRST, first), (SECOND, second)):
        write(both, graph, won, changing(both, won))
    write(alone, SECOND, second, changing(alone, second))
    assert named(before) == named(behind) == named(both)
    assert named(never) == named(alone)
