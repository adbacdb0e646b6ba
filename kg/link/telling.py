"""What the articles of a store tell of things that helps to know them elsewhere."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.extract.lexicon import gazetteer
from kg.graph.store import Store
from kg.graph.terms import news
from kg.link.candidates import local
from kg.link.choose import About
from kg.link.replay import proposed
from kg.query.run import select
from kg.resolve import folding

MENTIONS = news("mentions")
#: What the articles that name a thing name beside it, and its roles.
BESIDE = """
SELECT DISTINCT ?entity ?beside WHERE {
  VALUES ?entity { %s } VALUES ?beside { %s }
  ?article news:mentions ?entity , ?beside .
}
"""
ROLES = """
SELECT DISTINCT ?entity ?role WHERE {
  VALUES ?entity { %s }
  { ?holding news:holder ?entity } UNION { ?holding news:incumbent ?entity }
  ?holding news:role/rdfs:label ?role .
}
"""


def told_of(store: Store, entities: Sequence[NamedNode]) -> Mapping[NamedNode, About]:
    """Return what the articles tell of things that helps to know them elsewhere."""
    if not entities:
        return {}
    ids = {f"{store.base}{key}": gazetteer.by_key()[key].qid for key in gazetteer.countries()}
    these, those = (" ".join(f"<{iri}>" for iri in some) for some in ([each.value for each in entities], ids))
    countries: defaultdict[str, set[str]] = defaultdict(set)
    words: defaultdict[str, set[str]] = defaultdict(set)
    for row in select(store.db, BESIDE % (these, those)):
        countries[row["entity"].value].add(ids[row["beside"].value] or "")
    for row in select(store.db, ROLES % these):
        words[row["entity"].value].update(folding.words(row["role"].value))
    ids_of = {row.thing: local(row.item) for row in proposed(store)}
    return {
        each: About(
            frozenset(countries[each.value]),
            frozenset(words[each.value]),
            ids_of.get(each.value.removeprefix(store.base)),
        )
        for each in entities
    }


def named_beside(
    store: Store, thing: NamedNode, items: Iterable[str], bearers: Mapping[str, Collection[str]]
) -> frozenset[str]:
    """Return which of some items are other things' that an article names beside a thing; `bearers` are these things."""
    others = {item: [NamedNode(key) for key in bearers.get(item, ()) if key != thing.value] for item in items}
    return frozenset(item for item, some in others.items() if any(_are_beside(store, thing, other) for other in some))


def _are_beside(store: Store, thing: NamedNode, other: NamedNode) -> bool:
    articles = store.db.quads_for_pattern(None, MENTIONS, thing, DefaultGraph())
    return any(Quad(each.subject, MENTIONS, other, DefaultGraph()) in store.db for each in articles)
