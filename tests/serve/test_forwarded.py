"""An endpoint that is down, or breaks off, as a server on loopback does that says what it is told to."""

import pytest

from kg.errors import NetworkError
from kg.serve.elsewhere import Endpoint, Looker
from kg.serve.settings import Settings
from kg.vocabulary import ONTOLOGY
from tests.link.hostile import saying, serving
from tests.serve.conftest import client

BASE = "https://example.org/kg/"
CELL = '{"g": {"type": "uri", "value": "%s%s"}}' % (BASE, ONTOLOGY)  # noqa: UP031 (braces)
LOOK = f'{{"head": {{"vars": ["g"]}}, "results": {{"bindings": [{CELL}]}}}}'.encode()
ROWS, TRIPLES = "application/sparql-results+json", "application/n-triples"


def reply(body, kind=ROWS, status="200 OK"):
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    return saying(head.encode() + body)


def test_a_look_that_breaks_off_is_the_fault_of_the_endpoint(tmp_path):
    with serving(reply(LOOK[:-5])) as there, client(tmp_path, endpoint=there.url) as web:
        found = web.get("/")
    assert found.status_code == 502
    assert "broken SPARQL results" in found.text


@pytest.mark.parametrize(
    ("query", "body", "kind"),
    [
        ("SELECT ?g { ?g ?p ?o }", LOOK[:-5], ROWS),
        ("CONSTRUCT WHERE { ?s ?p ?o }", b"<a:a> <a:b> <a:c> .\n<a:a> <a:b", TRIPLES),
    ],
)
def test_so_is_an_answer_that_breaks_off(tmp_path, query, body, kind):
    with serving(reply(LOOK), reply(body, kind)) as there, client(tmp_path, endpoint=there.url) as web:
        found = web.get("/sparql", params={"query": query})
    assert found.status_code == 502
    assert "broken" in found.json()["detail"]


def test_graphs_stand_beside_what_the_address_of_an_endpoint_asks_already(tmp_path):
    with serving(reply(LOOK)) as there, client(tmp_path, endpoint=f"{there.url}?db=news") as web:
        web.get("/sparql", params={"query": "SELECT ?g { <a> ?p ?g }", "default-graph-uri": "a:b"})
    line, *_, query = there.asked[-1].split(b"\r\n", 1)
    assert line.split()[1] == b"/sparql?db=news&default-graph-uri=a%3Ab"
    assert f"BASE <{BASE}>".encode() in query


def test_an_endpoint_that_is_down_is_not_asked_for_every_page():
    now = [1000.0]
    with serving(reply(b"down", "text/plain", "503 Down"), reply(LOOK)) as there:
        looker = Looker(Endpoint(Settings("", endpoint=there.url)), lambda: now[0])
        for after in (0, 4.9):
            now[0] = 1000 + after
            with pytest.raises(NetworkError, match="503 Down"):
                looker()
        assert len(there.asked) == 1
        now[0] = 1005
        assert looker().store.base == BASE
        assert len(there.asked) == 2
