"""What an endpoint may say to a client: rows, something else, rows that were not asked for."""

import json

import pytest

from kg.errors import NetworkError, UsageError
from kg.link.cache import Cached
from kg.link.candidates import candidates
from kg.link.choose import ACCEPTED, LIKELY, About, ranked
from kg.link.endpoint import ITEMS, RESULTS, Endpoint
from kg.link.transport import Manners
from tests.link.hostile import reply, saying, serving

ROW = {"name": "Ann Lee", "item": f"{ITEMS}Q1", "how": "label", "class": f"{ITEMS}Q5"}


def results(row: dict[str, object]) -> bytes:
    bindings = [{name: {"type": "literal", "value": value} for name, value in row.items() if value is not None}]
    return json.dumps({"head": {"vars": list(row)}, "results": {"bindings": bindings}}).encode()


@pytest.mark.parametrize(
    ("body", "kind", "message"),
    [
        (b"<html>Welcome", "text/html", r"answered with text/html, not with SPARQL results: b'<html>"),
        (b'{"rows": []}', "application/json", "answered with broken SPARQL results"),
        (b"{", RESULTS, "answered with broken SPARQL results"),
        (b'{"boolean": true}', RESULTS, "answered with broken SPARQL results"),
    ],
)
def test_anything_else_is_a_network_error(body, kind, message):
    with serving(saying(reply(body, kind=kind))) as server, pytest.raises(NetworkError, match=message):
        Endpoint(server.url).select("SELECT ?x WHERE {}")
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "url",
    ["notaurl", "", "file:///etc/hosts", "http://", "http://[", "http://a:b/", "http://a b/", "http://a/\r\nHost: b"],
)
def test_what_is_no_address_is_refused(url):
    with pytest.raises(UsageError, match="is no endpoint's address"):
        Endpoint(url)


@pytest.mark.parametrize(
    "odd",
    [
        {"name": None},
        {"item": "no iri"},
        {"item": 7},
        {"item": "javascript:alert(1)"},
        {"item": "https://evil.example/Q1"},
        {"item": "http://www.wikidata.org/entity/"},
        {"item": "http://www.wikidata.org/entity/../Q1"},
        {"item": "http://www.wikidata.org/entity/Q1\u202e"},
        {"item": "http://www.wikidata.org/entity/Q1>"},
        {"item": "http://www.wikidata.org.evil.example/entity/Q1"},
        {"sitelinks": "many"},
        {"how": None},
    ],
    ids=str,
)
def test_rows_that_were_not_asked_for(odd):
    with serving(saying(reply(results({**ROW, **odd})))) as server, pytest.raises(NetworkError) as raised:
        list(candidates(Endpoint(server.url), "Person", ["Ann Lee"]))
    assert "answered with" in str(raised.value)


@pytest.mark.parametrize("told", [None, "http://www.wikidata.org/entity/Q5"])
def test_an_item_of_no_told_kind_is_only_proposed(told):
    with serving(saying(reply(results({**ROW, "class": told, "sitelinks": "9"})))) as server:
        [found] = candidates(Endpoint(server.url), "Person", ["Ann Lee"])
    assert found.is_told is (told is not None)
    best = ranked([found], About())
    assert (best.confidence >= ACCEPTED, best.confidence >= LIKELY) == (found.is_told, True)
    assert ("what it is is not told" in best.reason) is not found.is_told


def test_another_wikibase_has_items_of_its_own():
    body = results({**ROW, "item": "https://base.example/entity/Q7"})
    with serving(saying(reply(body))) as server:
        [found] = candidates(Endpoint(server.url, items="https://base.example/entity/"), "Person", ["Ann Lee"])
    assert found.iri == "https://base.example/entity/Q7"


def test_one_request_asks_for_all_names():
    with serving(saying(reply(results(ROW)))) as server:
        list(candidates(Endpoint(server.url, Manners()), "Person", ["Ann Lee", "John Roe"]))
    [asked] = server.asked
    assert b"Ann+Lee" in asked
    assert b"John+Roe" in asked


NAMES = [f"Ann Number{number}" for number in range(60)]
ENDS = {
    "too many": reply(b"", "Retry-After: 86400", status="429 Slow"),
    "forbidden": reply(b"", status="403 Forbidden"),
    "busy": reply(b"", status="503 Busy"),
    "a page": reply(b"<html>Sorry", kind="text/html"),
    "cut short": reply(results(ROW))[:-20],
    "others' rows": reply(results({**ROW, "name": "Jo Roe"})),
    "nothing": b"",
}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_what_was_answered_before_the_end_is_kept_and_the_rest_is_asked(end, tmp_path):
    quick, path = Manners(timeout=5, pause=0), tmp_path / "answers.sqlite"
    first = saying(reply(results({**ROW, "name": NAMES[0]})))
    with serving(first, saying(end)) as server:
        # A class is asked what it is of between two batches, but for those that are known.
        with pytest.raises(NetworkError):
            list(candidates(Cached(Endpoint(server.url, quick), path), "Person", NAMES))
        before = len(server.asked)
        server.scripts = [saying(reply(results({**ROW, "name": NAMES[59]})))]
        found = list(candidates(Cached(Endpoint(server.url, quick), path), "Person", NAMES))
        asked = server.asked[before:]
    assert [each.name for each in found] == [NAMES[0], NAMES[59]]
    assert len(asked) == 1
    assert b"Number59" in asked[0]
    assert b"Number0%" not in asked[0]
