"""Networks are read back by other readers than kg's: an XML parser, csv, networkx and FollowTheMoney if at hand."""

import csv
import json
from io import BytesIO, StringIO
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import pytest

from kg.api import Article, Store, build, export
from kg.export.network import Line, Network, Node
from kg.export.networks import ENDS, LINKS, ftm
from kg.query.saved import saved
from kg.vocabulary import vocabulary
from tests.query.test_queries import Hand, fete, trial

BASE = "https://w3id.org/newskg/id/"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with Store(tmp_path_factory.mktemp("networks") / "store") as store:
        build(store, [fete().article, trial().article], Hand())
        yield store


def written(store, form, **options):
    out = BytesIO()
    export(store, out, form, **options)
    return out.getvalue()


def relationships(store):
    with ZipFile(BytesIO(written(store, "neo4j"))) as archive:
        nodes, edges = (list(csv.DictReader(StringIO(archive.read(name).decode()))) for name in archive.namelist())
    names = {node["iri:ID"]: node["label"] for node in nodes}
    return {(names[e[":START_ID"]], e[":TYPE"], names[e[":END_ID"]], e["status"]): e for e in edges}, nodes


def test_edges_are_what_is_told_and_never_what_is_denied(store):
    edges, nodes = relationships(store)
    assert edges["Ann Lee", "spokeAt", "Northam", "current"]["modality"] == "asserted"
    assert edges["Ann Lee", "bornIn", "Eastham", "current"]["modality"] == "reported"
    assert edges["Ann Lee", "spokeAt", "Northam", "current"]["articles:int"] == "1"
    assert edges["Bombing, Northam", "perpetrator", "John Roe", ""]["words"] == "John Roe bombed Northam."
    assert {(node["label"], node[":LABEL"]) for node in nodes} >= {
        ("Ann Lee", "Person"),
        ("Bombing, Northam, 2020-05-03", "Bombing"),
    }


def test_an_office_is_an_edge_to_its_body_and_none_without(store):
    edges, nodes = relationships(store)
    offices = {key for key in edges if key[1] == "holdsRole"}
    assert {(start, status) for start, _, _, status in offices} == {("Ann Lee", "current")}
    assert not {node[":LABEL"] for node in nodes} & {"Role", "RoleHolding", "Statement", "Article"}


def test_xml_has_the_same_nodes_and_edges(store):
    edges, nodes = relationships(store)
    for form, space in (("graphml", "{http://graphml.graphdrawing.org/xmlns}"), ("gexf", "{http://gexf.net/1.3}")):
        root = fromstring(written(store, form))
        assert {node.get("id") for node in root.iter(f"{space}node")} == {node["iri:ID"] for node in nodes}
        assert len(list(root.iter(f"{space}edge"))) == len(edges)


def test_a_book_has_a_sheet_a_query(store):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(BytesIO(written(store, "xlsx")))
    needed = {name for name, query in saved().items() if any(each.required for each in query.parameters)}
    assert book.sheetnames == [name for name in saved() if name not in needed]
    assert [cell.value for cell in book["people"][1]] == ["person", "person_iri", "articles", "mentions"]
    assert [cell.value for cell in book["people"][2]][::2] == ["Ann Lee", 2]


def test_a_book_of_nothing_is_empty(store):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(BytesIO(written(store, "xlsx", since="2999-01-01")))
    assert not [sheet.title for sheet in book if sheet.max_row > 1]


def test_networkx_reads_both(store):
    networkx = pytest.importorskip("networkx")
    edges, _ = relationships(store)
    graph = networkx.read_graphml(BytesIO(written(store, "graphml")), force_multigraph=True)
    assert graph.nodes[f"{BASE}person/ann-lee"] == {"label": "Ann Lee", "kind": "Person"}
    assert graph.number_of_edges() == len(edges)
    assert graph.is_directed()


def test_follow_the_money(store):
    entities = [json.loads(line) for line in written(store, "ftm").splitlines()]
    by_name = {entity["properties"]["name"][0]: entity for entity in entities if "name" in entity["properties"]}
    assert by_name["Ann Lee"]["schema"] == "Person"
    assert by_name["The Front"]["schema"] == "Organization"
    links = [entity for entity in entities if entity["schema"] == "UnknownLink"]
    assert [link["properties"]["role"] for link in links if by_name["John Roe"]["id"] in link["properties"]["object"]]
    known = {entity["id"] for entity in entities}
    ends = {end for link in links for side in ("subject", "object") for end in link["properties"][side]}
    assert ends <= known


def test_follow_the_money_finds_it_valid(store):
    model = pytest.importorskip("followthemoney").model
    for line in written(store, "ftm").splitlines():
        entity = json.loads(line)
        model.get(entity["schema"]).validate(entity)
        assert model.get_proxy(entity, cleaned=False).to_dict()["properties"].keys() == entity["properties"].keys()


def test_follow_the_money_has_links_for_relations_of_the_ontology():
    assert LINKS.keys() <= vocabulary().properties.keys()
    assert {end for _, *ends in LINKS.values() for end in ends} == ENDS.keys()


ENDED = "Ann Lee was married to Tom Hart until 2012. Rosa Kent used to work for Acme. Paul Stone works for Acme."


@pytest.fixture(scope="module")
def ended(tmp_path_factory):
    with Store(tmp_path_factory.mktemp("networks") / "ended") as store:
        build(store, [Article("ended", ENDED)])
        yield store


def test_what_is_over_says_so_in_every_form(ended):
    edges, _ = relationships(ended)
    assert edges.keys() == {
        ("Ann Lee", "spouseOf", "Tom Hart", "former"),
        ("Tom Hart", "spouseOf", "Ann Lee", "former"),
        ("Rosa Kent", "worksFor", "Acme", "former"),
        ("Paul Stone", "worksFor", "Acme", "current"),
    }
    root = fromstring(written(ended, "graphml"))
    at = "{http://graphml.graphdrawing.org/xmlns}"
    told = [data.text for data in root.iter(f"{at}data") if data.get("key") == "edge-status"]
    assert sorted(told) == ["current", "former", "former", "former"]
    links = [json.loads(line)["properties"] for line in written(ended, "ftm").splitlines()]
    named = sorted(name for link in links for kind in ("role", "relationship") for name in link.get(kind, ()))
    assert named == ["spouse of (former)", "spouse of (former)", "works for", "works for (former)"]


@pytest.mark.parametrize(
    ("relation", "schema"),
    [("leads", "Directorship"), ("chiefExecutiveOf", "Directorship"), ("memberOfParty", "Membership")],
)
def test_follow_the_money_has_offices_and_members(relation, schema):
    nodes = Node("a", "Ann Lee", "Person"), Node("b", "Acme", "Organization")
    out = BytesIO()
    line = Line("a", relation, "b", "current", "asserted", 1, 0.9, "", "", "words", "article/x", "article/x#c")
    ftm(Network(nodes, (line,)), out)
    assert json.loads(out.getvalue().splitlines()[-1])["schema"] == schema
