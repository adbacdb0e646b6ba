"""The pages of time and place."""

import json

from pyoxigraph import NamedNode
from starlette.requests import Request
from starlette.responses import Response

from kg.articles.dates import within
from kg.query.terms import things
from kg.serve.claims import involved
from kg.serve.evaluating import Question
from kg.serve.page import rendered
from kg.serve.parameters import among, day, whole
from kg.serve.places import PLACED, chart
from kg.serve.search import names
from kg.serve.snapshot import Snapshot
from kg.serve.source import Answers, Keeps
from kg.serve.times import DATED, SORTS, Row, bars, chosen, days

#: Lines of one page of the timeline, and the last page that may be asked for.
LINES, PAGES = 200, 1_000_000
JSON = "application/sparql-results+json"


class Views:
    """The timeline and the map of a store."""

    def __init__(self, keeper: Keeps, pool: Answers) -> None:
        self._keeper, self._pool = keeper, pool

    def timeline(self, request: Request) -> Response:
        """Show what happened when."""
        seen, given = self._keeper(), request.query_params
        about, since, until = given.get("about", "").strip(), day(given, "since"), day(given, "until")
        sorts = among("sort", given.getlist("sort"), SORTS) or frozenset(SORTS)
        page = whole(given, "page", 0, PAGES)
        rows = [row for row in self._rows(DATED) if row["sort"] in sorts and within(row["when"], since, until)]
        rows = chosen(seen, rows, _meant(seen, about))
        shown = rows[page * LINES : (page + 1) * LINES]
        return rendered(
            "timeline.html",
            seen=seen,
            path=request.url.path,
            about=about,
            since=since,
            until=until,
            sorts=sorts,
            all_sorts=SORTS,
            names=names(seen),
            days=list(days(seen, shown)),
            bars=bars(rows),
            before=str(request.url.include_query_params(page=page - 1).query) if page else "",
            after=str(request.url.include_query_params(page=page + 1).query) if len(rows) > (page + 1) * LINES else "",
        )

    def map(self, request: Request) -> Response:
        """Show where incidents happened."""
        seen = self._keeper()
        about = request.query_params.get("about", "").strip()
        rows = list(self._rows(PLACED))
        if meant := _meant(seen, about):
            wanted = involved(seen, meant)
            rows = [row for row in rows if NamedNode(row["event"]) in wanted]
        found = chart(seen, rows)
        return rendered("map.html", seen=seen, path=request.url.path, about=about, map=found, names=names(seen))

    def _rows(self, query: str) -> list[Row]:
        """Return rows by column, asked of a process that can be ended."""
        held = json.loads(self._pool.ask(Question(query, JSON), self._keeper.state))
        return [{name: term["value"] for name, term in row.items()} for row in held["results"]["bindings"]]


def _meant(seen: Snapshot, name: str) -> frozenset[str]:
    return frozenset(node.value for node in things(seen.db, name)) if name else frozenset()
