"""The W3C's Reconciliation Service API 0.2: OpenRefine and others match a spreadsheet against the graph."""

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from urllib.parse import parse_qs

from pyoxigraph import NamedNode
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.errors import KgError
from kg.query.card import term
from kg.resources import version_of
from kg.serve.candidates import Candidate, candidates, types, wanted
from kg.serve.extension import column, extended, proposed
from kg.serve.page import rendered
from kg.serve.pages import known
from kg.serve.parameters import one_of
from kg.serve.problems import Problem
from kg.serve.problems import answer as told
from kg.serve.search import index
from kg.serve.snapshot import Snapshot
from kg.serve.source import Keeps
from kg.serve.sparql import body as whole
from kg.serve.things import thing
from kg.vocabulary import NEWS, vocabulary

SUGGESTED = ("entity", "type", "property")
#: Kinds that a spreadsheet usually has.
USUAL = ("Person", "Organization", "Place")
Json = dict[str, Any]
Found = TypeVar("Found")
#: Queries of one request, and how much a preview shows.
BATCH, SHOWN = 100, 3


class Reconcile:
    """The service of a store."""

    def __init__(self, keeper: Keeps) -> None:
        self._keeper = keeper

    async def answer(self, request: Request) -> Response:
        """Answer a manifest, a batch of queries, or what extends a batch of rows."""
        try:
            given = {**parse_qs(request.url.query), **parse_qs((await whole(request)).decode("utf-8", "replace"))}
            return await run_in_threadpool(self._answer, request, {name: each[-1] for name, each in given.items()})
        except (KgError, HTTPException) as error:
            return told(request, error)

    def _answer(self, request: Request, given: Mapping[str, str]) -> Response:
        seen = self._keeper()
        if "queries" in given:
            batch = _object(given["queries"], "queries")
            if len(batch) > BATCH:
                raise Problem(413, f"a batch has at most {BATCH} queries, not {len(batch)}")
            return JSONResponse({key: {"result": _results(seen, key, query)} for key, query in batch.items()})
        if "extend" in given:
            return JSONResponse(_shaped("extend", lambda: extended(seen, _object(given["extend"], "extend"))))
        return JSONResponse(manifest(seen, str(request.base_url).rstrip("/")))

    def suggest(self, request: Request) -> Response:
        """Complete the name of a thing, a kind or a relation."""
        seen, prefix = self._keeper(), request.query_params.get("prefix", "")
        what = request.path_params["what"]
        if what == "entity":
            hits = index(seen).find(prefix, 20, things=True)
            return JSONResponse({"result": [_suggested(seen, NamedNode(hit.iri)) for hit in hits]})
        if what not in {"type", "property"}:
            raise Problem(404, "entity, type and property are suggested")
        known = vocabulary().above if what == "type" else vocabulary().properties
        labels = {name: vocabulary().labels[name] for name in known}
        found = [
            {"id": name, "name": label}
            for name, label in sorted(labels.items(), key=lambda each: (not _starts(each[1], prefix), each))
            if prefix.casefold() in label.casefold() or _starts(name, prefix)
        ]
        return JSONResponse({"result": found})

    def properties(self, request: Request) -> Response:
        """Propose what columns may be added for things of a kind."""
        kind, limit = request.query_params.get("type", ""), request.query_params.get("limit", "")
        found = [column(name) for name in proposed(one_of("type", kind, vocabulary().above) if kind else "")]
        return JSONResponse({"properties": found[: int(limit)] if limit.isdecimal() else found, "type": kind})

    def preview(self, request: Request) -> Response:
        """Show a thing in a small frame, with the words of what is told of it."""
        seen = self._keeper()
        shown = thing(seen, known(seen, request.query_params.get("id", "")))
        entries = [entry for _, found in shown.sections for entry in found if entry.words][:SHOWN]
        return rendered(
            "preview.html", seen=seen, thing=shown, entries=entries, path=request.query_params.get("id", "")
        )


def manifest(seen: Snapshot, root: str) -> Json:
    """Return what the service is and offers."""
    service = {what: {"service_url": root, "service_path": f"/reconcile/suggest/{what}"} for what in SUGGESTED}
    return {
        "versions": ["0.2"],
        "name": "kg: what the news says",
        "identifierSpace": seen.store.base,
        "schemaSpace": NEWS,
        "serviceVersion": version_of("newskg"),
        "logo": f"{root}/static/icon.svg",
        "view": {"url": f"{root}/id/{{{{id}}}}"},
        "defaultTypes": [{"id": kind, "name": vocabulary().labels[kind]} for kind in USUAL],
        "suggest": service,
        "preview": {"url": f"{root}/reconcile/preview?id={{{{id}}}}", "width": 430, "height": 300},
        "extend": {
            "propose_properties": {"service_url": root, "service_path": "/reconcile/properties"},
            "property_settings": [
                {"name": "limit", "type": "number", "label": "at most", "default": 0, "help_text": "0 for all"},
                {
                    "name": "words",
                    "type": "checkbox",
                    "label": "the words that state it",
                    "default": False,
                    "help_text": "Gives sentences of articles instead of names.",
                },
            ],
        },
    }


def _results(seen: Snapshot, key: str, query: Any) -> list[Json]:
    return _shaped(key, lambda: [_result(seen, each) for each in candidates(seen, wanted(query))])


def _result(seen: Snapshot, found: Candidate) -> Json:
    features = [{"id": "name", "value": round(found.likeness, 3)}]
    if found.beside is not None:
        features.append({"id": "properties", "value": round(found.beside, 3)})
    return {
        "id": found.iri.removeprefix(seen.store.base),
        "name": found.name,
        "score": found.score,
        "match": found.match,
        "type": [{"id": kind, "name": vocabulary().labels[kind]} for kind in found.kinds],
        "features": features,
    }


def _suggested(seen: Snapshot, node: NamedNode) -> Json:
    return {
        "id": node.value.removeprefix(seen.store.base),
        "name": seen.said(node),
        "description": ", ".join(seen.kinds(node)),
        "notable": [{"id": kind, "name": term(NEWS + kind)} for kind in types(seen, node)],
    }


def _starts(name: str, prefix: str) -> bool:
    return name.casefold().startswith(prefix.casefold())


def _object(text: str, name: str) -> Json:
    try:
        found = json.loads(text)
    except ValueError as error:
        raise Problem(400, f"{name} is no JSON: {error}") from None
    except RecursionError:
        raise Problem(400, f"{name} is an object of JSON, and not so deep") from None
    if not isinstance(found, dict):
        raise Problem(400, f"{name} is an object of JSON")
    return found


def _shaped(name: str, answer: Callable[[], Found]) -> Found:
    """Return an answer; Problem where what is asked has not the protocol's shape."""
    try:
        return answer()
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise Problem(400, f"{name} has not the shape that the protocol gives it: {error!r}") from None
