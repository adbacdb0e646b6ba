"""What kg serve needs before it answers: a look at the store, and a place to listen at."""

import socket
from errno import EADDRINUSE
from pathlib import Path
from threading import Thread

from kg.cli.problems import tell
from kg.cli.reading import reading
from kg.errors import DataError, KgError, NetworkError, UsageError
from kg.serve.settings import Settings

#: Seconds that a connection may be idle: longer than a client is told to wait before it asks again.
IDLE = 30


def looked_at(path: Path) -> None:
    """Tell what is wrong with a store now; its pages say so too, until it is there and can be read."""
    try:
        reading(path).close()
    except DataError as error:
        tell(f"{error}; until then each page says so")


def looked_at_elsewhere(settings: Settings) -> None:
    """Tell what is wrong with an endpoint, as soon as that is known; its pages say so too, until it answers."""
    from kg.serve.elsewhere import Endpoint, Looker

    def look() -> None:
        try:
            Looker(Endpoint(settings))()
        except KgError as error:
            tell(f"{error}; until then each page says so")

    Thread(target=look, daemon=True).start()


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens at an address.

    Raises:
        UsageError: another program listens there, or this machine has no such address.
        NetworkError: the name of the host cannot be looked up.

    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except OSError as error:
        raise NetworkError(f"--host {host}: {error.strerror}") from error
    family, *_, address = found[0]
    try:
        return socket.create_server(address[:2], family=family, backlog=2048)
    except OSError as error:
        if error.errno == EADDRINUSE:
            raise UsageError(
                f"another program listens at {host}:{port}: give another --port, or 0 for any free"
            ) from None
        raise UsageError(f"kg serve cannot listen at {host}:{port}: {error.strerror}") from error


def run(settings: Settings, channel: socket.socket) -> None:
    """Answer at a socket until Ctrl-C."""
    from asyncio import Runner

    import uvicorn

    from kg.serve.app import app

    config = uvicorn.Config(
        app(settings), log_level="warning", access_log=False, server_header=False, timeout_keep_alive=IDLE
    )
    with Runner(loop_factory=config.get_loop_factory()) as loop:
        loop.run(uvicorn.Server(config).serve(sockets=[channel]))
