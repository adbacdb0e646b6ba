"""An attack on a bridge is an attack in its country: a real endpoint of 50,000 items tells what the bridge lies in."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat
from pyoxigraph import Store as Oxigraph

from kg.build import put
from kg.conclude import conclude
from kg.errors import NetworkError
from kg.graph.store import Store
from kg.graph.terms import news
from kg.link.cache import Cached
from kg.link.candidates import Names
from kg.link.endpoint import Endpoint
from kg.link.enrich import enrich
from kg.link.finding import links, write
from kg.query.parts import without_background
from kg.vocabulary import BASE, ENRICHED
from tests.graph.readings import Maker
from tests.link.wikidata import until_listening

PLACES, PEOPLE = 30_000, 20_000
HEAD = """
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> . @prefix wikibase: <http://wikiba.se/ontology#> .
wd:Q12570 wdt:P279 wd:Q12280 . wd:Q515 wdt:P279 wd:Q486972 . wd:Q486972 wdt:P279 wd:Q2221906 .
wd:Q7100 wdt:P31 wd:Q12570 ; rdfs:label "Harbour Bridge"@en ; wikibase:sitelinks 60 ; wdt:P131 wd:Q7101 ;
  wdt:P625 "Point(-0.12 51.5)" .
wd:Q7101 wdt:P31 wd:Q515 ; rdfs:label "City of Northam"@en ; wdt:P131 wd:Q7102 .
wd:Q7102 wdt:P31 wd:Q515 ; rdfs:label "Greater Northam"@en ; wdt:P131 wd:Q21 ; wdt:P17 wd:Q145 .
wd:Q21 wdt:P31 wd:Q515 ; rdfs:label "England"@en ; wdt:P17 wd:Q145 . wd:Q145 rdfs:label "United Kingdom"@en .
"""


def graph() -> str:
    places = (
        f'wd:Q{n + 10**6} wdt:P31 wd:Q515 ; rdfs:label "Town {n % 25_000}"@en ; wdt:P131 wd:Q21 ; wdt:P17 wd:Q145 .'
        for n in range(PLACES)
    )
    people = (f'wd:Q{n + 2 * 10**6} wdt:P31 wd:Q5 ; rdfs:label "Jo {n}"@en ; wdt:P17 wd:Q145 .' for n in range(PEOPLE))
    return "\n".join([HEAD, *places, *people])


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    folder = tmp_path_factory.mktemp("large")
    store = Oxigraph(folder)
    store.bulk_load(graph().encode(), RdfFormat.TURTLE)
    store.flush()
    del store
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = str(Path(sys.executable).with_name("oxigraph"))
    command = [program, "serve-read-only", "-l", folder, "-b", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE)
    try:
        until_listening(port)
        yield f"http://127.0.0.1:{port}/query"
    finally:
        server.terminate()
        server.communicate(timeout=20)


@pytest.fixture
def store(tmp_path):
    text = "Khalid Masood attacked people on Harbour Bridge. England mourned."
    make = Maker(text, "bridge")
    masood, bridge = make.mention("Khalid Masood", "Person"), make.mention("Harbour Bridge", "Place")
    make.mention("England", "Place")
    with Store(tmp_path / "store") as made:
        put(made, [make.reading([make.fact("attackedAt", masood, bridge, text)])], "test")
        conclude(made)
        yield made


def iri(key: str) -> NamedNode:
    return NamedNode(BASE + key)


def attacked(db) -> set[str]:
    rows = db.query(f"SELECT ?at {{ {iri('person/khalid-masood')} {news('attackedAt')} ?at }}")
    return {row["at"].value.rpartition("/")[2] for row in rows}


def test_an_attack_on_the_bridge_is_an_attack_in_england(url, store, tmp_path):
    endpoint = Cached(Endpoint(url), tmp_path / "answers.sqlite")
    assert write(store, links(store, endpoint)) == 2
    assert store.is_current()
    assert attacked(store.db) == {"harbour-bridge"}
    enrich(store, endpoint)
    assert attacked(store.db) == {"harbour-bridge", "Q7101", "Q7102", "england", "Q145"}
    assert store.is_current()
    assert attacked(without_background(store)) == {"harbour-bridge"}
    held = set(store.db.quads_for_pattern(None, None, None, store.graph(ENRICHED)))
    assert Literal("City of Northam") in {quad.object for quad in held}
    enrich(store, Cached(Endpoint(url), tmp_path / "answers.sqlite", offline=True))
    assert set(store.db.quads_for_pattern(None, None, None, store.graph(ENRICHED))) == held


def test_fifty_places_are_one_quick_answer(url):
    names = [f"Town {number}" for number in range(50)]
    found = list(Names(Endpoint(url)).candidates("Place", names))
    assert len(found) == 2 * 50
    assert list(Names(Endpoint(url)).candidates("Person", names)) == []


def test_what_was_answered_is_not_asked_again(url, tmp_path):
    path = tmp_path / "answers.sqlite"
    asked = list(Names(Cached(Endpoint(url), path)).candidates("Person", ["Jo 7"]))
    offline = Names(Cached(Endpoint(url), path, offline=True))
    assert list(offline.candidates("Person", ["Jo 7"])) == asked
    with pytest.raises(NetworkError, match="--offline asks nobody"):
        list(offline.candidates("Person", ["Jo 8"]))
