"""A hostile endpoint: each of its answers is rows or told, in time, and is never large in memory."""

import gzip
import json
import resource
import time
from collections.abc import Iterator
from random import Random

from kg.errors import NetworkError
from kg.link.candidates import candidates
from kg.link.endpoint import ITEMS, Endpoint
from kg.link.transport import Manners
from tests.link.hostile import Script, endless, saying, serving

MANY, FEW = 3_000, 60
MANNERS = Manners(timeout=0.5, tries=2, pause=0, longest_wait=0, most_bytes=1 << 20)
#: Two requests of half a second, and as much again for a busy machine.
SECONDS = 3.0
MEGABYTES = 200
STATUS = [
    "200 OK",
    "204 No Content",
    "206 Partial",
    "302 Found",
    "308 Moved",
    "400 Bad",
    "403 No",
    "429 Slow",
    "500 Oops",
    "503 Busy",
    "999 ?",
    "x",
    "",
]
HEADERS = [
    "Content-Type: application/sparql-results+json",
    "Content-Type: text/html",
    "Content-Type:",
    "Content-Encoding: gzip",
    "Content-Encoding: br",
    "Transfer-Encoding: chunked",
    "Content-Length: 5",
    "Content-Length: -1",
    "Content-Length: 99999999999",
    "Content-Length: x",
    "Retry-After: 0",
    "Retry-After: 999999",
    "Retry-After: soon",
    "Location: /sparql",
    "Location: http://localhost:1/",
    "Location: file:///etc/hosts",
    "Location: http://[",
    "Connection: close",
    "X" * 70_000 + ": y",
    "no header",
    "Set-Cookie: a=b; Domain=evil.example",
    "Refresh: 0; url=javascript:alert(1)",
]
VALUES = [
    "Ann Lee",
    f"{ITEMS}Q1",
    "javascript:alert(1)",
    "https://evil.example/Q1",
    f"{ITEMS}Q1> <x",
    "\x1b]0;x\x07",
    "\u202e",
    "",
    "9" * 5000,
    "x" * 9999,
]


def trials(*, quick: bool, random: Random) -> Iterator[str | None]:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number in range(FEW if quick else MANY):
        script, start = hostile(random), time.monotonic()
        with serving(script) as server:
            try:
                lost = next(
                    (f"{each.iri} was taken" for each in _asked(server.url) if not each.iri.startswith(ITEMS + "Q")),
                    None,
                )
            except NetworkError:
                lost = None
            except Exception as error:  # noqa: BLE001 (whatever it is, it is lost)
                lost = f"{type(error).__name__}: {error}"
        took, grown = time.monotonic() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        lost = lost or (f"took {took:.1f} s" if took > SECONDS else None)
        lost = lost or (f"{grown >> 10} MB" if grown >> 10 > MEGABYTES else None)
        yield lost and f"{number}: {lost}"


def _asked(url: str):
    return list(candidates(Endpoint(url, MANNERS), "Person", ["Ann Lee"]))


def hostile(random: Random) -> Script:
    """Return what an endpoint says that nobody should trust."""
    head = f"HTTP/1.1 {random.choice(STATUS[:1] * 12 + STATUS)}\r\n"
    head += "".join(f"{each}\r\n" for each in random.sample([*HEADERS[:1] * 9, *HEADERS], random.choice([1, 2, 4])))
    body = random.choice([_rows, _rows, _nested, _noise])(random)
    said = head.encode() + random.choice([b"\r\n", b"\r\n", b"\r\n", b""]) + random.choice([body, gzip.compress(body)])
    if random.random() < 0.05:
        return endless(head.encode() + b"\r\n", random.choice([b" " * 4096, b"5\r\n     \r\n", body or b"x"]))
    if random.random() < 0.05:
        return saying(*(bytes([each]) for each in said), seconds=0.02)
    cut = random.choice([len(said), len(said), random.randrange(len(said))])
    return saying(said[:cut])


def _rows(random: Random) -> bytes:
    row = {"name": "Ann Lee", "item": f"{ITEMS}Q1", "how": "label", "sitelinks": "7", "description": "mayor"}
    for key in random.sample(list(row), random.choice([0, 1, 2])):
        row[key] = random.choice([*VALUES, None, 7, [], {}])
    body = json.dumps(
        {"results": {"bindings": [{key: {"type": "literal", "value": value} for key, value in row.items()}] * 3}}
    ).encode()
    place = random.randrange(len(body))
    return random.choice([body, body, body[:place] + random.randbytes(2) + body[place + 1 :]])


def _nested(random: Random) -> bytes:
    piece, end = random.choice([(b"[", b"]"), (b'{"results":', b"}"), (b'{"a":[', b"]}")])
    depth = random.choice([10, 1_000, 100_000])
    return piece * depth + random.choice([b"", b"1" + end * depth])


def _noise(random: Random) -> bytes:
    return random.choice([random.randbytes(99), b"", b"<html>", bytes(4 << 20)])
