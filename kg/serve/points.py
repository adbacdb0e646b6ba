"""Queries that cost next to nothing, answered at once: one triple pattern of one thing, by rows in the store's order.

All else waits for a process that can be ended. What one thing has is read in well under a millisecond, which is less
than a thread, a pipe and a process cost; an answer that turns out long is left to them as well.
"""

import re
from functools import lru_cache
from urllib.parse import unquote_to_bytes

from starlette.types import ASGIApp, Receive, Scope, Send

from kg.errors import KgError
from kg.query.run import declared, evaluated
from kg.serve.accept import wanted
from kg.serve.evaluating import ROWS, Bounded
from kg.serve.source import Keeps

#: Bytes of an answer that is given at once: less than what is packed.
MOST = 499
#: Letters of a query, and of an Accept header, that are looked at.
LONGEST = 2000
#: What stands between words; no comment is left before its line ends. Then an IRI, a variable, and a prefixed name.
_GAP, _IRI, _VARIABLE = r"(?>\s|\#[^\n\r]*)*", r'<[^\x00-\x20<>"{}|^`\\]*>', r"[?$]\w+"
_NAME = r"(?:[^\W\d_][\w.-]*)?:[\w-]*"
#: Prologue, SELECT or ASK, one triple whose subject is given, and how many rows; the groups are prefixed names.
POINT = re.compile(
    rf"""
    {_GAP} (?: (?i:PREFIX) {_GAP} {_NAME} {_GAP} {_IRI} {_GAP} )*
    (?: (?i:SELECT) {_GAP} (?: (?i:DISTINCT) {_GAP} )? (?: (?: {_VARIABLE} {_GAP} )+ | \* {_GAP} ) | (?i:ASK) {_GAP} )
    (?: (?i:WHERE) {_GAP} )? \{{ {_GAP}
    (?: {_IRI} | ({_NAME}) ) {_GAP}
    (?: {_IRI} | ({_NAME}) | {_VARIABLE} | a ) {_GAP}
    (?: {_IRI} | ({_NAME}) | {_VARIABLE} | "[^"\\\n\r]*" | '[^'\\\n\r]*' ) {_GAP}
    \.? {_GAP} \}} {_GAP} (?: (?i:LIMIT) {_GAP} \d+ {_GAP} )?
    """,
    re.VERBOSE,
)


class Points:
    """Answers such queries, and passes all other requests on."""

    def __init__(self, app: ASGIApp, keeper: Keeps) -> None:
        self._app, self._keeper = app, keeper

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        found = self._answer(scope) if scope["type"] == "http" and scope["path"] == "/sparql" else None
        if found is None:
            await self._app(scope, receive, send)
            return
        media, body = found
        headers = [(b"content-type", media), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    def _answer(self, scope: Scope) -> tuple[bytes, bytes] | None:
        headers = dict(scope["headers"])
        asked = scope["query_string"]
        if scope["method"] != "GET" or b"origin" in headers or not asked.startswith(b"query=") or b"&" in asked:
            return None
        media = _media(headers.get(b"accept", b"").decode("latin-1")[:LONGEST])
        text = unquote_to_bytes(asked[len(b"query=") :].replace(b"+", b" ")).decode(errors="replace")
        point = None if media is None or len(text) > LONGEST else POINT.fullmatch(text)
        if media is None or point is None:
            return None
        try:
            return _content_type(media), self._rows(declared(text) if any(point.groups()) else text, media)
        except (KgError, MemoryError, SyntaxError):
            return None  # whoever takes the long way tells why

    def _rows(self, query: str, media: str) -> bytes:
        seen, out = self._keeper(), Bounded(MOST)
        with evaluated():
            seen.db.query(query, base_iri=seen.store.base).serialize(out, ROWS[media])  # type: ignore[arg-type]
        return out.getvalue()


@lru_cache(maxsize=64)
def _media(accept: str) -> str | None:
    """Return the form of rows that a header likes best; None where that is a page."""
    best = wanted(accept, [*ROWS, "text/html"])
    return best if best in ROWS else None


def _content_type(media: str) -> bytes:
    return f"{media}; charset=utf-8".encode() if media.startswith("text/") else media.encode()


def is_point(text: str) -> bool:
    """Tell whether a query asks for one triple of a thing that it names."""
    return POINT.fullmatch(text) is not None
