"""Links as rows: what a thing is elsewhere, with how sure that is, why, and who says so; and as a store keeps them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import told
from kg.graph.merge import Change
from kg.graph.store import Store
from kg.graph.terms import CLOSE, SAME
from kg.vocabulary import FOUND, LINKS, OWL, PROPOSED

SAME_AS = NamedNode(f"{OWL}sameAs")


@dataclass(frozen=True, slots=True, order=True)
class Kept:
    """A thing's counterpart, or with `accepted` false a candidate for it, the first by `rank` the likeliest.

    `thing` is the path of its IRI. `by` is who decided, and empty where a rule did; `same_as` asks for owl:sameAs, too;
    what is not `likely` is kept and not shown.
    """

    thing: str
    item: str
    confidence: float
    reason: str
    source: str
    date: str = ""
    by: str = ""
    rank: int = 1
    accepted: bool = True
    same_as: bool = False
    likely: bool = True


def found(store: Store) -> Iterator[Kept]:
    """Yield what was found of things elsewhere, under the names that these had."""
    for quad in store.db.quads_for_pattern(None, None, None, store.graph(FOUND)):
        if isinstance(quad.object, Literal):
            yield from (Kept(**row) for row in json.loads(quad.object.value))


def keep(store: Store, new: Mapping[str, Iterable[Kept]]) -> None:
    """Keep what was found of some things, in place of what was found of them before."""
    change, graph = Change(), store.graph(FOUND)
    for thing, rows in new.items():
        node = store.graph(thing)
        change.out.extend(store.db.quads_for_pattern(node, None, None, graph))
        text = json.dumps([asdict(row) for row in sorted(rows, key=lambda row: row.rank)], sort_keys=True)
        change.into.append(Quad(node, graph, Literal(text), graph))
    both = set(change.out) & set(change.into)
    store.keep(Change([q for q in change.out if q not in both], [q for q in change.into if q not in both]))


def shown(store: Store) -> set[Kept]:
    """Return the links that the graph of links and that of proposals hold."""
    return {row for name in (LINKS, PROPOSED) for row in _rows(store, store.graph(name))}


def show(store: Store, rows: Iterable[Kept]) -> None:
    """Make the graphs of links and of proposals hold these."""
    graphs: dict[NamedNode, set[Quad]] = {store.graph(LINKS): set(), store.graph(PROPOSED): set()}
    for row in rows:
        graph = store.graph(LINKS if row.accepted else PROPOSED)
        graphs[graph].update(_quads(store, row, graph))
    store.replace_all(graphs)


def _quads(store: Store, row: Kept, graph: NamedNode) -> Iterator[Quad]:
    thing, item = store.graph(row.thing), NamedNode(row.item)
    triple = (thing, SAME if row.accepted else CLOSE, item)
    yield from told.quads(
        told.Told(triple, row.source, row.date, row.confidence, row.reason, row.by, row.rank), graph, store.base
    )
    if row.same_as and row.accepted:
        yield Quad(thing, SAME_AS, item, graph)


def _rows(store: Store, graph: NamedNode) -> Iterator[Kept]:
    nodes: defaultdict[str, dict[str, str]] = defaultdict(dict)
    equal: set[str] = set()
    for quad in store.db.quads_for_pattern(None, None, None, graph):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            nodes[quad.subject.value][quad.predicate.value] = quad.object.value
            equal |= {quad.subject.value} if quad.predicate == SAME_AS else set()
    for node, said in nodes.items():
        if told.SUBJECT.value in said:
            head = node.removeprefix(f"{graph.value}#").partition("/")[0]
            yield Kept(
                thing=said[told.SUBJECT.value].removeprefix(store.base),
                item=said[told.OBJECT.value],
                confidence=float(said[told.CONFIDENCE.value]),
                reason=said[told.REASON.value],
                source=said[told.SOURCE.value],
                date=said.get(told.DATE.value, ""),
                by=said.get(told.BY.value, ""),
                rank=int(head.partition("-")[2] or 1),
                accepted=said[told.PREDICATE.value] == SAME.value,
                same_as=said[told.SUBJECT.value] in equal,
            )
