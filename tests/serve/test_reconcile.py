"""The Reconciliation Service: held to the specification's schemas, and to what a newsroom's spreadsheet needs."""

import json
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from kg.serve.candidates import alike

SUITE = Path(__file__).parents[3] / "shared" / "conformance" / "reconciliation" / "0.2"


@cache
def schemas():
    found = {path.stem: json.loads(path.read_text("utf-8")) for path in (SUITE / "schemas").glob("*.json")}
    # One reference leads to Swagger's schema on the web, which is not fetched.
    if "manifest" in found:
        found["manifest"]["properties"].pop("authentication")
    for schema in found.values():
        schema.pop("$schema", None)
    return found


def valid(name, held):
    if not SUITE.is_dir():
        return
    registry = Registry().with_resources(
        (schema["$id"], Resource(schema, DRAFT202012)) for schema in schemas().values() if "$id" in schema
    )
    Draft202012Validator(schemas()[name], registry=registry).validate(held)


@pytest.mark.skipif(not SUITE.is_dir(), reason="the specification's schemas are not beside this clone")
def test_the_schemas_tell_what_is_wrong():
    for path in (SUITE / "examples" / "reconciliation-result-batch" / "valid").glob("*.json"):
        valid("reconciliation-result-batch", json.loads(path.read_text("utf-8")))
    with pytest.raises(Exception, match="is not of type"):
        valid("reconciliation-result-batch", {"q0": {"result": [{"id": 3, "name": "x", "score": 1}]}})


def asked(web, **queries):
    valid("reconciliation-query-batch", queries)
    answer = web.post("/reconcile", data={"queries": json.dumps(queries)})
    assert answer.status_code == 200, answer.text
    valid("reconciliation-result-batch", answer.json())
    return {key: each["result"] for key, each in answer.json().items()}


def test_the_manifest(web):
    held = web.get("/reconcile").json()
    valid("manifest", held)
    assert held["versions"] == ["0.2"]
    assert web.get(held["view"]["url"].replace("{{id}}", "person/sadiq-khan")).status_code == 200
    assert web.get("/reconcile", headers={"Origin": "http://127.0.0.1:3333"}).headers["access-control-allow-origin"]


def test_names_are_matched_in_any_order_and_spelling(web):
    names = {"q0": "Sadiq Khan", "q1": "KHAN, Sadiq", "q2": "Sadik Khan", "q3": "Metropolitan Police", "q4": "Nobody"}
    found = asked(web, **{key: {"query": name} for key, name in names.items()})
    for key in ("q0", "q1"):
        assert (found[key][0]["id"], found[key][0]["score"], found[key][0]["match"]) == ("person/sadiq-khan", 100, True)
    assert found["q2"][0]["id"] == "person/sadiq-khan"
    assert found["q2"][0]["match"] is False
    assert 80 < found["q2"][0]["score"] < 100
    assert found["q3"][0]["type"][0] == {"id": "Organization", "name": "organization"}
    assert found["q4"] == []


def test_kinds_and_other_columns_decide(web):
    khan = {"query": "Sadiq Khan"}
    found = asked(
        web,
        person={**khan, "type": "Person"},
        place={**khan, "type": "Place"},
        wished={**khan, "type": "Place", "type_strict": "should"},
        any={**khan, "type": ["Place", "Person"], "type_strict": "any"},
        both={**khan, "type": ["Place", "Person"], "type_strict": "all"},
        born={"query": "Khalid Masood", "properties": [{"pid": "bornIn", "v": "Kent"}]},
        elsewhere={"query": "Khalid Masood", "properties": [{"pid": "bornIn", "v": [{"id": "place/leeds"}]}]},
        empty={"query": "Khalid Masood", "properties": [{"pid": "bornIn", "v": " "}]},
        nameless={"properties": [{"pid": "bornIn", "v": "kent"}]},
        few={"query": "Westminster", "limit": 1},
    )
    assert found["person"][0]["match"]
    assert found["any"][0]["match"]
    assert found["place"] == found["both"] == []
    assert (found["wished"][0]["score"], found["wished"][0]["match"]) == (70, False)
    assert (found["born"][0]["score"], found["born"][0]["match"]) == (100, True)
    assert (found["elsewhere"][0]["score"], found["elsewhere"][0]["match"]) == (70, False)
    assert (found["empty"][0]["score"], found["empty"][0]["match"]) == (100, True)
    assert [each["id"] for each in found["nameless"]] == ["person/khalid-masood"]
    assert len(found["few"]) == 1


