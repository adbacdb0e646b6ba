"""Binding and messages rest on a few tokens: they must not be found where the text only looks like them."""

import pytest

from kg.query.scan import form, groups, local_names, undeclared, variables


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SELECT ?_a WHERE { ?_a ?p $_b }", ["_a", "p", "_b"]),
        ("# ?_comment\nASK { ?s ?p ?o }", ["s", "p", "o"]),
        ("ASK { ?s <http://e/?_x> '?_y' , \"?_z\" }", ["s"]),
        ("ASK { ?s ?p \"\"\" \"?_long\" ''' \"\"\", '''?_other''' }", ["s", "p"]),
        (r'ASK { ?s ?p "a\"?_escaped" }', ["s", "p"]),
        ("ASK { ?s ?p <http://e/#hash> . ?after ?p 1 }", ["s", "p", "after"]),
        ("# ?_comment\rASK { ?s ?p ?o }", ["s", "p", "o"]),
        ("# ?_comment\u2028ASK { ?t }\nASK { ?s }", ["s"]),
        ("ASK { ?s ?p <a:\u2028\u00a0#hash>, ?after }", ["s", "p", "after"]),
        (r"ASK { ?s ?p <a:\u00e9#hash>, <a:\U000000e9#>, ?after }", ["s", "p", "after"]),
    ],
)
def test_variables(text, found):
    assert variables(text) == found


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("PREFIX insert: <http://e/insert> SELECT * WHERE {}", "SELECT"),
        ("# DELETE\nask {}", "ASK"),
        ("BASE <http://e/> PREFIX : <x> insert data { <a> <b> <c> }", "INSERT"),
        ("WITH <g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "WITH"),
        ("", ""),
        ("hello", ""),
    ],
)
def test_form(text, does):
    assert form(text) == does


@pytest.mark.parametrize(
    ("text", "prefixes"),
    [
        ("PREFIX e: <http://e/> ASK { e:a e:b:c news:d }", {"news"}),
        ("ASK { _:b <http://e/x:y> 'z:z' }", set()),
        ("ASK { ?s a :Thing }", {""}),
    ],
)
def test_undeclared(text, prefixes):
    assert undeclared(text) == prefixes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SELECT * WHERE { ?s ?p ?o }", [(0, "SELECT * WHERE {", {"s", "p", "o"})]),
        ("ASK { ?s ?p ?o }", [(0, "ASK {", {"s", "p", "o"})]),
        (
            "SELECT (EXISTS { ?a ?b ?c } AS ?x) WHERE { }",
            [(0, "SELECT (EXISTS {", {"a", "b", "c"}), (0, "SELECT (EXISTS { ?a ?b ?c } AS ?x) WHERE {", set())],
        ),
        ("CONSTRUCT { ?s ?p ?o } # WHERE {\nWHERE { }", [(0, "CONSTRUCT { ?s ?p ?o } # WHERE {\nWHERE {", set())]),
        ("CONSTRUCT WHERE { ?s }", [(0, "CONSTRUCT WHERE {", {"s"})]),
        (
            "SELECT * { ?a { SELECT ?b WHERE { FILTER(?c) } } ?d }",
            [(0, "SELECT * {", {"a", "d"}), (2, "SELECT * { ?a { SELECT ?b WHERE {", {"c"})],
        ),
        (
            "ASK { VALUES ?a { 1 } VALUES (?b) { (1) } { ?c } UNION { ?d } GRAPH ?e { ?f } } VALUES ?g { 1 }",
            [
                (0, "ASK {", {"a", "b", "e"}),
                (1, "ASK { VALUES ?a { 1 } VALUES (?b) { (1) } {", {"c"}),
                (1, "ASK { VALUES ?a { 1 } VALUES (?b) { (1) } { ?c } UNION {", {"d"}),
                (1, "ASK { VALUES ?a { 1 } VALUES (?b) { (1) } { ?c } UNION { ?d } GRAPH ?e {", {"f"}),
            ],
        ),
    ],
)
def test_groups(text, found):
    assert [(depth, text[:start], names) for depth, start, names in groups(text)] == found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ASK { ?s a news:Person ; news:when.x ?o . ?s news:a ?t }", ["Person", "when.x", "a"]),
        ("PREFIX news: <http://e/> ASK { news:a 'news:b' <news:c> ?news } # news:d", ["a"]),
        ("ASK { ?s a mynews:Person }", []),
    ],
)
def test_local_names(text, names):
    assert local_names(text, "news:") == names
