"""What the articles of a store tell of things that helps to know them elsewhere."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import DefaultGraph, NamedNode

from kg.extract.lexicon import gazetteer
from kg.graph.store import Store
from kg.graph.terms import news
from kg.link.candidates import local
from kg.link.choose import About
from kg.link.replay import proposed
from kg.query.run import select
from kg.resolve import folding

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


def named_beside(store: Store, keys: Iterable[str], settled: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    """Return the items of all that the articles name which name a thing, by the things' IRIs."""
    articles: defaultdict[str, set[str]] = defaultdict(set)
    items: defaultdict[str, set[str]] = defaultdict(set)
    for quad in store.db.quads_for_pattern(None, news("mentions"), None, DefaultGraph()):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            articles[quad.object.value].add(quad.subject.value)
            items[quad.subject.value] |= {settled[quad.object.value]} if quad.object.value in settled else set()
    return {key: frozenset().union(*(items[each] for each in articles[key])) for key in keys}
