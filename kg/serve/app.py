"""The server: which address is answered by what."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.serve.api import Api
from kg.serve.editing import Editing
from kg.serve.elsewhere import Endpoint, Looker
from kg.serve.forwarded import Forwarded
from kg.serve.graphs import Graphs
from kg.serve.guard import Guard
from kg.serve.pages import Pages
from kg.serve.points import Points
from kg.serve.problems import answered, told
from kg.serve.questions import Questions
from kg.serve.reconcile import Reconcile
from kg.serve.settings import Settings
from kg.serve.snapshot import Keeper
from kg.serve.source import Answers, Keeps
from kg.serve.sparql import Sparql
from kg.serve.views import Views
from kg.serve.workers import Pool

#: Origins of programs on this machine: a page of the web is not to read what a newsroom has not published.
OWN = r"https?://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?"
STATIC = Path(__file__).parent / "static"


def app(settings: Settings) -> Starlette:
    """Return the server of a store."""
    keeper, pool = _source(settings)
    questions = Questions(settings.queries)
    pages, api = Pages(keeper, pool, questions), Api(keeper, pool, questions)
    reconcile = Reconcile(keeper)
    graphs, views = Graphs(keeper), Views(keeper, pool)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        pool.close()

    routes = [
        Route("/sparql", Sparql(keeper, pool).answer, methods=["GET", "POST"]),
        Route("/", answered(pages.home)),
        Route("/search", answered(pages.search)),
        Route("/suggest", answered(pages.suggest)),
        Route("/id/{path:path}", answered(pages.node)),
        Route("/ontology", answered(pages.terms)),
        Route("/query/{name}", answered(pages.query)),
        Route("/api", answered(api.index)),
        Route("/api/queries", answered(api.index)),
        Route("/api/queries/{name}", answered(api.answer)),
        Route("/api/openapi.json", answered(api.openapi)),
        Route("/network", answered(graphs.page)),
        Route("/network.{form}", answered(graphs.other)),
        Route("/timeline", answered(views.timeline)),
        Route("/map", answered(views.map)),
        Route("/why", answered(pages.why)),
        Route("/review", Editing(keeper, settings.token).answer, methods=["GET", "POST"]),
        Route("/reconcile", reconcile.answer, methods=["GET", "POST"]),
        Route("/reconcile/suggest/{what}", answered(reconcile.suggest)),
        Route("/reconcile/properties", answered(reconcile.properties)),
        Route("/reconcile/preview", answered(reconcile.preview)),
        Route("/.well-known/void", answered(pages.void)),
        Route("/robots.txt", answered(pages.robots)),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]
    return Starlette(
        routes=routes,
        lifespan=lifespan,
        middleware=[
            Middleware(Guard, hosts=settings.names),
            *([] if settings.endpoint else [Middleware(Points, keeper=keeper)]),
            Middleware(
                CORSMiddleware, allow_origin_regex=OWN, allow_origins=settings.origins, allow_methods=["GET", "POST"]
            ),
            Middleware(GZipMiddleware, minimum_size=500),
        ],
        exception_handlers=dict.fromkeys((404, 405, 500), told),
    )


def _source(settings: Settings) -> tuple[Keeps, Answers]:
    """Return what gives the graph, and what answers queries of it."""
    if settings.endpoint:
        endpoint = Endpoint(settings)
        looker = Looker(endpoint)
        return looker, Forwarded(settings, endpoint, looker)
    return Keeper(settings.path, no_text=settings.no_text), Pool(settings)
