"""How much a store holds.

SPARQL gives the rows at most, which are counted here: over a damaged block Oxigraph's aggregates gather errors in
memory without end.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import DefaultGraph, QuerySolution, QuerySolutions

from kg.graph.store import Store
from kg.graph.terms import TYPE, news
from kg.vocabulary import INFERRED, PREFIXES, vocabulary

_STATED = """
SELECT ?s ?p ?o { GRAPH ?g { ?c news:status ?status ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o } }
"""
#: A quotation is one fact, however many parts it has; a number of killed is no other fact than who they are.
_RULES = """
SELECT DISTINCT ?kind ?rule ?fact {
  GRAPH ?g { ?c news:rule ?rule ; rdf:subject ?s ; rdf:predicate ?p ; news:subjectMention ?a ; news:objectMention ?b }
  OPTIONAL { GRAPH ?g { ?c news:status ?status } }
  BIND(STRSTARTS(?rule, "quote") AS ?said)
  FILTER(!?said || ?p = rdf:type)
  BIND(IF(?said, "quote", IF(BOUND(?status), "relation", IF(?p = rdf:type, "event", "argument"))) AS ?kind)
  BIND(CONCAT(STR(?s), " ", STR(?a), " ", STR(?b)) AS ?fact)
}
"""


def rules(store: Store) -> Counter[tuple[str, str]]:
    """Return how many facts of the store each rule of the extraction gave, by kind and name."""
    return Counter((row["kind"].value, row["rule"].value) for row in _rows(store, _RULES))


def contents(store: Store, names: Iterable[str] | None = None) -> dict[str, int]:
    """Return how many articles, entities, facts and more the store holds, by name."""
    return {name: COUNTS[name](store) for name in (COUNTS if names is None else names)}


def _of_kind(*kinds: str) -> Callable[[Store], int]:
    """Return what counts the things of these kinds."""
    values = " ".join(str(news(kind)) for kind in kinds)
    return _distinct(f"VALUES ?kind {{ {values} }} ?thing a ?kind")


def _distinct(pattern: str) -> Callable[[Store], int]:
    """Return what counts the things that match a pattern."""
    # Nothing of a row is asked for: to make terms of them takes ten times as long.
    return lambda store: _length(_rows(store, f"SELECT DISTINCT ?thing {{ {pattern} }}"))


def _named(kind: str) -> Callable[[Store], int]:
    """Return what counts the things of a kind that articles name: background knows of others."""

    def count(store: Store) -> int:
        things = store.db.quads_for_pattern(None, TYPE, news(kind), DefaultGraph())
        mentions = (store.db.quads_for_pattern(None, news("mentions"), q.subject, DefaultGraph()) for q in things)
        return sum(1 for found in mentions if next(found, None))

    return count


def _events(store: Store) -> int:
    terms = vocabulary()
    return _of_kind(*(name for name in terms.above if terms.is_a(name, "Event") and name != "Statement"))(store)


def _claims(store: Store) -> int:
    """Count the claims, all of which stand in their articles' graphs."""
    return _length(store.db.quads_for_pattern(None, TYPE, news("Claim"), None))


def _facts(store: Store) -> int:
    """Count relations that articles state, however often: claims that have a status are of relations."""
    return len({(row["s"], row["p"], row["o"]) for row in _rows(store, _STATED)})


def _inferred(store: Store) -> int:
    return _length(_rows(store, f"SELECT ?nothing {{ GRAPH {store.graph(INFERRED)} {{ ?s ?p ?o }} }}"))


def _rows(store: Store, query: str) -> Iterator[QuerySolution]:
    found = store.db.query(query, prefixes=PREFIXES)
    if not isinstance(found, QuerySolutions):
        raise TypeError(query)
    return found


def _length(items: Iterator[object]) -> int:
    return sum(1 for _ in items)


#: Each counts distinct things of the default graph.
COUNTS: dict[str, Callable[[Store], int]] = {
    "articles": _of_kind("Article"),
    "entities": _distinct("?article news:mentions ?thing"),
    "people": _named("Person"),
    "organizations": _named("Organization"),
    "places": _named("Place"),
    "facts": _facts,
    "quotes": _of_kind("Statement"),
    "events": _events,
    "claims": _claims,
    "inferred": _inferred,
    "triples": lambda store: len(store.db),
}
