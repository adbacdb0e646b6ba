"""What every request and every answer passes: the host that was asked for, the size, headers that keep a page shut."""

from contextlib import suppress

from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.problems import Problem, told

#: No script but kg's files, no foreign picture, no frame: a headline cannot do anything in a page.
POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "form-action 'self'; base-uri 'none'; "
)
#: The editor of SPARQL writes its own styles, and pictures as data.
LOOSER = {"/sparql": POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")}
FRAMED = ("/reconcile/preview",)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}
#: Bytes that an address may have, and a request's body.
LONGEST, MOST = 16_384, 1_000_000


#: A header that is given in several lines is all of them.
_FIXED = [(name.lower().encode(), value.encode()) for name, value in {**HEADERS, "Vary": "Accept"}.items()]


def _shut(path: str) -> list[tuple[bytes, bytes]]:
    ancestors = "*" if path in FRAMED else "'none'"
    policy = f"{LOOSER.get(path, POLICY)}frame-ancestors {ancestors}"
    return [*_FIXED, (b"content-security-policy", policy.encode())]


_USUAL = _shut("")
_KINDS = {path: _shut(path) for path in (*LOOSER, *FRAMED)}


def _headers(path: str) -> list[tuple[bytes, bytes]]:
    """Return what every answer has."""
    return _KINDS.get(path, _USUAL)


class Guard:
    """Refuses what is not for this server, and adds headers to every answer."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self._app, self._hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], *_headers(scope["path"])]}
            await send(message)

        if problem := self._refused(scope):
            answer = await told(Request(scope), problem)
            await answer(scope, receive, sending)
        else:
            # Who hangs up in the middle of a request hears no answer.
            with suppress(ClientDisconnect):
                await self._app(scope, receive, sending)

    def _refused(self, scope: Scope) -> Problem | None:
        if [name for name, _ in scope["headers"]].count(b"host") > 1:
            return Problem(400, "A request is to one host, and names it once.")
        # Of another header that is given twice the first counts.
        headers = dict(reversed(scope["headers"]))
        host = headers.get(b"host", b"").decode("latin-1").lower()
        name = host.rpartition(":")[0] if not host.endswith("]") and ":" in host else host
        if name not in self._hosts:
            return Problem(400, f"This server does not answer for the host {host!r}; kg serve --name HOST lets it.")
        if len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST:
            return Problem(414, f"The address is longer than {LONGEST:,} bytes: POST the query.")
        length = headers.get(b"content-length", b"0").decode("latin-1")
        if not length.isdecimal():
            return Problem(400, f"Content-Length is a number, not {length!r}.")
        if int(length) > MOST:
            return Problem(413, f"The request is larger than {MOST:,} bytes.")
        return None
