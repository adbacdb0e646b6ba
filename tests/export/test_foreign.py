"""Exports read back by other readers than kg's own: rdflib, an XML parser, pyld and horned-owl if at hand."""

import json
from io import BytesIO
from xml.etree.ElementTree import fromstring

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad

from kg.api import Store, build, export
from tests.query.test_queries import Hand, fete, trial

ODD = NamedNode("https://w3id.org/newskg/id/person/ann-lee")
NOTE = NamedNode("https://example.org/note")
TEXT = "a\r\nb\rc\t<&>\"'\\ \u2028 \ufffd é 東京"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with Store(tmp_path_factory.mktemp("foreign") / "store") as store:
        build(store, [fete().article, trial().article], Hand())
        store.db.add(Quad(ODD, NOTE, Literal(TEXT)))
        yield store


def written(store, form, **options):
    out = BytesIO()
    export(store, out, form, **options)
    return out.getvalue()


@pytest.mark.parametrize(("form", "name"), [("turtle", "turtle"), ("nt", "nt"), ("xml", "xml")])
def test_rdflib_reads_the_same_triples(store, form, name):
    lines = written(store, "nt").decode().count("\n")
    graph = rdflib.Graph().parse(data=written(store, form), format=name)
    assert len(graph) == lines
    assert [str(value) for value in graph.objects(rdflib.URIRef(ODD.value), rdflib.URIRef(NOTE.value))] == [TEXT]


@pytest.mark.parametrize(("form", "name"), [("nquads", "nquads"), ("trig", "trig"), ("jsonld", "json-ld")])
def test_rdflib_reads_the_same_quads(store, form, name):
    lines = written(store, "nquads").decode().count("\n")
    dataset = rdflib.Dataset(default_union=False).parse(data=written(store, form), format=name)
    assert sum(1 for _ in dataset.quads()) == lines


def test_an_xml_parser_reads_it(store):
    assert len(fromstring(written(store, "xml"))) > 10


def test_pyld_reads_json_ld(store):
    jsonld = pytest.importorskip("pyld.jsonld")
    read = jsonld.to_rdf(json.loads(written(store, "jsonld")), {"format": "application/n-quads"})
    assert read.count("\n") == written(store, "nquads").decode().count("\n")


def test_an_owl_parser_finds_the_property_chains(store, tmp_path):
    horned = pytest.importorskip("pyhornedowl")
    paths = [tmp_path / "all.rdf", tmp_path / "ontology.rdf"]
    export(store, paths[0], ontology=True)
    export(store, paths[1], graph="ontology")
    chains = [
        sum("ObjectPropertyChain" in str(axiom) or ("SubObjectPropertyExpression" in str(axiom) and "[" in str(axiom))
            for axiom in horned.open_ontology(str(path)).get_axioms())
        for path in paths
    ]  # fmt: skip
    assert chains[0] == chains[1] >= 11
