"""HTTP in which one deadline holds for a request and all of its reply, however slowly the bytes come."""

import ssl
from functools import partial
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from io import BufferedReader, RawIOBase
from socket import socket
from time import monotonic
from typing import TYPE_CHECKING
from urllib.request import HTTPHandler, HTTPSHandler, Request

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


def left(deadline: float) -> float:
    """Return the seconds that are left; TimeoutError if there are none."""
    seconds = deadline - monotonic()
    if seconds <= 0:
        raise TimeoutError("timed out")
    return seconds


class Receiving(RawIOBase):
    """What a socket receives until the deadline: its own timeout would begin anew with each byte."""

    def __init__(self, sock: socket, deadline: float) -> None:
        self._sock = sock
        self._raw = sock.makefile("rb", buffering=0)
        self._deadline = deadline

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int | None:
        """Receive what comes next."""
        self._sock.settimeout(left(self._deadline))
        return self._raw.readinto(buffer)

    def close(self) -> None:
        """Let the socket go."""
        self._raw.close()
        super().close()


class TimedResponse(HTTPResponse):
    """A reply whose status, headers and body are read until the deadline."""

    def __init__(self, sock: socket, *args: object, deadline: float, **named: object) -> None:
        super().__init__(sock, *args, **named)  # type: ignore[arg-type]
        self.fp.close()
        self.fp = BufferedReader(Receiving(sock, deadline))


class TimedConnection(HTTPConnection):
    """A connection whose timeout is for all that it does, from its first packet on."""

    def connect(self) -> None:
        """Connect; the clock starts here, after the name was looked up by the system at the latest."""
        deadline = monotonic() + float(self.timeout or 0)
        self.response_class = partial(TimedResponse, deadline=deadline)  # type: ignore[assignment]
        super().connect()
        self.sock.settimeout(left(deadline))


class TimedSecureConnection(TimedConnection, HTTPSConnection):
    """The same by TLS."""


class Timed(HTTPHandler):
    """Opens http addresses so."""

    def http_open(self, request: Request) -> HTTPResponse:
        """Send a request."""
        return self.do_open(TimedConnection, request)


class TimedSecure(HTTPSHandler):
    """Opens https addresses so."""

    def https_open(self, request: Request) -> HTTPResponse:
        """Send a request."""
        return self.do_open(TimedSecureConnection, request, context=ssl.create_default_context())
