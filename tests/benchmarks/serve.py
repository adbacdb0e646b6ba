"""/sparql against `oxigraph serve-read-only` on the same store, with 16 clients; the page of a thing; memory.

A client that is told 503 waits as Retry-After says and asks again, as any client is to: the wait counts.
"""

import http.client
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from common import QUICK, row
from made import fill

from kg.graph.store import Store
from kg.vocabulary import NEWS, RDFS

ARTICLES = 100 if QUICK else 2000
CLIENTS, REQUESTS = 16, 100 if QUICK else 300
#: A small store is asked something harder, so that a heavy query is one: tens of milliseconds.
PAIRS = "GRAPH ?h { ?d news:rule ?r } " if QUICK else ""
HEAVY = f"PREFIX news: <{NEWS}> SELECT ?r (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?c news:rule ?r }} {PAIRS}}} GROUP BY ?r"
JSON = {"Accept": "application/sparql-results+json"}


def main() -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "store"
        with Store(path) as store:
            fill(store, ARTICLES)
            things = [
                q.subject.value for q in store.db.quads_for_pattern(None, None, None, store.graph("graph/inferred"))
            ]
            base = store.base
        iri = next(thing for thing in things if "/person/" in thing)
        people = sorted({thing for thing in things if "/person/" in thing})
        points = [f"SELECT ?l {{ <{thing}> <{RDFS}label> ?l }} # {number}" for number in range(50) for thing in people]
        again = [f"SELECT ?l {{ <{iri}> <{RDFS}label> ?l }}"]
        # A comment makes each another query: an answer that was given is given again.
        heavy = [f"{HEAVY} # {number}" for number in range(1000)]
        kg = [sys.executable, "-m", "kg", "serve", "--store", str(path), "--port"]
        oxigraph = [str(Path(sys.executable).parent / "oxigraph"), "serve-read-only", "--location", str(path), "--bind"]
        with running(kg, "{}") as (ours, process), running(oxigraph, "127.0.0.1:{}") as (theirs, _):
            for name, asked, goal, times in (
                ("point queries", points, 0.7, REQUESTS),
                ("one point query again", again, 0.7, REQUESTS),
                ("heavy queries", heavy, 0.9, max(REQUESTS // 20, 3)),
                ("one heavy query again", heavy[:1], 0.9, max(REQUESTS // 20, 3)),
            ):
                a, b = (rate(port, path, asked, times) for port, path in ((ours, "/sparql"), (theirs, "/query")))
                row(f"/sparql, {name}, {CLIENTS} clients", f"{a:.0f} a second, {a / b:.2f} of oxigraph", f">= {goal}")
            address = f"/id/{iri.removeprefix(base)}"
            page(ours, address, 5)
            row(f"page of a thing, {ARTICLES} articles, median", f"{1000 * page(ours, address, 50):.0f} ms", "<= 50 ms")
            before = memory(process)
            rate(ours, "/sparql", points, REQUESTS * 4)
            row(
                f"memory after {CLIENTS * REQUESTS * 4} requests more",
                f"{memory(process) / before:.2f} of before",
                "<= 1.1",
            )


@contextmanager
def running(command: list[str], bind: str) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """Run a server at a free port until it is not needed; yields the port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([*command, bind.format(port)], stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield port, process
    finally:
        process.terminate()
        process.wait()


def rate(port: int, path: str, queries: list[str], times: int) -> float:
    """Return how many requests a second are answered, all clients at once."""
    # A list's cycle is one for all threads; a generator's is not.
    asked = cycle([f"{path}?query={quote(query)}" for query in queries])

    def client(_: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        for _ in range(times):
            answered(connection, next(asked))

    with ThreadPoolExecutor(CLIENTS) as pool:
        list(pool.map(client, range(2)))
        start = time.perf_counter()
        list(pool.map(client, range(CLIENTS)))
        return CLIENTS * times / (time.perf_counter() - start)


def answered(connection: http.client.HTTPConnection, address: str) -> None:
    """Ask until there is an answer; whatever is neither that nor 503 ends the run."""
    while True:
        connection.request("GET", address, headers=JSON)
        answer = connection.getresponse()
        answer.read()
        if answer.status == 200:
            return
        if answer.status != 503:
            raise SystemExit(f"{address} answers {answer.status}")
        connection.close()
        time.sleep(float(answer.headers["Retry-After"]))


def page(port: int, path: str, times: int) -> float:
    """Return the median of the seconds that a page takes."""
    connection, taken = http.client.HTTPConnection("127.0.0.1", port), []
    for _ in range(times):
        start = time.perf_counter()
        connection.request("GET", path, headers={"Accept": "text/html"})
        if connection.getresponse().read().find(b"<h1>") < 0:
            raise SystemExit(f"{path} is no page")
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def memory(process: "subprocess.Popen[bytes]") -> int:
    """Return the memory that a process holds, in kB."""
    status = Path(f"/proc/{process.pid}/status").read_text("utf-8")
    return int(status.partition("VmRSS:")[2].split()[0])


if __name__ == "__main__":
    main()
