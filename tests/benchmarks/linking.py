"""How long it takes to link the things of a store by an index, and places at an endpoint."""

import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from common import QUICK, processor_seconds, row
from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode, Quad, RdfFormat
from pyoxigraph import Store as Oxigraph

from kg.graph.store import Store
from kg.graph.terms import LABEL, TYPE, news
from kg.link.candidates import Names
from kg.link.endpoint import Endpoint
from kg.link.finding import links, write
from kg.link.index import Index
from kg.link.item import Item
from kg.link.offline import IndexNames

THINGS = 1_000 if QUICK else 10_000
ITEMS = 5 * THINGS
PLACES = 50_000
PREFIXES = """
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
wd:Q515 wdt:P279 wd:Q486972 . wd:Q486972 wdt:P279 wd:Q2221906 .
"""


def index(path: Path) -> Index:
    """Return an index in which every fifth item bears a name of the store."""
    made = Index(path, create=True)
    for number in range(ITEMS):
        kind = ("Q5", "Q43229", "Q618123")[number % 3]
        made.add(Item(f"Q{number + 10}", f"Ann Number{number}", claims={"P31": (kind,)}, sitelinks=number % 90))
    made.finish(("Person", "Organization", "Place"))
    made.db.commit()
    return made


def filled(store: Store) -> Store:
    article = NamedNode(f"{store.base}article/a")
    quads = []
    for number in range(THINGS):
        thing = NamedNode(f"{store.base}thing/{number}")
        kind = ("Person", "Organization", "Place")[number % 3]
        quads += [Quad(thing, TYPE, news(kind)), Quad(thing, LABEL, Text(f"Ann Number{number}"))]
        quads.append(Quad(article, news("mentions"), thing))
    store.db.extend(quads)
    return store


def offline(folder: Path) -> None:
    with index(folder / "index.sqlite") as made, Store(folder / "store") as store:
        filled(store)
        found: list[int] = []
        seconds = processor_seconds(lambda: found.append(write(store, links(store, IndexNames(made)))))
        row(f"{found[0]:,} links by an index of {ITEMS:,} items, stored", f"{seconds:.1f} s", "10,000 in 60 s")


def turtle() -> Iterator[str]:
    yield PREFIXES
    for number in range(PLACES):
        yield f'wd:Q{number + 10**6} wdt:P31 wd:Q515 ; rdfs:label "Town {number % 40_000}"@en .'


def online(folder: Path) -> None:
    store = Oxigraph(folder / "endpoint")
    store.bulk_load("\n".join(turtle()).encode(), RdfFormat.TURTLE)
    store.flush()
    del store
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = Path(sys.executable).with_name("oxigraph")
    if not program.exists():
        row("50 places at an endpoint", "no oxigraph here")
        return
    command = [program, "serve-read-only", "-l", folder / "endpoint", "-b", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        while socket.socket().connect_ex(("127.0.0.1", port)):
            time.sleep(0.05)
        asked = Names(Endpoint(f"http://127.0.0.1:{port}/query"))
        start = time.perf_counter()
        found = len(list(asked.candidates("Place", [f"Town {number}" for number in range(50)])))
        seconds = time.perf_counter() - start
        row(f"50 places at an endpoint of {PLACES:,} items ({found} found)", f"{seconds:.2f} s", "< 1 s")
        server.terminate()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        offline(Path(folder))
        online(Path(folder))


if __name__ == "__main__":
    main()
