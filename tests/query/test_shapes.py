"""Public queries come in these shapes; what kg answers, without parameters, is what the store itself answers."""

# ruff: noqa: E501 (a query a line)

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QueryBoolean, QuerySolutions, Store

from kg.query.bind import bound
from kg.query.limit import limited
from kg.query.run import run
from kg.query.saved import parse
from kg.vocabulary import PREFIXES

E = "https://example.org/"
LABEL = NamedNode(f"{PREFIXES['rdfs']}label")
SHAPES = {
    "variables of its own that begin so": "SELECT (COUNT(?_) AS ?_n) { ?_ ?p ?__ . FILTER(true) }",
    "names in AS": "SELECT ?s (COUNT(*) AS ?_count) { ?s ?p ?o } GROUP BY ?s HAVING(COUNT(*) > 1) ORDER BY ?_count ?s",
    "BIND": "SELECT * { ?s rdfs:label ?l BIND(STRLEN(?l) AS ?_length) FILTER(?_length > 2) } ORDER BY ?s",
    "VALUES": 'SELECT ?s { VALUES (?_l ?x) { ("one" 1) ("two" UNDEF) } ?s rdfs:label ?_l } ORDER BY ?s',
    "VALUES behind": 'SELECT ?s ?_l { ?s rdfs:label ?_l } ORDER BY ?s VALUES ?_l { "one" }',
    "dollars": "SELECT $s { $s rdfs:label $l } ORDER BY $s",
    "a string": 'SELECT ?s { ?s rdfs:label ?l FILTER(?l != "?_x } LIMIT 1 # ") } ORDER BY ?s',
    "long strings": "SELECT ?s { ?s rdfs:label ?l FILTER(?l != '''a \" ''b ?_x\n}''') } ORDER BY ?s",
    "comments": "# ?_a { \nSELECT ?s # } ?_b\n{ ?s rdfs:label ?l } # LIMIT 1\nORDER BY ?s#",
    "an IRI with a mark": "SELECT ?s { ?s <https://example.org/p#?_x> ?o } ORDER BY ?s",
    "paths": "SELECT DISTINCT ?s { ?s (<https://example.org/knows>/^<https://example.org/knows>)*|!rdf:type ?o } ORDER BY ?s",
    "lists of objects": "SELECT * { ?s rdfs:label 'one', ?l ; a ?t . } ORDER BY ?s ?l ?t",
    "blank nodes": "SELECT ?l { [] rdfs:label ?l . _:_x <https://example.org/knows> [ rdfs:label ?l ] } ORDER BY ?l",
    "collections": "SELECT ?s { ?s rdfs:label ?l OPTIONAL { ?s <https://example.org/l> (1 ?x) } } ORDER BY ?s",
    "UNION": "SELECT ?s { { ?s a ?t } UNION { ?s <https://example.org/knows> ?t } } ORDER BY ?s",
    "OPTIONAL and FILTER": "SELECT ?s ?o { ?s a ?t OPTIONAL { ?s <https://example.org/knows> ?o FILTER(?o != ?s) } } ORDER BY ?s",
    "MINUS": "SELECT ?s { ?s a ?t MINUS { ?s <https://example.org/knows> ?o } } ORDER BY ?s",
    "EXISTS": "SELECT ?s { ?s a ?t FILTER NOT EXISTS { ?x <https://example.org/knows> ?s } } ORDER BY ?s",
    "EXISTS in SELECT": "SELECT ?s (EXISTS { ?s <https://example.org/knows> ?x } AS ?k) { ?s a ?t } ORDER BY ?s",
    "a query inside": "SELECT ?s ?n { { SELECT ?s (COUNT(?o) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?s } } ORDER BY ?n ?s LIMIT 2",
    "GRAPH": "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
    "FROM NAMED": "SELECT ?s FROM NAMED <https://example.org/g> { GRAPH ?g { ?s ?p ?o } } ORDER BY ?s",
    "GROUP_CONCAT": 'SELECT (GROUP_CONCAT(?l; separator=" | ") AS ?all) { { SELECT ?l { ?s rdfs:label ?l } ORDER BY ?l } }',
    "IF and COALESCE": 'SELECT (IF(BOUND(?o), "y", "n") AS ?k) (COALESCE(?o, 1/0, "z") AS ?c) { ?s a ?t OPTIONAL { ?s <urn:x> ?o } }',
    "IN": 'SELECT ?s { ?s rdfs:label ?l FILTER(?l NOT IN ("one", "x")) } ORDER BY ?s',
    "REGEX": 'SELECT ?s { ?s rdfs:label ?l FILTER(REGEX(?l, "^[?]?t\\\\w+$", "i")) } ORDER BY ?s',
    "typed literals": "SELECT ?s { ?s <https://example.org/n> ?n FILTER(?n >= '1'^^xsd:integer && ?n<3) } ORDER BY ?s",
    "languages": "SELECT ?s { ?s rdfs:label ?l FILTER(LANGMATCHES(LANG(?l), '*') || LANG(?l)='') } ORDER BY ?s",
    "signs without blanks": "SELECT?s{?s<https://example.org/n>?n.FILTER(?n>1&&?n<3||?n=7)}ORDER BY?s",
    "a prefix of its own": "PREFIX ex: <https://example.org/>\nPREFIX : <https://example.org/>\nSELECT ?o { :one ex:knows ?o }",
    "BASE": "BASE <https://example.org/> SELECT ?o { <one> <knows> ?o }",
    "local names": "PREFIX ex: <https://example.org/> SELECT ?o { ex:one ex:a\\.b|ex:knows|ex:x_y-z ?o }",
    "lower case": "select distinct ?s where { ?s a ?t . filter exists { ?s ?p ?o } } order by asc(?s) limit 5 offset 1",
    "ASK": "ASK WHERE { ?s <https://example.org/knows> ?o }",
    "CONSTRUCT": "CONSTRUCT { ?o <urn:known> ?_s } WHERE { ?s <https://example.org/knows> ?o BIND(?s AS ?_s) }",
    "CONSTRUCT WHERE": "CONSTRUCT WHERE { ?s <https://example.org/knows> ?o }",
    "DESCRIBE": "DESCRIBE ?s WHERE { ?s <https://example.org/n> 1 }",
    "a mark of UTF-8 and carriage returns": "\ufeffSELECT ?s\r\nWHERE {\r\n ?s a ?t # all\r\n}\r\nORDER BY ?s\r\n",
    "a header of grlc": "#+ summary: x\n#+ endpoint: y\n#+ method: GET\nSELECT ?s { ?s a ?t } ORDER BY ?s",
    "letters of the world": "SELECT ?größe ?名 { ?größe rdfs:label ?名 } ORDER BY ?名",
    "nothing": "SELECT * {}",
}  # fmt: skip


