"""kg serve --endpoint: a graph that `oxigraph serve-read-only` has is shown as the store on this machine is."""

import html
import json
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import httpx
import pytest

from kg.cli import interrupted
from kg.errors import NetworkError
from kg.query.formats import ResultFormat
from kg.query.saved import files, find, folders
from kg.serve.elsewhere import Endpoint, Looker
from kg.serve.problems import AGAIN
from kg.serve.settings import Settings
from tests.command import Command
from tests.serve.conftest import client

OXIGRAPH = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
if OXIGRAPH is None:
    pytest.skip("there is no oxigraph on this machine: pip install --group test", allow_module_level=True)
ARTICLE = "/id/article/000_ac9285f299bddcc0"
#: What differs for a reason: the time of the look, and names for a form, which only an index of words gives.
TIME = re.compile(r"<footer>.*</footer>|<datalist.*?</datalist>", re.DOTALL)
NOWHERE = "http://127.0.0.1:1/query"
#: Ports that are tried, and seconds that a server may take to start.
PORTS, STARTING = 5, 60


@contextmanager
def oxigraph(command, location):
    """Run a server of Oxigraph; yields its address. Where another program takes the port first, it has another."""
    process, port = started(command, location)
    try:
        yield f"http://127.0.0.1:{port}/query"
    finally:
        ended(process)


def started(command, location, wanted=0):
    for _ in range(PORTS):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = wanted or free.getsockname()[1]
        words = [OXIGRAPH, command, "--location", str(location), "--bind", f"127.0.0.1:{port}"]
        process, end = subprocess.Popen(words, stderr=subprocess.DEVNULL), time.monotonic() + STARTING
        while process.poll() is None and time.monotonic() < end:
            if is_oxigraph(port):
                return process, port
            time.sleep(0.05)
        ended(process)
    raise AssertionError(f"{' '.join(words)} did not start, nor at other ports before")


def ended(process):
    process.kill()
    process.wait()


def is_oxigraph(port):
    try:
        return httpx.get(f"http://127.0.0.1:{port}/").headers.get("server", "").startswith("Oxigraph")
    except httpx.HTTPError:
        return False


@pytest.fixture(scope="module")
def address(seed):
    with oxigraph("serve-read-only", seed) as found:
        yield found


@pytest.fixture(scope="module")
def there(seed, address):
    with client(seed / "none", endpoint=address) as found:
        yield found


@pytest.mark.parametrize(
    "path",
    [
        "/id/person/sadiq-khan",
        "/id/place/westminster",
        f"{ARTICLE}/event/attack-12",
        ARTICLE,
        f"{ARTICLE}?claim=bornIn-1093-1099-1135-1139",
        "/query/quotes?speaker=Sadiq+Khan",
        "/query/attacks",
        "/timeline",
        "/map",
        "/network",
        "/network?about=Sadiq+Khan",
        "/why?subject=Craig+Mackey&relation=memberOf&object=Metropolitan+Police",
        "/ontology",
    ],
)
def test_a_page_is_that_of_the_store(web, there, path):
    here, elsewhere = web.get(path), there.get(path)
    assert elsewhere.status_code == here.status_code
    assert TIME.sub("", elsewhere.text) == TIME.sub("", here.text)


@pytest.mark.parametrize(
    "path",
    ["/api/queries/attacks.csv", "/api/queries/roles.xml?person=Amber+Rudd", "/network.json", "/network.graphml"],
)
def test_so_are_answers_for_programs(web, there, path):
    assert there.get(path).content == web.get(path).content


def test_rdf_is_that_of_the_store(web, there):
    found = [each.get("/id/person/sadiq-khan", headers={"Accept": "text/turtle"}).text for each in (web, there)]
    assert found[0] == found[1]
    assert "rdfs:label" in found[0]


def test_sparql_is_answered_there(web, there):
    asked = "SELECT ?p { ?p a news:Person } ORDER BY ?p"
    found = [each.get("/sparql", params={"query": asked}).json() for each in (web, there)]
    assert found[0] == found[1]
    assert len(found[0]["results"]["bindings"]) > 3
    graph = "CONSTRUCT { ?p a news:Person } { ?p a news:Person }"
    assert there.get("/sparql", params={"query": graph}).text == web.get("/sparql", params={"query": graph}).text


