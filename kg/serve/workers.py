"""Processes that answer queries: one that takes too long is ended and another put in its place."""

from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from queue import Empty, Queue
from threading import Lock

from kg.serve.evaluating import Question, Reply, work
from kg.serve.problems import Problem, busy
from kg.serve.remembered import Remembered
from kg.serve.settings import Settings
from kg.serve.snapshot import Fingerprint

#: Seconds that a query waits for a process.
PATIENCE = 5.0
#: Seconds that a process may need to start: on a busy machine more than a query may take.
STARTING = 60.0
GONE = "the process that answers queries ended, as for want of memory: ask again, or for less"


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
