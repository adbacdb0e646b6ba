"""Reconciliation services: a real one of Starlette and uvicorn, one from the suite's examples, and hostile ones."""

import json
import socket
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

from kg.errors import NetworkError, UsageError
from kg.link.cache import Answers
from kg.link.choose import choose
from kg.link.reconciling import Manifest, Service, manifest
from kg.link.transport import Manners
from tests.link.hostile import endless, reply, saying, serving

SUITE = Path(__file__).parents[3] / "shared" / "conformance" / "reconciliation" / "0.2"
SPACE = "https://base.example/item/"
TOLD = {"versions": ["0.1", "0.2"], "name": "Base", "identifierSpace": SPACE, "schemaSpace": f"{SPACE}type"}
TYPES = [{"id": "T1", "name": "Persons"}, {"id": "T2", "name": "Corporate bodies"}, {"id": "T3", "name": "Places"}]
THINGS = [
    ("1", "Ann Lee", "T1", "mayor"),
    ("2", "Ann Lee", "T1", "singer"),
    ("3", "Jo Roe", "T1", ""),
    ("4", "Jo Roe Ltd", "T2", ""),
    ("5", "Northam", "T3", ""),
]
QUICK = Manners(timeout=5, pause=0)


class Base:
    """What the real service was asked; it finds by words, and thinks less of what comes later."""

    def __init__(self) -> None:
        self.asked: list[dict[str, dict[str, object]]] = []

    async def answer(self, request):
        if request.method == "GET":
            return JSONResponse({**TOLD, "defaultTypes": TYPES, "batchSize": 2})
        queries = json.loads(parse_qs((await request.body()).decode())["queries"][0])
        self.asked.append(queries)
        return JSONResponse({name: {"result": list(self.found(query))} for name, query in queries.items()})

    def found(self, query):
        words = set(query["query"].casefold().split())
        named = [t for t in THINGS if words & set(t[1].casefold().split()) and query.get("type") in (None, t[2])]
        for place, (identifier, name, kind, said) in enumerate(named):
            yield {
                "id": identifier,
                "name": name,
                "description": said,
                "score": 100 / (place + 1),
                "match": len(named) == 1,
                "type": [{"id": kind, "name": kind}],
            }


@contextmanager
def running(base):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = Starlette(routes=[Route("/reconcile", base.answer, methods=["GET", "POST"])])
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{port}/reconcile"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def base():
    return Base()


@pytest.fixture(scope="module")
def url(base):
    with running(base) as address:
        yield address


def found(service, kind, *names):
    return [(each.name, each.iri.removeprefix(SPACE), each.how) for each in service.candidates(kind, names)]


def test_names_are_asked_for_in_batches_by_type(url, base):
    base.asked.clear()
    service = Service(url)
    assert found(service, "Person", "Ann Lee", "Jo Roe", "Nobody") == [
        ("Ann Lee", "1", "label"),
        ("Ann Lee", "2", "label"),
        ("Jo Roe", "3", "label"),
    ]
    assert [len(queries) for queries in base.asked] == [2, 1]
    assert {query["type"] for queries in base.asked for query in queries.values()} == {"T1"}
    assert service.name == f"Base <{url}>"


def test_what_a_service_thinks_less_of_is_less_likely(url):
    best = choose(Service(url).candidates("Person", ["Ann Lee"]))
    assert best.candidate.iri == f"{SPACE}1"
    assert best.others[0].confidence < 0.1


def test_a_match_under_another_name_is_an_alias(url):
    assert found(Service(url), "Organization", "Roe Inc") == [("Roe Inc", "4", "alias")]


def test_types_and_properties_may_be_told(url, base):
    base.asked.clear()
    service = Service(url, types={"Person": "T3"}, properties={"P17": "Q183"})
    assert found(service, "Person", "Northam") == [("Northam", "5", "label")]
    [[query]] = [list(queries.values()) for queries in base.asked]
    assert query == {"query": "Northam", "limit": 5, "type": "T3", "properties": [{"pid": "P17", "v": "Q183"}]}


def test_what_was_answered_is_not_asked_again(url, base, tmp_path):
    answers = Answers(tmp_path / "a.sqlite")
    before = found(Service(url, answers=answers), "Person", "Ann Lee")
    base.asked.clear()
    offline = Service(url, answers=Answers(answers.path, offline=True))
    assert found(offline, "Person", "Ann Lee") == before
    assert base.asked == []
    with pytest.raises(NetworkError, match="--offline asks nobody"):
        found(offline, "Person", "Somebody")


def test_what_is_asked_keeps_to_the_schema(url, base):
    schemas = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    if not SUITE.exists():
        pytest.skip("the suite is not beside this clone")
    schema = json.loads((SUITE / "schemas" / "reconciliation-query-batch.json").read_text())
    base.asked.clear()
    found(Service(url, properties={"P17": "Q183"}), "Place", "Ann Lee", "Northam")
    for queries in base.asked:
        schemas.Draft7Validator(schema).validate(queries)


