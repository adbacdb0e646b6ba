"""Texts with their names as NIF, and the graph as schema.org: read by rdflib and json."""

import json
from io import BytesIO

import pytest
import rdflib

from kg.api import Article, Store, build, export
from kg.errors import UsageError
from kg.export.formats import Format, by_extension
from kg.export.nif import NIF
from kg.export.schema import RELATIONS
from kg.vocabulary import ITSRDF, vocabulary

TEXT = 'Ann Lee 😀, who was born in Leeds, works for Oxfam. "We will win," said Ann Lee. She left. Tom Hart denied it.'
CLAIM = "Police said that Tom Hart was born in York."
BASE = "https://w3id.org/newskg/id/"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with Store(tmp_path_factory.mktemp("texts") / "store") as store:
        told = Article("a", TEXT, title="Ann Lee wins", published="2020-05-01", source="https://e.example/a")
        build(store, [told, Article("b", CLAIM)])
        yield store


def written(store, form, **options):
    out = BytesIO()
    export(store, out, form, **options)
    return out.getvalue()


def test_each_name_stands_where_it_says(store):
    graph = rdflib.Graph().parse(data=written(store, "nif"), format="turtle")
    n, its = rdflib.Namespace(NIF), rdflib.Namespace(ITSRDF)
    texts = {context: str(graph.value(context, n.isString)) for context in graph.subjects(rdflib.RDF.type, n.Context)}
    assert set(texts.values()) == {TEXT, CLAIM}
    found = set()
    for phrase in graph.subjects(rdflib.RDF.type, n.Phrase):
        text = texts[graph.value(phrase, n.referenceContext)]
        start, end = (int(graph.value(phrase, name)) for name in (n.beginIndex, n.endIndex))
        assert text[start:end] == str(graph.value(phrase, n.anchorOf))
        things = {str(each) for each in graph.objects(phrase, its.taIdentRef)}
        found |= {(text[start:end], each.removeprefix(BASE)) for each in things if each.startswith(BASE)}
    assert found >= {("Ann Lee", "person/ann-lee"), ("Leeds", "place/leeds"), ("Tom Hart", "person/tom-hart")}
    assert not {words for words, _ in found} & {"She", "who", "it"}


def test_a_text_that_does_not_leave_leaves_in_no_form(store):
    with pytest.raises(UsageError, match="NIF is of whole texts"):
        written(store, "nif", texts=False)
    assert written(store, "nif") == written(store, "nif")


def test_schema_org_says_what_is_asserted(store):
    held = json.loads(written(store, "schema"))
    assert held["@context"] == "https://schema.org"
    found = {each["@id"].removeprefix(BASE): each for each in held["@graph"]}
    ann = found["person/ann-lee"]
    assert (ann["@type"], ann["name"]) == ("Person", "Ann Lee")
    assert [each["name"] for each in ann["birthPlace"]] == ["Leeds"]
    assert [each["name"] for each in ann["worksFor"]] == ["Oxfam"]
    assert "birthPlace" not in found["person/tom-hart"]
    article = found["article/a"]
    assert (article["@type"], article["headline"], article["datePublished"], article["url"]) == (
        *("NewsArticle", "Ann Lee wins", "2020-05-01", "https://e.example/a"),
    )
    assert {"Ann Lee", "Leeds"} <= {each["name"] for each in article["mentions"]}
    (words,) = [each for each in held["@graph"] if each["@type"] == "Quotation" and "win" in each["text"]]
    assert (words["creator"][0]["name"], words["isPartOf"]["@id"]) == ("Ann Lee", f"{BASE}article/a")
    assert written(store, "schema") == written(store, "schema")


def test_relations_of_schema_org_are_relations_of_the_ontology():
    assert {name for each in RELATIONS.values() for name in each} <= vocabulary().properties.keys()


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("x.nif.ttl", Format.NIF),
        ("x.nif.ttl.gz", Format.NIF),
        ("x.schema.jsonld", Format.SCHEMA),
        ("a.b.ttl", Format.TURTLE),
        ("x.jsonld", Format.JSONLD),
    ],
)
def test_two_endings_tell_more_than_one(tmp_path, name, form):
    assert by_extension(tmp_path / name) == form


def test_no_ending_tells_nothing(tmp_path):
    with pytest.raises(UsageError, match=r"\.nif\.ttl"):
        by_extension(tmp_path / "graph")
