"""What an endpoint may do to a client: be busy, be gone, be slow, be something else."""

import json
import threading
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from kg.errors import NetworkError, UsageError
from kg.link.candidates import candidates
from kg.link.endpoint import LONGEST_WAIT, RESULTS, Endpoint, delay

ROWS = json.dumps({"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal", "value": "é"}}]}})
BUSY = (429, {"Retry-After": "0"}, "slow down")
GOOD = (200, {"Content-Type": f"{RESULTS}; charset=utf-8"}, ROWS)


@pytest.fixture
def server():
    """Answer each request with the next of `server.replies`, and keep what was asked."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            self.server.asked.append((self.headers, self.rfile.read(int(self.headers["Content-Length"]))))
            status, headers, body = self.server.replies.pop(0)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *args):
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as http:
        http.replies, http.asked = [], []
        http.url = f"http://127.0.0.1:{http.server_port}/sparql"
        threading.Thread(target=http.serve_forever, args=(0.02,), daemon=True).start()
        yield http
        http.shutdown()


def test_a_busy_endpoint_is_asked_again(server):
    server.replies = [BUSY, (503, {"Retry-After": "0"}, ""), GOOD]
    assert list(Endpoint(server.url).select("SELECT ?x WHERE {}")) == [{"x": "é"}]
    assert [asked[0]["User-Agent"].split("/")[0] for asked in server.asked] == ["newskg"] * 3
    assert "(+https://" in server.asked[0][0]["User-Agent"]


def test_an_endpoint_that_stays_busy(server):
    server.replies = [BUSY] * 3
    with pytest.raises(NetworkError, match="is busy: asked 3 times"):
        Endpoint(server.url, tries=3).select("SELECT ?x WHERE {}")


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (
            (200, {"Content-Type": "text/html"}, "<html>Welcome"),
            r"answered with text/html, not with SPARQL results: b'<html>",
        ),
        ((200, {"Content-Type": "application/json"}, '{"rows": []}'), "answered with broken SPARQL results"),
        ((200, {"Content-Type": RESULTS}, "{"), "answered with broken SPARQL results"),
        ((200, {"Content-Type": RESULTS}, '{"boolean": true}'), "answered with broken SPARQL results"),
        ((400, {}, "bad"), "refused the query: QueryBadFormed"),
        ((404, {}, ""), "refused the query: EndPointNotFound"),
        ((500, {}, "oops"), "refused the query: EndPointInternalError"),
        ((403, {}, ""), "answered 403"),
    ],
)
def test_anything_else_is_a_network_error(server, reply, message):
    server.replies = [reply]
    with pytest.raises(NetworkError, match=message) as raised:
        Endpoint(server.url).select("SELECT ?x WHERE {}")
    assert raised.value.exit_code == 4
    assert len(server.asked) == 1


@pytest.mark.parametrize("url", ["notaurl", "", "file:///etc/hosts", "http://"])
def test_what_is_no_address_is_refused(url):
    with pytest.raises(UsageError, match=f"{url!r} is no endpoint's address"):
        Endpoint(url)


@pytest.mark.parametrize(
    "odd", [{"name": None}, {"item": "no iri"}, {"item": 7}, {"sitelinks": "many"}, {"how": None}], ids=str
)
def test_rows_that_were_not_asked_for(server, odd):
    row = {"name": "Ann Lee", "item": "https://example.org/1", "how": "label", **odd}
    bindings = [{name: {"type": "literal", "value": value} for name, value in row.items() if value is not None}]
    server.replies = [(200, {"Content-Type": RESULTS}, json.dumps({"results": {"bindings": bindings}}))]
    with pytest.raises(NetworkError, match="answered with what was not asked for"):
        list(candidates(Endpoint(server.url), "Person", ["Ann Lee"]))


def test_nobody_listens(server):
    url = server.url
    server.shutdown()
    server.server_close()
    with pytest.raises(NetworkError, match=r"did not answer: .*refused"):
        Endpoint(url).select("SELECT ?x WHERE {}")


def test_a_slow_endpoint_is_left():
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as silent:
        endpoint = Endpoint(f"http://127.0.0.1:{silent.server_port}/", timeout=1)
        with pytest.raises(NetworkError, match="did not answer: timed out"):
            endpoint.select("SELECT ?x WHERE {}")


@pytest.mark.parametrize(
    ("header", "attempt", "seconds"),
    [(None, 0, 1), (None, 3, 8), ("7", 0, 7), ("99999", 0, LONGEST_WAIT), ("soon", 2, 4), ("-", 1, 2), ("²", 1, 2)],
)
def test_delay(header, attempt, seconds):
    assert delay(header, attempt) == seconds


def test_delay_until_a_date():
    assert 50 < delay(format_datetime(datetime.now(UTC) + timedelta(minutes=1), usegmt=True), 0) <= 60
    assert delay("Wed, 21 Oct 2015 07:28:00 GMT", 0) == 0