@pytest.fixture(scope="module")
def store() -> Store:
    one, two, three = (NamedNode(E + name) for name in ("one", "two", "three"))
    knows, number, kind = (NamedNode(E + name) for name in ("knows", "n", "Kind"))
    store = Store()
    for n, node in enumerate((one, two, three), start=1):
        facts = [(LABEL, Literal(node.value.removeprefix(E))), (number, Literal(n))]
        facts += [(NamedNode(f"{PREFIXES['rdf']}type"), kind), (NamedNode(f"{E}p#?_x"), Literal("odd"))]
        store.extend(Quad(node, predicate, value) for predicate, value in facts)
    store.extend([Quad(one, knows, two), Quad(two, knows, three, NamedNode(f"{E}g")), Quad(three, knows, two)])
    return store


def told(found) -> list[str] | bool:
    if isinstance(found, QueryBoolean):
        return bool(found)
    if isinstance(found, QuerySolutions):
        return [" ".join(variable.value for variable in found.variables), *(str([*map(str, row)]) for row in found)]
    return sorted(map(str, found))


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES)
def test_the_answer_is_the_stores(store, text):
    query = parse(text, "shape")
    assert query.parameters == ()
    own = store.query(text.removeprefix("\ufeff"), prefixes=dict(PREFIXES))
    assert told(run(store, bound(query, {}, store))) == told(own)


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES)
def test_a_limit_gives_the_first_rows(store, text):
    query = parse(text, "shape")
    whole, some = (told(run(store, each)) for each in (query.text, limited(query.text, 1)))
    if isinstance(whole, bool) or not text.lstrip("\ufeff# abc+.:\n").upper().startswith("SELECT"):
        return
    assert some == whole[:2]
