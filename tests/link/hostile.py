"""A server on loopback that says to whoever asks just the bytes that a test gives it, as slowly as it wants."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from socket import SHUT_RDWR, create_server, socket

Script = Callable[[socket], object]


@dataclass
class Hostile:
    """What was asked of it; each connection gets the next script, the last one again and again."""

    scripts: list[Script]
    port: int
    asked: list[bytes] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/sparql"

    def serve(self, guest: socket) -> None:
        with guest, suppress(OSError):
            self.asked.append(request(guest))
            (self.scripts.pop(0) if len(self.scripts) > 1 else self.scripts[0])(guest)


@contextmanager
def serving(*scripts: Script) -> Iterator[Hostile]:
    with create_server(("127.0.0.1", 0)) as listener:
        server = Hostile(list(scripts), listener.getsockname()[1])

        def listen() -> None:
            with suppress(OSError):
                while True:
                    threading.Thread(target=server.serve, args=(listener.accept()[0],), daemon=True).start()

        threading.Thread(target=listen, daemon=True).start()
        try:
            yield server
        finally:
            listener.shutdown(SHUT_RDWR)


def request(guest: socket) -> bytes:
    """Read a request whole."""
    with guest.makefile("rb") as lines:
        head = b""
        while (line := lines.readline()).strip():
            head += line
        length = next((int(each.split(b":")[1]) for each in head.lower().splitlines() if b"content-length:" in each), 0)
        return head + b"\r\n" + lines.read(length)


def saying(*pieces: bytes, seconds: float = 0) -> Script:
    """Say the pieces with a pause after each, until nobody listens, and hang up."""

    def script(guest: socket) -> None:
        for piece in pieces:
            guest.sendall(piece)
            if seconds:
                time.sleep(seconds)

    return script


def endless(head: bytes, piece: bytes) -> Script:
    """Say the same for ever, as fast as it is heard."""

    def script(guest: socket) -> None:
        guest.sendall(head)
        while True:
            guest.sendall(piece)

    return script


def reply(body: bytes, *headers: str, status: str = "200 OK", kind: str = "application/sparql-results+json") -> bytes:
    """Return a whole reply, with the length of its body told."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body
