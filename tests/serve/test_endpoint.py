"""kg serve --endpoint: a graph that `oxigraph serve-read-only` has is shown as the store on this machine is."""

import json
import re
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from kg.query.formats import ResultFormat
from kg.query.saved import files, find, folders
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


def started(command, location):
    for _ in range(PORTS):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
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
