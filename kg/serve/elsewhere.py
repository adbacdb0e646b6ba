"""A graph at a SPARQL endpoint, where the pages otherwise have a store on this machine and processes that ask it.

What would be read whole, and what needs an index of words, is not there: the pages say so.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from threading import BoundedSemaphore, Lock
from time import monotonic
from typing import cast
from urllib.parse import urlencode
from urllib.request import Request

from pyoxigraph import NamedNode
from pyoxigraph import Store as Oxigraph

from kg.errors import DataError, NetworkError
from kg.graph.store import Store
from kg.link.endpoint import JSON_TYPES, RESULTS, no_results
from kg.link.transport import Manners, fetch
from kg.query.run import select
from kg.serve.problems import AGAIN, busy
from kg.serve.quads import Quads
from kg.serve.settings import Settings
from kg.serve.snapshot import Fingerprint, Snapshot
from kg.serve.workers import PATIENCE
from kg.vocabulary import NEWS, ONTOLOGY

Pairs = Sequence[tuple[str, str]]
#: Seconds after which an endpoint is looked at again.
FRESH = 60.0
TRIPLES = "application/n-triples"
#: What is counted, by kind.
COUNTED = {"articles": "Article", "people": "Person", "organizations": "Organization", "places": "Place"}
_BASE = f"SELECT DISTINCT ?g {{ GRAPH ?g {{ <{NEWS}Claim> a ?kind }} FILTER(STRENDS(STR(?g), '/{ONTOLOGY}')) }}"
_COUNT = "SELECT (COUNT(*) AS ?number) {{ ?thing a <{}{}> }}"


class Endpoint:
    """An endpoint, that so many ask at once as may wait."""

    def __init__(self, settings: Settings) -> None:
        self.url = settings.endpoint
        self._manners = Manners(timeout=settings.timeout, tries=1, most_bytes=settings.most_bytes)
        self._free = BoundedSemaphore(settings.waiting)

    def rows(self, query: str, graphs: Pairs = ()) -> bytes:
        """Return the answer of a query for rows, or for yes or no, in SPARQL's JSON.

        Raises:
            NetworkError: the endpoint does not answer with that, or not in time.
            Problem: too many ask.

        """
        return self._fetch(query, graphs, RESULTS, JSON_TYPES)

    def triples(self, query: str, graphs: Pairs = ()) -> bytes:
        """Return the answer of a query for a graph in N-Triples; raises what `rows` does."""
        return self._fetch(query, graphs, TRIPLES, {TRIPLES, "text/plain"})

    def _fetch(self, query: str, graphs: Pairs, media: str, kinds: set[str]) -> bytes:
        head = {"Content-Type": "application/sparql-query", "Accept": media}
        address = f"{self.url}{'&' if '?' in self.url else '?'}{urlencode(graphs)}" if graphs else self.url
        if not self._free.acquire(timeout=PATIENCE):
            raise busy("too many queries wait: try again a little later")
        try:
            reply = fetch(Request(address, query.encode(), head), self._manners)  # noqa: S310 (as it was given)
        finally:
            self._free.release()
        if reply.kind not in kinds:
            raise no_results(self.url, reply, media)
        return reply.body


class Elsewhere(Store):
    """What an endpoint holds, as a store that is read; it is whole and up to date as far as can be seen."""

    def __init__(self, base: str, quads: Quads) -> None:
        self.path, self.base, self.lost, self._lock = Path(), base, None, None
        # Of Oxigraph's store the pages use no more than Quads has.
        self.db = cast("Oxigraph", quads)

    def is_current(self) -> bool:
        """Tell nothing of a build: it was loaded whole."""
        return True


class Distant(Snapshot):
    """What an endpoint held when it was looked at."""

    @cached_property
    def contents(self) -> dict[str, int]:
        """How much it holds of what an endpoint counts at once."""
        return {name: self._count(kind) for name, kind in COUNTED.items()}

    def fetch(self, nodes: Iterable[object]) -> None:
        """Look up at once what is soon read of some things."""
        cast("Quads", self.db).fetch(nodes)

    def _count(self, kind: str) -> int:
        return int(next(select(self.db, _COUNT.format(NEWS, kind)))["number"].value)


class Looker:
    """Gives what an endpoint holds, in the place of a keeper of a store."""

    def __init__(self, endpoint: Endpoint, clock: Callable[[], float] = monotonic) -> None:
        self.path = Path()
        self._endpoint, self._clock = endpoint, clock
        self._lock = Lock()
        self._looked = -FRESH
        self._held: Snapshot | None = None
        #: When it is asked again that did not answer, and what was told of that.
        self._again, self._failed = 0.0, ""

    @property
    def state(self) -> Fingerprint:
        """What tells the look that was taken last from others."""
        return ((self._endpoint.url, 0, int(self._looked * 1000)),)

    def __call__(self) -> Snapshot:
        """Return what the endpoint holds, or held a minute ago.

        Raises:
            NetworkError: it does not answer, or did not some seconds ago.
            DataError: it has no graph of kg's.

        """
        with self._lock:
            if self._held is None or self._clock() >= self._looked + FRESH:
                self._held = None
                self._held = self._answered()
                self._looked = self._clock()
            return self._held

    def _answered(self) -> Snapshot:
        """Return a new look; who waited while an endpoint did not answer does not wait for it once more."""
        if self._failed and self._clock() < self._again:
            raise NetworkError(self._failed)
        try:
            found = self._look()
        except NetworkError as error:
            self._failed, self._again = str(error), self._clock() + float(AGAIN)
            raise
        self._failed = ""
        return found

    def _look(self) -> Snapshot:
        quads = Quads(self._endpoint.rows)
        graphs = [row["g"] for row in quads.rows(_BASE)]
        if len(graphs) != 1 or not isinstance(graphs[0], NamedNode):
            raise DataError(
                f"{self._endpoint.url} holds {len(graphs)} graphs that end with /{ONTOLOGY}, where a store of kg has "
                "one: load it with kg load, or with kg export --format nquads and the endpoint's own loader"
            )
        base = graphs[0].value.removesuffix(ONTOLOGY)
        return Distant(Elsewhere(base, quads), datetime.now(UTC).astimezone(), endpoint=self._endpoint.url)
