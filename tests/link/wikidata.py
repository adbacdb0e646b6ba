"""A real Oxigraph server on loopback, with a small graph in Wikidata's shape."""

import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

WIKIDATA = """
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <http://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix wikibase: <http://wikiba.se/ontology#> .

wd:Q515 wdt:P279 wd:Q486972 . wd:Q486972 wdt:P279 wd:Q2221906 .       # city, settlement, geographic location
wd:Q7210356 wdt:P279 wd:Q43229 .                                      # political organization
wd:Q101 wdt:P31 wd:Q5 ; rdfs:label "Ann Lee"@en ; skos:altLabel "Annie Lee"@en ; schema:description "mayor"@en .
wd:Q102 wdt:P31 wd:Q5 ; rdfs:label "John Roe"@mul ; wikibase:sitelinks 12 .
wd:Q103 wdt:P31 wd:Q5 ; rdfs:label "John Roe"@en ; wikibase:sitelinks 10 .
wd:Q104 wdt:P31 wd:Q5 ; rdfs:label "Max \\"Mad\\" O'Hara"@en .
wd:Q105 wdt:P31 wd:Q7210356 ; rdfs:label "Civic Union"@en .
wd:Q106 wdt:P31 wd:Q515 ; rdfs:label "Northam"@en ; wikibase:sitelinks 80 .
wd:Q107 wdt:P31 wd:Q515 ; rdfs:label "Northam"@en ; wikibase:sitelinks 4 .
wd:Q108 wdt:P31 wd:Q101352 ; rdfs:label "Northam"@en ; wikibase:sitelinks 900 .  # a family name, no place
wd:Q109 wdt:P31 wd:Q5 ; rdfs:label "Ann Lee"@de .
wd:Q110 wdt:P31 wd:Q5 ; rdfs:label "Eve Quill"@en ; wdt:P39 wd:Q201 ; wdt:P27 wd:Q30 ; wikibase:sitelinks 9 .
wd:Q111 wdt:P31 wd:Q5 ; rdfs:label "Eve Quill"@en ; wdt:P106 wd:Q202 ; wdt:P108 wd:Q105 ; wikibase:sitelinks 9 .
wd:Q201 rdfs:label "member of the Northam Assembly"@en . wd:Q202 rdfs:label "chemist"@en .
"""


@pytest.fixture(scope="session")
def wikidata(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("wikidata")
    store = Store(folder)
    store.load(WIKIDATA, RdfFormat.TURTLE)
    store.flush()
    del store
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = str(Path(sys.executable).with_name("oxigraph"))
    server = subprocess.Popen(
        [program, "serve-read-only", "-l", folder, "-b", f"127.0.0.1:{port}"], stderr=subprocess.PIPE
    )
    try:
        until_listening(port)
        yield f"http://127.0.0.1:{port}/query"
    finally:
        server.terminate()
        server.communicate(timeout=20)


def until_listening(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("oxigraph serve did not start in 10 s")
