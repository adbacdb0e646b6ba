"""What a parameter's value is, by the end of its name or by what it stands beside; a value is the literal there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from kg.errors import UsageError
from kg.query.bind import bound
from kg.query.run import run
from kg.query.saved import parse
from kg.vocabulary import NEWS, XSD

E = "https://example.org/"
AGE, NAME, SPOKE = NamedNode(f"{NEWS}age"), NamedNode(f"{E}name"), NamedNode(f"{NEWS}spokeAt")
LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store()
    for number, name in enumerate(("Ann", "Bo", "Cy", "60", "2019")):
        person, place = NamedNode(E + name), NamedNode(f"{E}place{number % 2}")
        store.extend(
            [
                Quad(person, AGE, Literal(20 * (number + 1))),
                Quad(person, NAME, Literal(name)),
                Quad(person, SPOKE, place),
                Quad(person, NamedNode(f"{E}on"), Literal(f"20{number + 15}-03-01", datatype=NamedNode(f"{XSD}date"))),
                Quad(place, LABEL, Literal(f"Place {number % 2}")),
            ]
        )
    return store


@pytest.mark.parametrize(
    ("variable", "name", "kind"),
    [
        ("_who_iri", "who", "thing"),
        ("_n_integer", "n", f"{XSD}integer"),
        ("__n_xsd_integer", "n", f"{XSD}integer"),
        ("_since_date", "since", "date"),
        ("_since_xsd_date", "since", "date"),
        ("_at_dateTime", "at", f"{XSD}dateTime"),
        ("_in_words_string", "in-words", "text"),
        ("_label_literal", "label", "text"),
        ("_label_en", "label", "@en"),
        ("_sure_boolean", "sure", "boolean"),
        ("_n_number", "n", "number"),
        # Names that only look so.
        ("_date", "date", ""),
        ("_iri", "iri", ""),
        ("_xsd_integer", "xsd", f"{XSD}integer"),
        ("_held_by", "held-by", ""),
        ("_told_to", "told-to", ""),
        ("_born_in", "born-in", ""),
        ("_who_news_said", "who-news-said", ""),
    ],
)
def test_the_end_of_a_name_says_what_it_is(variable, name, kind):
    [found] = parse(f"SELECT ?{variable} {{ }}", "q").parameters
    assert (found.name, found.kind) == (name, kind)


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [
        ("?s news:age ?a FILTER(?a > ?_x)", "number"),
        ("?s news:age ?a FILTER(?_x <= ?a)", "number"),
        ("?s <https://w3id.org/newskg/ontology#age> ?a FILTER(?a = ?_x)", "number"),
        ("?s news:age ?_x", "number"),
        ("?s news:killedCount ?k ; news:injuredCount ?_x .", "number"),
        ("?s ?p ?o FILTER(?o > 3 && ?o < ?_x + 1)", "number"),
        ("?s ?p ?o FILTER(?o + 1 != ?_x)", "number"),
        ("?s ?p ?o FILTER(STRLEN(STR(?o)) > ?_x)", "number"),
        ("?s ?p ?o FILTER(YEAR(?o) IN (1, ?_x))", "number"),
        ("?s ?p ?o BIND(YEAR(?o) AS ?y) FILTER(?y = ?_x)", "number"),
        ("?s news:date ?d FILTER(?d >= ?_x)", "date"),
        ("?s ?p ?d FILTER(xsd:date(?d) >= ?_x)", "date"),
        ('?s ?p ?d FILTER(?_x > "2019-01-01"^^xsd:date)', "date"),
        ("?s news:date ?d FILTER(STR(?d) >= ?_x)", "text"),
        ("?s ?p ?o FILTER(?_x = 'a')", "text"),
        ("?s rdfs:label ?_x", ""),
        ("?s ?p ?o FILTER(CONTAINS(?o, ?_x))", ""),
        ("?s ?p ?o FILTER(?o > ?_x)", "ordered"),
        ("?s ?p ?o FILTER(?o = ?_x)", ""),
        ("?s ?p ?o FILTER(BOUND(?o) = ?_x || ?o = true)", ""),
        ("?s ?p ?o FILTER(true = ?_x)", "boolean"),
        ("?s news:spokeAt ?_x", "thing"),
        ("?s news:spokeAt ?l FILTER(?l = ?_x)", "thing"),
        ("?_x ?p ?o", "thing"),
        ("?s ?o 1 . ?_x ?p ?o", "thing"),
        ("?s ?_x ?o", "relation"),
        ("?s a ?c ; ?_x ?o", "relation"),
        ("?c rdf:predicate ?_x", "relation"),
        ("?s a ?_x", "class"),
        ("?s rdf:type ?c FILTER(?c = ?_x)", "class"),
        ("GRAPH ?_x { ?s ?p ?o }", ""),
        ("?s news:partOf* ?_x", ""),
        ("VALUES ?l { ?_x } ?s rdfs:label ?l", ""),
        ("VALUES ?a { 3 ?_x } ?s news:age ?a", "number"),
        ("VALUES ?p { ?_x } ?s news:spokeAt ?p", "thing"),
        ("VALUES ?s { ?_x } ?s rdfs:label ?l", "thing"),
        ("VALUES (?l ?r) { ('a' ?_x) } ?s rdfs:label ?l ; ?r ?o", "relation"),
        ("?s ?p ?l . VALUES (?a ?l) { (1 ?_x) (2 3) } ?s news:age ?a", ""),
    ],
)
def test_what_it_stands_beside_says_what_it_is(pattern, kind):
    [found] = parse(f"SELECT * WHERE {{ {pattern} }}", "q").parameters
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING(COUNT(?o) > ?_x)", "number"),
        ("SELECT ?s { { SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s } FILTER(?n >= ?_x) }", "number"),
        ("SELECT ?s { ?s ?p ?o } LIMIT ?_x", "number"),
        ("SELECT (?_x * 2 AS ?y) { }", "number"),
    ],
)
def test_clauses(text, kind):
    [found] = parse(text, "q").parameters
    assert found.kind == kind


def test_what_a_query_gives_values_itself_is_no_parameter():
    text = (
        "SELECT (COUNT(?_) AS ?_n) (1 as ?__m) WHERE { ?__ ?_p ?_ BIND(2 AS ?_b) VALUES ?_v { 1 } "
        "VALUES (?_w ?z) { (1 ?_no) } } VALUES ?_y { 3 }"
    )
    assert [each.name for each in parse(text, "own").parameters] == ["p", "no"]


#: Queries with a place for a literal, and which literals a person may give there.
SHAPES = [
    "SELECT ?s { ?s news:age ?a FILTER(?a > HOLE) }",
    "SELECT ?s { ?s news:age HOLE }",
    "SELECT ?s { ?s news:age ?a FILTER(?a IN (HOLE, 20)) }",
    "SELECT ?s { { ?s news:age ?a FILTER(?a < HOLE) } UNION { ?s news:age HOLE } }",
    "SELECT ?s { ?s news:age ?a MINUS { ?s news:age HOLE } }",
    "SELECT ?s { ?s news:age ?a MINUS { ?t news:age HOLE } }",
    "SELECT ?s { ?s news:age ?a MINUS { ?s news:age ?b FILTER(?b > HOLE) } }",
    "SELECT ?s ?b { ?s news:age ?a OPTIONAL { ?s news:age ?b FILTER(?b > HOLE) } }",
    "SELECT ?s { ?s news:age ?a FILTER NOT EXISTS { ?s news:age ?b FILTER(?b > HOLE) } }",
    "SELECT ?s { { SELECT ?s (SUM(?a) AS ?n) { ?s news:age ?a FILTER(?a > HOLE) } GROUP BY ?s } }",
    "SELECT ?place (COUNT(?s) AS ?n) { ?s news:spokeAt ?place } GROUP BY ?place HAVING (COUNT(?s) > HOLE - 58)",
    "SELECT (SUM(?a) + HOLE AS ?n) { ?s news:age ?a }",
    "SELECT ?s { ?s news:age ?a } ORDER BY (?a = HOLE) ?s",
    "SELECT ?s ?t { ?s news:age ?a BIND(?a + HOLE AS ?t) }",
    "SELECT ?s { ?s news:age ?a } ORDER BY ?s OFFSET 1 LIMIT HOLE",
    "ASK { ?s news:age HOLE }",
    "SELECT ?s { GRAPH ?g { ?s news:age HOLE } }",
    "CONSTRUCT WHERE { ?s news:age HOLE }",
    "CONSTRUCT { ?s <urn:is> HOLE } WHERE { ?s news:age ?a FILTER(?a = HOLE) }",
]


def answer(store: Store, text: str) -> list[str] | bool:
    found = run(store, text)
    if isinstance(found, QuerySolutions):
        return [" ".join(map(str, row)) for row in found]
    return sorted(map(str, found)) if hasattr(found, "__iter__") else bool(found)


@pytest.mark.parametrize("shape", SHAPES)
@settings(deadline=None)
@given(number=st.integers(0, 120))
def test_a_parameter_gives_what_the_literal_in_its_place_gives(store, shape, number):
    literal = answer(store, shape.replace("HOLE", str(number)))
    for variable in ("?_here", "?_here_integer", "?__here_number"):
        query = parse(shape.replace("HOLE", variable), "shape")
        assert answer(store, bound(query, {"here": str(number)}, store)) == literal, variable


TEXTS = [
    "SELECT ?s { ?s <https://example.org/name> HOLE }",
    "SELECT ?s { ?s ?p ?n FILTER(CONTAINS(STR(?n), HOLE)) }",
    "SELECT ?s { ?s ?p ?n FILTER(STR(?n) >= HOLE) }",
    "SELECT ?s { ?s ?p ?n } GROUP BY ?s HAVING(MAX(STR(?n)) > HOLE)",
    "SELECT (HOLE AS ?x) (CONCAT(HOLE, ?n) AS ?y) { ?s <https://example.org/name> ?n }",
    "SELECT ?s { ?s <https://example.org/name> ?n FILTER(HOLE != ?n) }",
]


@pytest.mark.parametrize("shape", TEXTS)
@settings(deadline=None)
@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12))
def test_a_text_is_the_text_and_nothing_more(store, shape, text):
    literal = answer(store, shape.replace("HOLE", str(Literal(text))))
    for variable in ("?_here_string", "?_here_literal"):
        query = parse(shape.replace("HOLE", variable), "shape")
        assert answer(store, bound(query, {"here": text}, store)) == literal


def test_a_parameter_that_is_projected_keeps_its_column(store):
    query = parse(
        "SELECT ?_who_iri (MAX(?a) AS ?n) { ?_who_iri news:age ?a } GROUP BY ?_who_iri ORDER BY ?_who_iri", "q"
    )
    [row] = run(store, bound(query, {"who": f"{E}Bo"}, store))
    assert (str(row["_who_iri"]), row["n"].value) == (f"<{E}Bo>", "40")


def test_bound_is_true_of_what_is_given(store):
    query = parse("SELECT ?s { ?s news:age ?a FILTER(!BOUND(?__least) || ?a >= ?__least) }", "q")
    assert [len(answer(store, bound(query, found, store))) for found in ({}, {"least": "60"})] == [5, 3]


def test_several_values_find_what_either_finds(store):
    query = parse("SELECT ?s { ?s news:age ?_age }", "q")
    assert answer(store, bound(query, {"age": ["20", "60"]}, store)) == [f"<{E}Ann>", f"<{E}Cy>"]
    assert len(answer(store, bound(query, {"age": ["20", "20"]}, store))) == 1


@pytest.mark.parametrize(
    ("pattern", "value", "rows"),
    [
        ("?s news:spokeAt ?_x", "place 1", 2),
        ("?s news:spokeAt ?l FILTER(?l = ?_x)", "Place 0", 3),
        ("?s ?_x ?o", "spoke at", 5),
        ("?s ?_x_iri ?o", "news:age", 5),
        ("?s ?_x_iri ?o", f"{NEWS}age", 5),
        ("?s <https://example.org/on> ?d FILTER(?d >= ?_x)", "2018-01-01", 2),
        ("?s <https://example.org/on> ?d FILTER(?d >= ?_x_date)", "1 January 2018", 2),
        ("?s <https://example.org/name> ?n FILTER(?n > ?_x)", "Bo", 1),
        ("?s <https://example.org/name> ?_x", "60", 1),
    ],
)
def test_values(store, pattern, value, rows):
    query = parse(f"SELECT ?s {{ {pattern} }}", "q")
    assert len(answer(store, bound(query, {"x": value}, store))) == rows


DATE = "a date: 2019, 2019-03 or 2019-03-01"


@pytest.mark.parametrize(
    ("variable", "pattern", "value", "message"),
    [
        ("_x_integer", "", "6o", "--x is a whole number, not '6o'"),
        ("_x_number", "", "many", "--x is a number, not 'many'"),
        ("_x_date", "", "03/01/2019", f"--x is {DATE}, not '03/01/2019'; did you mean 2019-01-03 or 2019-03-01?"),
        ("_x_date", "", "yesterday", "--x is a date: 2019, 2019-03 or 2019-03-01, not 'yesterday'"),
        ("_x_date", "", "2019-13-01", "--x is a date"),
        ("_x_xsd_gYear", "", "19", "--x is a year, 2019, not '19'"),
        ("_x", "?s ?_x ?o", "spokAt", "the ontology has no relation 'spokAt'; did you mean 'spokeAt'"),
        ("_x", "?s a ?_x", "Persn", "the ontology has no class 'Persn'; did you mean 'Person'"),
        ("_x", "?s news:spokeAt ?_x", "Plce 1", "nothing is named 'Plce 1'"),
        ("_x_boolean", "", "yes", "--x is true or false, not 'yes'"),
    ],
)  # fmt: skip
def test_what_a_value_cannot_mean_is_told(store, variable, pattern, value, message):
    query = parse(f"SELECT * {{ {pattern} FILTER(BOUND(?{variable})) }}", "q")
    with pytest.raises(UsageError) as raised:
        bound(query, {"x": value}, store)
    assert str(raised.value).startswith(message)


@pytest.mark.parametrize("day", ["31/02/2020", "02-31-2020", "29/02/2019", "31/04/2020", "00/01/2020", "13/13/2020"])
def test_no_day_is_suggested_that_the_calendar_has_not(store, day):
    query = parse("SELECT * { FILTER(BOUND(?_x_date)) }", "q")
    with pytest.raises(UsageError) as raised:
        bound(query, {"x": day}, store)
    assert str(raised.value) == f"--x is {DATE}, not '{day}'"


def test_a_value_is_one_of_those_that_there_are(store):
    query = parse("#+ enumerate:\n#+   - how: [denied, planned]\nASK { ?s ?p ?_how }", "q")
    with pytest.raises(UsageError, match="--how is one of denied, planned, not 'Denied'; did you mean 'denied'"):
        bound(query, {"how": "Denied"}, store)
    assert '"denied"' in bound(query, {"how": "denied"}, store)


def test_a_row_of_values_takes_one_value(store):
    query = parse("SELECT ?s { VALUES ?a { ?_x } ?s news:age ?a }", "q")
    assert len(answer(store, bound(query, {"x": "20"}, store))) == 1
    with pytest.raises(UsageError, match=r"q: \?_x stands in a row of VALUES and takes one value, not 2"):
        bound(query, {"x": ["20", "60"]}, store)


def test_a_default_is_given_where_nothing_is(store):
    query = parse("#+ defaults:\n#+   - age: 60\nSELECT ?s { ?s news:age ?_age }", "q")
    assert [answer(store, bound(query, found, store)) for found in ({}, {"age": "20"})] == [[f"<{E}Cy>"], [f"<{E}Ann>"]]
