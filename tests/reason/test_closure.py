"""The closure is owlrl's, less what owlrl's own list of noise names."""

from hypothesis import HealthCheck, given, settings

from kg.reason.reference import owlrl_closure

from .graphs import closure, expanded, graphs, ontologies, read


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ontologies, graphs)
def test_closure_equals_owlrl(ontology, graph):
    assert expanded(closure(ontology, graph)) == owlrl_closure(read(ontology), read(graph))
