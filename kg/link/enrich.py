"""What Wikidata knows of linked things, beside the articles: what they lie in, where, and their official names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg import reason
from kg.graph import told
from kg.graph.store import Store
from kg.graph.terms import ALTERNATIVE, LABEL, SAME, TYPE, decimal, news
from kg.link.candidates import BATCH, PREFIXES, Asked, local
from kg.vocabulary import ENRICHED, GEO
from kg.vocabulary import PREFIXES as KNOWN

#: One item's statements of a kind stand apart from the others', so that an endpoint looks each up by the item.
QUERY = """\
SELECT DISTINCT ?item ?part ?value ?label WHERE {
  VALUES ?item { %s }
  {
    { ?item wdt:P131 ?value BIND("P131" AS ?part) } UNION { ?item wdt:P17 ?value BIND("P17" AS ?part) }
    UNION { ?item wdt:P159 ?value BIND("P159" AS ?part) }
    OPTIONAL { ?value rdfs:label ?label FILTER(LANG(?label) IN ("en", "mul")) }
  }
  UNION { ?item wdt:P625 ?value BIND("P625" AS ?part) }
  UNION { ?item wdt:P1448 ?value BIND("P1448" AS ?part) FILTER(LANG(?value) = "en") }
}
"""
#: Relations by the kind of thing that has them, and by the property.
RELATIONS = {
    "Place": {"P131": "locatedIn", "P17": "locatedIn"},
    "Organization": {"P159": "headquarteredIn", "P17": "headquarteredIn"},
}
#: How often what encloses a place is itself asked for what encloses it.
LEVELS = 8
SURE = 0.95
_POINT = re.compile(r"Point\((-?[\d.]+) (-?[\d.]+)\)", re.IGNORECASE)
_DEFAULT = DefaultGraph()


@dataclass(frozen=True, slots=True)
class Linked:
    """A thing of the store and its item."""

    node: NamedNode
    kind: str
    item: str


def linked(store: Store) -> Iterator[Linked]:
    """Yield the places and bodies of the store that have an item."""
    for kind in RELATIONS:
        for quad in store.db.quads_for_pattern(None, TYPE, news(kind), _DEFAULT):
            if isinstance(quad.subject, NamedNode):
                matches = store.db.quads_for_pattern(quad.subject, SAME, None, _DEFAULT)
                found = sorted(m.object.value for m in matches if isinstance(m.object, NamedNode))
                if items := list(filter(None, map(local, found))):
                    yield Linked(quad.subject, kind, items[0])


def enrich(store: Store, endpoint: Asked, *, day: date | None = None) -> int:
    """Add what the endpoint knows of linked things to the graph of it, batch by batch; return how many were asked."""
    named = {each.item: each.node for each in linked(store)}
    rest = sorted(linked(store), key=lambda each: each.item)
    asked: set[str] = set()
    when = (day or datetime.now(UTC).date()).isoformat()
    for _ in range(LEVELS):
        rest = [each for each in rest if each.item not in asked]
        above: dict[str, Linked] = {}
        stream = iter(rest)
        while batch := list(islice(stream, BATCH)):
            asked.update(each.item for each in batch)
            quads, found = _batch(store, endpoint, batch, named, when)
            _keep(store, quads)
            above.update(found)
        rest = [above[item] for item in sorted(above)]
    store.rename()
    reason.update(store)
    return len(asked)


def _batch(
    store: Store, endpoint: Asked, batch: list[Linked], named: Mapping[str, NamedNode], when: str
) -> tuple[set[Quad], dict[str, Linked]]:
    """Return what is known of some items, and the places that they lie in."""
    of = {each.item: each for each in batch}
    quads: set[Quad] = set()
    above: dict[str, Linked] = {}
    for row in endpoint.select(PREFIXES + QUERY % " ".join(f"wd:{item}" for item in of)):
        thing, part = of.get(local(row.get("item", ""))), row.get("part", "")
        if thing is None:
            continue  # what was not asked for is not taken
        relation, item = RELATIONS[thing.kind].get(part), local(row.get("value", ""))
        if relation and item:
            node = named.get(item) or NamedNode(KNOWN["wd"] + item)
            fact = told.Told((thing.node, news(relation), node), "Wikidata", when, SURE, f"{part} of {thing.item}")
            quads |= set(_lies(store, fact, node, row.get("label")))
            above.setdefault(item, Linked(node, "Place", item))
        else:
            quads |= set(_details(store, thing, part, row.get("value", "")))
    return quads, above


def _lies(store: Store, fact: told.Told, node: NamedNode, label: str | None) -> Iterator[Quad]:
    graph = store.graph(ENRICHED)
    if node == fact.triple[0]:
        return
    yield from told.quads(fact, graph, store.base)
    yield Quad(node, TYPE, news("Place"), graph)
    if node.value.startswith(KNOWN["wd"]):
        yield Quad(node, LABEL, Literal(label or local(node.value)), graph)


def _details(store: Store, thing: Linked, part: str, value: str) -> Iterator[Quad]:
    graph = store.graph(ENRICHED)
    if part == "P625" and (point := _POINT.fullmatch(value)):
        for name, degrees in (("long", point[1]), ("lat", point[2])):
            yield Quad(thing.node, NamedNode(GEO + name), decimal(float(degrees)), graph)
    elif part == "P1448" and value:
        yield Quad(thing.node, ALTERNATIVE, Literal(value), graph)


def _keep(store: Store, quads: Iterable[Quad]) -> None:
    """Add quads to the graph, so that what was asked is not lost."""
    graph = store.graph(ENRICHED)
    store.replace(graph, {*store.db.quads_for_pattern(None, None, None, graph), *quads})
