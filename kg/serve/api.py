"""Saved queries for programs: an address each, described by OpenAPI."""

from io import BytesIO

from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.query.rows import named
from kg.query.scan import form
from kg.query.sheets import excel
from kg.serve.accept import wanted
from kg.serve.answers import Asked, asked, given
from kg.serve.evaluating import ROWS, Question
from kg.serve.openapi import XLSX, document, listed
from kg.serve.problems import Problem
from kg.serve.questions import Questions
from kg.serve.rdf import GRAPHS
from kg.serve.snapshot import Snapshot
from kg.serve.source import Answers, Keeps

#: What may stand behind the name of a query, as for links of a page: quotes.csv.
ENDINGS = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "xlsx": XLSX,
}
GRAPH_ENDINGS = {"ttl": "text/turtle", "nt": "application/n-triples", "jsonld": "application/ld+json"}


class Api:
    """The saved queries of a store."""

    def __init__(self, keeper: Keeps, pool: Answers, questions: Questions) -> None:
        self._keeper, self._pool, self._questions = keeper, pool, questions

    def index(self, request: Request) -> Response:
        """List the queries with their parameters."""
        base = str(request.base_url).rstrip("/")
        return JSONResponse({"queries": [listed(each, base) for each in self._questions.all().values()]})

    def openapi(self, request: Request) -> Response:
        """Describe the interface."""
        return JSONResponse(document(self._questions.all().values(), str(request.base_url).rstrip("/")))

    def answer(self, request: Request) -> Response:
        """Answer a query, in the format of its ending or of Accept."""
        seen = self._keeper()
        name, _, ending = request.path_params["name"].partition(".")
        found = asked(seen, self._questions.find(name), given(request.query_params.multi_items()))
        if found.missing:
            raise Problem(400, f"{name} needs {' and '.join(found.missing)}")
        endings = GRAPH_ENDINGS if is_graph(found) else ENDINGS
        media = _media(endings, ending, request.headers.get("accept", ""))
        body = self._pool.ask(Question(found.sparql, ENDINGS["json"] if media == XLSX else media), self._keeper.state)
        if media == XLSX:
            body = book(seen, body)
        return Response(body, media_type=media, headers=_saved(name, ending))


def is_graph(found: Asked) -> bool:
    """Tell whether a query gives a graph and not rows."""
    return form(found.sparql or found.query.text) in {"CONSTRUCT", "DESCRIBE"}


def _media(endings: dict[str, str], ending: str, accept: str) -> str:
    offers: list[str] = [*(GRAPHS if endings is GRAPH_ENDINGS else [*ROWS, XLSX])]
    if ending and ending not in endings:
        raise Problem(404, f"there is no .{ending} of it; there are .{', .'.join(endings)}")
    if ending in endings:
        return endings[ending]
    media = wanted(accept, offers)
    if media:
        return media
    # What a browser that follows a link wants is a page; this is none.
    if wanted(accept, ["text/html", "application/json"]):
        return offers[0]
    raise Problem(406, f"the answer is to be had as {', '.join(offers)}")


def book(seen: Snapshot, answer: bytes) -> bytes:
    """Return an answer in SPARQL's JSON as a workbook."""
    rows = parse_query_results(answer, QueryResultsFormat.JSON)
    if not isinstance(rows, QuerySolutions):
        raise Problem(406, "only rows make a workbook")
    excel(named(seen.db, rows), out := BytesIO())
    return out.getvalue()


def _saved(name: str, ending: str) -> dict[str, str]:
    return {"Content-Disposition": f'inline; filename="{name}.{ending}"'} if ending else {}
