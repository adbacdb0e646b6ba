"""How much a store holds."""

from collections.abc import Iterable

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples

from kg.graph.store import Store
from kg.vocabulary import INFERRED, PREFIXES, vocabulary

#: Each counts distinct things of the default graph; facts are relations that articles state, however often.
_COUNTS = {
    "articles": "SELECT (COUNT(?a) AS ?n) { ?a a news:Article }",
    "entities": "SELECT (COUNT(DISTINCT ?e) AS ?n) { ?a news:mentions ?e }",
    "people": "SELECT (COUNT(?e) AS ?n) { ?e a news:Person }",
    "organizations": "SELECT (COUNT(?e) AS ?n) { ?e a news:Organization }",
    "places": "SELECT (COUNT(?e) AS ?n) { ?e a news:Place }",
    "facts": "SELECT (COUNT(DISTINCT *) AS ?n) { SELECT DISTINCT ?s ?p ?o "
    "{ GRAPH ?g { ?c news:status ?x ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o } } }",
    "quotes": "SELECT (COUNT(?q) AS ?n) { ?q a news:Statement }",
    "events": "SELECT (COUNT(DISTINCT ?e) AS ?n) { VALUES ?kind { KINDS } ?e a ?kind }",
    "claims": "SELECT (COUNT(?c) AS ?n) { GRAPH ?g { ?c a news:Claim } }",
    "inferred": "SELECT (COUNT(*) AS ?n) { GRAPH <INFERRED> { ?s ?p ?o } }",
}

#: A quotation is one fact, however many parts it has; a number of killed is no other fact than who they are.
_RULES = """
SELECT ?kind ?rule (COUNT(DISTINCT ?fact) AS ?n) {
  GRAPH ?g { ?c news:rule ?rule ; rdf:subject ?s ; rdf:predicate ?p ; news:subjectMention ?a ; news:objectMention ?b }
  OPTIONAL { GRAPH ?g { ?c news:status ?status } }
  BIND(STRSTARTS(?rule, "quote") AS ?said)
  FILTER(!?said || ?p = rdf:type)
  BIND(IF(?said, "quote", IF(BOUND(?status), "relation", IF(?p = rdf:type, "event", "argument"))) AS ?kind)
  BIND(CONCAT(STR(?s), " ", STR(?a), " ", STR(?b)) AS ?fact)
} GROUP BY ?kind ?rule
"""


def rules(store: Store) -> dict[tuple[str, str], int]:
    """Return how many facts of the store each rule of the extraction gave, by kind and name."""
    found = store.db.query(_RULES, prefixes=PREFIXES)
    if not isinstance(found, QuerySolutions):
        raise TypeError(_RULES)
    return {(row["kind"].value, row["rule"].value): int(row["n"].value) for row in found}


def contents(store: Store, names: Iterable[str] = (*_COUNTS, "triples")) -> dict[str, int]:
    """Return how many articles, entities, facts and more the store holds, by name."""
    terms = vocabulary()
    kinds = " ".join(f"news:{name}" for name in terms.above if terms.is_a(name, "Event") and name != "Statement")

    def number(name: str) -> int:
        if name == "triples":
            return len(store.db)
        return _number(store, _COUNTS[name].replace("KINDS", kinds).replace("INFERRED", store.base + INFERRED))

    return {name: number(name) for name in names}


def _number(store: Store, query: str) -> int:
    found = store.db.query(query, prefixes=PREFIXES)
    if isinstance(found, QueryBoolean | QueryTriples):
        raise TypeError(query)
    return int(next(found)["n"].value)
