"""What the pages need of a graph, wherever it is: what it holds now, and the answers of queries."""

from pathlib import Path
from typing import Protocol

from kg.serve.evaluating import Question
from kg.serve.snapshot import Fingerprint, Snapshot


class Keeps(Protocol):
    """Gives what a graph holds now; `path` is where what people decide of it is written."""

    path: Path

    @property
    def state(self) -> Fingerprint:
        """What tells the state that was returned last from others."""

    def __call__(self) -> Snapshot:
        """Return what it holds."""


class Answers(Protocol):
    """Answers queries within limits."""

    def ask(self, question: Question, state: Fingerprint = ()) -> bytes:
        """Return the answer of a query."""

    def close(self) -> None:
        """Let go of what it holds."""
