"""What a server is told when it starts."""

from dataclasses import dataclass
from pathlib import Path

#: Names of this machine to itself.
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Settings:
    """The store, under which names it is served, and how much a query may take."""

    path: Path
    #: The address of a SPARQL endpoint that is served in the place of the store.
    endpoint: str = ""
    hosts: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    no_text: bool = False
    #: Folders of saved queries before kg's own.
    queries: tuple[Path, ...] = ()
    #: What who decides on a page must know; nothing is decided where there is none.
    token: str = ""
    #: Seconds that a query may run.
    timeout: float = 30
    #: Bytes and rows that an answer may have.
    most_bytes: int = 50_000_000
    most_rows: int = 1_000_000
    #: Processes that answer queries, and how many queries may wait for one.
    workers: int = 2
    waiting: int = 32

    @property
    def names(self) -> frozenset[str]:
        """The hosts that may be asked for."""
        return frozenset(map(str.lower, (*LOOPBACK, *self.hosts)))
