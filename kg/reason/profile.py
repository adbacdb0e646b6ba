"""The rules of OWL 2 RL/RDF (https://www.w3.org/TR/owl2-profiles/#Reasoning_in_OWL_2_RL_and_RDF_Graphs_using_Rules).

A line is a rule under its name in the profile: if the ontology says | and the facts say | they say too, or `false`.
`?c in ?l` takes each member of a list and `?c ?d in ?l` each two; in the facts `?l*` stands for one atom a member,
`?z*` for a variable of its own in each of these, and `?l/` for the path along all members.

Left out: eq-ref, scm-cls, scm-op and scm-dp only say what is so of everything; cls-thing, cls-nothing1, prp-ap and
dt-type1 have nothing to read; eq-rep-s and eq-rep-o are what it means that equals are one name (`closure`).
"""

from typing import NamedTuple

from kg.reason.terms import Atom, term

_TABLE = """
eq-sym      |                                                | ?x owl:sameAs ?y                       | ?y owl:sameAs ?x
eq-trans    |                                                | ?x owl:sameAs ?y . ?y owl:sameAs ?z    | ?x owl:sameAs ?z
eq-diff1    |                                                | ?x owl:sameAs ?y . ?x owl:differentFrom ?y | false
eq-diff2    | ?a a owl:AllDifferent . ?a owl:members ?l . ?y ?z in ?l         | ?y owl:sameAs ?z | false
eq-diff3    | ?a a owl:AllDifferent . ?a owl:distinctMembers ?l . ?y ?z in ?l | ?y owl:sameAs ?z | false

prp-dom     | ?p rdfs:domain ?c                              | ?x ?p ?y                               | ?x a ?c
prp-rng     | ?p rdfs:range ?c                               | ?x ?p ?y                               | ?y a ?c
prp-fp      | ?p a owl:FunctionalProperty                    | ?x ?p ?y . ?x ?p ?z                    | ?y owl:sameAs ?z
prp-ifp     | ?p a owl:InverseFunctionalProperty             | ?x ?p ?y . ?z ?p ?y                    | ?x owl:sameAs ?z
prp-irp     | ?p a owl:IrreflexiveProperty                   | ?x ?p ?x                               | false
prp-symp    | ?p a owl:SymmetricProperty                     | ?x ?p ?y                               | ?y ?p ?x
prp-asyp    | ?p a owl:AsymmetricProperty                    | ?x ?p ?y . ?y ?p ?x                    | false
prp-trp     | ?p a owl:TransitiveProperty                    | ?x ?p ?y . ?y ?p ?z                    | ?x ?p ?z
prp-eqp1    | ?p owl:equivalentProperty ?q                   | ?x ?p ?y                               | ?x ?q ?y
prp-eqp2    | ?p owl:equivalentProperty ?q                   | ?x ?q ?y                               | ?x ?p ?y
prp-spo1    | ?p rdfs:subPropertyOf ?q                       | ?x ?p ?y                               | ?x ?q ?y
prp-spo2    | ?p owl:propertyChainAxiom ?l                   | ?x ?l/ ?y                              | ?x ?p ?y
prp-pdw     | ?p owl:propertyDisjointWith ?q                 | ?x ?p ?y . ?x ?q ?y                    | false
prp-adp     | ?a a owl:AllDisjointProperties . ?a owl:members ?l . ?p ?q in ?l | ?x ?p ?y . ?x ?q ?y   | false
prp-inv1    | ?p owl:inverseOf ?q                            | ?x ?p ?y                               | ?y ?q ?x
prp-inv2    | ?p owl:inverseOf ?q                            | ?x ?q ?y                               | ?y ?p ?x
prp-key     | ?c owl:hasKey ?l           | ?x a ?c . ?x ?l* ?z* . ?y ?l* ?z* . ?y a ?c                | ?x owl:sameAs ?y
prp-npa1    | ?n owl:sourceIndividual ?i . ?n owl:assertionProperty ?p . ?n owl:targetIndividual ?j | ?i ?p ?j | false
prp-npa2    | ?n owl:sourceIndividual ?i . ?n owl:assertionProperty ?p . ?n owl:targetValue ?v | ?i ?p ?v      | false

cls-nothing2 |                                               | ?x a owl:Nothing                       | false
cls-int1    | ?c owl:intersectionOf ?l                       | ?x a ?l*                               | ?x a ?c
cls-int2    | ?c owl:intersectionOf ?l . ?d in ?l            | ?x a ?c                                | ?x a ?d
cls-uni     | ?c owl:unionOf ?l . ?d in ?l                   | ?x a ?d                                | ?x a ?c
cls-com     | ?c owl:complementOf ?d                         | ?x a ?c . ?x a ?d                      | false
cls-svf1    | ?c owl:someValuesFrom ?d . ?c owl:onProperty ?p     | ?x ?p ?y . ?y a ?d                | ?x a ?c
cls-svf2    | ?c owl:someValuesFrom owl:Thing . ?c owl:onProperty ?p | ?x ?p ?y                       | ?x a ?c
cls-avf     | ?c owl:allValuesFrom ?d . ?c owl:onProperty ?p | ?x a ?c . ?x ?p ?y                     | ?y a ?d
cls-hv1     | ?c owl:hasValue ?v . ?c owl:onProperty ?p      | ?x a ?c                                | ?x ?p ?v
cls-hv2     | ?c owl:hasValue ?v . ?c owl:onProperty ?p      | ?x ?p ?v                               | ?x a ?c
cls-maxc1   | ?c owl:maxCardinality "0" . ?c owl:onProperty ?p | ?x a ?c . ?x ?p ?y                   | false
cls-maxc2   | ?c owl:maxCardinality "1" . ?c owl:onProperty ?p | ?x a ?c . ?x ?p ?y . ?x ?p ?z        | ?y owl:sameAs ?z
cls-maxqc1  | ?c owl:maxQualifiedCardinality "0" . ?c owl:onProperty ?p . ?c owl:onClass ?d | ?x a ?c . ?x ?p ?y . ?y a ?d | false
cls-maxqc3  | ?c owl:maxQualifiedCardinality "1" . ?c owl:onProperty ?p . ?c owl:onClass ?d | ?x a ?c . ?x ?p ?y . ?y a ?d . ?x ?p ?z . ?z a ?d | ?y owl:sameAs ?z
cls-oo      | ?c owl:oneOf ?l . ?y in ?l                     |                                        | ?y a ?c

cax-eqc1    | ?c owl:equivalentClass ?d                      | ?x a ?c                                | ?x a ?d
cax-eqc2    | ?c owl:equivalentClass ?d                      | ?x a ?d                                | ?x a ?c
cax-sco     | ?c rdfs:subClassOf ?d                          | ?x a ?c                                | ?x a ?d
cax-dw      | ?c owl:disjointWith ?d                         | ?x a ?c . ?x a ?d                      | false
cax-adc     | ?a a owl:AllDisjointClasses . ?a owl:members ?l . ?c ?d in ?l | ?x a ?c . ?x a ?d       | false
"""  # noqa: E501

