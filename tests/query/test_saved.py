"""Saved queries: what their headers say, how parameters are bound, and what is said of names that do not exist."""

import os
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import UsageError
from kg.naming import folded, slug
from kg.query.bind import bound
from kg.query.names import MENTIONS, entities
from kg.query.run import run
from kg.query.saved import find, folders, parse, saved

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
    query = parse(f"SELECT * WHERE {{ {inner} }}", "sub")
    assert bound(query, {"x": "y"}, store) == query.text.replace("?__x", ' "y" ')
    values = ' VALUES ?__x { "y" "z" }'
    several = f"SELECT * WHERE {{{values} {inner.replace('{ ?s ?p ?__x', '{' + values + ' ?s ?p ?__x')} }}"
    assert bound(query, {"x": ["y", "z"]}, store) == several


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


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("C++ Corp.", "C Corp.", False),
        ("C# Ltd", "C Ltd", False),
        ("C++ Corp.", "c ++ corp", True),
        ("J. K. Roe", "J.K. Roe", True),
        ("Marks & Spencer", "Marks and Spencer", True),
        ("Zoe\u0308 Lee", "Zo\u00eb  lee", True),
        ("Zoe Lee", "Zo\u00eb Lee", False),
        ("\u0915\u093f", "\u0915\u0941", False),
        ("Sean O'Hara", "Sean O\u2019Hara", True),
    ],
)
def test_one_folding_for_look_up(one, other, same):
    assert (folded(one) == folded(other)) is same
    # What is asked for and what stands in an IRI are folded by one function.
    assert (slug(one) == slug(other)) is same


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("Sadiq Khan", "sadiq-khan"),
        ("  Sean  O\u2019Hara ", "sean-o-hara"),
        ("U.S. Senate", "u-s-senate"),
        ("St_John's (Leeds)", "st-john-s-leeds"),
        ("C++ Corp.", "c-plus-plus-corp"),
        ("C#", "c-sharp"),
        ("C++11", "c-plus-plus-11"),
        ("#MeToo", "metoo"),
        ("AT&T", "at-and-t"),
        ("Procter & Gamble", "procter-and-gamble"),
        ("\u0939\u093f\u0928\u094d\u0926\u0940", "\u0939\u093f\u0928\u094d\u0926\u0940"),
        ("--", "unnamed"),
    ],
)
def test_a_name_stands_in_an_iri_as_it_is_looked_up(name, path):
    assert slug(name) == path


@pytest.mark.parametrize("name", ["???", "", " ", "unnamed", "Ann Lee"])
def test_another_name_is_not(store, name):
    with pytest.raises(UsageError, match="nothing is named"):
        entities(store, name)


def test_what_a_query_names_itself_is_no_parameter():
    text = "SELECT (COUNT(?_) AS ?_n) (1 as ?__m) WHERE { ?__ ?_p ?_ BIND(2 AS ?_b) }"
    assert [each.name for each in parse(text, "own").parameters] == ["p"]


def test_a_query_of_the_users_own_comes_first_and_a_broken_one_hides_no_other(tmp_path):
    (tmp_path / "roles.rq").write_text("#+ summary: Mine\nASK {}")
    (tmp_path / "broken.rq").write_bytes(b"\xff")
    told = []
    found = saved([tmp_path], told.append)
    assert (found["roles"].summary, found["people"].path.parent.name) == ("Mine", "queries")
    assert [str(error).split(":")[0] for error in told] == [str(tmp_path / "broken.rq")]
    assert find("roles", [tmp_path]).text == found["roles"].text
    assert find("roles").text != found["roles"].text


def test_the_folders_of_own_queries(tmp_path, monkeypatch):
    monkeypatch.delenv("KG_QUERIES", raising=False)
    assert folders() == [Path("queries")]
    monkeypatch.setenv("KG_QUERIES", f"{tmp_path}{os.pathsep}{tmp_path.parent}")
    assert folders() == [tmp_path, tmp_path.parent]
    assert folders(tmp_path) == [tmp_path]
    with pytest.raises(UsageError, match="none: no such folder of queries"):
        folders(tmp_path / "none")


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
        ("CONSTRUCT WHERE { ?s ?p ?_o }", r"a query with several values is written CONSTRUCT \{ … \} WHERE"),
        ("SELECT * { } LIMIT ?_o", r"\?_o stands in LIMIT and takes one value, not 2"),
        ("SELECT * { } LIMIT 1 OFFSET ?_o", r"\?_o stands in OFFSET and takes one value"),
        ("SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (COUNT(?o) > ?_o)", r"\?_o stands in HAVING"),
    ],
)
def test_where_several_values_cannot_stand(store, text, message):
    with pytest.raises(UsageError, match=message):
        bound(parse(text, "q"), {"o": ["1", "2"]}, store)
    run(store, bound(parse(text, "q"), {"o": "1"}, store))
