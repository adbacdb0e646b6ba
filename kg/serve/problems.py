"""What went wrong, as a page for people and as JSON for programs."""

import logging
from collections.abc import Callable
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.errors import DataError, KgError, NetworkError, UsageError
from kg.serve.accept import wanted

#: Seconds after which a store or a worker may be there again.
AGAIN = "5"
#: What programs ask, and is told in their way.
FOR_PROGRAMS = ("/sparql", "/api", "/reconcile", "/suggest")


Page = Callable[[Request], Response]


class Problem(HTTPException):
    """Something that a client is told with a status of HTTP; the detail says what would be right."""


def busy(detail: str) -> Problem:
    """Return what is told where it may work a little later."""
    return Problem(503, detail, {"Retry-After": AGAIN})


async def told(request: Request, error: Exception) -> Response:
    """Return the answer to an error of the server itself: no such address, no such method."""
    return answer(request, error)


def answered(page: Page) -> Page:
    """Return a page that answers its errors itself, in its own thread: Oxigraph's iterators may not leave it."""

    def answering(request: Request) -> Response:
        try:
            return page(request)
        except (KgError, HTTPException) as error:
            return answer(request, error)
        except Exception as error:
            logging.getLogger("uvicorn.error").exception("%s", request.url)
            return answer(request, error)

    return answering


def answer(request: Request, error: Exception) -> Response:
    """Return what a client is told of an error."""
    status, detail, headers = _said(error)
    title = HTTPStatus(status).phrase
    offers = ["text/html", "application/json"]
    if request.url.path.startswith(FOR_PROGRAMS):
        offers.reverse()
    if (wanted(request.headers.get("accept", ""), offers) or offers[0]) == "application/json":
        return JSONResponse({"status": status, "title": title, "detail": detail}, status, headers)
    # The processes that answer queries tell of problems, too, and have no pages.
    from kg.serve.page import rendered

    return rendered("problem.html", status=status, headers=headers, title=title, detail=detail)


def _said(error: Exception) -> tuple[int, str, dict[str, str]]:
    if isinstance(error, HTTPException):
        detail = error.detail if isinstance(error, Problem) else _DETAILS.get(error.status_code, error.detail)
        return error.status_code, detail, dict(error.headers or {})
    if isinstance(error, UsageError):
        return 400, str(error), {}
    if isinstance(error, NetworkError):
        return 502, str(error), {"Retry-After": AGAIN}
    if isinstance(error, DataError):
        return 503, str(error), {"Retry-After": AGAIN}
    return 500, "kg serve made a mistake, which stands in its log", {}


_DETAILS = {404: "There is no such page.", 405: "This server is only read: ask with GET or HEAD."}
