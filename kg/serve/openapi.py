"""The OpenAPI 3.1 description of the saved queries."""

from collections.abc import Iterable, Iterator
from typing import Any

from kg.query.parameters import Parameter
from kg.query.saved import SavedQuery
from kg.query.scan import form
from kg.resources import version_of
from kg.serve.header import Header, header
from kg.serve.rdf import GRAPHS
from kg.serve.workbook import XLSX
from kg.serve.workers import ROWS

Json = dict[str, Any]
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
        "parameters": [{"name": each.name, "required": each.required, "type": kind(each)} for each in query.parameters],
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
        "parameters": [_parameter(each, said) for each in query.parameters],
        "responses": dict(_responses(query)),
    }
    if said.description != query.summary:
        found["description"] = said.description
    return {**found, "tags": list(said.tags)} if said.tags else found


def _parameter(each: Parameter, said: Header) -> Json:
    schema: Json = {"type": "boolean" if each.flag else "string"}
    if each.name in said.choices:
        schema["enum"] = list(said.choices[each.name])
    if each.name in said.defaults:
        schema["default"] = said.defaults[each.name]
    needed = each.required and each.name not in said.defaults
    about = {"description": "The name or the IRI of a thing in the graph."} if each.entity else {}
    return {"name": each.name, "in": "query", "required": needed, "schema": schema, **about}


def _responses(query: SavedQuery) -> Iterator[tuple[str, Json]]:
    offers = GRAPHS if form(query.text) in {"CONSTRUCT", "DESCRIBE"} else [*ROWS, XLSX]
    yield "200", {"description": "The answer.", "content": {media: {} for media in offers}}
    problem = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for status, why in (("400", "A parameter is wrong."), ("503", "It takes too long, or too many ask; try again.")):
        yield status, {"description": why, "content": problem}
