"""Processes that answer queries: one that takes too long is ended and another put in its place."""

import csv
import signal
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from io import BytesIO, StringIO
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from queue import Empty, Queue
from threading import Lock

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
from kg.serve.problems import Problem, busy
from kg.serve.rdf import GRAPHS
from kg.serve.remembered import Remembered
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
#: Seconds that a query waits for a process.
PATIENCE = 5.0
#: Seconds that a process may need to start: on a busy machine more than a query may take.
STARTING = 60.0
GONE = "the process that answers queries ended, as for want of memory: ask again, or for less"


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


class Worker:
    """A process with its pipe."""

    def __init__(
        self,
        settings: Settings,
        answers: Callable[[Connection, Settings], None] = work,
        starting: float = STARTING,
    ) -> None:
        context = get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=answers, args=(theirs, settings), daemon=True)
        self._process.start()
        self._has_started, self._starting = False, starting
        theirs.close()

    def ask(self, question: Question, timeout: float) -> Reply | None:
        """Return the reply; None if it does not come in time.

        Raises:
            Problem: the process is gone, or did not start in time.

        """
        try:
            self._wait()
            self._connection.send(question)
            reply = self._connection.recv() if self._connection.poll(timeout) else None
        except (EOFError, OSError) as error:
            raise busy(GONE) from error
        return reply if isinstance(reply, Reply) else None

    def _wait(self) -> None:
        """Wait for the process to say that it has started."""
        if self._has_started:
            return
        if not self._connection.poll(self._starting):
            raise busy(f"a process that answers queries did not start within {self._starting:g} seconds, and was ended")
        self._connection.recv()
        self._has_started = True

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.join()
        self._connection.close()


class Pool:
    """As many workers as are set; they start with the first question."""

    def __init__(self, settings: Settings, start: Callable[[Settings], Worker] = Worker) -> None:
        self._settings, self._start = settings, start
        self._lock = Lock()
        self._waiting = 0
        self._remembered = Remembered()
        self._idle: Queue[Worker | None] = Queue()
        for _ in range(settings.workers):
            self._idle.put(None)

    def ask(self, question: Question, state: Fingerprint = ()) -> bytes:
        """Return the answer of a query; one that was given of the same state of the store is given again.

        Raises:
            Problem: the query is wrong, takes too long or gives too much, or too many wait.

        """
        if state and (held := self._remembered.get(state, question)) is not None:
            return held
        with self._lock:
            if self._waiting >= self._settings.waiting:
                raise busy("too many queries wait: try again a little later")
            self._waiting += 1
        try:
            return self._asked(question)
        finally:
            with self._lock:
                self._waiting -= 1

    def _asked(self, question: Question) -> bytes:
        try:
            worker = self._idle.get(timeout=PATIENCE)
        except Empty:
            raise busy("all processes answer other queries: try again a little later") from None
        reply = None
        try:
            worker = worker or self._start(self._settings)
            reply = worker.ask(question, self._settings.timeout)
        finally:
            if reply is None and worker:
                worker.end()
            self._idle.put(worker if reply else None)
        if reply is None:
            raise busy(f"the query took more than {self._settings.timeout:g} seconds, and was ended")
        if reply.status == 503:  # noqa: PLR2004 (of HTTP)
            raise busy(reply.body.decode())
        if reply.status != 200:  # noqa: PLR2004
            raise Problem(reply.status, reply.body.decode())
        if reply.state:
            self._remembered.keep(reply.state, question, reply.body)
        return reply.body

    def close(self) -> None:
        """End all workers that are idle."""
        for _ in range(self._settings.workers):
            try:
                worker = self._idle.get_nowait()
            except Empty:
                return
            if worker:
                worker.end()