_SCHEMA_TABLE = """
scm-sco     |                             | ?c rdfs:subClassOf ?d . ?d rdfs:subClassOf ?e               | ?c rdfs:subClassOf ?e
scm-eqc1    |                             | ?c owl:equivalentClass ?d                                   | ?c rdfs:subClassOf ?d
scm-eqc1    |                             | ?c owl:equivalentClass ?d                                   | ?d rdfs:subClassOf ?c
scm-eqc2    |                             | ?c rdfs:subClassOf ?d . ?d rdfs:subClassOf ?c               | ?c owl:equivalentClass ?d
scm-spo     |                             | ?p rdfs:subPropertyOf ?q . ?q rdfs:subPropertyOf ?r         | ?p rdfs:subPropertyOf ?r
scm-eqp1    |                             | ?p owl:equivalentProperty ?q                                | ?p rdfs:subPropertyOf ?q
scm-eqp1    |                             | ?p owl:equivalentProperty ?q                                | ?q rdfs:subPropertyOf ?p
scm-eqp2    |                             | ?p rdfs:subPropertyOf ?q . ?q rdfs:subPropertyOf ?p         | ?p owl:equivalentProperty ?q
scm-dom1    |                             | ?p rdfs:domain ?c . ?c rdfs:subClassOf ?d                   | ?p rdfs:domain ?d
scm-dom2    |                             | ?q rdfs:domain ?c . ?p rdfs:subPropertyOf ?q                | ?p rdfs:domain ?c
scm-rng1    |                             | ?p rdfs:range ?c . ?c rdfs:subClassOf ?d                    | ?p rdfs:range ?d
scm-rng2    |                             | ?q rdfs:range ?c . ?p rdfs:subPropertyOf ?q                 | ?p rdfs:range ?c
scm-hv      |                             | ?c owl:hasValue ?v . ?c owl:onProperty ?p . ?d owl:hasValue ?v . ?d owl:onProperty ?q . ?p rdfs:subPropertyOf ?q | ?c rdfs:subClassOf ?d
scm-svf1    |                             | ?c owl:someValuesFrom ?y . ?c owl:onProperty ?p . ?d owl:someValuesFrom ?z . ?d owl:onProperty ?p . ?y rdfs:subClassOf ?z | ?c rdfs:subClassOf ?d
scm-svf2    |                             | ?c owl:someValuesFrom ?y . ?c owl:onProperty ?p . ?d owl:someValuesFrom ?y . ?d owl:onProperty ?q . ?p rdfs:subPropertyOf ?q | ?c rdfs:subClassOf ?d
scm-avf1    |                             | ?c owl:allValuesFrom ?y . ?c owl:onProperty ?p . ?d owl:allValuesFrom ?z . ?d owl:onProperty ?p . ?y rdfs:subClassOf ?z | ?c rdfs:subClassOf ?d
scm-avf2    |                             | ?c owl:allValuesFrom ?y . ?c owl:onProperty ?p . ?d owl:allValuesFrom ?y . ?d owl:onProperty ?q . ?p rdfs:subPropertyOf ?q | ?d rdfs:subClassOf ?c
scm-int     | ?c owl:intersectionOf ?l . ?d in ?l |                                                        | ?c rdfs:subClassOf ?d
scm-uni     | ?c owl:unionOf ?l . ?d in ?l    |                                                            | ?d rdfs:subClassOf ?c
eq-rep-o    | ?c owl:sameAs ?d            |                                                                | ?c owl:equivalentClass ?d
eq-rep-p    | ?p owl:sameAs ?q            |                                                                | ?p owl:equivalentProperty ?q
"""  # noqa: E501


class Pattern(NamedTuple):
    """A line of the table: `schema` is matched against the ontology, the rest stays as a rule on facts."""

    name: str
    schema: tuple[Atom, ...]
    members: tuple[str, ...]
    body: tuple[tuple[str, ...], ...]
    head: tuple[str, ...] | None


def _words(column: str) -> list[tuple[str, ...]]:
    return [tuple(atom.split()) for atom in column.split(" . ") if atom.strip()]


def _pattern(line: str) -> Pattern:
    name, schema, body, head = (column.strip() for column in line.split("|"))
    atoms = [words for words in _words(schema) if "in" not in words]
    members = next((words for words in _words(schema) if "in" in words), ())
    return Pattern(
        name,
        tuple(Atom(*map(term, words)) for words in atoms),
        members,
        tuple(_words(body)),
        None if head == "false" else tuple(head.split()),
    )


def _patterns(table: str) -> tuple[Pattern, ...]:
    return tuple(_pattern(line) for line in table.splitlines() if line.strip())


PROFILE = _patterns(_TABLE)
#: Rules whose facts are the ontology's own axioms.
SCHEMA = _patterns(_SCHEMA_TABLE)
