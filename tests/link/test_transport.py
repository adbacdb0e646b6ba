"""What a service may do to who asks it: each ends in a reply, or in an error that says what happened, and in time."""

import gzip
import json
import resource
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from urllib.request import Request

import pytest

from kg.errors import NetworkError, UsageError
from kg.link.endpoint import Endpoint
from kg.link.transport import Manners, asked_to_wait, fetch, is_address
from tests.link.hostile import endless, reply, saying, serving

ROWS = json.dumps(
    {"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal", "value": "é"}}]}}
).encode()
GOOD = saying(reply(ROWS))
PACKED = saying(reply(gzip.compress(ROWS), "Content-Encoding: gzip"))
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\n"
BUSY = saying(reply(b"", status="503 Busy"))
QUICK = Manners(timeout=5, pause=0)
ASK = "SELECT ?x WHERE {}"


def select(server, manners=QUICK):
    return list(Endpoint(server.url, manners).select(ASK))


IN_THE_END = {
    "plain": [GOOD],
    "packed": [PACKED],
    "packed in pieces": [saying(reply(gzip.compress(ROWS[:9]) + gzip.compress(ROWS[9:]), "Content-Encoding: x-gzip"))],
    "in chunks": [saying(HEAD + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n0\r\n\r\n" % (len(ROWS), ROWS))],
    "until closed": [saying(HEAD + b"Connection: close\r\n\r\n" + ROWS)],
    "busy": [BUSY, BUSY, GOOD],
    "too many": [saying(reply(b"", "Retry-After: 0", status="429 Too Many Requests")), GOOD],
    **{f"{code} once": [saying(reply(b"", status=f"{code} Oops")), GOOD] for code in (500, 502, 503, 504)},
    "closed before": [saying(), GOOD],
    "closed in the body": [saying(reply(ROWS)[:-5]), GOOD],
    "closed in a chunk": [saying(HEAD + b"Transfer-Encoding: chunked\r\n\r\nff\r\n{"), GOOD],
    "closed while packed": [
        saying(reply(gzip.compress(ROWS))[:-9].replace(b"\r\n\r\n", b"\r\nContent-Encoding: gzip\r\n\r\n")),
        GOOD,
    ],
}


@pytest.mark.parametrize("scripts", IN_THE_END.values(), ids=IN_THE_END)
def test_rows_come_in_the_end(scripts):
    with serving(*scripts) as server:
        assert select(server) == [{"x": "é"}]
        assert len(server.asked) == len(scripts)
        assert len(set(server.asked)) == 1


@pytest.mark.parametrize("code", [301, 302, 307, 308])
@pytest.mark.parametrize("location", ["/new", "http://127.0.0.1:{port}/new", "?new"])
def test_who_moved_on_the_same_host_is_asked_there_the_same(code, location):
    with serving(GOOD) as server:
        there = location.format(port=server.port)
        server.scripts = [saying(reply(b"", f"Location: {there}", status=f"{code} Moved")), GOOD]
        assert select(server) == [{"x": "é"}]
        before, after = (asked.split(b"\r\n", 1) for asked in server.asked)
    assert (before[0], after[0].startswith(b"POST /") and b"new" in after[0]) == (b"POST /sparql HTTP/1.1", True)
    assert before[1] == after[1]


@pytest.mark.parametrize(
    "location",
    [
        "http://localhost:{port}/",
        "http://127.0.0.1:1/",
        "ftp://127.0.0.1/",
        "file:///etc/hosts",
        "http://[",
        "",
        "//evil.example/x",
        "http://127.0.0.1:{port}@evil.example/",
        "http://evil.example\\@127.0.0.1:{port}/",
        "javascript:alert(1)",
    ],
)
def test_who_moved_elsewhere_is_not_followed(location):
    with serving(GOOD) as server, serving(GOOD) as other:
        there = location.format(port=other.port)
        server.scripts = [saying(reply(b"", f"Location: {there}", status="302 Found"))]
        with pytest.raises(NetworkError, match=r"has moved to .*(which is not the same host|asked 5 times)"):
            select(server)
        assert not other.asked


TOLD = {
    "redirects in a ring": (
        saying(reply(b"", "Location: /sparql", status="302 Found")),
        "has moved to .*asked 5 times",
    ),
    "always busy": (BUSY, "answered 503 Busy: asked 5 times; try again later"),
    "always closed": (saying(), "did not answer: Remote end closed connection without response: asked 5 times"),
    "asks for a day": (
        saying(reply(b"", "Retry-After: 86400", status="429 Slow")),
        "asks to be left alone for 86400 seconds",
    ),
    "says why": (
        saying(reply(b"\n A contact is missing \n2", status="403 Forbidden")),
        "answered 403 Forbidden: A contact is missing$",
    ),
    "says why, packed": (
        saying(reply(gzip.compress(b"why"), "Content-Encoding: gzip", status="400 Bad")),
        "answered 400 Bad: why$",
    ),
    "303": (saying(reply(b"", "Location: /x", status="303 See Other")), "answered 303"),
    "broken packing": (
        saying(reply(b"not packed", "Content-Encoding: gzip")),
        "did not answer: Not a gzipped file",
    ),
    "damaged packing": (
        saying(reply(gzip.compress(ROWS)[:12] + b"\xff" * 40, "Content-Encoding: gzip")),
        "did not answer: ",
    ),
    "no HTTP": (saying(b"SSH-2.0-OpenSSH_9.2\r\n"), "did not answer: SSH-2.0"),
    "a head without end": (
        endless(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
        "did not answer: got more than 100 headers",
    ),
    "a line without end": (
        endless(b"HTTP/1.1 200 OK\r\nX: ", b"y" * 999),
        "did not answer: got more than 65536 bytes",
    ),
    "a status without end": (endless(b"HTTP/1.1 200 ", b"y" * 999), "did not answer: got more than 65536 bytes"),
    "wait without end": (endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), "did not answer: timed out"),
    "closed in the head": (saying(HEAD), "broken SPARQL results"),
    "no rows": (saying(reply(b"")), "broken SPARQL results"),
    "nothing": (saying(reply(b"", status="204 No Content")), "broken SPARQL results"),
    "deep": (saying(reply(b"[" * 1_000_000)), "broken SPARQL results"),
    "deep and whole": (saying(reply(b'{"a":' * 100_000 + b"1" + b"}" * 100_000)), "broken SPARQL results"),
    "deep value": (saying(reply(ROWS.replace(b'"\\u00e9"', b"[" * 90 + b"]" * 90))), "broken SPARQL results"),
    "a long number": (saying(reply(b'{"results": %b}' % (b"9" * 5000))), "broken SPARQL results"),
    "not text": (saying(reply(b"\xff\xfe\x00")), "broken SPARQL results"),
    "a number for a value": (saying(reply(ROWS.replace(b'"\\u00e9"', b"7"))), "broken SPARQL results"),
    "out of time": (
        saying(reply(ROWS[:40] + b"\njava.util.concurrent.TimeoutException\n\tat x")),
        "concurrent.TimeoutException",
    ),
}


@pytest.mark.parametrize(("script", "told"), TOLD.values(), ids=TOLD)
def test_it_is_told(script, told):
    with serving(script) as server, pytest.raises(NetworkError, match=told) as raised:
        select(server, Manners(timeout=1, pause=0))
    assert raised.value.exit_code == 4


SLOW = {
    "never": saying(b"", seconds=60),
    "status": saying(*(bytes([each]) for each in HEAD + ROWS), seconds=0.05),
    "body": saying(HEAD + b"\r\n", *[b" "] * 999, seconds=0.05),
    "chunk": saying(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", *[b"0"] * 999, seconds=0.05),
    "packed": saying(
        HEAD + b"Content-Encoding: gzip\r\n\r\n", *(bytes([each]) for each in gzip.compress(ROWS)), seconds=0.05
    ),
}


@pytest.mark.parametrize("script", SLOW.values(), ids=SLOW)
def test_a_byte_now_and_then_is_no_answer(script):
    """The scripts take from 3 to 60 seconds, and no pause in them is as long as the timeout."""
    with serving(script) as server, pytest.raises(NetworkError, match="did not answer: timed out"):
        select(server, Manners(timeout=0.3))


LIMIT = 1 << 20


LARGE = {
    "told": saying(HEAD + b"Content-Length: 1500000000\r\n\r\n", b" " * (LIMIT + 1), seconds=0.1),
    "untold": endless(HEAD + b"\r\n", b" " * 9999),
    "in chunks": endless(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"9\r\n123456789\r\n"),
    "packed": saying(reply(gzip.compress(bytes(64 << 20)), "Content-Encoding: gzip")),
}


@pytest.mark.parametrize("script", LARGE.values(), ids=LARGE)
def test_an_answer_has_a_size(script):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with serving(script) as server, pytest.raises(NetworkError, match="answered with more than 1,048,576 bytes"):
        select(server, Manners(timeout=30, most_bytes=LIMIT))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 32 << 10


def test_who_asks():
    with serving(GOOD) as server:
        select(server, Manners(contact="news@example.org"))
        [asked] = server.asked
    assert b"Accept-Encoding: gzip" in asked
    assert b"User-Agent: newskg/" in asked
    assert b"(+https://w3id.org/newskg; news@example.org)" in asked


@pytest.mark.parametrize("contact", ["a\r\nX-Evil: 1", "é", "\x1b[31m", "a\0"])
def test_a_contact_is_one_line(contact):
    with pytest.raises(UsageError, match="is no contact"):
        Manners(contact=contact)


def test_nobody_listens():
    with serving(GOOD) as server:
        pass
    with pytest.raises(NetworkError, match=r"did not answer: .*refused"):
        fetch(Request(server.url), Manners())


def test_a_wait_is_kept():
    with serving(saying(reply(b"", "Retry-After: 1", status="429 Slow")), GOOD) as server:
        start = time.monotonic()
        select(server)
        assert time.monotonic() - start >= 1


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("7", 7),
        (" 99999 ", 99999),
        ("soon", None),
        ("-", None),
        ("-3", None),
        ("²", None),
        ("9" * 400, None),
        ("1e9", None),
    ],
)
def test_asked_to_wait(header, seconds):
    assert asked_to_wait(header) == seconds


def test_asked_to_wait_until_a_date():
    assert 50 < asked_to_wait(format_datetime(datetime.now(UTC) + timedelta(minutes=1), usegmt=True)) <= 60
    assert asked_to_wait("Wed, 21 Oct 2015 07:28:00 GMT") == 0


@pytest.mark.parametrize(
    ("url", "so"),
    [
        ("http://a", True),
        ("https://a.example:8080/x?y#z", True),
        ("http://[::1]/", True),
        ("", False),
        ("a", False),
        ("http://", False),
        ("file:///etc/hosts", False),
        ("http://[", False),
        ("http://a:x/", False),
        ("http://a b/", False),
        ("http://a/\r\nX: y", False),
        ("http://ä/", False),
        ("http://a:99999/", False),
        ("javascript:alert(1)", False),
        ("http://@/", False),
    ],
)
def test_is_address(url, so):
    assert is_address(url) is so
