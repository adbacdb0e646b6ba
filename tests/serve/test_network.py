"""The network: what is in it, what the filters leave, its forms for other programs."""

import io
from xml.etree import ElementTree as ET

import pytest

from kg.articles.article import Article
from kg.build import build
from kg.export.network import Edge
from kg.graph.store import Store
from kg.serve.network import Filter, around
from tests.serve.conftest import client
from tests.serve.test_pages import Page

KHAN = "https://w3id.org/newskg/id/person/sadiq-khan"


def elements(web, query=""):
    held = web.get(f"/network.json{query}").json()
    names = {node["data"]["id"]: node["data"]["label"] for node in held["elements"]["nodes"]}
    lines = {
        (names[edge["data"]["source"]], edge["data"]["label"], names[edge["data"]["target"]], edge["data"]["modality"])
        for edge in held["elements"]["edges"]
    }
    return set(names.values()), lines, held["left_out"]


def test_it_has_what_articles_tell_between_things_and_no_statements(web):
    names, lines, _ = elements(web)
    assert ("Khalid Masood", "born in", "Kent", "asserted") in lines
    assert ("Khalid Masood", "member of", "Islamic State", "reported") in lines
    assert ("Craig Mackey", "holds role", "Metropolitan Police", "asserted") in lines
    assert ("Attack, Westminster", "place", "Westminster Bridge", "asserted") in lines
    assert not {name for name in names if "will not win" in name}


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("modality=reported", {("Khalid Masood", "member of", "Islamic State", "reported")}),
        ("relation=bornIn", {("Khalid Masood", "born in", "Kent", "asserted")}),
        ("relation=bornIn&confidence=1", set()),
        ("relation=bornIn&since=2017", set()),
        ("relation=bornIn&about=Amber+Rudd", set()),
        ("relation=bornIn&about=Kent", {("Khalid Masood", "born in", "Kent", "asserted")}),
    ],
)
def test_filters(web, query, wanted):
    assert elements(web, f"?{query}")[1] == wanted


def test_distance_is_counted_in_relations():
    def edge(source, target):
        return Edge(source, "knows", target, "current", "asserted", 0.9, "", "a", "c")

    chain = [edge("a", "b"), edge("c", "b"), edge("c", "d")]
    assert around(chain, {"a"}, 1) == {"a", "b"}
    assert around(chain, {"a"}, 2) == {"a", "b", "c"}
    assert around(chain, {"a"}, 9) == {"a", "b", "c", "d"}


def test_dates_are_those_of_articles():
    edge = Edge("a", "knows", "b", "current", "asserted", 0.9, "2017-03-22", "x", "c")
    assert Filter(since="2017", until="2017").takes(edge)
    assert Filter(until="2017-03").takes(edge)
    assert not Filter(until="2017-02").takes(edge)
    assert not Filter(since="2017-03-23").takes(edge)


def test_what_is_too_much_is_told(web):
    names, _, left_out = elements(web, "?most=3")
    assert 2 <= len(names) <= 3
    assert left_out > 5
    assert f"{left_out} things with fewer relations are left out" in web.get("/network?most=3").text


def test_each_relation_of_the_table_leads_to_its_words(web):
    page = web.get("/network?relation=bornIn").text
    (link,) = [href for href in Page(page).links if "?claim=" in href]
    article = web.get(link.partition("#")[0]).text
    assert link.partition("#")[2] in Page(article).ids
    assert 'class="chosen"' in article


def test_graphml_and_gexf_hold_the_same(web):
    graphml = ET.parse(io.BytesIO(web.get("/network.graphml").content)).getroot()
    gexf = ET.parse(io.BytesIO(web.get("/network.gexf").content)).getroot()
    at = "{http://graphml.graphdrawing.org/xmlns}"
    other = "{http://gexf.net/1.3}"
    nodes = {node.get("id") for node in graphml.iter(f"{at}node")}
    assert KHAN in nodes
    assert nodes == {node.get("id") for node in gexf.iter(f"{other}node")}
    lines = {(edge.get("source"), edge.get("target")) for edge in graphml.iter(f"{at}edge")}
    assert lines == {(edge.get("source"), edge.get("target")) for edge in gexf.iter(f"{other}edge")}
    assert {end for line in lines for end in line} <= nodes
    assert web.get("/network.gexf").content == web.get("/network.gexf").content
    assert web.get("/network.dot").status_code == 404


@pytest.mark.parametrize("query", ["most=x", "most=1.5", "confidence=2", "distance=-1", "about=Nobody+Atall"])
def test_a_filter_without_sense_is_told(web, query):
    assert web.get(f"/network?{query}").status_code == 400


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("relation=workfor", "did you mean 'worksFor'"),
        ("modality=zzz", "asserted, reported, planned, denied, not 'zzz'"),
        ("modality=report", "did you mean 'reported'"),
        ("since=zzz", "2019, 2019-03 or 2019-03-01, not 'zzz'"),
        ("until=3/4/2017", "did you mean 2017-04-03 or 2017-03-04"),
    ],
)
@pytest.mark.parametrize("path", ["/network", "/network.json", "/network.gexf"])
def test_what_does_not_exist_is_told_with_what_does(web, path, query, told):
    answer = web.get(f"{path}?{query}", headers={"Accept": "application/json"})
    assert answer.status_code == 400
    assert told in answer.json()["detail"]


@pytest.mark.parametrize("relation", ["bornin", "born in", "https://w3id.org/newskg/ontology%23bornIn"])
def test_a_relation_is_named_as_elsewhere(web, relation):
    assert elements(web, f"?relation={relation}")[1] == {("Khalid Masood", "born in", "Kent", "asserted")}


def test_names_that_xml_has_no_letters_for(tmp_path):
    path = tmp_path / "store"
    with Store(path) as store:
        build(store, [Article("a", "Ann Lee & <Co> is the mayor of Leeds. Ann Lee was born in Kent.")])
    with client(path) as web:
        for form in ("graphml", "gexf"):
            ET.parse(io.BytesIO(web.get(f"/network.{form}").content))


ENDED = (
    "Ann Lee was the chief executive of Acme until 2012. Tom Hart is the chief executive of Acme. "
    "Rosa Kent will be sworn in as mayor of Leeds on Monday. "
    "Police denied that Paul Stone had been born in Leeds."
)


def test_what_is_over_to_come_or_denied_says_so(tmp_path):
    path = tmp_path / "store"
    with Store(path) as store:
        build(store, [Article("ended", ENDED)])
    with client(path) as web:
        held = web.get("/network.json").json()["elements"]
        page = web.get("/network").text
        graphml = web.get("/network.graphml").text
    names = {node["data"]["id"]: node["data"]["label"] for node in held["nodes"]}
    told = {
        (names[e["data"]["source"]], e["data"]["label"], names[e["data"]["target"]], e["data"]["status"])
        for e in held["edges"]
        if e["data"]["label"] == "holds role"
    }
    assert told == {
        ("Ann Lee", "holds role", "Acme", "former"),
        ("Tom Hart", "holds role", "Acme", "current"),
        ("Rosa Kent", "holds role", "Leeds", "designate"),
    }
    (born,) = [e["data"] for e in held["edges"] if e["data"]["label"] == "born in"]
    assert (born["modality"], born["status"]) == ("denied", "current")
    assert '<span class="badge">former</span>' in page
    assert '<data key="edge-status">former</data>' in graphml
