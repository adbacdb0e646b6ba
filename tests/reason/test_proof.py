"""Every inferred triple has a proof, no proof is circular, and each of its steps is an instance of its rule."""

from itertools import permutations

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings

from kg.reason.closure import Closure
from kg.reason.graph import Graph
from kg.reason.index import Memory
from kg.reason.proof import ONTOLOGY, STATED, Proof, proofs
from kg.reason.schema import unify
from kg.reason.terms import Atom

from .graphs import expanded, graphs, ontologies, program, read

INFERRED = ox.NamedNode("urn:graph/inferred")


def opened(ontology: str, graph: str) -> tuple[Graph, Closure]:
    rules, index = program(ontology), Memory()
    closure = Closure(rules, index)
    closure.add(read(graph))
    db = ox.Store()
    db.extend(ox.Quad(*atom) for atom in read(graph))
    for atom in closure.inferred(index.rows):
        db.extend([ox.Quad(*atom), ox.Quad(*atom, INFERRED)])
    return Graph(db, "urn:", rules), closure


def check(graph: Graph, proof: Proof, above: tuple[Atom, ...] = ()) -> None:
    assert proof.triple not in above, "circular"
    if proof.rule == STATED:
        assert graph.is_stated(proof.triple)
    elif proof.rule == ONTOLOGY:
        assert graph.is_of_ontology(proof.triple)
    elif not proof.rule.startswith("eq-rep"):
        assert any(is_instance(rule, proof) for rule in graph.program.rules if rule.name == proof.rule)
    for premise in proof.premises:
        check(graph, premise, (*above, proof.triple))


def is_instance(rule, proof: Proof) -> bool:
    for premises in permutations(premise.triple for premise in proof.premises):
        binding, atoms = {}, [*zip(rule.body, premises, strict=False), (rule.head, proof.triple)]
        for pattern, triple in atoms:
            found = unify(pattern.replace(binding), triple)
            if found is None:
                break
            binding |= found
        else:
            return len(premises) == sum(not ends(a) for a in rule.body)
    return False


def ends(atom: Atom) -> bool:
    return atom.p.value.startswith("https://w3id.org/newskg/rule#")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ontologies, graphs)
def test_every_inferred_triple_has_a_proof(ontology, graph):
    known, closure = opened(ontology, graph)
    for triple in expanded(closure) - {Atom(*atom) for atom in read(graph)}:
        proof = next(proofs(known, triple), None)
        assert proof, triple
        check(known, proof)


def parts(proof: Proof) -> tuple[str, ...]:
    return (proof.rule, *(part for premise in proof.premises for part in parts(premise)))


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        (":u :p :w .", ["prp-trp", "stated", "stated"]),
        (":u a :B .", ["cax-sco", "prp-dom", "stated"]),
        (":u a :A .", ["prp-dom", "stated"]),
        (":u :p :v .", ["stated"]),
    ],
)
def test_the_shortest_proof_comes_first(goal, expected):
    ontology = ":p a owl:TransitiveProperty ; rdfs:domain :A . :A rdfs:subClassOf :B ."
    known, _ = opened(ontology, ":u :p :v . :v :p :w .")
    assert list(parts(next(proofs(known, read(goal)[0])))) == expected


def test_all_proofs_differ_in_their_last_step():
    known, _ = opened(":p rdfs:domain :A . :q rdfs:domain :A .", ":u :p :v . :u :q :v .")
    found = list(proofs(known, read(":u a :A .")[0], 10))
    assert [list(map(str, proof.leaves)) for proof in found] == [
        ["<urn:t:u> <urn:t:p> <urn:t:v>"],
        ["<urn:t:u> <urn:t:q> <urn:t:v>"],
    ]


def test_what_does_not_hold_has_no_proof():
    known, _ = opened(":p rdfs:domain :A .", ":u :p :v .")
    assert not list(proofs(known, read(":v a :A .")[0]))


def test_equality_is_proved_by_the_names_as_they_were_stated():
    known, _ = opened(":p a owl:FunctionalProperty .", ":u :p :v . :u :p :w . :w :q :x .")
    proof = next(proofs(known, read(":v :q :x .")[0]))
    assert parts(proof) == ("eq-rep-s", "stated", "prp-fp", "stated", "stated")
