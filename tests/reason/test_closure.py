"""The closure is owlrl's, less what owlrl's own list of noise names."""

import pytest
from hypothesis import HealthCheck, given, settings

from kg.reason.reference import owlrl_closure
from kg.reason.terms import SAME

from .graphs import DECLARED, closure, expanded, graphs, read, unkeyed_ontologies


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(unkeyed_ontologies, graphs)
def test_closure_equals_owlrl(ontology, graph):
    assert expanded(closure(ontology, graph)) == owlrl_closure(read(ontology), read(graph))


@pytest.mark.parametrize(
    ("key", "graph", "same"),
    [
        (":p", ":u :p :x . :v :p :x .", {"uv"}),
        (":p", ":u :p :x . :v :p :y .", set()),
        (":p", ":u :p :x . :v :p :x , :y . :w :p :y .", {"uv", "uw", "vw"}),
        (":p", ":u :p :x . :z :p :x .", set()),  # z is of no class that has a key
        (":p :d", ":u :p :x ; :d 1 . :v :p :x ; :d 1 .", {"uv"}),
        (":p :d", ":u :p :x ; :d 1 . :v :p :x ; :d 2 .", set()),
        (":p :d", ":u :p :x ; :d 1 . :v :p :y ; :d 1 .", set()),
        (":p :d", ":u :p :x ; :d 1 . :v :p :x .", set()),
    ],
)
def test_things_of_a_class_with_one_value_of_each_property_of_its_key_are_one(key, graph, same):
    found = expanded(closure(DECLARED + f":A owl:hasKey ({key}) .", f":u a :A . :v a :A . :w a :A . {graph}"))
    named = {atom.s.value[-1] + atom.o.value[-1] for atom in found if atom.p == SAME}
    assert named == same | {pair[::-1] for pair in same}
