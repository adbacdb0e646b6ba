"""The rules of an ontology are those that it calls for, by their names in the profile; the rest is refused by name."""

import pytest

from kg.errors import DataError
from kg.reason.ontology import program_of

from .graphs import DECLARED, PREFIXES


def rules(ontology: str) -> set[str]:
    program = program_of((PREFIXES + DECLARED + ontology).encode())
    general = ("eq-sym", "eq-trans", "eq-diff1", "cls-nothing2")
    return {str(rule).replace("urn:t:", "") for rule in program.rules if rule.name not in general}


@pytest.mark.parametrize(
    ("ontology", "expected"),
    [
        (":p a owl:TransitiveProperty .", {"prp-trp: ?x <p> ?y . ?y <p> ?z -> ?x <p> ?z"}),
        (":p owl:propertyChainAxiom (:q :r :q) .", {"prp-spo2: ?x <q> ?x1 . ?x1 <r> ?x2 . ?x2 <q> ?y -> ?x <p> ?y"}),
        (":p owl:propertyChainAxiom (:q [ owl:inverseOf :r ]) .", {"prp-spo2: ?x <q> ?x1 . ?y <r> ?x1 -> ?x <p> ?y"}),
        (":p rdfs:subPropertyOf :q . :q rdfs:subPropertyOf :p .", {
            "prp-eqp1: ?x <p> ?y -> ?x <q> ?y", "prp-eqp1: ?x <q> ?y -> ?x <p> ?y",
        }),
        (":p rdfs:subPropertyOf :q . :q rdfs:subPropertyOf :r .", {
            "prp-spo1: ?x <p> ?y -> ?x <q> ?y", "prp-spo1: ?x <q> ?y -> ?x <r> ?y",
        }),
    ],
)  # fmt: skip
def test_rules_are_written_out(ontology, expected):
    assert rules(ontology) == expected


def test_anonymous_classes_are_joined_away():
    found = rules(":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:allValuesFrom :B ] .")
    a = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    (rule,) = found
    assert rule.startswith("cax-sco + cls-avf: ")
    assert f"{a} <A>" in rule
    assert rule.endswith(f"-> ?y {a} <B>")


@pytest.mark.parametrize(
    ("axiom", "named"),
    [
        (":A rdfs:subClassOf [ owl:onProperty :p ; owl:minCardinality 1 ] .", "owl:minCardinality"),
        (":A rdfs:subClassOf [ owl:onProperty :p ; owl:cardinality 1 ] .", "owl:cardinality"),
        (":A rdfs:subClassOf [ owl:onProperty :p ; owl:maxCardinality 2 ] .", "owl:maxCardinality is more than 1"),
        (":A rdfs:subClassOf [ owl:onProperty :p ; owl:hasSelf true ] .", "owl:hasSelf"),
        (":p a owl:ReflexiveProperty .", "owl:ReflexiveProperty"),
        (":A owl:disjointUnionOf (:B :C) .", "owl:disjointUnionOf"),
        (":A rdfs:subClassOf [ owl:unionOf (:B :C) ] .", "owl:unionOf stands as superclass"),
        (":p rdfs:range [ owl:unionOf (:B :C) ] .", "owl:unionOf stands as superclass"),
        (
            ":A rdfs:subClassOf [ owl:onProperty :p ; owl:someValuesFrom :B ] .",
            "owl:someValuesFrom stands as superclass",
        ),
        ("[ owl:onProperty :p ; owl:allValuesFrom :B ] rdfs:subClassOf :A .", "owl:allValuesFrom stands as subclass"),
        (":A owl:equivalentClass [ owl:onProperty :p ; owl:someValuesFrom :B ] .", "stands as equivalent class"),
        ("owl:Thing rdfs:subClassOf :A .", "owl:Thing is a subclass"),
        (":A owl:unionOf (:B :C) .", "owl:unionOf defines a class by equivalence"),
        (":d rdfs:range [ owl:onDatatype xsd:integer ; owl:withRestrictions () ] .", "owl:onDatatype"),
    ],
)
def test_what_is_no_owl_2_rl_is_refused_by_name(axiom, named):
    with pytest.raises(DataError, match=named):
        program_of((PREFIXES + DECLARED + axiom).encode())


def test_a_broken_ontology_is_a_data_error():
    with pytest.raises(DataError, match="not Turtle"):
        program_of(b"this is no Turtle")
