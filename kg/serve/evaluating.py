"""What a process that answers queries does: each of its question, in the form asked for, within bounds."""

import csv
import signal
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from io import BytesIO, StringIO
from itertools import islice
from multiprocessing.connection import Connection

from pyoxigraph import (
    NamedNode,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    Triple,
    parse_query_results,
)

from kg.errors import KgError, UsageError
from kg.export.export import triples
from kg.query.limit import limited
from kg.query.run import Answer, evaluated, run
from kg.serve.rdf import GRAPHS
from kg.serve.settings import Settings
from kg.serve.snapshot import Fingerprint, Keeper, Snapshot

CSV = "text/csv"
#: Bytes of the shortest row in any of the forms.
SHORTEST = 2
#: Media types of rows and of yes or no, the one that is given for */* first.
ROWS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    CSV: QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}


@dataclass(frozen=True, slots=True)
class Question:
    """A query, the graphs that it is asked of (None for the store's own), and the media type of its answer."""

    text: str
    media: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """The bytes of an answer, or the status and the words of a problem."""

    status: int
    body: bytes
    #: The state of the store that was asked.
    state: Fingerprint = ()


class Bounded(BytesIO):
    """Bytes that may not be more than a number."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, piece: object) -> int:
        """Write a piece; MemoryError where it is too much."""
        written = super().write(piece)  # type: ignore[arg-type]
        if self.tell() > self._most:
            raise MemoryError(f"the answer has more than {self._most:,} bytes: ask for less with LIMIT")
        return written


def work(connection: Connection, settings: Settings) -> None:
    """Answer questions until the server ends; the first that is sent says that the process has started."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    connection.send(None)
    keeper = Keeper(settings.path, no_text=settings.no_text)
    while True:
        try:
            question = connection.recv()
        except EOFError:
            return
        connection.send(_reply(keeper, question, settings))


def _reply(keeper: Keeper, question: Question, settings: Settings) -> Reply:
    out = Bounded(settings.most_bytes)
    try:
        _write(keeper, question, out, settings.most_rows)
    except UsageError as error:
        return Reply(400, str(error).encode())
    except (KgError, MemoryError) as error:
        return Reply(503, str(error).encode())
    return Reply(200, out.getvalue(), keeper.state)


def _write(keeper: Keeper, question: Question, out: BytesIO, most: int) -> None:
    seen = keeper()
    with evaluated():
        answer = _answer(seen, question, most)
        if isinstance(answer, QueryTriples):
            graph(answer, question.media, out, most, seen.store.base)
            return
        answer.serialize(out, ROWS[question.media])
    bound(out, question.media, most)


def graph(answer: Iterable[Triple], media: str, out: BytesIO, most: int, base: str) -> None:
    """Write triples, the same in the same bytes; MemoryError where they are more than there may be."""
    found = sorted({f"{triple} ." for triple in islice(answer, most + 1)})
    _bounded(len(found), most)
    triples(out, GRAPHS[media], found, base)


def bound(out: BytesIO, media: str, most: int) -> None:
    """Raise MemoryError where an answer has more rows than it may."""
    if out.tell() >= SHORTEST * most:
        _bounded(_rows(out.getvalue(), media), most)


def _bounded(rows: int, most: int) -> None:
    if rows > most:
        raise MemoryError(f"the answer has more than {most:,} rows: ask for less with LIMIT")


def _answer(seen: Snapshot, question: Question, most: int) -> Answer:
    """Return the answer as far as it is one row too long, so that nothing is evaluated in vain."""
    default, named = map(_graphs, (question.default_graphs, question.named_graphs))
    ask = partial(run, seen.db, default_graphs=default, named_graphs=named, base=seen.store.base)
    try:
        return ask(limited(question.text, most + 1))
    except UsageError:
        # What is wrong is told of the query as it was given.
        return ask(question.text)


def _rows(answer: bytes, media: str) -> int:
    """Return how many rows an answer has."""
    if media == CSV:
        return sum(1 for _ in csv.reader(StringIO(answer.decode(), newline=""))) - 1
    rows = parse_query_results(answer, ROWS[media])
    return sum(1 for _ in rows) if isinstance(rows, QuerySolutions) else 1


def _graphs(iris: tuple[str, ...] | None) -> list[NamedNode] | None:
    try:
        return None if iris is None else [NamedNode(iri) for iri in iris]
    except ValueError as error:
        raise UsageError(f"not an IRI of a graph: {error}") from None