#: What is given for parameters that a query needs.
GIVEN = {"entity": "Sadiq Khan", "attack": f"https://w3id.org/newskg{ARTICLE}/event/attack-12", "words": "win"}
GRAPHS = {ResultFormat.TURTLE, ResultFormat.NT, ResultFormat.JSONLD}


@pytest.fixture
def ask(monkeypatch, capsys, tmp_path):
    """Ask a query, and return what it writes, what it says, and how it ends."""
    kg, file = Command(monkeypatch, capsys), tmp_path / "found"

    def asking(form, *asked):
        to = () if form is ResultFormat.TABLE else ("--output", file)
        file.unlink(missing_ok=True)
        ran = kg("query", *asked, "--format", form, *to)
        return file.read_bytes() if file.exists() else ran.out, ran.err, ran.code

    return asking


@pytest.mark.parametrize("name", sorted(files(folders())))
def test_a_saved_query_gives_in_each_format_what_the_store_gives(ask, seed, address, name):
    needed = [each.name for each in find(name, folders()).parameters if each.required]
    asked = (name, *(word for each in needed for word in (f"--{each}", GIVEN[each])))
    here = {form: ask(form, *asked, "--store", seed) for form in ResultFormat}
    assert {form for form, (_, _, code) in here.items() if code} == GRAPHS
    assert {form: ask(form, *asked, "--endpoint", address) for form in ResultFormat} == here


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("attack", "--attack", "Sadiq Khan"), "Sadiq Khan is no attack, it is of kind agent and person"),
        (("quotes", "--speaker", "Nobody Here"), "nothing is named 'Nobody Here'"),
        (("quotes", "--speaker", "Mr Sadiq Khan"), ""),
        (("quotes", "--speaker", "https://w3id.org/newskg/id/person/sadiq-khan", "--iris"), ""),
        (("roles", "--limit", "2", "--iris"), ""),
    ],
)
def test_a_name_means_what_it_means_in_the_store(ask, seed, address, asked, told):
    here, there = (ask(ResultFormat.CSV, *asked, *where) for where in (("--store", seed), ("--endpoint", address)))
    assert (there[0], there[2]) == (here[0], here[2])
    # Only a store looks through all names for near ones.
    assert there[1].startswith(f"kg: {told}" if "is named" in told else here[1])
    assert told in there[1]
    assert bool(told) == bool(there[2])


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("SELECT ?p { ?p a }", "not SPARQL"),
        ("INSERT DATA { <a:a> <a:b> 1 }", "UPDATE"),
        ("SELECT * { SERVICE <http://e> { ?a ?b ?c } }", "SERVICE"),
    ],
)
def test_what_is_wrong_is_refused_here(there, asked, told):
    found = there.get("/sparql", params={"query": asked})
    assert found.status_code == 400
    assert told in found.text


def test_the_home_page_counts_and_lists_what_an_endpoint_can(web, there):
    home = there.get("/").text
    assert "Westminster attack" in home
    assert re.search(r"<dt>people</dt><dd>\d", home)
    assert "triples" not in home


def test_a_search_finds_whole_names_and_says_so(there):
    found = there.get("/search?q=Sadiq+Khan").text
    assert "has no index of words" in found
    assert 'href="/id/person/sadiq-khan"' in found
    assert 'href="/id/person/sadiq-khan"' not in there.get("/search?q=Kha").text


def test_too_many_rows_are_refused(seed, address):
    with client(seed / "none", endpoint=address, most_rows=5) as there:
        found = there.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"})
        assert found.status_code == 503
        assert "more than 5 rows" in found.text


def test_a_page_is_whole_however_few_rows_a_query_may_give(seed, address, web):
    path = "/id/person/sadiq-khan"
    with client(seed / "none", endpoint=address, most_rows=3) as there:
        assert TIME.sub("", there.get(path).text) == TIME.sub("", web.get(path).text)


def test_a_relative_iri_is_of_the_graph_there_too(web, there):
    asked = {"query": "SELECT ?name { <person/sadiq-khan> rdfs:label ?name }"}
    found = [each.get("/sparql", params=asked).json() for each in (web, there)]
    assert found[0] == found[1]
    assert found[0]["results"]["bindings"]


