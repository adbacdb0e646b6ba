"""Deciding who is who on a page: only on this machine, only with the token that the start printed."""

import secrets
from collections.abc import Mapping
from itertools import islice
from urllib.parse import parse_qs, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.conclude import decide
from kg.errors import DataError, KgError, UsageError
from kg.graph.store import Store
from kg.resolve.decisions import DIFFERENT, FILE, SAME, Decision, read
from kg.review.decider import today, user
from kg.review.question import Question
from kg.review.queue import questions, settle
from kg.serve.page import rendered
from kg.serve.problems import Problem
from kg.serve.problems import answer as told
from kg.serve.snapshot import Snapshot
from kg.serve.source import Keeps
from kg.serve.sparql import body

#: Questions of one page, and decisions that can be taken back on it.
SHOWN, LAST = 25, 10
UNDO = "undo"


class Editing:
    """The review queue of a store."""

    def __init__(self, keeper: Keeps, token: str) -> None:
        self._keeper, self._token = keeper, token

    async def answer(self, request: Request) -> Response:
        """Show what is to be decided, or keep a decision."""
        try:
            if request.method != "POST":
                return await run_in_threadpool(self._page, request)
            form = parse_qs((await body(request)).decode("utf-8", "replace"))
            given = {name: values[-1] for name, values in form.items()}
            return await run_in_threadpool(self._decide, request, given)
        except (KgError, HTTPException) as error:
            return told(request, error)

    def _page(self, request: Request) -> Response:
        self._check(request.query_params.get("token", ""))
        seen = self._keeper()
        problems: list[DataError] = []
        held = read(self._keeper.path / FILE, problems.append)
        return rendered(
            "review.html",
            seen=seen,
            path=request.url.path,
            token=self._token,
            questions=asked(seen),
            decisions=held[-LAST:][::-1],
            problems=problems,
            same=SAME,
            different=DIFFERENT,
            undo=UNDO,
        )

    def _decide(self, request: Request, given: Mapping[str, str]) -> Response:
        self._check(given.get("token", ""))
        if request.headers.get("origin") != str(request.base_url).rstrip("/"):
            raise Problem(403, "A decision is taken on the page of this server, and comes from no other.")
        pair, judgement = (given.get("left", ""), given.get("right", "")), given.get("judgement", "")
        if not all(pair) or judgement not in {SAME, DIFFERENT, UNDO}:
            raise UsageError(f"a decision has left, right and a judgement: {SAME}, {DIFFERENT} or {UNDO}")
        with Store(self._keeper.path, create=False) as store:
            if judgement == UNDO:
                held = read(store.path / FILE, _raised)
                decide(store, [each for each in held if (each.left, each.right) != pair])
            else:
                new = Decision(*pair, judgement, user(), today(), given.get("why", ""))
                settle(store, [new], _raised)
        return RedirectResponse(f"/review?{urlencode({'token': self._token})}", 303)

    def _check(self, token: str) -> None:
        if not self._token:
            raise Problem(404, "This server is only read; kg serve --edit lets decide who is who.")
        if not secrets.compare_digest(token.encode(), self._token.encode()):
            raise Problem(
                403, "The address that kg serve --edit printed at its start has the token that is needed here."
            )


def asked(seen: Snapshot) -> list[Question]:
    """Return what is to be decided; DataError for a store whose readings another kg wrote."""
    try:
        return list(islice(questions(seen.store), SHOWN))
    except ValueError as error:
        raise DataError(f"{error}: build its articles again before who is who is decided") from error


def _raised(error: DataError) -> None:
    """Refuse to write a file of decisions that has lines which cannot be read: they would be lost."""
    raise error
