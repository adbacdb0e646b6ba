"""What follows from facts is what follows from those that may be joined, and from each of all these alone."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from pyoxigraph import NamedNode

from kg.graph.terms import news
from kg.reason.alone import parts
from kg.reason.closing import own_program
from kg.reason.closure import Closure
from kg.reason.index import Memory
from kg.reason.loops import Class, relation_of
from kg.reason.profile import PROFILE
from kg.reason.terms import SAME, Atom
from kg.reason.update import by_rules

from .graphs import DECLARED, graphs, ontologies, program, read

T = "urn:t:"


def apart(ontology: str, graph: str) -> set[Atom] | None:
    """Return what follows, found apart; nothing where two things are one."""
    found, stated = parts(program(ontology)), read(graph)
    closure = Closure(found.joining, index := Memory())
    closure.add(fact for fact in stated if relation_of(fact) in found.joined)
    joined = {*closure.inferred(index.rows)}
    return None if closure.same else (joined | {*found.alone.of([*stated, *joined])}) - {*stated}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(ontologies, graphs.filter(lambda graph: "sameAs" not in graph))
def test_what_follows_apart_is_what_follows_together(ontology, graph):
    found = apart(ontology, graph)
    assume(found is not None)
    assert found == {*by_rules(program(ontology), read(graph))}


@pytest.mark.parametrize(
    ("axioms", "graph", "follows"),
    [
        (":p rdfs:domain :A .", ":u :p :v .", ":u a :A ."),
        (":p rdfs:range :A .", ":u :p :v . :w :p :v .", ":v a :A ."),
        (":p rdfs:range :A .", ':u :p "s" .', ""),
        (":p rdfs:subPropertyOf :q . :q rdfs:domain :A .", ":u :p :v .", ":u :q :v ; a :A ."),
        (":p owl:inverseOf :q .", ":u :p :u .", ":u :q :u ."),
        (":A owl:equivalentClass [ owl:onProperty :p ; owl:hasValue :v ] .", ":u :p :v . :x :p :w .", ":u a :A ."),
        (":A owl:equivalentClass [ owl:onProperty :d ; owl:hasValue 1 ] .", ":u :d 1 . :x :d 2 .", ":u a :A ."),
        (":A rdfs:subClassOf [ owl:onProperty :p ; owl:hasValue :v ] . :p rdfs:range :B .", ":u a :A .",
         ":u :p :v . :v a :B ."),
        (":p owl:propertyChainAxiom (:q :r) . :p rdfs:domain :A .", ":u :q :v . :v :r :w .", ":u :p :w ; a :A ."),
        (":p a owl:TransitiveProperty . :r rdfs:subPropertyOf :p .", ":u :r :v . :v :p :w .", ":u :p :v , :w ."),
        (":u a :A . :A rdfs:subClassOf :B .", ":x a :B .", ":u a :A , :B ."),
    ],
)  # fmt: skip
def test_what_follows_apart(axioms, graph, follows):
    assert apart(DECLARED + axioms, graph) == {*read(follows)}


def test_two_values_of_what_has_one_make_two_things_one():
    assert apart(DECLARED + ":p a owl:FunctionalProperty .", ":u :p :v , :w .") is None


def test_of_the_news_few_relations_are_joined():
    joined = parts(own_program()).joined
    names = {(each.iri if isinstance(each, Class) else each).value.split("#")[-1] for each in joined - {SAME}}
    assert {"locatedIn", "place", "speakerIn", "speaker", "role", "perpetrator"} <= names
    assert not any(isinstance(each, Class) for each in joined)
    assert names.isdisjoint({"mentions", "participant", "holdsRole", "memberOf"})


def test_no_rule_of_the_profile_asks_whether_the_names_of_a_fact_are_one():
    assert all(s != o for pattern in PROFILE if pattern.head for s, _, o in pattern.body)


def test_what_is_said_of_a_name_follows_of_every_name():
    alone = parts(own_program()).alone
    one, other = (
        {*alone.of([Atom(NamedNode(f"{T}{s}"), news("killed"), NamedNode(f"{T}{o}"))])} for s, o in ("ab", "cd")
    )
    assert len(one) == len(other) > 0
