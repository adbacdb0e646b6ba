"""/sparql by clients that others wrote, against a real server: the protocol, its refusals and its limits."""

import os
import signal
from functools import partial

import httpx
import pytest
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import JSON, POSTDIRECTLY, TURTLE, SPARQLWrapper

from kg.serve.evaluating import CSV, ROWS, Question
from kg.serve.points import is_point
from kg.serve.problems import Problem
from kg.serve.settings import Settings
from kg.serve.workers import Pool, Worker
from tests.serve.conftest import serving

NEWS = "https://w3id.org/newskg/ontology#"
LABELS = "SELECT ?l WHERE { <https://w3id.org/newskg/id/person/sadiq-khan> rdfs:label ?l }"
#: More rows than anybody waits for.
SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def endpoint(seed):
    with serving(seed, timeout=3, most_bytes=200_000, workers=1) as root:
        yield f"{root}/sparql"


@pytest.mark.parametrize(
    ("query", "point"),
    [
        (LABELS, True),
        ("PREFIX x: <http://x.example/> SELECT * { x:a a ?kind . } LIMIT 2", True),
        ("SELECT DISTINCT ?o # { ?s ?p ?o }\nWHERE { <http://x.example/a> ?p ?o }", True),
        ('ASK { <http://x.example/a> rdfs:label "b" }', True),
        ("SELECT ?s { ?s rdfs:label ?o }", False),
        ("SELECT ?s { _:b rdfs:label ?o }", False),
        ("SELECT ?s { news:a news:b ?o . ?o ?p ?s }", False),
        ("SELECT ?s { news:a news:b ?o, ?s }", False),
        ("SELECT ?s { news:a news:b+ ?o }", False),
        ("SELECT ?s { news:a news:b ?o FILTER(REGEX(?o, 'a')) }", False),
        ("SELECT (COUNT(*) AS ?n) { news:a news:b ?o }", False),
        ("SELECT ?s FROM <http://x.example/g> { news:a news:b ?o }", False),
        ("SELECT ?s { GRAPH ?g { news:a news:b ?o } }", False),
        ("SELECT ?s { SERVICE <http://x.example/> { news:a news:b ?o } }", False),
        ("CONSTRUCT { news:a news:b ?o } WHERE { news:a news:b ?o }", False),
        ("INSERT DATA { news:a news:b news:c }", False),
        ("", False),
    ],
)
def test_what_is_answered_at_once_is_one_triple_of_one_thing(query, point):
    assert is_point(query) == point


@pytest.mark.parametrize("media", [*ROWS, "*/*", "text/html;q=0.1, text/csv"])
@pytest.mark.parametrize("query", [LABELS, "ASK { <https://w3id.org/newskg/id/place/kent> a news:Place }"])
def test_what_is_answered_at_once_is_answered_as_all_else(endpoint, media, query):
    own = {"accept": media, "accept-encoding": "identity"}
    short, long = (
        httpx.get(endpoint, params={"query": query}, headers=headers, timeout=60)
        for headers in (own, {**own, "origin": "http://localhost"})
    )
    wanted = {**long.headers}
    for name in ("access-control-allow-origin", "date", "vary"):
        wanted.pop(name, None)
    assert (short.status_code, short.content) == (long.status_code, long.content)
    assert {name: short.headers[name] for name in wanted} == wanted
    assert "Accept" in short.headers["vary"]