def test_an_endpoint_that_does_not_answer(seed):
    with client(seed, endpoint=NOWHERE) as there:
        found = there.get("/")
        assert found.status_code == 502
        assert NOWHERE in found.text
        assert found.headers["retry-after"] == "5"


def test_an_endpoint_without_a_graph_of_ours(tmp_path):
    with oxigraph("serve", tmp_path / "other") as other, client(tmp_path, endpoint=other) as there:
        found = there.get("/", headers={"Accept": "application/json"})
    assert found.status_code == 503
    assert "load it with kg load" in json.loads(found.text)["detail"]


@pytest.mark.parametrize("option", ["--edit", "--no-text"])
def test_what_needs_a_store_is_refused(option):
    command = [sys.executable, "-m", "kg", "serve", "--endpoint", NOWHERE, option]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert done.returncode == 2
    assert f"{option} needs a store on this machine" in done.stderr


class Failing(BaseHTTPRequestHandler):
    """An endpoint that answers each question in one wrong way."""

    status, kind, body = 200, "text/html", b"<h1>Welcome</h1>"

    def do_POST(self):
        """Answer."""
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(self.status)
        self.send_header("Content-Type", self.kind)
        self.send_header("Content-Length", str(len(self.body)))
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, *_):
        """Say nothing."""


class Broken(Failing):
    status, kind, body = 500, "text/plain", b"out of memory"


class Odd(Failing):
    kind, body = "application/sparql-results+json", b'{"head": 3}'


class Slow(Failing):
    def do_POST(self):
        """Answer too late."""
        time.sleep(2)


@contextmanager
def answering(handler):
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/sparql"
        server.shutdown()


@pytest.mark.parametrize(
    ("handler", "told"),
    [
        (Failing, "answered with text/html, not with"),
        (Broken, "answered 500 Internal Server Error: out of memory"),
        (Odd, "answered with broken SPARQL results"),
        (Slow, "did not answer: timed out after 0.5 s"),
    ],
)
def test_an_endpoint_that_answers_wrong_is_told_of(ask, tmp_path, handler, told):
    with answering(handler) as address:
        found, said, code = ask(ResultFormat.CSV, "roles", "--timeout", "0.5", "--endpoint", address)
        with client(tmp_path, endpoint=address, timeout=0.5) as there:
            page = there.get("/")
            program = there.get("/api/queries/roles.json")
    assert (found, code) == ("", 4)
    assert told in said
    assert (page.status_code, program.status_code) == (502, 502)
    assert told in html.unescape(page.text)
    assert told in program.json()["detail"]
    assert "Traceback" not in said + page.text


def test_what_is_no_endpoint_is_told_what_one_is(ask):
    with answering(Failing) as address:
        assert (
            "as …/sparql of kg serve or …/query of Oxigraph" in ask(ResultFormat.CSV, "roles", "--endpoint", address)[1]
        )


def test_it_is_there_again_when_the_endpoint_is(seed):
    now = 0.0
    with oxigraph("serve-read-only", seed) as address:
        pass
    looker = Looker(Endpoint(Settings(seed, endpoint=address)), lambda: now)
    with pytest.raises(NetworkError, match="did not answer"):
        looker()
    process, _ = started("serve-read-only", seed, urlsplit(address).port)
    try:
        with pytest.raises(NetworkError, match="did not answer"):
            looker()
        now += float(AGAIN)
        assert looker().store.base == "https://w3id.org/newskg/id/"
    finally:
        ended(process)


def test_who_serves_is_told_at_once_of_an_endpoint_that_does_not_answer():
    command = [sys.executable, "-m", "kg", "serve", "--port", "0", "--endpoint", NOWHERE]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr.readline().startswith(f"kg: serving {NOWHERE} at ")
        assert server.stderr.readline().startswith(f"kg: {NOWHERE} did not answer")
        server.send_signal(signal.SIGINT)
        assert server.wait() == 130
        assert server.stderr.read() == f"kg: interrupted; {interrupted.kept('serve')}\n"