@pytest.mark.skipif(not SUITE.exists(), reason="the suite is not beside this clone")
def test_manifests_and_results_of_the_suite():
    for path in (SUITE / "examples" / "manifest" / "valid").glob("*.json"):
        told = json.loads(path.read_text())
        assert manifest("http://a.example/", told).space == told["identifierSpace"]
    examples = list((SUITE / "examples" / "reconciliation-result-batch" / "valid").glob("*.json"))
    assert examples
    for path in examples:
        batch = json.loads(path.read_text())
        for answer in batch.values():
            service = Service("http://a.example/", _told=[Manifest("a", SPACE, {})])
            assert len(list(service._read("x", answer["result"]))) == len(answer["result"])


@pytest.mark.parametrize(
    ("kind", "types", "wanted"),
    [
        ("Person", {"/people/person": "Person"}, "/people/person"),
        ("Organization", {"x": "Corporate Name"}, "x"),
        ("Place", {"a": "Person", "b": "Geographic Name"}, "b"),
        ("Place", {"a": "Works"}, None),
    ],
)
def test_types_are_known_by_their_names(kind, types, wanted):
    assert Manifest("a", SPACE, types).type_of(kind) == wanted
    assert Manifest("a", "http://www.wikidata.org/entity/", {}).type_of("Person") == "Q5"


def said(value: object) -> bytes:
    return reply(json.dumps(value).encode(), kind="application/json")


def result(**odd: object) -> bytes:
    return said({"q0": {"result": [{"id": "1", "name": "Ann Lee", "score": 9, "match": False, **odd}]}})


NO_SERVICE = {
    "text": (reply(b"hello", kind="text/html"), "answered with no JSON: b'hello'"),
    "a list": (said([1]), "is no reconciliation service"),
    "no space": (said({"name": "x", "versions": ["0.2"]}), "lacks or breaks 'identifierSpace'"),
    "odd name": (said({**TOLD, "name": 7}), "7 is no text"),
    "odd types": (said({**TOLD, "defaultTypes": [7]}), "is no reconciliation service"),
    "another version": (said({**TOLD, "versions": ["3.0"]}), "speaks versions 3.0 of the API; kg speaks 0.2"),
    "no addresses": (said({**TOLD, "identifierSpace": "javascript:"}), "has ids that are no addresses"),
    "forbidden": (reply(b"no", status="403 Forbidden"), "answered 403 Forbidden: no"),
    "busy": (reply(b"", status="503 Busy"), "answered 503 Busy: asked 5 times"),
}


@pytest.mark.parametrize(("answer", "message"), NO_SERVICE.values(), ids=NO_SERVICE)
def test_what_is_no_service_is_told(answer, message):
    with serving(saying(answer)) as server, pytest.raises(NetworkError, match=message):
        found(Service(server.url, QUICK), "Person", "Ann Lee")


BROKEN = {
    "not asked": (said({"q0": {"result": []}, "q1": {"result": []}}), "what was not asked for: q1"),
    "a list": (said([]), "what was not asked for: no object"),
    "no result": (said({"q0": [1]}), "broken candidates"),
    "no id": (said({"q0": {"result": [{"name": "Ann Lee"}]}}), "broken candidates: 'id'"),
    "a number for an id": (result(id=7), "7 is no text"),
    "a way out": (result(id="../x"), "is no item"),
    "another host": (result(id="@evil.example/"), "is no item"),
    "no number": (result(score="much"), "broken candidates"),
    "infinite": (reply(b'{"q0": {"result": [{"id": "1", "name": "a", "score": Infinity}]}}'), "is no number"),
    "truncated": (reply(b'{"q0": {"result": [', kind="application/json"), "answered with no JSON"),
    "deep": (reply(b"[" * 1_000_000), "answered with no JSON"),
}


@pytest.mark.parametrize(("answer", "message"), BROKEN.values(), ids=BROKEN)
def test_broken_candidates_are_told(answer, message):
    with serving(saying(said(TOLD)), saying(answer)) as server, pytest.raises(NetworkError, match=message):
        found(Service(server.url, QUICK), "Person", "Ann Lee")


def test_an_endless_answer_ends():
    slow = endless(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n", b" " * 9999)
    with serving(saying(said(TOLD)), slow) as server, pytest.raises(NetworkError, match="answered with more than"):
        found(Service(server.url, Manners(timeout=30, most_bytes=1 << 20)), "Person", "Ann Lee")


@pytest.mark.parametrize("url", ["", "nowhere", "file:///etc/hosts", "http://a b/"])
def test_what_is_no_address_is_refused(url):
    with pytest.raises(UsageError, match="is no address of a reconciliation service"):
        Service(url)
