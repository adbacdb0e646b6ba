"""The OWL 2 RL/RDF conformance cases by Michael Schneider: more pass than with owlrl, which passes 230 of 273.

Ontology and facts stand in one graph there. The ontology is what is closed by the rules on schema; from it the rules
are written out, and applied to the graph. What is so of every graph, and kg leaves out of its own, is added by name.
"""

from itertools import product
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.reason.closure import Closure
from kg.reason.contradictions import contradictions
from kg.reason.graph import Graph
from kg.reason.index import Memory
from kg.reason.literals import is_of, unequal, value
from kg.reason.minimal import minimal
from kg.reason.ontology import closed
from kg.reason.rules import instantiate
from kg.reason.terms import DIFFERENT, SAME, TYPE, Atom, is_datatype, term

from .graphs import expanded

CASES = Path(__file__).parents[2] / "../shared/conformance/owl2rl"
INFERRED = ox.NamedNode("urn:graph/inferred")

#: What fails, and why; all else passes.
FAILS = {
    "dat-dtype-anyuri-illtyped": "kg takes any words without blanks and brackets for an anyURI",
    "dat-dtype-double-illtyped-hi": "a double too large is read as infinite, as IEEE 754 rounds it",
    "dat-dtype-double-illtyped-lo": "a double too small is read as zero, as IEEE 754 rounds it",
    "dat-dtype-float-illtyped-hi": "as for double",
    "dat-dtype-float-illtyped-lo": "as for double",
    "dat-dtype-plainliteral-eq": "rdf:PlainLiteral's own way to write a language is not read",
    "dat-dtype-plainliteral-illtyped-notag": "as above",
    "dat-dtype-plainliteral-illtyped-unknowntag": "as above",
    "dat-dtype-xmlliteral-illtyped": "XML is not parsed",
    "xtr-annotate-sub": "labels are left out of what the reasoner sees",
    "xtr-reflection-subclasses": "axioms about rdf:type and rdfs:subClassOf themselves",
}

#: cls-thing, cls-nothing1, prp-ap and dt-type1, which speak of OWL's own terms.
AXIOMS = [
    Atom(term(word), TYPE, term(cls))
    for cls, words in {
        "owl:Class": "owl:Thing owl:Nothing",
        "owl:AnnotationProperty": """
            rdfs:label rdfs:comment rdfs:seeAlso rdfs:isDefinedBy owl:deprecated owl:versionInfo owl:priorVersion
            owl:backwardCompatibleWith owl:incompatibleWith""",
        "rdfs:Datatype": """
            rdf:PlainLiteral rdf:XMLLiteral rdfs:Literal xsd:decimal xsd:integer xsd:nonNegativeInteger
            xsd:nonPositiveInteger xsd:positiveInteger xsd:negativeInteger xsd:long xsd:int xsd:short xsd:byte
            xsd:unsignedLong xsd:unsignedInt xsd:unsignedShort xsd:unsignedByte xsd:float xsd:double xsd:string
            xsd:normalizedString xsd:token xsd:language xsd:Name xsd:NCName xsd:NMTOKEN xsd:boolean xsd:hexBinary
            xsd:base64Binary xsd:anyURI xsd:dateTime xsd:dateTimeStamp""",
    }.items()
    for word in words.split()
]


def read(path: Path) -> list[Atom]:
    return [Atom.of(quad) for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)]


def passes(case: Path) -> bool:
    premises = read(next(iter([*case.glob("*premisegraph.ttl"), *case.glob("*.graph.ttl")])))
    schema = closed(premises)
    rules, index = minimal(instantiate(schema)), Memory()
    closure = Closure(rules, index)
    closure.add(premises)
    known = {*premises, *schema, *AXIOMS, *expanded(closure)}
    conclusion = next(case.glob("*conclusiongraph.ttl"), None)
    if conclusion is None:
        return is_inconsistent(premises, closure, known)
    return entails(known | datatyped(known), [atom for atom in read(conclusion) if not is_so_of_every_graph(atom)])


def is_inconsistent(premises: list[Atom], closure: Closure, known: set[Atom]) -> bool:
    db = ox.Store()
    db.extend(ox.Quad(*atom) for atom in premises)
    for atom in closure.inferred(closure.index.rows):
        db.extend([ox.Quad(*atom), ox.Quad(*atom, INFERRED)])
    values = literals(known)
    of = [(atom.s, atom.o) for atom in known if atom.p == TYPE and is_datatype(atom.o)]
    ill_typed = any(value(literal) is None for found in values.values() for literal in found)
    misplaced = any(not is_of(literal, datatype) for node, datatype in of for literal in values.get(node, ()))
    return ill_typed or misplaced or any(True for _ in contradictions(Graph(db, "urn:", closure.program)))


def literals(known: set[Atom]) -> dict[ox.NamedNode, list[ox.Literal]]:
    """Return the values that things are said to be: what no article states, and the datatype cases are made of."""
    found: dict = {}
    for atom in known:
        if atom.p == SAME and isinstance(atom.o, ox.Literal):
            found.setdefault(atom.s, []).append(atom.o)
    return found


def datatyped(known: set[Atom]) -> set[Atom]:
    """Apply dt-type2, dt-eq and dt-diff, by what kg takes literals for."""
    values = literals(known)
    datatypes = [atom.s for atom in AXIOMS if atom.o == term("rdfs:Datatype")]
    typed = {Atom(x, TYPE, d) for x, found in values.items() for d in datatypes for one in found if is_of(one, d)}
    return typed | {
        Atom(x, DIFFERENT if unequal(one, other) else SAME, y)
        for (x, of_x), (y, of_y) in product(values.items(), values.items())
        for one, other in product(of_x, of_y)
    }


def is_so_of_every_graph(atom: Atom) -> bool:
    """eq-ref and scm-cls: what is the same as itself, and the class of everything."""
    reflexive = {SAME, *map(term, ("rdfs:subClassOf", "owl:equivalentClass", "owl:equivalentProperty"))}
    return (
        (atom.s == atom.o and atom.p in reflexive)
        or (atom.p == term("rdfs:subClassOf") and (atom.s == term("owl:Nothing") or atom.o == term("owl:Thing")))
        or (atom.p == TYPE and atom.o == term("owl:Thing"))
    )


def entails(known: set[Atom], wanted: list[Atom]) -> bool:
    """Tell whether the known triples hold the wanted ones, whose blank nodes may stand for anything."""
    if not wanted:
        return True
    first, *rest = wanted
    for triple in known:
        names: dict = {}
        pairs = zip(first, triple, strict=True)
        if all(names.setdefault(w, f) == f if isinstance(w, ox.BlankNode) else w == f for w, f in pairs) and entails(
            known, [Atom(*(names.get(node, node) for node in atom)) for atom in rest]
        ):
            return True
    return False


@pytest.mark.skipif(not CASES.exists(), reason="the conformance cases are not beside the clone")
def test_all_cases_pass_but_those_that_are_listed():
    cases = sorted(CASES.iterdir())
    failed = {case.name.removeprefix("rdfbased-") for case in cases if not passes(case)}
    assert failed == FAILS.keys()
    assert len(cases) - len(failed) >= 230
