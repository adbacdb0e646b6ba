"""The server: which address is answered by what."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.serve.guard import Guard
from kg.serve.pages import Pages
from kg.serve.problems import answered, told
from kg.serve.settings import Settings
from kg.serve.snapshot import Keeper

STATIC = Path(__file__).parent / "static"


def app(settings: Settings) -> Starlette:
    """Return the server of a store."""
    pages = Pages(Keeper(settings.path, no_text=settings.no_text))
    routes = [
        Route("/", answered(pages.home)),
        Route("/search", answered(pages.search)),
        Route("/id/{path:path}", answered(pages.node)),
        Route("/ontology", answered(pages.terms)),
        Route("/query/{name}", answered(pages.query)),
        Route("/why", answered(pages.why)),
        Route("/robots.txt", answered(pages.robots)),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, hosts=settings.names), Middleware(GZipMiddleware, minimum_size=500)],
        exception_handlers=dict.fromkeys((404, 405, 500), told),
    )