@pytest.mark.parametrize("media", [*ROWS])
def test_an_answer_of_too_many_rows_says_so(seed, media):
    pool = Pool(Settings(seed, workers=1, most_rows=3, timeout=60))
    rows = 'SELECT ?n { VALUES ?n { "a\\n,b" 2 3 4 } } # {}'
    try:
        assert pool.ask(Question(rows.replace("4", ""), media))
        assert pool.ask(Question(f"{rows}\nLIMIT 3", media))
        with pytest.raises(Problem, match="the answer has more than 3 rows: ask for less with LIMIT") as told:
            pool.ask(Question(rows, media))
        assert (told.value.status_code, told.value.headers) == (503, {"Retry-After": "5"})
        with pytest.raises(Problem, match="more than 3 rows"):
            pool.ask(Question("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "text/turtle"))
        with pytest.raises(Problem, match=r"line 1, column \d+") as wrong:
            pool.ask(Question("SELECT ?n { ?n ", media))
        assert "LIMIT" not in wrong.value.detail
    finally:
        pool.close()


@pytest.mark.parametrize("method", ["GET", "POST", POSTDIRECTLY])
def test_sparqlwrapper(endpoint, method):
    asked = SPARQLWrapper(endpoint)
    asked.setMethod("GET" if method == "GET" else "POST")
    if method == POSTDIRECTLY:
        asked.setRequestMethod(POSTDIRECTLY)
    asked.setQuery(LABELS)
    asked.setReturnFormat(JSON)
    assert asked.queryAndConvert()["results"]["bindings"] == [{"l": {"type": "literal", "value": "Sadiq Khan"}}]


def test_sparqlwrapper_gets_a_graph(endpoint):
    asked = SPARQLWrapper(endpoint)
    asked.setQuery("CONSTRUCT { ?p a news:Person } WHERE { ?p a news:Person }")
    asked.setReturnFormat(TURTLE)
    assert b"person/sadiq-khan" in asked.queryAndConvert()


def test_rdflib(endpoint):
    store = SPARQLStore(endpoint)
    assert [str(row.l) for row in store.query(f"PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> {LABELS}")] == [
        "Sadiq Khan"
    ]


@pytest.mark.parametrize(
    ("media", "query"),
    [
        *((media, LABELS) for media in ("text/csv", "text/tab-separated-values", "application/sparql-results+xml")),
        *((media, "ASK {}") for media in ("application/sparql-results+json", "application/sparql-results+xml")),
        *((m, "DESCRIBE <https://w3id.org/newskg/id/place/kent>") for m in ("text/turtle", "application/ld+json")),
        ("application/rdf+xml", "CONSTRUCT { ?p a news:Person } WHERE { ?p a news:Person }"),
        ("text/html", LABELS),
    ],
)
def test_an_answer_has_the_format_that_is_wanted(endpoint, media, query):
    answer = httpx.get(endpoint, params={"query": query}, headers={"Accept": media})
    assert (answer.status_code, answer.headers["content-type"].split(";")[0]) == (200, media)
    assert answer.content


def test_the_graphs_of_the_request_are_asked(endpoint):
    article = "https://w3id.org/newskg/id/article/000_ac9285f299bddcc0"
    asked = {"query": "ASK { ?claim a news:Claim }"}
    assert httpx.get(endpoint, params=asked).json()["boolean"] is False
    assert httpx.get(endpoint, params={**asked, "default-graph-uri": article}).json()["boolean"] is True
    inside = {"query": "ASK { GRAPH ?g { ?claim a news:Claim } }"}
    assert httpx.post(endpoint, data={**inside, "named-graph-uri": article}).json()["boolean"] is True
    assert httpx.post(endpoint, data={**inside, "named-graph-uri": f"{article}/not"}).json()["boolean"] is False


@pytest.mark.parametrize(
    ("method", "given", "status", "told"),
    [
        ("GET", {"params": {"query": "SELECT"}}, 400, "not SPARQL"),
        ("GET", {"params": {"query": "CLEAR ALL"}}, 400, "is a SPARQL UPDATE"),
        ("GET", {"params": {"query": "ASK { SERVICE <http://127.0.0.1/x> { ?s ?p ?o } }"}}, 400, "SERVICE"),
        ("GET", {"params": [("query", "ASK {}"), ("query", "ASK {}")]}, 400, "one query, not 2"),
        ("GET", {}, 400, "one query, not 0"),
        ("GET", {"params": {"query": "ASK {}", "default-graph-uri": "no iri"}}, 400, "not an IRI"),
        ("POST", {"data": {"update": "CLEAR ALL"}}, 400, "answers queries only"),
        ("POST", {"content": b"CLEAR ALL", "headers": {"Content-Type": "application/sparql-update"}}, 415, "posted"),
        ("POST", {"content": b"ASK {}", "headers": {"Content-Type": "text/plain"}}, 415, "posted"),
        ("POST", {"content": b"\xff", "headers": {"Content-Type": "application/sparql-query"}}, 400, "not UTF-8"),
        ("POST", {"content": b"x" * 1_000_001, "headers": {"Content-Type": "application/sparql-query"}}, 413, "larger"),
        ("PUT", {}, 405, ""),
        ("GET", {"params": {"query": "ASK {}"}, "headers": {"Accept": "image/png"}}, 406, "to be had as"),
        ("GET", {"params": {"query": "SELECT * { GRAPH ?g { ?s ?p ?o } }"}}, 503, "more than 200,000 bytes"),
    ],
)
def test_what_is_refused_says_why(endpoint, method, given, status, told):
    answer = httpx.request(method, endpoint, **given)
    assert answer.status_code == status
    assert told in answer.json()["detail"]


def test_a_query_that_takes_too_long_is_ended_and_the_next_is_answered(endpoint):
    answer = httpx.get(endpoint, params={"query": SLOW}, timeout=60)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert "more than 3 seconds, and was ended" in answer.json()["detail"]
    assert httpx.get(endpoint, params={"query": "ASK {}"}, timeout=60).json()["boolean"] is True


def test_other_origins_are_let_from_this_machine_only(endpoint):
    mine = httpx.get(endpoint, params={"query": "ASK {}"}, headers={"Origin": "http://127.0.0.1:3333"})
    assert mine.headers["access-control-allow-origin"] == "http://127.0.0.1:3333"
    theirs = httpx.get(endpoint, params={"query": "ASK {}"}, headers={"Origin": "https://evil.example"})
    assert "access-control-allow-origin" not in theirs.headers
    head = httpx.head(endpoint, params={"query": "ASK {}"})
    assert (head.status_code, head.content) == (200, b"")


def test_a_function_that_is_not_there_is_a_wrong_query(web):
    answer = web.get("/sparql", params={"query": "SELECT (<http://a/f>(1) AS ?x) {}"})
    assert answer.status_code == 400
    assert "<http://a/f> is not supported" in answer.text


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no such signal")
def test_a_process_that_dies_is_told_as_that_and_replaced(seed):
    started = []

    def start(settings):
        started.append(Worker(settings))
        return started[-1]

    pool, yes = Pool(Settings(seed, workers=1), start), Question("ASK {}", next(iter(ROWS)))
    assert b"true" in pool.ask(yes)
    os.kill(started[0]._process.pid, signal.SIGKILL)
    started[0]._process.join()
    with pytest.raises(Problem) as raised:
        pool.ask(yes)
    assert (raised.value.status_code, "process that answers queries ended" in raised.value.detail) == (503, True)
    assert b"true" in pool.ask(yes)
    assert len(started) == 2
    pool.close()


def mute(connection, settings):
    """Start, say nothing of it, and wait for the other end to be closed."""
    del settings
    connection.poll(None)


def test_a_process_that_does_not_start_is_told_as_that_and_replaced(seed):
    starts = iter([partial(Worker, answers=mute, starting=0.1), Worker])

    def start(settings):
        return next(starts)(settings)

    pool, yes = Pool(Settings(seed, workers=1), start), Question("ASK {}", CSV)
    with pytest.raises(Problem) as raised:
        pool.ask(yes)
    assert (raised.value.status_code, "did not start within 0.1 seconds" in raised.value.detail) == (503, True)
    assert b"true" in pool.ask(yes)
    pool.close()
