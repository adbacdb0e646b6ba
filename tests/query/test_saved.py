"""Saved queries: what their headers say, how parameters are bound, and what is said of names that do not exist."""

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import UsageError
from kg.query.bind import bound
from kg.query.names import MENTIONS, entities
from kg.query.run import run
from kg.query.saved import parse

E = "https://example.org/"
LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
ALIAS = NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
SAYS = NamedNode(f"{E}says")
QUERY = parse(
    """#+ summary: What somebody says
SELECT ?_speaker_iri ?words WHERE { ?_speaker_iri <https://example.org/says> ?words
    FILTER(!BOUND(?__in_words) || CONTAINS(?words, ?__in_words)) }
ORDER BY ?words
""",
    "says",
)


@pytest.fixture(scope="module")
def store() -> Store:
    lee, roe = NamedNode(f"{E}lee"), NamedNode(f"{E}roe")
    store = Store()
    store.extend(
        [
            Quad(lee, LABEL, Literal('Ann "Bo" Lee', language="en")),
            Quad(lee, ALIAS, Literal("Ms Lee")),
            Quad(lee, SAYS, Literal("Yes.")),
            Quad(lee, SAYS, Literal('She said "no".')),
            Quad(roe, LABEL, Literal("John Roe")),
            Quad(roe, ALIAS, Literal("Lee")),
            Quad(roe, SAYS, Literal("Perhaps.")),
            Quad(NamedNode(f"{E}article"), MENTIONS, roe),
        ]
    )
    return store


def test_what_articles_mention_comes_before_words_that_are_a_name():
    statement, person, article = (NamedNode(f"{E}{name}") for name in ("statement", "person", "article"))
    store = Store()
    store.extend([Quad(statement, LABEL, Literal("Ann Lee")), Quad(person, ALIAS, Literal("ann lee"))])
    assert entities(store, "Ann Lee") == [statement]
    store.add(Quad(article, MENTIONS, person))
    assert entities(store, "Ann Lee") == [person]


def says(store: Store, **given: str) -> list[str]:
    return [row["words"].value for row in run(store, bound(QUERY, given, store))]


def test_parameters_declare_themselves():
    assert [(each.name, each.entity, each.required) for each in QUERY.parameters] == [
        ("speaker", True, True),
        ("in-words", False, False),
    ]
    [sure] = parse("ASK WHERE { FILTER(?__only_sure_xsd_boolean) }", "sure").parameters
    assert (sure.name, sure.flag, sure.required, sure.option) == ("only-sure", True, False, "[--only-sure]")


def test_a_value_is_bound_in_each_subquery_that_names_it(store):
    inner = "{ SELECT ?s WHERE { ?s ?p ?__x } } { SELECT ?s WHERE { ?s ?p ?o } }"
    text = bound(parse(f"SELECT * WHERE {{ {inner} }}", "sub"), {"x": "y"}, store)
    value = ' VALUES ?__x { "y" }'
    assert text == f"SELECT * WHERE {{{value} {inner.replace('{ ?s ?p ?__x', '{' + value + ' ?s ?p ?__x')} }}"


def test_a_flag_is_true_or_false(store):
    sure = parse("ASK WHERE { FILTER(?__sure_xsd_boolean) }", "sure")
    for value in (True, False):
        given = {"sure": str(value).lower()}
        assert bool(run(store, bound(sure, given, store))) is value
    with pytest.raises(UsageError, match="--sure is true or false, not 'yes'"):
        bound(sure, {"sure": "yes"}, store)


@pytest.mark.parametrize(
    "name", [" Ann  'Bo' Lee ", "ann bo lee", "ANN “BO” LEE", "Ann\u00a0Bo-Lee", f"<{E}lee>", f" {E}lee "]
)
def test_a_name_is_found_but_for_capitals_blanks_and_marks(store, name):
    assert entities(store, name) == [NamedNode(f"{E}lee")]


@pytest.mark.parametrize("name", ["???", "", " ", "unnamed", "Ann Lee"])
def test_another_name_is_not(store, name):
    with pytest.raises(UsageError, match="nothing is named"):
        entities(store, name)


def test_what_a_query_names_itself_is_no_parameter():
    text = "SELECT (COUNT(?_) AS ?_n) (1 as ?__m) WHERE { ?__ ?_p ?_ BIND(2 AS ?_b) }"
    assert [each.name for each in parse(text, "own").parameters] == ["p"]


def test_keys_of_grlc_are_passed_by():
    header = (
        "#+ summary: People\n#+ endpoint: http://e.org/\n#+ tags:\n#+   - people\n#+   - places: all\n#+ method: GET\n"
    )
    assert parse(f"{header}ASK {{}}", "grlc").summary == "People"


@pytest.mark.parametrize(
    "pattern",
    [
        "{ ?s <https://example.org/says> ?words FILTER(?words = ?_what) }",
        "WHERE { { ?s <https://example.org/says> ?words FILTER(?words = ?_what) } }",
        "WHERE { { } UNION { ?s <https://example.org/says> ?words FILTER(?words = ?_what) } FILTER(BOUND(?words)) }",
        "WHERE { ?s <https://example.org/says> ?words MINUS { ?s ?p ?words FILTER(?words != ?_what) } }",
        "WHERE { ?s <https://example.org/says> ?words FILTER NOT EXISTS { FILTER(?words != ?_what) } }",
        "WHERE { OPTIONAL { ?s <https://example.org/says> ?words FILTER(?words = ?_what) } }",
        "WHERE { { SELECT ?words { ?s <https://example.org/says> ?words FILTER(?words = ?_what) } } }",
        "WHERE { { SELECT ?words WHERE { { ?s <https://example.org/says> ?words FILTER(?words = ?_what) } } } }",
        "WHERE { ?s <https://example.org/says> ?words VALUES (?a) { (1) } { BIND(?_what AS ?words) } }",
    ],
)
def test_a_parameter_has_its_value_wherever_it_stands(store, pattern):
    asked = parse(f"SELECT DISTINCT ?words {pattern}", "anywhere")
    assert [row["words"].value for row in run(store, bound(asked, {"what": "Perhaps."}, store))] == ["Perhaps."]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("CONSTRUCT WHERE { ?s ?p ?_o }", r"a query with parameters is written CONSTRUCT \{ … \} WHERE"),
        ("SELECT * { } LIMIT ?_o", r"\?_o stands behind LIMIT or OFFSET, where SPARQL has no variable"),
        ("SELECT * { } LIMIT 1 OFFSET ?_o", "behind LIMIT or OFFSET"),
    ],
)
def test_where_no_value_can_stand(store, text, message):
    with pytest.raises(UsageError, match=message):
        bound(parse(text, "q"), {"o": "1"}, store)
