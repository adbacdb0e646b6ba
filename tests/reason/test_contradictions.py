"""Contradictions are found, shown with the words of both sides, and marked; nothing is deleted."""

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings

from kg.graph.quads import quads
from kg.graph.store import Store
from kg.graph.terms import Names, news
from kg.reason import update
from kg.reason.contradictions import MARK, UNPROVEN, contradictions, mark
from kg.reason.graph import opened as reasoner
from kg.reason.reference import owlrl_errors
from kg.reason.support import supports
from kg.vocabulary import BASE, CONTRADICTIONS, RDF, XSD
from tests.graph.readings import Maker

from .graphs import graphs, read, unkeyed_ontologies
from .test_proof import opened


@pytest.mark.parametrize(
    ("rule", "ontology", "graph"),
    [
        ("cax-dw", ":A owl:disjointWith :B .", ":u a :A , :B ."),
        ("cax-adc", "[] a owl:AllDisjointClasses ; owl:members (:A :B :C) .", ":u a :C , :B ."),
        ("cax-sco + cls-com", ":A rdfs:subClassOf [ a owl:Class ; owl:complementOf :B ] .", ":u a :A , :B ."),
        ("cls-nothing2", ":A rdfs:subClassOf owl:Nothing .", ":u a :A ."),
        ("prp-fp + dt-diff", ":d a owl:FunctionalProperty .", ":u :d 1 , 2 ."),
        ("prp-irp", ":p a owl:IrreflexiveProperty .", ":u :p :u ."),
        ("prp-asyp", ":p a owl:AsymmetricProperty .", ":u :p :v . :v :p :u ."),
        ("prp-pdw", ":p owl:propertyDisjointWith :q .", ":u :p :v ; :q :v ."),
        ("prp-adp", "[] a owl:AllDisjointProperties ; owl:members (:p :q :r) .", ":u :q :v ; :r :v ."),
        ("prp-npa1", "[] owl:sourceIndividual :u ; owl:assertionProperty :p ; owl:targetIndividual :v .", ":u :p :v ."),
        ("prp-npa2", "[] owl:sourceIndividual :u ; owl:assertionProperty :d ; owl:targetValue 1 .", ":u :d 1 ."),
        ("eq-diff1", "", ":u owl:sameAs :v ; owl:differentFrom :v ."),
        ("eq-diff2", "[] a owl:AllDifferent ; owl:members (:u :v :w) .", ":u owl:sameAs :w ."),
        ("eq-diff3", "[] a owl:AllDifferent ; owl:distinctMembers (:u :v) .", ":u owl:sameAs :v ."),
        ("prp-rng + dt-not-type", ":d rdfs:range xsd:integer .", ":u :d true ."),
        (
            "cax-sco + cls-maxc1",
            ":A rdfs:subClassOf [ owl:onProperty :p ; owl:maxCardinality 0 ] .", ":u a :A ; :p :v ."),
        (
            "cax-sco + cls-maxqc1",
            ":A rdfs:subClassOf [ owl:onProperty :p ; owl:maxQualifiedCardinality 0 ; owl:onClass :B ] .",
            ":u a :A ; :p :v . :v a :B .",
        ),
    ],
)  # fmt: skip
def test_each_rule_without_a_head_is_found(rule, ontology, graph):
    known, _ = opened(ontology, graph)
    found = list(contradictions(known))
    assert [each.rule for each in found] == [rule]
    assert all(known.is_stated(leaf) for side in found[0].sides for leaf in side.leaves)


def test_owlrl_knows_the_simplest_contradiction():
    assert owlrl_errors(read(":A owl:disjointWith :B ."), read(":u a :A , :B ."))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(unkeyed_ontologies, graphs)
def test_where_owlrl_finds_an_error_so_does_kg(ontology, graph):
    if owlrl_errors(read(ontology), read(graph)):
        assert list(contradictions(opened(ontology, graph)[0]))


@pytest.mark.parametrize(
    ("ontology", "graph"),
    [
        (":A owl:disjointWith :B .", ":u a :A . :v a :B ."),
        (":d a owl:FunctionalProperty .", ':u :d 1 , "01"^^xsd:integer .'),
        (":p a owl:FunctionalProperty .", ":u :p :v , :w ."),
        ("[] a owl:AllDifferent ; owl:members (:u :v :w) .", ":u :p :w ."),
        (":d rdfs:range xsd:integer .", ":u :d 1 ."),
    ],
)
def test_what_can_be_so_is_no_contradiction(ontology, graph):
    known, _ = opened(ontology, graph)
    assert not list(contradictions(known))


def test_a_contradiction_under_two_names_is_one():
    known, _ = opened(":A owl:disjointWith :B .", ":u a :A . :v a :B . :u owl:sameAs :v .")
    (found,) = contradictions(known)
    assert {str(leaf) for side in found.sides for leaf in side.leaves} >= {
        "<urn:t:u> <http://www.w3.org/2002/07/owl#sameAs> <urn:t:v>",
    }


def born(name: str, day: str):
    make = Maker(f"Khan was born on {day}.", name)
    who = make.mention("Khan", "Person")
    when = make.mention(day, "Date", form="value", value=day)
    return quads(make.reading([make.fact("bornOn", who, when, make.article.text)]), content_hash=name, read_by="test")


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "store") as made:
        for name, day in (("a", "1970-05-03"), ("b", "1970-05-04"), ("c", "1970-05-03")):
            made.replace(Names(name).article, born(name, day))
        update(made)
        yield made


def marks(store: Store) -> list[ox.Quad]:
    return list(store.db.quads_for_pattern(None, None, None, store.graph(CONTRADICTIONS)))


def test_two_dates_of_birth_are_marked_with_the_claims_of_both_sides(store):
    before = set(store.db)
    (found,) = mark(store)
    words = {s.marked() for side in found.sides for leaf in side.leaves for s in supports(store.db, leaf)}
    assert found.rule == "prp-fp + dt-diff"
    assert words == {"[Khan] was born on [1970-05-03].", "[Khan] was born on [1970-05-04]."}
    assert set(store.db) - before == set(marks(store))
    assert len(marks(store)) == 4
    assert {quad.predicate for quad in marks(store)} == {MARK}


def test_a_side_without_a_proof_is_reported_all_the_same(store):
    """As when an article was replaced, and a kill kept the reasoner from taking back what followed from it."""
    person = ox.NamedNode(f"{BASE}person/khan")
    ghost = ox.Triple(person, ox.NamedNode(f"{RDF}type"), news("Place"))
    store.infer((), [ghost])
    kinds = [each for each in contradictions(reasoner(store)) if each.rule.startswith("cax")]
    assert kinds
    assert all([side.rule for side in each.sides if side.triple.o == news("Place")] == [UNPROVEN] for each in kinds)


def test_a_query_can_leave_the_marked_claims_out(store):
    mark(store)
    query = """
        PREFIX news: <https://w3id.org/newskg/ontology#>
        SELECT ?claim {
            GRAPH ?article { ?claim a news:Claim }
            FILTER NOT EXISTS { GRAPH ?checked { ?claim news:contradictedBy ?other } }
        }
    """
    assert not list(store.db.query(query))


def test_a_change_takes_the_marks_away(store):
    mark(store)
    store.replace(Names("b").article, ())
    update(store)
    assert not marks(store)
    assert not mark(store)
    day = ox.Literal("1970-05-03", datatype=ox.NamedNode(f"{XSD}date"))
    assert ox.Quad(ox.NamedNode(f"{BASE}person/khan"), news("bornOn"), day, ox.DefaultGraph()) in store.db
