"""What leaves parses back to what was there, in rdflib and in Oxigraph; the same graph gives the same bytes."""

from io import BytesIO

import pytest
import rdflib
import rdflib.compare
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse

from kg.errors import DataError, UsageError
from kg.export.export import export
from kg.export.formats import Format, by_extension
from kg.prefixes import BASE, INFERRED, ONTOLOGY

XSD = "http://www.w3.org/2001/XMLSchema#"
A = NamedNode(f"{BASE}graph/article/a")
B = NamedNode(f"{BASE}graph/article/b")

iris = st.one_of(
    st.sampled_from(
        ["person/sadiq-khan", "article/a#char=1,5", "place/köln", "../x", "//x", "a:b", "x?y", "", "a//b"]
    ).map(BASE.__add__),
    st.from_regex(r"[abz/.~20:é😀()'!_-]{,9}(%20)?(#[abz/.é-]{,4})?", fullmatch=True).map(
        "https://example.org/".__add__
    ),
).map(NamedNode)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
literals = st.one_of(
    words.map(Literal),
    words.map(lambda text: Literal(f'{text}\n"{text}\\n"')),
    words.map(lambda text: Literal(text, language="en-gb")),
    st.integers().map(lambda number: Literal(str(number), datatype=NamedNode(f"{XSD}integer"))),
    st.sampled_from(["4.5", "-0.25", "3.0", "4"]).map(lambda text: Literal(text, datatype=NamedNode(f"{XSD}decimal"))),
    st.sampled_from(["1.5E0", "3", "INF"]).map(lambda text: Literal(text, datatype=NamedNode(f"{XSD}double"))),
    st.booleans().map(Literal),
    st.sampled_from(["2017-03-22", "not a date"]).map(lambda text: Literal(text, datatype=NamedNode(f"{XSD}date"))),
)
few = settings(max_examples=30, deadline=None)
nodes = st.one_of(iris, st.sampled_from("ab").map(BlankNode))
predicates = st.sampled_from(["is", "has", "wasBornIn"]).map("https://example.org/terms#".__add__).map(NamedNode)
quads = st.builds(Quad, nodes, predicates, st.one_of(nodes, literals), st.sampled_from([A, B, DefaultGraph()]))


def written(store: Store, form: Format = Format.TURTLE, **options) -> bytes:
    out = BytesIO()
    export(store, out, form, **options)
    return out.getvalue()


def stored(*quads: Quad) -> Store:
    store = Store()
    store.extend(quads)
    return store


@few
@given(st.lists(quads, max_size=8))
def test_turtle_parses_back_in_oxigraph(drawn):
    store = stored(*drawn)
    triples = {quad.triple for quad in store if quad.graph_name != DefaultGraph()}
    assert {quad.triple for quad in parse(written(store), RdfFormat.TURTLE)} == triples


@few
@given(st.lists(quads, max_size=8))
def test_turtle_parses_back_in_rdflib(drawn):
    store = stored(*drawn)
    rdflib.NORMALIZE_LITERALS = False
    lines = written(store, Format.NT).decode()
    assert graph(written(store), "turtle") == graph(lines.encode(), "nt")


def graph(data: bytes, form: str) -> rdflib.compare.IsomorphicGraph:
    return rdflib.compare.to_isomorphic(rdflib.Graph().parse(data=data, format=form))


@few
@given(st.lists(quads, max_size=8))
@pytest.mark.parametrize("form", [Format.TRIG, Format.NQUADS, Format.JSONLD])
def test_datasets_parse_back(form, drawn):
    store = stored(*drawn)
    reading = {Format.TRIG: RdfFormat.TRIG, Format.NQUADS: RdfFormat.N_QUADS, Format.JSONLD: RdfFormat.JSON_LD}
    assert set(parse(written(store, form), reading[form])) == set(store)


