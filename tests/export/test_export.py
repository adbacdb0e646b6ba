"""What leaves parses back to what was there, in rdflib and in Oxigraph; the same graph gives the same bytes."""

from collections.abc import Iterable
from io import BytesIO

import pytest
import rdflib
import rdflib.compare
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg.errors import UsageError
from kg.export.export import export
from kg.export.formats import Format, by_extension
from kg.graph.ontology import GENID
from kg.graph.store import Store
from kg.graph.terms import TYPE
from kg.resources import folder
from kg.vocabulary import BASE, INFERRED, NEWS, ONTOLOGY

XSD = "http://www.w3.org/2001/XMLSchema#"
A = NamedNode(f"{BASE}article/a")
B = NamedNode(f"{BASE}article/b")

iris = st.one_of(
    st.sampled_from(
        [
            "person/sadiq-khan",
            "article/a#char=1,5",
            "article/b#spokeAt-1-2",
            "place/köln",
            "../x",
            "//x",
            "a:b",
            "x?y",
            "",
            "a//b",
        ]
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


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Store:
    with Store(tmp_path_factory.mktemp("export") / "store") as store:
        yield store


def fill(store: Store, quads: Iterable[Quad]) -> set[Quad]:
    """Make the store hold just these quads and the two articles; return them as it keeps them (1.5E0 as 1.5)."""
    store.db.clear()
    store.db.extend([*quads, *(Quad(article, TYPE, NamedNode(f"{NEWS}Article")) for article in (A, B))])
    return set(store.db)


def written(store: Store, form: Format = Format.TURTLE, **options) -> bytes:
    out = BytesIO()
    export(store, out, form, **options)
    return out.getvalue()


def leaving(quads: Iterable[Quad]) -> set[Triple]:
    """What a format without graphs is to hold: the default graph, and each article's evidence."""
    return {
        quad.triple
        for quad in quads
        if quad.graph_name == DefaultGraph() or str(quad.subject).startswith(f"{str(quad.graph_name)[:-1]}#")
    }


@few
@given(st.lists(quads, max_size=8))
def test_turtle_parses_back_in_oxigraph(store, drawn):
    held = fill(store, drawn)
    assert {quad.triple for quad in parse(written(store), RdfFormat.TURTLE)} == leaving(held)


@few
@given(st.lists(quads, max_size=8))
def test_turtle_parses_back_in_rdflib(store, drawn):
    fill(store, drawn)
    rdflib.NORMALIZE_LITERALS = False
    assert graph(written(store), "turtle") == graph(written(store, Format.NT), "nt")


def graph(data: bytes, form: str) -> rdflib.compare.IsomorphicGraph:
    return rdflib.compare.to_isomorphic(rdflib.Graph().parse(data=data, format=form))


@few
@given(st.lists(quads, max_size=8))
@pytest.mark.parametrize("form", [Format.TRIG, Format.NQUADS, Format.JSONLD])
def test_datasets_parse_back(store, form, drawn):
    held = fill(store, drawn)
    reading = {Format.TRIG: RdfFormat.TRIG, Format.NQUADS: RdfFormat.N_QUADS, Format.JSONLD: RdfFormat.JSON_LD}
    assert set(parse(written(store, form), reading[form])) == held


@pytest.mark.parametrize("form", [form for form in Format if form is not Format.NIF])  # of texts: test_texts.py
def test_the_same_graph_gives_the_same_bytes(store, form, tmp_path):
    drawn = [
        Quad(NamedNode(f"{BASE}person/{number % 7}"), TYPE, Literal(str(number)), graph)
        for number in range(60)
        for graph in (A, B, DefaultGraph())
    ]
    fill(store, drawn)
    with Store(tmp_path / "other") as other:
        fill(other, drawn[90:])
        other.db.extend(reversed(drawn))
        assert written(other, form) == written(store, form)


KHAN = NamedNode(f"{BASE}person/sadiq-khan")
PAGE = """\
<person/sadiq-khan>
    a news:Person ;
    rdfs:label "Sadiq Khan" ;
    news:age 46 ;
    news:spokeAt <place/soho>, <place/westminster> ;
    news:words \"\"\"We stand.
As one.\"\"\" .
"""


def test_turtle_reads_well(store):
    facts = [
        (f"{NEWS}words", Literal("We stand.\nAs one.")),
        (f"{NEWS}spokeAt", NamedNode(f"{BASE}place/westminster")),
        (f"{NEWS}spokeAt", NamedNode(f"{BASE}place/soho")),
        ("http://www.w3.org/2000/01/rdf-schema#label", Literal("Sadiq Khan")),
        (TYPE.value, NamedNode(f"{NEWS}Person")),
        (f"{NEWS}age", Literal(46)),
    ]
    fill(store, [Quad(KHAN, NamedNode(predicate), value) for predicate, value in facts])
    assert PAGE in written(store).decode().split("\n\n")[-1]


ONE, TWO = NamedNode(f"{BASE}person/one"), NamedNode(f"{BASE}person/two")
STATED = {Quad(ONE, ONE, ONE, A), Quad(ONE, ONE, ONE)}
FOLLOWS = {Quad(TWO, TWO, TWO, NamedNode(BASE + INFERRED)), Quad(TWO, TWO, TWO)}


def test_what_was_inferred_can_stay_behind(store):
    held = fill(store, STATED | FOLLOWS)
    assert set(parse(written(store, Format.NQUADS, inferred=False), RdfFormat.N_QUADS)) == held - FOLLOWS
    assert leaving(held - FOLLOWS) == {
        quad.triple for quad in parse(written(store, Format.NT, inferred=False), RdfFormat.N_TRIPLES)
    }


@pytest.mark.parametrize("name", ["inferred", BASE + INFERRED])
def test_one_graph(store, name):
    fill(store, STATED | FOLLOWS)
    assert written(store, Format.NT, graph=name) == f"{TWO} {TWO} {TWO} .\n".encode()
    assert written(store, Format.NQUADS, graph=name) == f"{TWO} {TWO} {TWO} <{BASE}{INFERRED}> .\n".encode()


@pytest.mark.parametrize("name", ["a", A.value])
def test_the_graph_of_an_article(store, name):
    fill(store, STATED)
    assert written(store, Format.NT, graph=name) == f"{ONE} {ONE} {ONE} .\n".encode()


@pytest.mark.parametrize("name", ["none", "http://a b", "https://example.org/none"])
def test_no_such_graph(store, name):
    with pytest.raises(
        UsageError,
        match=r"no graph '.*' in .*: give inferred, links, .*, identity, the id of an article",
    ):
        written(store, graph=name)


def test_the_ontology_leaves_with_the_graphs_that_use_it(tmp_path):
    with Store(tmp_path / "store") as store:
        assert written(store, Format.NT) == b""
        assert written(store, Format.NT, graph="ontology")
        assert f"<{BASE}{ONTOLOGY}> .".encode() in written(store, Format.NQUADS)


def test_what_xml_cannot_hold_is_replaced_and_told(store):
    fill(store, [Quad(ONE, ONE, Literal("a\x01b", language="en"))])
    with pytest.warns(UserWarning, match=r"RDF/XML cannot hold the character U\+0001 of .*, in 1 value$"):
        out = written(store, Format.XML)
    assert "<a\ufffdb" in out.decode() or "a\ufffdb</" in out.decode()
    assert 'xml:lang="en"' in out.decode()


def test_xml_parses_back(store):
    held = fill(store, [Quad(ONE, NamedNode(f"{NEWS}words"), Literal('<a b="é">&amp;'))])
    assert {quad.triple for quad in parse(written(store, Format.XML), RdfFormat.RDF_XML)} == leaving(held)


@pytest.mark.parametrize(("name", "form"), [("a.ttl", "turtle"), ("a.NQ", "nquads"), ("x.y.json", "jsonld")])
def test_extension_tells_the_format(name, form, tmp_path):
    assert by_extension(tmp_path / name) == form


def test_unknown_extension_lists_the_known(tmp_path):
    with pytest.raises(UsageError, match=r"no format goes with that extension; use one of \.ttl, .*--format"):
        by_extension(tmp_path / "graph.foo")


@given(st.text(st.sampled_from("\r\n\t ab<&\u0085\u2028")).map(Literal))
@few
def test_another_reader_of_xml_finds_the_same_text(store, text):
    fill(store, [Quad(ONE, NamedNode(f"{NEWS}words"), text)])
    assert graph(written(store, Format.XML), "xml") == graph(written(store, Format.NT), "nt")


@pytest.mark.parametrize("form", ["turtle", "nt", "xml"])
def test_the_ontology_leaves_as_it_was_written(tmp_path, form):
    ontology = (folder("ontology") / "news.ttl").read_bytes()
    with Store(tmp_path / "store") as store:
        assert graph(written(store, Format(form), graph="ontology"), form) == graph(ontology, "turtle")


def test_only_nodes_are_blank(store):
    made, text = NamedNode(f"{GENID}1"), Literal(f"<{GENID}2> <a:b> <{GENID}3> .")
    held = fill(store, [Quad(A, A, text), Quad(A, A, made), Quad(made, A, A), Quad(A, A, Literal("x", datatype=made))])
    lines = written(store, Format.NT).decode().splitlines()
    assert sorted(lines) == sorted(
        str(quad.triple).replace(f" {made}", " _:n1") + " ."
        if quad.object == made
        else str(quad.triple).replace(str(made), "_:n1", quad.subject == made) + " ."
        for quad in held
    )
