"""The OpenAPI 3.1 description of the saved queries."""

from collections.abc import Iterable, Iterator
from typing import Any

from kg.query.parameters import Parameter
from kg.query.saved import SavedQuery
from kg.query.scan import form
from kg.resources import version_of
from kg.serve.answers import once
from kg.serve.evaluating import ROWS
from kg.serve.header import header
from kg.serve.rdf import GRAPHS

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Json = dict[str, Any]
#: What else may be answered, and why.
PROBLEMS = (
    ("400", "A parameter is wrong."),
    ("404", "There is no such query, or no such form of its answer."),
    ("406", "It is not to be had in a format that is accepted."),
    ("502", "The graph is elsewhere, and the endpoint does not answer."),
    ("503", "It takes too long or gives too much, or too many ask; try again."),
)
PROBLEM: Json = {
    "type": "object",
    "required": ["status", "title", "detail"],
    "properties": {"status": {"type": "integer"}, "title": {"type": "string"}, "detail": {"type": "string"}},
}


def document(queries: Iterable[SavedQuery], server: str) -> Json:
    """Return the description of all queries at a server."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "kg: saved queries",
            "version": version_of("newskg"),
            "description": "Each saved query is an address; its parameters are names of things, words or flags.",
        },
        "servers": [{"url": server}],
        "paths": {f"/api/queries/{query.name}": {"get": _operation(query)} for query in queries},
        "components": {"schemas": {"Problem": PROBLEM}},
    }


def listed(query: SavedQuery, server: str) -> Json:
    """Return a query as the index has it."""
    said = header(query)
    return {
        "name": query.name,
        "summary": query.summary,
        "inference": query.inference,
        "tags": list(said.tags),
        "parameters": [
            {"name": each.name, "required": each.required, "type": kind(each)} for each in once(query.parameters)
        ],
        "sparql": query.text,
        "url": f"{server}/api/queries/{query.name}",
        "page": f"{server}/query/{query.name}",
    }


def kind(each: Parameter) -> str:
    """Return what a value of a parameter is."""
    return "entity" if each.entity else "boolean" if each.flag else "string"


def _operation(query: SavedQuery) -> Json:
    said = header(query)
    found: Json = {
        "operationId": query.name,
        "summary": query.summary,
        "parameters": [_parameter(each) for each in once(query.parameters)],
        "responses": dict(_responses(query)),
    }
    if query.description:
        found["description"] = query.description
    return {**found, "tags": list(said.tags)} if said.tags else found


def _parameter(each: Parameter) -> Json:
    schema: Json = {"type": "boolean" if each.flag else "string"}
    if each.choices:
        schema["enum"] = list(each.choices)
    if each.default is not None:
        schema["default"] = each.default
    about = each.meaning[0].upper() + each.meaning[1:]
    return {"name": each.name, "in": "query", "required": each.required, "schema": schema, "description": f"{about}."}


def _responses(query: SavedQuery) -> Iterator[tuple[str, Json]]:
    offers = GRAPHS if form(query.text) in {"CONSTRUCT", "DESCRIBE"} else [*ROWS, XLSX]
    yield "200", {"description": "The answer.", "content": {media: {} for media in offers}}
    problem = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for status, why in PROBLEMS:
        yield status, {"description": why, "content": problem}
