"""/sparql: the SPARQL 1.1 Protocol for queries, and a form for people."""

import json
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.errors import KgError
from kg.query.scan import form
from kg.serve.accept import wanted
from kg.serve.addresses import Addresses
from kg.serve.entries import Part
from kg.serve.evaluating import ROWS, Question
from kg.serve.graphs import LIB
from kg.serve.guard import MOST
from kg.serve.page import rendered
from kg.serve.problems import Problem
from kg.serve.problems import answer as told
from kg.serve.rdf import GRAPHS
from kg.serve.source import Answers, Keeps
from kg.serve.void import described
from kg.vocabulary import NEWS, PREFIXES, vocabulary

FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
EXAMPLE = f"PREFIX news: <{NEWS}>\n\nSELECT ?person ?role WHERE {{\n  ?person news:holdsRole ?role\n}} LIMIT 100"
Pairs = list[tuple[str, str]]


class Sparql:
    """The endpoint of a store."""

    def __init__(self, keeper: Keeps, pool: Answers) -> None:
        self._keeper, self._pool = keeper, pool

    async def answer(self, request: Request) -> Response:
        """Answer a query."""
        try:
            parameters = pairs(request, await body(request))
            return await run_in_threadpool(self._answer, request, parameters)
        except (KgError, HTTPException) as error:
            return told(request, error)

    def _answer(self, request: Request, parameters: Pairs) -> Response:
        queries = [value for name, value in parameters if name == "query"]
        accept = request.headers.get("accept", "")
        if not parameters and request.method != "POST":
            media = wanted(accept, ["application/json", "text/html", *GRAPHS])
            if media == "text/html":
                return self._page(EXAMPLE, None)
            if media in GRAPHS:
                description = described(self._keeper(), str(request.base_url), GRAPHS[media])
                return Response(description, media_type=media)
        if any(name in {"update", "using-graph-uri", "using-named-graph-uri"} for name, _ in parameters):
            raise Problem(400, "this endpoint answers queries only: the graph is not written here")
        if len(queries) != 1:
            raise Problem(400, f"there is to be one query, not {len(queries)}")
        offers = [*(GRAPHS if form(queries[0]) in {"CONSTRUCT", "DESCRIBE"} else ROWS)]
        media = wanted(accept, [*offers, *(["text/html"] if request.method != "POST" else [])])
        if media is None:
            raise Problem(406, f"the answer is to be had as {', '.join(offers)}")
        asked = question(queries[0], offers[0] if media == "text/html" else media, parameters)
        self._keeper()
        found = self._pool.ask(asked, self._keeper.state)
        if media == "text/html":
            return self._page(queries[0], found, rows=offers[0] in ROWS)
        return Response(found, media_type=media)

    def _page(self, query: str, found: bytes | None, *, rows: bool = True) -> Response:
        seen = self._keeper()
        columns: list[str] = []
        cells: list[list[Part]] = []
        text = "" if found is None else found.decode()
        if found is not None and rows:
            said = json.loads(found)
            columns = said["head"].get("vars", [])
            links = Addresses(seen.store.base)
            cells = [
                [_cell(links, row.get(name)) for name in columns] for row in said.get("results", {}).get("bindings", ())
            ]
            text = "" if columns else {True: "yes", False: "no"}.get(said.get("boolean"), "")
        return rendered(
            "sparql.html",
            seen=seen,
            path="/sparql",
            query=query,
            columns=columns,
            rows=cells,
            text=text,
            prefixes=PREFIXES,
            terms=[f"{NEWS}{name}" for name in sorted(vocabulary().properties)],
            kinds=[f"{NEWS}{name}" for name in sorted(vocabulary().above)],
            edited=(LIB / "yasgui.min.js").is_file(),
        )


async def body(request: Request) -> bytes:
    """Return the body of a request; Problem where it is too large, however it is sent."""
    found = b""
    async for piece in request.stream():
        found += piece
        if len(found) > MOST:
            raise Problem(413, f"The request is larger than {MOST:,} bytes.")
    return found


def pairs(request: Request, body: bytes) -> Pairs:
    """Return the parameters of a request; Problem where it is none of the protocol's three."""
    try:
        found = parse_qsl(request.url.query, keep_blank_values=True, errors="strict")
        if request.method != "POST":
            return found
        media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media == FORM:
            return found + parse_qsl(body.decode(), keep_blank_values=True, errors="strict")
        if media == DIRECT:
            return [*found, ("query", body.decode())]
    except UnicodeDecodeError as error:
        raise Problem(400, f"the query is not UTF-8: {error.reason}") from None
    except ValueError as error:
        raise Problem(400, f"the parameters cannot be read: {error}") from None
    raise Problem(415, f"a query is posted as {DIRECT} or {FORM}, not as {media or 'nothing'}")


def question(text: str, media: str, parameters: Pairs) -> Question:
    """Return what a process is asked; graphs that the request names take the place of the query's own."""
    default = tuple(value for name, value in parameters if name == "default-graph-uri")
    named = tuple(value for name, value in parameters if name == "named-graph-uri")
    return Question(text, media, default, named) if default or named else Question(text, media)


def _cell(links: Addresses, term: dict[str, str] | None) -> Part:
    if term is None:
        return Part("")
    return Part(term["value"], links.link(term["value"]) if term["type"] == "uri" else "")
