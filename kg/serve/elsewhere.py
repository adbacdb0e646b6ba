"""A graph at a SPARQL endpoint, where the pages otherwise have a store on this machine and processes that ask it.

What would be read whole, and what needs an index of words, is not there: the pages say so.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from threading import BoundedSemaphore, Lock
from time import monotonic
from typing import cast
from urllib.parse import urlencode
from urllib.request import Request

from pyoxigraph import NamedNode, RdfFormat, parse
from pyoxigraph import Store as Oxigraph

from kg.errors import DataError, NetworkError
from kg.graph.store import Store
from kg.link.endpoint import JSON_TYPES, RESULTS, excerpt
from kg.link.remote import rows as parsed
from kg.link.transport import Manners, fetch
from kg.query.limit import limited
from kg.query.run import declared, run, select
from kg.query.scan import form
from kg.serve.problems import busy
from kg.serve.quads import Quads
from kg.serve.remembered import Remembered
from kg.serve.settings import Settings
from kg.serve.snapshot import Fingerprint, Snapshot
from kg.serve.workers import PATIENCE, ROWS, Bounded, Question, bound, graph
from kg.vocabulary import BASE, NEWS, ONTOLOGY

#: Seconds after which an endpoint is looked at again.
FRESH = 60.0
TRIPLES = "application/n-triples"
#: What is counted, by kind.
COUNTED = {"articles": "Article", "people": "Person", "organizations": "Organization", "places": "Place"}
_BASE = f"SELECT DISTINCT ?g {{ GRAPH ?g {{ <{NEWS}Claim> a ?kind }} FILTER(STRENDS(STR(?g), '/{ONTOLOGY}')) }}"
_COUNT = "SELECT (COUNT(*) AS ?number) {{ ?thing a <{}{}> }}"


class Endpoint:
    """An endpoint, asked in the place of a pool of processes on this machine."""

    def __init__(self, settings: Settings) -> None:
        self.url, self._settings = settings.endpoint, settings
        self._manners = Manners(timeout=settings.timeout, tries=1, most_bytes=settings.most_bytes)
        self._free = BoundedSemaphore(settings.waiting)
        self._remembered = Remembered()

    def ask(self, question: Question, state: Fingerprint = ()) -> bytes:
        """Return the answer of a query; one that was given lately is given again.

        Raises:
            UsageError: the query is wrong.
            NetworkError: the endpoint does not answer, or not in time.
            Problem: the answer is too long, or too many ask.

        """
        if state and (held := self._remembered.get(state, question)) is not None:
            return held
        # What is wrong is told before the endpoint is asked, as it is told of a store.
        run(Oxigraph(), question.text)
        try:
            found = self._answer(question)
        except MemoryError as error:
            raise busy(str(error)) from None
        if state:
            self._remembered.keep(state, question, found)
        return found

    def _answer(self, question: Question) -> bytes:
        most, out = self._settings.most_rows, Bounded(self._settings.most_bytes)
        if form(question.text) in {"CONSTRUCT", "DESCRIBE"}:
            quads = parse(self._fetch(question, TRIPLES, {TRIPLES, "text/plain"}), format=RdfFormat.N_TRIPLES)
            graph((quad.triple for quad in quads), question.media, out, most, BASE)
        else:
            # No name is given to the rows: an error would carry them to another thread, which may not let them go.
            parsed(self._fetch(question, RESULTS, JSON_TYPES)).serialize(out, ROWS[question.media])
            bound(out, question.media, most)
        return out.getvalue()

    def rows(self, text: str) -> bytes:
        """Return the answer of a query of kg's own in SPARQL's JSON."""
        return self._fetch(Question(text, RESULTS), RESULTS, JSON_TYPES)

    def _fetch(self, question: Question, media: str, kinds: set[str]) -> bytes:
        graphs = [("default-graph-uri", each) for each in question.default_graphs or ()]
        graphs += [("named-graph-uri", each) for each in question.named_graphs or ()]
        query = limited(declared(question.text), self._settings.most_rows + 1)
        head = {"Content-Type": "application/sparql-query", "Accept": media}
        address = f"{self.url}?{urlencode(graphs)}" if graphs else self.url
        if not self._free.acquire(timeout=PATIENCE):
            raise busy("too many queries wait: try again a little later")
        try:
            reply = fetch(Request(address, query.encode(), head), self._manners)  # noqa: S310 (as it was given)
        finally:
            self._free.release()
        if reply.kind not in kinds:
            raise NetworkError(f"{self.url} answered with {reply.kind}, not with {media}: {excerpt(reply.body)}")
        return reply.body

    def close(self) -> None:
        """Nothing is held open."""


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

    def __init__(self, endpoint: Endpoint) -> None:
        self.path = Path()
        self._endpoint = endpoint
        self._lock = Lock()
        self._looked = -FRESH
        self._held: Snapshot | None = None

    @property
    def state(self) -> Fingerprint:
        """What tells the look that was taken last from others."""
        return ((self._endpoint.url, 0, int(self._looked * 1000)),)

    def __call__(self) -> Snapshot:
        """Return what the endpoint holds, or held a minute ago.

        Raises:
            NetworkError: it does not answer.
            DataError: it has no graph of kg's.

        """
        with self._lock:
            if self._held is None or monotonic() >= self._looked + FRESH:
                self._held = None
                self._held = self._look()
                self._looked = monotonic()
            return self._held

    def _look(self) -> Snapshot:
        quads = Quads(self._endpoint.rows)
        graphs = [row["g"] for row in quads.query(_BASE)]
        if len(graphs) != 1 or not isinstance(graphs[0], NamedNode):
            raise DataError(
                f"{self._endpoint.url} holds {len(graphs)} graphs that end with /{ONTOLOGY}, where a store of kg has "
                "one: load it with kg load, or with kg export --format nquads and the endpoint's own loader"
            )
        base = graphs[0].value.removesuffix(ONTOLOGY)
        return Distant(Elsewhere(base, quads), datetime.now(UTC).astimezone(), endpoint=self._endpoint.url)
