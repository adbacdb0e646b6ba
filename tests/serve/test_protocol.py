"""The W3C's tests of the SPARQL 1.1 Protocol: the part of queries passes, that of updates is refused."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDFS

from kg.graph.store import Store
from tests.serve.conftest import client

SUITE = Path(__file__).parents[3] / "shared" / "conformance" / "sparql-protocol"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
ROWS = ("sparql-results", "csv", "tab-separated")
FORMATS = {"boolean": ROWS, "tabular": ROWS, "RDF": ("turtle", "n-triples", "ld+json", "rdf+xml")}

if not SUITE.is_dir():
    pytest.skip("the W3C's tests are not beside this clone", allow_module_level=True)

MANIFEST = Graph().parse(SUITE / "manifest.ttl")
TESTS = list(Collection(MANIFEST, next(MANIFEST.objects(None, MF.entries))))


def name(test):
    return test.fragment if isinstance(test, URIRef) else str(test)


@pytest.fixture(scope="module")
def suite(tmp_path_factory):
    path = tmp_path_factory.mktemp("suite") / "store"
    with Store(path) as store:
        for number in (1, 2, 3):
            graph = NamedNode(f"http://kasei.us/2009/09/sparql/data/data{number}.rdf")
            for quad in parse(path=str(SUITE / f"data{number}.nt"), format=RdfFormat.N_TRIPLES):
                store.db.add(type(quad)(quad.subject, quad.predicate, quad.object, graph))
    with client(path) as web:
        yield web


def requests(test):
    connection = MANIFEST.value(test, MF.action)
    return list(Collection(MANIFEST, MANIFEST.value(connection, HT.requests)))


def is_update(request):
    held = MANIFEST.value(request, HT.headers)
    types = [str(MANIFEST.value(each, HT.fieldValue)) for each in Collection(MANIFEST, held)] if held else []
    body = str(MANIFEST.value(MANIFEST.value(request, HT.body), CNT.chars) or "")
    return "application/sparql-update" in types or body.startswith("update=") or "update=" in path(request)


def path(request):
    return str(MANIFEST.value(request, HT.absolutePath)).replace("/sparql/", "/sparql", 1)


def sent(web, request):
    headers = {}
    if held := MANIFEST.value(request, HT.headers):
        for each in Collection(MANIFEST, held):
            headers[str(MANIFEST.value(each, HT.fieldName))] = str(MANIFEST.value(each, HT.fieldValue))
    body = MANIFEST.value(request, HT.body)
    encoding = str(MANIFEST.value(body, CNT.characterEncoding) or "utf-8")
    content = str(MANIFEST.value(body, CNT.chars) or "").encode(encoding) if body else None
    return web.request(str(MANIFEST.value(request, HT.methodName)), path(request), headers=headers, content=content)


@pytest.mark.parametrize("test", TESTS, ids=name)
def test_w3c(suite, test):
    for request in requests(test):
        answer = sent(suite, request)
        response = MANIFEST.value(request, HT.resp)
        expected = {str(each).rpartition("StatusCode")[2][0] for each in MANIFEST.objects(response, MF.expectedStatus)}
        if is_update(request):
            # This endpoint is only read.
            assert 400 <= answer.status_code < 500, answer.text
        if "update" in name(test):
            continue
        assert str(answer.status_code)[0] in expected, answer.text
        truth = MANIFEST.value(response, MF.expectedBoolean)
        if truth is not None:
            assert answer.json()["boolean"] is bool(truth.toPython())
        form = MANIFEST.value(response, MF.expectedFormat)
        if form is not None and expected == {"2"}:
            assert any(part in answer.headers["content-type"] for part in FORMATS[str(form)])


def test_the_suite_is_whole():
    assert len(TESTS) > 30
    assert all(requests(test) for test in TESTS)
    assert MANIFEST.value(next(MANIFEST.subjects(UT.graph, None)), RDFS.label)


def test_the_service_describes_itself(web):
    for path, accept in (("/sparql", "text/turtle"), ("/.well-known/void", "")):
        answer = web.get(path, headers={"Accept": accept})
        graph = Graph().parse(data=answer.text, format="turtle")
        found = {
            row.t: row
            for row in graph.query(
                "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> PREFIX void: <http://rdfs.org/ns/void#> "
                "SELECT ?t ?endpoint ?triples { ?s a sd:Service ; sd:endpoint ?endpoint ; sd:supportedLanguage ?t ; "
                "sd:defaultDataset ?d . ?d void:triples ?triples }"
            )
        }
        row = found[URIRef("http://www.w3.org/ns/sparql-service-description#SPARQL11Query")]
        assert str(row.endpoint) == "http://localhost/sparql"
        assert int(row.triples) > 100
        people = graph.query(
            "PREFIX void: <http://rdfs.org/ns/void#> SELECT ?n { ?d void:classPartition [ void:class "
            "<https://w3id.org/newskg/ontology#Person> ; void:entities ?n ] }"
        )
        assert [int(each.n) > 3 for each in people] == [True]