@few
@given(st.lists(quads, max_size=8), st.randoms())
@pytest.mark.parametrize("form", Format)
def test_the_same_graph_gives_the_same_bytes(form, drawn, random):
    drawn = [quad for quad in drawn if getattr(quad.object, "value", "").isprintable()]
    shuffled = random.sample(drawn, len(drawn))
    assert written(stored(*drawn), form) == written(stored(*shuffled), form)


def test_turtle_reads_well():
    khan = NamedNode(f"{BASE}person/sadiq-khan")
    store = stored(
        Quad(khan, NamedNode("https://w3id.org/newskg/ontology#spokeAt"), NamedNode(f"{BASE}place/soho"), A),
        Quad(khan, NamedNode("http://www.w3.org/2000/01/rdf-schema#label"), Literal("Sadiq Khan", language="en"), A),
        Quad(khan, NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), NamedNode(f"{ONTOLOGY}#Person"), A),
        Quad(khan, NamedNode("https://w3id.org/newskg/ontology#age"), Literal(46), A),
    )
    assert written(store).decode().split("\n\n")[1] == (
        "<person/sadiq-khan>\n"
        "    a news:Person ;\n"
        '    rdfs:label "Sadiq Khan"@en ;\n'
        "    news:age 46 ;\n"
        "    news:spokeAt <place/soho> .\n"
    )


ONE = NamedNode("https://example.org/1")
TWO = NamedNode("https://example.org/2")
STATED = (Quad(ONE, ONE, ONE, A), Quad(ONE, ONE, ONE))
FOLLOWS = (Quad(TWO, TWO, TWO, NamedNode(INFERRED)), Quad(TWO, TWO, TWO))


def test_what_was_inferred_can_stay_behind():
    store = stored(*STATED, *FOLLOWS)
    assert set(parse(written(store, Format.NQUADS, inferred=False), RdfFormat.N_QUADS)) == set(STATED)
    assert (
        written(store, Format.NT, inferred=False) == b"<https://example.org/1> <https://example.org/1> "
        b"<https://example.org/1> .\n"
    )


def test_what_is_both_stated_and_inferred_stays():
    store = stored(*STATED, Quad(ONE, ONE, ONE, NamedNode(INFERRED)))
    assert set(parse(written(store, Format.NQUADS, inferred=False), RdfFormat.N_QUADS)) == set(STATED)


def test_nothing_inferred_yet():
    assert written(stored(*STATED), Format.NT, inferred=False) == written(stored(*STATED), Format.NT)


def test_one_graph():
    store = stored(*STATED, *FOLLOWS)
    assert written(store, Format.NT, graph=INFERRED).count(b"\n") == 1
    with pytest.raises(UsageError, match=r"no graph <https://example\.org/none>"):
        written(store, graph="https://example.org/none")


def test_the_ontology_leaves_only_with_its_graph():
    store = stored(Quad(ONE, ONE, ONE, NamedNode(ONTOLOGY)))
    assert not written(store, Format.NT)
    assert written(store, Format.NQUADS)
    assert written(store, Format.NT, graph=ONTOLOGY)


def test_xml_refuses_what_it_cannot_hold():
    with pytest.raises(DataError, match="RDF/XML cannot hold the character U\\+0001"):
        written(stored(Quad(ONE, ONE, Literal("\x01"), A)), Format.XML)


def test_xml_parses_back():
    store = stored(Quad(ONE, NamedNode("https://example.org/#p"), Literal('<a b="é">&amp;'), A))
    assert [quad.triple for quad in parse(written(store, Format.XML), RdfFormat.RDF_XML)] == [q.triple for q in store]


@pytest.mark.parametrize(
    ("name", "form"), [("a.ttl", Format.TURTLE), ("a.NQ", Format.NQUADS), ("x.y.json", Format.JSONLD)]
)
def test_extension_tells_the_format(name, form, tmp_path):
    assert by_extension(tmp_path / name) is form


def test_unknown_extension_lists_the_known(tmp_path):
    with pytest.raises(UsageError, match=r"no format goes with that extension; use one of \.ttl, .*--format"):
        by_extension(tmp_path / "graph.foo")
