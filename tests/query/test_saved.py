"""Saved queries: what their headers say, how parameters are bound, and what is said of names that do not exist."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import DataError, UsageError
from kg.query.bind import bound
from kg.query.names import MENTIONS, entities
from kg.query.run import run
from kg.query.saved import find, parse, read, saved

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


@pytest.mark.parametrize("name", ['Ann "Bo" Lee', 'ANN "BO" LEE', "ms lee", f"{E}lee"])
def test_an_entity_is_given_by_a_name_or_its_iri(store, name):
    assert says(store, speaker=name) == ['She said "no".', "Yes."]


def test_an_optional_parameter_narrows(store):
    assert says(store, speaker="Ms Lee", **{"in-words": '"no"'}) == ['She said "no".']


@pytest.mark.parametrize("words", ['" } ?s ?p ?o . #', "x') } UNION { ?s ?p ?o FILTER('", "\\", "\n", "}", '"""'])
def test_no_value_can_become_a_query(store, words):
    assert says(store, speaker="Ms Lee", **{"in-words": words}) == []


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=8))
def test_any_text_is_bound_as_that_text(store, words):
    assert says(store, speaker="Ms Lee", **{"in-words": words}) == [
        said for said in ('She said "no".', "Yes.") if words in said
    ]


def test_a_value_is_bound_once_and_only_as_a_term(store):
    text = bound(QUERY, {"speaker": "Ms Lee", "in-words": '?x } "'}, store)
    assert (
        'WHERE { VALUES ?_speaker_iri { <https://example.org/lee> } VALUES ?__in_words { "?x } \\"" }'
        in text.replace("  ", " ")
    )


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, r"says needs --speaker; its parameters: --speaker \[--in-words\]"),
        ({"speaker": "Ms Lee", "who": "x"}, r"says has no parameter --who; it has: --speaker \[--in-words\]"),
        ({"speaker": "Jon Roe"}, r"nothing is named 'Jon Roe'; did you mean 'John Roe'\?"),
        ({"speaker": "http://a b"}, "http://a b: not an IRI"),
        ({"speaker": "Zz"}, r"nothing is named 'Zz'$"),
    ],
)
def test_wrong_parameters(store, given, message):
    with pytest.raises(UsageError, match=message):
        bound(QUERY, given, store)


def test_a_query_without_where_cannot_be_bound(store):
    with pytest.raises(UsageError, match="ask: write WHERE before the pattern"):
        bound(parse("ASK { ?s ?p ?_x }", "ask"), {"x": "y"}, store)


@pytest.mark.parametrize(
    ("header", "message"),
    [("#+ sumary: x", r"q\.rq:2: unknown key 'sumary'; a header has inference and summary"), ("#+ x", r"q\.rq:2: ")],
)
def test_a_header_is_checked(tmp_path, header, message):
    path = tmp_path / "q.rq"
    path.write_text(f"#+ summary: yes\n{header}\nASK {{}}\n")
    with pytest.raises(DataError, match=message):
        read(path)


def test_an_unreadable_file(tmp_path):
    with pytest.raises(UsageError, match=r"none\.rq: no such file"):
        read(tmp_path / "none.rq")
    (tmp_path / "latin.rq").write_bytes(b"ASK { ?s ?p '\xe9' }")
    with pytest.raises(DataError, match=r"latin\.rq: cannot be read as UTF-8 text"):
        read(tmp_path / "latin.rq")


def test_an_unknown_query_suggests_near_names():
    with pytest.raises(UsageError, match=r"no query 'attack'; did you mean 'attacks'.*`kg queries` lists them all"):
        find("attack")


def test_every_saved_query_says_what_it_answers_and_parses():
    for query in saved().values():
        assert query.summary, query.path
        assert all(f"--{each.name}" in query.summary for each in query.parameters), query.path
        run(Store(), query.text)


def test_an_iri_may_hold_what_is_elsewhere_a_line_end(store):
    assert says(store, speaker=f"{E}\u2028\u00a0#lee") == []


def test_the_mark_of_utf_8_is_no_part_of_a_query(tmp_path):
    path = tmp_path / "marked.rq"
    path.write_text("#+ summary: Anything\nASK { ?s ?p ?o }", "utf-8-sig")
    assert (read(path).summary, bool(run(Store(), read(path).text))) == ("Anything", False)
