"""How kg serve bears many: 200 clients at once for a minute, and 100,000 requests with the memory that they leave.

Whatever is answered is an answer or 503; anything else, or a broken connection, ends the run with its words.
"""

import http.client
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from common import QUICK, row
from made import fill
from serve import HEAVY, JSON, memory, running

from kg.graph.store import Store
from kg.vocabulary import RDFS

ARTICLES = 50 if QUICK else 1000
CLIENTS, SECONDS = (50, 5) if QUICK else (200, 60)
REQUESTS = 2000 if QUICK else 100_000
HTML = {"Accept": "text/html"}


def main() -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "store"
        with Store(path) as store:
            fill(store, ARTICLES)
            quads = store.db.quads_for_pattern(None, None, None, store.graph("graph/inferred"))
            people = sorted({quad.subject.value for quad in quads if "/person/" in quad.subject.value})
            base = store.base
        kg = [sys.executable, "-m", "kg", "serve", "--store", str(path), "--port"]
        with running(kg, "{}") as (port, process):
            told = crowd(port, people, base)
            total = sum(told.values())
            row(f"{CLIENTS} clients for {SECONDS} s", f"{total} answers, {told[503]} of them 503", "no error but 503")
            before = once(port, people, REQUESTS // 10) or memory(process)
            once(port, people, REQUESTS)
            row(f"memory after {REQUESTS} requests more", f"{memory(process) / before:.2f} of before", "<= 1.1")


def asked(people: list[str], base: str, number: int) -> tuple[str, dict[str, str]]:
    """Return an address: mostly points, then pages, and now and then a heavy query."""
    iri = people[number % len(people)]
    if number % 10 == 0:
        return f"/id/{iri.removeprefix(base)}", HTML
    if number % 101 == 0:
        return f"/sparql?query={quote(f'{HEAVY} # {number}')}", JSON
    return f"/sparql?query={quote(f'SELECT ?l {{ <{iri}> <{RDFS}label> ?l }} # {number}')}", JSON


def crowd(port: int, people: list[str], base: str) -> Counter[int]:
    """Return how many answers of each status all clients get together."""
    end, numbers = time.monotonic() + SECONDS, count()

    def client(_: int) -> Iterator[int]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        while time.monotonic() < end:
            yield status(connection, *asked(people, base, next(numbers)))

    with ThreadPoolExecutor(CLIENTS) as pool:
        return sum(pool.map(lambda number: Counter(client(number)), range(CLIENTS)), Counter())


def once(port: int, people: list[str], times: int) -> None:
    """Ask so many points, one after another."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    for number in range(times):
        status(connection, *asked(people, "", 10 * number + 1))


def status(connection: http.client.HTTPConnection, path: str, headers: dict[str, str]) -> int:
    """Return the status of an answer that is read whole."""
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status not in {200, 503}:
        raise SystemExit(f"{path} answers {answer.status}: {body[:200]!r}")
    return answer.status


if __name__ == "__main__":
    main()
