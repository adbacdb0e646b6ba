"""A request to a service that may be busy, gone, slow, moved or hostile: its reply in time, or an error.

SPARQLWrapper writes the requests to SPARQL endpoints and this sends them, since SPARQLWrapper's own sending follows
redirects anywhere, reads replies of any size, and waits for each byte anew.
"""

import gzip
import re
import time
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPResponse, IncompleteRead
from ssl import SSLEOFError
from typing import IO, cast
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPDefaultErrorHandler, HTTPErrorProcessor, OpenerDirector, ProxyHandler, Request

from kg.errors import NetworkError, UsageError
from kg.link.timed import Timed, TimedSecure
from kg.resources import version_of

HOME = "https://w3id.org/newskg"
MOVED = {301, 302, 307, 308}
#: What may go better the next time.
AGAIN = {429, 500, 502, 503, 504}
CLOSED = (ConnectionResetError, ConnectionAbortedError, BrokenPipeError, SSLEOFError, IncompleteRead, EOFError)
VISIBLE = re.compile("[!-~]+").fullmatch
#: How much of a refusal is read for its reason.
REASON = 4096


@dataclass(frozen=True, slots=True)
class Manners:
    """How a service is asked: `timeout` is for each request with all of its reply, `pause` the first of the waits."""

    timeout: float = 60
    tries: int = 5
    pause: float = 1
    longest_wait: float = 120
    most_bytes: int = 32 << 20
    contact: str = ""

    def __post_init__(self) -> None:
        """Refuse what could not be a header."""
        if not re.fullmatch("[ -~]*", self.contact):
            raise UsageError(f"{self.contact!r} is no contact: give an address or a URL in ASCII, without line breaks")

    @property
    def agent(self) -> str:
        """Who asks, with where to complain, as Wikimedia's policy wants it."""
        return f"newskg/{version_of('newskg')} ({'; '.join(filter(None, (f'+{HOME}', self.contact)))})"


@dataclass(frozen=True, slots=True)
class Reply:
    """The media type of a reply, and its content, unpacked."""

    kind: str
    body: bytes


class BusyError(NetworkError):
    """A failure that may pass; `wait` is for how many seconds the service asked."""

    def __init__(self, told: str, wait: float | None = None) -> None:
        super().__init__(told)
        self.wait = wait


class MovedError(NetworkError):
    """The service is elsewhere on its host, where the same can be asked."""

    def __init__(self, told: str, request: Request) -> None:
        super().__init__(told)
        self.request = request


def fetch(request: Request, manners: Manners) -> Reply:
    """Return the reply to a request; asks again where that may help and nobody forbids it, else NetworkError."""
    request.add_header("User-Agent", manners.agent)
    request.add_header("Accept-Encoding", "gzip")
    told = ""
    for attempt in range(manners.tries):
        try:
            return ask(request, manners)
        except MovedError as moved:
            told, request = str(moved), moved.request
        except BusyError as again:
            told = str(again)
            time.sleep(patience(again, manners, attempt))
    times = f"asked {manners.tries} times; " if manners.tries > 1 else ""
    raise NetworkError(f"{told}: {times}try again later")


def ask(request: Request, manners: Manners) -> Reply:
    """Send a request once and read its reply; BusyError, MovedError or another NetworkError if there is none."""
    try:
        with cast("HTTPResponse", OPENER.open(request, timeout=manners.timeout)) as reply:
            return received(reply, manners.most_bytes)
    except HTTPError as error:
        raise refusal(request, error) from error
    except (OSError, HTTPException, EOFError, zlib.error) as error:
        cause = error.reason if isinstance(error, URLError) else error
        kind = BusyError if isinstance(cause, CLOSED) else NetworkError
        after = f" after {manners.timeout:g} s" if isinstance(cause, TimeoutError) else ""
        raise kind(f"{request.full_url} did not answer: {cause}{after}") from error


def received(reply: HTTPResponse, most: int) -> Reply:
    """Read a reply whole, but never more of it than is allowed."""
    body = unpacked(reply).read(most + 1)
    if len(body) > most:
        raise NetworkError(f"{reply.url} answered with more than {most:,} bytes")
    if reply.length:
        raise IncompleteRead(body, reply.length)
    return Reply(reply.headers.get_content_type(), body)


def unpacked(reply: HTTPResponse | HTTPError) -> IO[bytes]:
    """Return the stream of a reply's content; it is unpacked as it is read, so that a small reply stays small."""
    packed = reply.headers.get("Content-Encoding", "").strip().casefold() in {"gzip", "x-gzip"}
    stream = cast("IO[bytes]", reply)
    return cast("IO[bytes]", gzip.GzipFile(fileobj=stream)) if packed else stream


def refusal(request: Request, error: HTTPError) -> NetworkError:
    """Return what an answer that is no success means."""
    if error.code in MOVED:
        error.close()
        return moved(request, error.headers.get("Location", ""))
    told = f"{request.full_url} answered {error.code} {error.reason}{reason(error)}"
    if error.code in AGAIN:
        return BusyError(told, asked_to_wait(error.headers.get("Retry-After")))
    return NetworkError(told)


def reason(error: HTTPError) -> str:
    """Return the first line of what a service says of its refusal."""
    try:
        with error:
            lines = unpacked(error).read(REASON).decode(errors="replace").split("\n")
    except (OSError, HTTPException, EOFError, zlib.error):
        return ""
    return next((f": {line.strip()}" for line in lines if line.strip()), "")


def moved(request: Request, location: str) -> NetworkError:
    """Return where the same request goes on; elsewhere than on its own host only the user may send it."""
    try:
        url = urljoin(request.full_url, location)
    except ValueError:
        url = location
    told = f"{request.full_url} has moved to {url}"
    scheme, host = origin(request.full_url)
    if not is_address(url) or origin(url) not in {(scheme, host), ("https", host)}:
        return NetworkError(f"{told}, which is not the same host: give that address if you trust it")
    return MovedError(told, Request(url, request.data, request.headers))  # noqa: S310 - an address of the web, as asked


def is_address(url: str) -> bool:
    """Whether a text is an address of the web that can be asked."""
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0 and bool(VISIBLE(url))
    except ValueError:
        return False


def origin(url: str) -> tuple[str, str]:
    """Return the scheme, and the host and port, of an address."""
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.rpartition("@")[2].casefold()


def patience(again: BusyError, manners: Manners, attempt: int) -> float:
    """Return how long to wait: as the service asks, else twice as long as the last time; NetworkError if too long."""
    if again.wait is not None and again.wait > manners.longest_wait:
        raise NetworkError(f"{again}; it asks to be left alone for {again.wait:.0f} seconds")
    if attempt + 1 == manners.tries:
        return 0
    return min(manners.pause * 2**attempt, manners.longest_wait) if again.wait is None else again.wait


def asked_to_wait(retry_after: str | None) -> float | None:
    """Return the seconds of a Retry-After, by number or date, or None if it is neither."""
    if retry_after is None:
        return None
    if re.fullmatch(r"\s*[0-9]{1,9}\s*", retry_after):
        return float(retry_after)
    try:
        return max(0.0, (parsedate_to_datetime(retry_after) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def opener() -> OpenerDirector:
    """Return what opens addresses: of the web alone, through the proxies of the environment, no redirect followed."""
    director = OpenerDirector()
    for handler in (ProxyHandler(), Timed(), TimedSecure(), HTTPDefaultErrorHandler(), HTTPErrorProcessor()):
        director.add_handler(handler)
    return director


OPENER = opener()
