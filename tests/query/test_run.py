"""SPARQL of the user's own: read-only, with known prefixes, and with a caret where it is wrong."""

from io import BytesIO

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import DataError, UsageError
from kg.graph.store import Store as KnowledgeGraph
from kg.query.formats import ResultFormat
from kg.query.parts import asserted
from kg.query.results import write
from kg.query.run import evaluated, is_empty, run
from kg.vocabulary import INFERRED

A = NamedNode("https://example.org/a")
STORE = Store()
STORE.extend([Quad(A, A, Literal('x "y"\t,z')), Quad(A, A, A)])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "SELECT ?x WHERE {\n  ?x a news:Person .\n  FILTR(?x)\n}",
            "not SPARQL, line 3, column 3:\n    FILTR(?x)\n    ^",
        ),
        (
            'SELECT * WHERE { ?s ?p "x }',
            'not SPARQL, line 1, column 28:\n  SELECT * WHERE { ?s ?p "x }\n' + " " * 29 + "^",
        ),
        ("ASK { ?s ?p }", "not SPARQL, line 1, column 7:\n  ASK { ?s ?p }\n        ^"),
        ("SELECT ?s (COUNT(?o) AS ?n) WHERE { ?s ?p ?o }", "The SELECT contains a variable that is unbound"),
        (
            "ASK { <https://e.org/my id> ?p ?o }",
            "not SPARQL, line 1, column 28:\n  ASK { <https://e.org/my id> ?p ?o }\n",
        ),
        ("SELEC * WHERE {}", "not SPARQL: there is no SELECT, ASK, CONSTRUCT or DESCRIBE in it"),
        ("", "not SPARQL: there is no SELECT"),
        ("ASK { ?s foo:bar ?o }", "the prefix foo: is not declared; dcterms:, edtf:, foaf:, geo:, itsrdf:, news:, "),
    ],
)
def test_an_error_shows_its_place(text, message):
    with pytest.raises(UsageError) as raised:
        run(STORE, text)
    assert message in str(raised.value)


@pytest.mark.parametrize("text", ["INSERT DATA { <a:a> <a:b> <a:c> }", "CLEAR ALL", "DELETE WHERE { ?s ?p ?o }"])
def test_an_update_is_refused(text):
    before = set(STORE)
    with pytest.raises(UsageError, match="is a SPARQL UPDATE, and queries only read"):
        run(STORE, text)
    assert set(STORE) == before


@pytest.mark.parametrize("error", [RuntimeError("broken"), OSError("Corruption: block checksum mismatch")])
def test_a_store_that_fails_on_the_way_is_bad_data(error):
    with pytest.raises(DataError, match=f"the query failed: {error}"), evaluated():
        raise error


@pytest.mark.parametrize("text", ["ASK { FILTER(<http://a/f>(1)) }", "SELECT (<http://a/f>(?s) AS ?x) { ?s ?p ?o }"])
def test_a_function_that_is_not_there_is_the_queries(text):
    with pytest.raises(UsageError, match="<http://a/f> is not supported"), evaluated():
        is_empty(run(STORE, text))


def test_an_output_that_fails_is_not_the_store():
    with pytest.raises(BrokenPipeError), evaluated():
        raise BrokenPipeError(32, "Broken pipe")


@pytest.mark.parametrize(
    ("text", "form", "written"),
    [
        ("SELECT ?o WHERE { ?s ?p ?o } ORDER BY ?o", "csv", 'o\r\nhttps://example.org/a\r\n"x ""y""\t,z"\r\n'),
        ("SELECT ?o WHERE { ?s ?p ?o } ORDER BY ?o", "tsv", '?o\n<https://example.org/a>\n"x \\"y\\"\\t,z"\n'),
        ("ASK { ?s ?p ?o }", "json", '{"head":{},"boolean":true}'),
        ("CONSTRUCT { ?o ?p ?s } WHERE { ?s ?p ?o }", "nt", f"{A} {A} {A} .\n"),
        ("DESCRIBE <https://example.org/none>", "nt", ""),
    ],
)
def test_result_formats(text, form, written):
    out = BytesIO()
    write(run(STORE, text), out, ResultFormat(form))
    assert out.getvalue().decode() == written


@pytest.mark.parametrize(
    ("text", "form", "message"),
    [
        ("SELECT * WHERE {}", "turtle", "SELECT and ASK give rows: use --format table, csv"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "csv", "give a graph: use --format turtle, nt, jsonld"),
    ],
)
def test_a_format_of_the_other_kind_is_refused(text, form, message):
    with pytest.raises(UsageError, match=message):
        write(run(STORE, text), BytesIO(), ResultFormat(form))


def test_only_what_is_asserted(tmp_path):
    one, two, both = (NamedNode(f"https://example.org/article/{name}") for name in ("one", "two", "inferred"))
    with KnowledgeGraph(tmp_path / "store") as graph:
        graph.db.extend([Quad(A, A, one, name) for name in (one, two)])
        graph.db.extend([Quad(A, A, both), Quad(A, A, one), Quad(A, A, both, graph.graph(INFERRED))])
        source = asserted(graph)
    [row] = run(source, "SELECT (COUNT(*) AS ?n) (MIN(?o) AS ?first) WHERE { ?s ?p ?o }")
    assert (row["n"].value, row["first"]) == ("1", one)
    graphs = run(source, "SELECT DISTINCT ?g WHERE { GRAPH ?g { <https://example.org/a> ?p ?o } } ORDER BY ?g")
    assert [row["g"] for row in graphs] == [one, two]
