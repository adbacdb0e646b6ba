"""owlrl closes the ontology, once; the rules come of what it closed, and are those of the profile's rules on schema."""

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Triple, parse

from kg.graph.ontology import ontology
from kg.graph.store import Store
from kg.reason.closing import closed, closed_file, program
from kg.reason.closure import Closure
from kg.reason.index import Memory
from kg.reason.minimal import minimal
from kg.reason.ontology import news_program
from kg.reason.reference import closed_ontology, owlrl_closure
from kg.reason.rules import instantiate
from kg.reason.schema import Schema
from kg.vocabulary import INFERRED, NEWS
from tests.command import Command

from .graphs import expanded, graphs, read, unkeyed_ontologies

OWN = f"""
@prefix : <https://own.example/#> . @prefix news: <{NEWS}> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:wasIn a owl:ObjectProperty . news:spokeAt rdfs:subPropertyOf :wasIn .
:Heard a owl:Class .
[ a owl:Restriction ; owl:onProperty :wasIn ; owl:someValuesFrom owl:Thing ] rdfs:subClassOf :Heard .
"""
WAS_IN, HEARD = NamedNode("https://own.example/#wasIn"), NamedNode("https://own.example/#Heard")


@pytest.fixture
def kg(monkeypatch, capsys):
    return Command(monkeypatch, capsys)


@pytest.fixture
def article(tmp_path):
    (tmp_path / "rudd.txt").write_text("Amber Rudd, the home secretary, spoke in Leeds on Monday.")
    return tmp_path / "rudd.txt"


@pytest.fixture
def own(tmp_path):
    (tmp_path / "own.ttl").write_text(OWN)
    return tmp_path / "own.ttl"


def inferred(path) -> set[Triple]:
    with Store(path, read_only=True) as store:
        return {q.triple for q in store.db.quads_for_pattern(None, None, None, store.graph(INFERRED))}


def test_the_file_beside_the_ontology_is_as_owlrl_closes_it_today():
    """If not: make ontology."""
    held = {quad.triple for quad in parse(path=str(closed_file()), format=RdfFormat.N_TRIPLES)}
    assert held == closed(ontology())


def test_the_rules_on_schema_lead_to_the_same_rules(tmp_path):
    with Store(tmp_path / "store") as store:
        ours, theirs = news_program().rules, program(store).rules
    assert len(ours) > 200
    assert sorted(map(str, ours)) == sorted(map(str, theirs))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(unkeyed_ontologies, graphs)
def test_what_follows_by_an_ontology_that_owlrl_closed(ontology, graph):
    closure = Closure(minimal(instantiate(Schema(closed_ontology(read(ontology))))), Memory())
    closure.add(read(graph))
    assert expanded(closure) == owlrl_closure(read(ontology), read(graph))


BUILD = "import sys; from kg.cli.main import main\ntry: main()\nfinally: print('owlrl' in sys.modules, file=sys.stderr)"


def loads_owlrl(*arguments: object) -> bool:
    command = [sys.executable, "-c", BUILD, *map(str, arguments)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    return ran.stderr.split()[-1] == "True"


def test_owlrl_is_loaded_only_where_the_ontology_has_changed(article, own, tmp_path):
    store = tmp_path / "store"
    assert not loads_owlrl("build", article, "--store", store)
    assert loads_owlrl("build", article, "--store", store, "--ontology", own)
    assert not loads_owlrl("build", article, "--store", store, "--ontology", own)
    assert not loads_owlrl("why", "Amber Rudd", "https://own.example/#wasIn", "Leeds", "--store", store)


def test_an_ontology_of_the_users_is_reasoned_with_and_kept(kg, article, own, tmp_path):
    store = tmp_path / "store"
    kg("build", article, "--store", store)
    assert not [triple for triple in inferred(store) if triple.predicate == WAS_IN]
    assert kg("build", article, "--store", store, "--ontology", own).code == 0
    assert [triple.subject.value for triple in inferred(store) if triple.object == HEARD]
    kg("build", article, "--store", store)
    assert [triple for triple in inferred(store) if triple.predicate == WAS_IN]
    assert kg("check", "--reference", "--store", store).code == 0
    own.write_text("")
    kg("build", article, "--store", store, "--ontology", own)
    kg("build", article, "--store", tmp_path / "fresh")
    with Store(store, read_only=True) as lived, Store(tmp_path / "fresh", read_only=True) as fresh:
        assert set(lived.db) == set(fresh.db)


@pytest.mark.parametrize(
    ("turtle", "refusal"),
    [
        ("this is no Turtle", (3, "own.ttl: not Turtle")),
        (f"<{NEWS}Person> <http://www.w3.org/2002/07/owl#disjointUnionOf> () .", (3, "own.ttl: ontology: owl:disj")),
        (None, (2, "own.ttl: no such file")),
    ],
)
def test_an_ontology_that_is_none_is_refused_before_there_is_a_store(kg, article, own, turtle, refusal):
    own.unlink()
    if turtle:
        own.write_text(turtle)
    ran = kg("build", article, "--store", article.parent / "store", "--ontology", own)
    assert ran.code == refusal[0]
    assert refusal[1] in ran.err
    assert len(ran.err.splitlines()) == 1
    assert not (article.parent / "store").exists()


def test_owlrl_and_the_rules_differ_nowhere(kg, article, tmp_path):
    store = tmp_path / "store"
    kg("build", article, "--store", store)
    ran = kg("check", "--reference", "--store", store)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("owlrl and kg differ nowhere of ")
    part = kg("check", "--reference", "--about", "Leeds", "--store", store)
    assert (part.code, part.out) == (0, "")


@pytest.mark.parametrize("about", [(), ("--about", "Amber Rudd")])
def test_a_difference_is_told(kg, article, tmp_path, about):
    store = tmp_path / "store"
    kg("build", article, "--store", store)
    with Store(store) as held:
        for quad in list(held.db.quads_for_pattern(NamedNode(f"{held.base}place/leeds"), None, None, None)):
            if quad.graph_name in (held.graph(INFERRED), DefaultGraph()):
                held.db.remove(quad)
    ran = kg("check", "--reference", "--store", store, *about)
    assert ran.code == 1
    assert ran.out.startswith("only owlrl: ")
    assert "differ in " in ran.err


def test_a_part_is_of_the_reference_alone(kg, article, tmp_path):
    kg("build", article, "--store", tmp_path / "store")
    assert kg("check", "--about", "Leeds", "--store", tmp_path / "store").code == 2
