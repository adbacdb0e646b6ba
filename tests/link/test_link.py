"""Links against a real SPARQL server: right kinds, quoted names, ambiguity left alone, and where they are written."""

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.graph.store import Store
from kg.graph.terms import news
from kg.link.candidates import candidates
from kg.link.endpoint import Endpoint
from kg.link.finding import links, write
from kg.link.stated import Stated
from kg.query.run import select
from kg.vocabulary import BASE, LINKS, PREFIXES

TYPE = NamedNode(f"{PREFIXES['rdf']}type")
LABEL = NamedNode(f"{PREFIXES['rdfs']}label")
ENTITIES = [
    ("person/ann-lee", "Person", "Ann Lee"),
    ("person/john-roe", "Person", "John Roe"),
    ("person/max-mad-o-hara", "Person", 'Max "Mad" O\'Hara'),
    ("person/annie-lee", "Person", "Annie Lee"),
    ("person/nobody", "Person", "No Body"),
    ("article/a/person/lee", "Person", "Ann Lee"),
    ("organization/civic-union", "Organization", "Civic Union"),
    ("organization/ann-lee", "Organization", "Ann Lee"),
    ("place/northam", "Place", "Northam"),
]


@pytest.fixture
def store(tmp_path) -> Store:
    with Store(tmp_path / "store") as store:
        for path, kind, label in ENTITIES:
            store.db.add(Quad(NamedNode(BASE + path), TYPE, NamedNode(PREFIXES["news"] + kind)))
            store.db.add(Quad(NamedNode(BASE + path), LABEL, Literal(label)))
            store.db.add(Quad(NamedNode(f"{BASE}article/a"), news("mentions"), NamedNode(BASE + path)))
        yield store


def test_each_entity_gets_its_one_counterpart_or_none(wikidata, store):
    found = {link.entity.value.removeprefix(BASE): link.choice for link in links(store, Endpoint(wikidata))}
    assert {path: choice and choice.candidate.iri.rpartition("/")[2] for path, choice in found.items()} == {
        "person/ann-lee": "Q101",
        "person/john-roe": None,
        "person/max-mad-o-hara": "Q104",
        "person/annie-lee": "Q101",
        "person/nobody": None,
        "article/a/person/lee": "Q101",
        "organization/civic-union": "Q105",
        "organization/ann-lee": None,
        "place/northam": "Q106",
    }
    assert found["person/ann-lee"].candidate.description == "mayor"
    assert found["place/northam"].reason == ("labelled 'Northam', of 2: in 80 wikis, the next in 4")


def test_links_are_written_to_their_own_graph_and_to_the_merged_one(wikidata, store):
    assert write(store, links(store, Endpoint(wikidata))) == 6
    ann = NamedNode(f"{BASE}person/ann-lee")
    for graph in (DefaultGraph(), store.graph(LINKS)):
        [quad] = store.db.quads_for_pattern(ann, NamedNode(f"{PREFIXES['skos']}exactMatch"), None, graph)
        assert quad.object == NamedNode("http://www.wikidata.org/entity/Q101")
    [why] = select(
        store.db,
        f"""SELECT ?confidence ?reason WHERE {{ GRAPH {store.graph(LINKS)} {{
        ?link rdf:subject {ann} ; itsrdf:taConfidence ?confidence ; rdfs:comment ?reason }} }}""",
    )
    assert (why["confidence"].value, why["reason"].value) == ("0.933", "the only one labelled 'Ann Lee'")
    assert not [quad for quad in store.db.quads_for_pattern(None, None, None, store.graph(LINKS)) if "_:" in str(quad)]


def test_of_those_who_share_a_name_the_endpoint_is_asked_what_they_are(wikidata):
    [eve, other] = sorted(Stated(Endpoint(wikidata)).candidates("Person", ["Eve Quill"]), key=lambda each: each.iri)
    assert (eve.works, eve.countries, eve.tied) == (("member of the Northam Assembly",), {"Q30"}, set())
    assert (other.works, other.countries, other.tied) == (("chemist",), set(), {"Q105"})
    assert [each.works for each in Stated(Endpoint(wikidata)).candidates("Person", ["Ann Lee"])] == [()]


def test_what_is_settled_tells_of_what_is_tied_to_it(wikidata, store):
    eve = NamedNode(f"{BASE}person/eve-quill")
    store.db.extend([Quad(eve, TYPE, news("Person")), Quad(eve, LABEL, Literal("Eve Quill"))])
    store.db.add(Quad(NamedNode(f"{BASE}article/b"), news("mentions"), eve))
    before = {link.entity: link for link in links(store, Endpoint(wikidata))}[eve]
    assert before.choice is None
    union = NamedNode(f"{BASE}organization/civic-union")
    store.db.add(Quad(NamedNode(f"{BASE}article/b"), news("mentions"), union))
    after = {link.entity: link for link in links(store, Endpoint(wikidata))}[eve]
    assert after.best.candidate.iri.endswith("Q111")
    assert after.best.confidence > before.best.confidence
    assert after.best.reason.endswith("tied to Q105, which is named beside it")


def test_things_of_one_name_that_are_several_are_not_all_one_item(wikidata, store):
    for path in ("person/max-mad-o-hara--norland", "person/max-mad-o-hara--sudland"):
        store.db.add(Quad(NamedNode(BASE + path), TYPE, news("Person")))
        store.db.add(Quad(NamedNode(BASE + path), LABEL, Literal('Max "Mad" O\'Hara')))
        store.db.add(Quad(NamedNode(f"{BASE}article/c"), news("mentions"), NamedNode(BASE + path)))
    found = [link for link in links(store, Endpoint(wikidata)) if "max-mad" in link.entity.value]
    assert [(link.choice, link.proposed is not None) for link in found] == [(None, True)] * 3
    assert found[0].best.reason.endswith("others of the name would be it as well")


def test_what_is_linked_is_not_asked_again(wikidata, store):
    write(store, links(store, Endpoint(wikidata)))
    assert [link.label for link in links(store, Endpoint(wikidata))] == ["Ann Lee", "John Roe", "No Body"]
    assert write(store, links(store, Endpoint(wikidata))) == 0


def test_more_names_than_one_request_holds(wikidata):
    names = [f"Nobody {number}" for number in range(120)] + ["Ann Lee"]
    assert [each.iri for each in candidates(Endpoint(wikidata), "Person", names)] == [
        "http://www.wikidata.org/entity/Q101"
    ]


def test_a_name_cannot_become_a_query(wikidata):
    names = ['x" } ?item ?p ?o { "', "\\", "a\nb"]
    assert list(candidates(Endpoint(wikidata), "Person", names)) == []
