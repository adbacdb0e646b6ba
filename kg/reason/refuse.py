"""Refuses by name what is not OWL 2 RL, because no rule would read it, and nobody would notice.

The grammar is https://www.w3.org/TR/owl2-profiles/#OWL_2_RL: which class expressions may stand left and right of
`rdfs:subClassOf`, and in both places where two classes are equivalent.
"""

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal

from kg.errors import DataError
from kg.reason.profile import PROFILE, SCHEMA
from kg.reason.schema import Schema
from kg.reason.terms import THING, TYPE, Atom, Term, is_datatype, is_vocabulary, term
from kg.vocabulary import PREFIXES

#: What describes or declares, and from which no fact follows.
_SILENT = """
    rdfs:label rdfs:comment rdfs:seeAlso rdfs:isDefinedBy rdf:first rdf:rest rdf:type owl:onProperty owl:imports
    owl:versionInfo owl:versionIRI owl:priorVersion owl:backwardCompatibleWith owl:incompatibleWith
    owl:deprecated owl:sameAs owl:differentFrom owl:annotatedSource owl:annotatedProperty owl:annotatedTarget
    owl:Class owl:ObjectProperty owl:DatatypeProperty owl:AnnotationProperty owl:OntologyProperty owl:Axiom
    owl:NamedIndividual owl:Ontology owl:Restriction owl:NegativePropertyAssertion owl:Annotation owl:Thing
    owl:Nothing owl:DeprecatedClass owl:DeprecatedProperty rdfs:Class rdfs:Datatype rdf:Property rdf:List
"""
_READ = {term(word) for word in _SILENT.split()} | {
    node
    for pattern in (*PROFILE, *SCHEMA)
    for atom in pattern.schema
    for node in ((atom.o,) if atom.p == TYPE else (atom.p,))
}

#: What may stand on which side, and on which side its own parts then stand.
_GRAMMAR: dict[str, dict[str, str]] = {
    "subclass": {
        "owl:intersectionOf": "subclass",
        "owl:unionOf": "subclass",
        "owl:oneOf": "",
        "owl:someValuesFrom": "subclass",
        "owl:hasValue": "",
    },
    "superclass": {
        "owl:intersectionOf": "superclass",
        "owl:complementOf": "subclass",
        "owl:allValuesFrom": "superclass",
        "owl:hasValue": "",
        "owl:maxCardinality": "",
        "owl:maxQualifiedCardinality": "",
        "owl:onClass": "subclass",
    },
    "equivalent class": {"owl:intersectionOf": "equivalent class", "owl:hasValue": ""},
}
_CONSTRUCTS = sorted({word for side in _GRAMMAR.values() for word in side})
#: The sides on which an axiom's subject and object stand.
_AXIOMS = {
    "rdfs:subClassOf": ("subclass", "superclass"),
    "owl:equivalentClass": ("equivalent class", "equivalent class"),
    "owl:disjointWith": ("subclass", "subclass"),
    "owl:hasKey": ("subclass", ""),
    "rdfs:domain": ("", "superclass"),
    "rdfs:range": ("", "superclass"),
    "rdf:type": ("", "superclass"),
}


def refuse(ontology: Schema) -> None:
    """Raise a DataError that names the construct and the axiom, where the ontology leaves OWL 2 RL."""
    for problem in _problems(ontology):
        raise DataError(f"ontology: {problem}. kg reasons with OWL 2 RL, in which this has no meaning")


def _problems(ontology: Schema) -> Iterator[str]:
    for triple in ontology:
        node = triple.o if triple.p == TYPE else triple.p
        if is_vocabulary(node) and not is_datatype(node) and node not in _READ:
            yield f"{_short(node)} is used in `{_shown(triple)}`"
        if triple.p in (term("owl:maxCardinality"), term("owl:maxQualifiedCardinality")) and not _is_0_or_1(triple.o):
            yield f"{_short(triple.p)} is more than 1 in `{_shown(triple)}`"
    for word, (left, right) in _AXIOMS.items():
        for axiom in ontology.triples(word):
            if left == "subclass" and axiom.s == THING:
                yield f"owl:Thing is a subclass in `{_shown(axiom)}`"
            yield from _misplaced(ontology, axiom.s, left, axiom)
            yield from _misplaced(ontology, axiom.o, right, axiom)
    for word in _CONSTRUCTS:
        for axiom in ontology.triples(word):
            if not isinstance(axiom.s, BlankNode) and word not in _GRAMMAR["equivalent class"]:
                yield f"{word} defines a class by equivalence in `{_shown(axiom)}`; write rdfs:subClassOf"


def _misplaced(ontology: Schema, node: Term, side: str, axiom: Atom) -> Iterator[str]:
    """Yield what stands on the wrong side inside an anonymous class."""
    if not side or not isinstance(node, BlankNode):
        return
    for word in _CONSTRUCTS:
        for part in ontology.values(node, word):
            if word not in _GRAMMAR[side]:
                yield f"{word} stands as {side} in `{_shown(axiom)}`"
            elif word in ("owl:intersectionOf", "owl:unionOf"):
                for member in ontology.members(part):
                    yield from _misplaced(ontology, member, _GRAMMAR[side][word], axiom)
            else:
                yield from _misplaced(ontology, part, _GRAMMAR[side][word], axiom)


def _is_0_or_1(number: Term) -> bool:
    return isinstance(number, Literal) and number.value in ("0", "1")


def _short(node: Term) -> str:
    """Write a term of OWL as in its specification, and a term of the ontology by its name alone."""
    iri = node.value
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and is_vocabulary(node):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri.rpartition("#")[2]


def _shown(axiom: Atom) -> str:
    return " ".join("[…]" if isinstance(node, BlankNode) else _short(node) for node in axiom)