def test_likeness():
    assert alike("Khan, Sadiq", "Sadiq Khan") == 1
    assert 0.8 < alike("Sadik Khan", "Sadiq Khan") < 1
    assert alike("Leeds", "Sadiq Khan") < 0.4


@pytest.mark.parametrize(
    ("what", "prefix", "first"),
    [("entity", "sad", "person/sadiq-khan"), ("type", "pers", "Person"), ("property", "born", "bornIn")],
)
def test_suggestions(web, what, prefix, first):
    held = web.get(f"/reconcile/suggest/{what}?prefix={prefix}").json()
    names = {"entity": "suggest-entities-response", "type": "suggest-types-response"}
    valid(names.get(what, "suggest-properties-response"), held)
    assert held["result"][0]["id"] == first


def test_rows_are_extended_by_values_or_by_the_words_that_state_them(web):
    offered = web.get("/reconcile/properties?type=Person").json()
    valid("data-extension-property-proposal", offered)
    assert {"bornIn", "wikidata", "articles"} <= {each["id"] for each in offered["properties"]}
    asked = {
        "ids": ["person/khalid-masood", "person/sadiq-khan"],
        "properties": [{"id": "bornIn"}, {"id": "articles"}],
    }
    valid("data-extension-query", asked)
    held = web.post("/reconcile", data={"extend": json.dumps(asked)}).json()
    valid("data-extension-response", held)
    assert held["rows"]["person/khalid-masood"] == {
        "bornIn": [{"id": "place/kent", "name": "Kent"}],
        "articles": [{"int": 1}],
    }
    assert held["rows"]["person/sadiq-khan"]["bornIn"] == []
    asked["properties"] = [{"id": "bornIn", "settings": {"words": True}}]
    held = web.post("/reconcile", data={"extend": json.dumps(asked)}).json()
    valid("data-extension-response", held)
    assert "Kent" in held["rows"]["person/khalid-masood"]["bornIn"][0]["str"]


def test_a_preview_shows_words_and_may_be_framed(web):
    answer = web.get("/reconcile/preview?id=person/khalid-masood")
    assert answer.status_code == 200
    assert "<blockquote>" in answer.text
    assert answer.headers["content-security-policy"].endswith("frame-ancestors *")


@pytest.mark.parametrize(
    "data",
    [
        {"queries": "{"},
        {"queries": "[]"},
        {"queries": '{"q": 3}'},
        {"queries": '{"q": {"properties": [{"v": 1}]}}'},
        {"extend": "{}"},
        {"extend": '{"ids": 3, "properties": []}'},
        {"queries": "[" * 100_000},
        {"extend": '{"ids": ["a b"], "properties": [{"id": "bornIn"}]}'},
    ],
)
def test_what_is_no_query_is_told(web, data):
    answer = web.post("/reconcile", data=data)
    assert answer.status_code == 400
    assert answer.json()["detail"]


def test_a_batch_has_an_end(web):
    queries = {f"q{number}": {"query": "x"} for number in range(101)}
    assert web.post("/reconcile", data={"queries": json.dumps(queries)}).status_code == 413


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"queries": {"q": {"query": "x", "type": "Persn"}}}, "no type 'Persn'; did you mean 'Person'"),
        (
            {"queries": {"q": {"properties": [{"pid": "bornAt", "v": "x"}]}}},
            "no property 'bornAt'; did you mean",
        ),
        ({"extend": {"ids": [], "properties": [{"id": "wikidat"}]}}, "did you mean 'wikidata'"),
    ],
)
def test_what_does_not_exist_is_told_with_what_does(web, data, told):
    answer = web.post("/reconcile", data={name: json.dumps(held) for name, held in data.items()})
    assert answer.status_code == 400
    assert told in answer.json()["detail"]


def test_columns_of_a_kind_that_does_not_exist(web):
    answer = web.get("/reconcile/properties?type=Persn")
    assert answer.status_code == 400
    assert "did you mean 'Person'" in answer.json()["detail"]


@pytest.mark.parametrize("name", ["a%20b", "person/nobody", "", "%3C%3E"])
def test_a_preview_of_nothing(web, name):
    assert web.get(f"/reconcile/preview?id={name}").status_code == 404


def test_at_least_one_candidate_is_given(web):
    assert len(asked(web, q={"query": "Sadiq Khan", "limit": 1})["q"]) == 1
    answer = web.post("/reconcile", data={"queries": json.dumps({"q": {"query": "Sadiq Khan", "limit": -1}})})
    assert [each["id"] for each in answer.json()["q"]["result"]] == ["person/sadiq-khan"]
