"""owlrl: it closes the ontology, and is the reference for facts: all rules of OWL 2 RL, in the plainest way."""

from collections.abc import Callable, Iterable, Iterator

import pyoxigraph as ox

from kg.reason.schema import Schema
from kg.reason.terms import DIFFERENT, SAME, THING, TYPE, Atom, Term, is_vocabulary, term
from kg.resources import version_of

_NOTHING = term("owl:Nothing")
_ERROR = ox.NamedNode("http://www.daml.org/2002/03/agents/agent-ont#error")
#: What owlrl infers beyond facts, by the name of its kind; literals as subjects are the sixth, which RDF cannot hold.
NOISE: dict[str, Callable[[Atom], bool]] = {
    "reflexive sameAs": lambda t: t.p == SAME and t.s == t.o,
    "owl:Thing types": lambda t: t.p == TYPE and t.o == THING,
    "axiomatic triples": lambda t: is_vocabulary(t.s),
    "schema triples": lambda t: is_vocabulary(t.o) and t.o != _NOTHING if t.p == TYPE else _is_schema(t.p),
    "anonymous restrictions": lambda t: any(isinstance(node, ox.BlankNode) for node in t),
}


_REFLEXIVE = {
    term(word) for word in ("rdfs:subClassOf", "owl:equivalentClass", "rdfs:subPropertyOf", "owl:equivalentProperty")
}
_ABOVE = {term(word) for word in ("rdfs:subClassOf", "rdfs:domain", "rdfs:range")}
#: What owlrl infers about an ontology that is so of every class or property.
_OF_EVERYTHING: dict[str, Callable[[Atom], bool]] = {
    "reflexive sameAs": NOISE["reflexive sameAs"],
    "owl:Thing types": NOISE["owl:Thing types"],
    "axiomatic triples": NOISE["axiomatic triples"],
    "reflexive axioms": lambda t: t.s == t.o and t.p in _REFLEXIVE,
    "owl:Thing above": lambda t: t.o == THING and t.p in _ABOVE,
}


def owlrl_version() -> str:
    """Return which owlrl this is, without loading it."""
    return f"owlrl {version_of('owlrl')}"


def closed_ontology(axioms: Iterable[Atom]) -> set[Atom]:
    """Return an ontology with all that owlrl finds to follow, less what is so of every class and property."""
    given = list(axioms)
    found = _expanded(Schema(given), ())
    return {*given, *(triple for triple in found if not any(is_noise(triple) for is_noise in _OF_EVERYTHING.values()))}


def _is_schema(predicate: Term) -> bool:
    return is_vocabulary(predicate) and predicate not in (SAME, DIFFERENT)


def owlrl_closure(ontology: Iterable[Atom], facts: Iterable[Atom]) -> set[Atom]:
    """Return the facts with all that owlrl finds to follow, less its noise and its error messages."""
    axioms = Schema(ontology)
    terms = axioms.terms()
    return {
        triple
        for triple in _expanded(axioms, facts)
        if triple.s not in terms and not any(is_noise(triple) for is_noise in NOISE.values())
    }


def owlrl_errors(ontology: Iterable[Atom], facts: Iterable[Atom]) -> list[str]:
    """Return owlrl's messages of what cannot be so."""
    return sorted(triple.o.value for triple in _expanded(Schema(ontology), facts) if triple.p == _ERROR)


def _expanded(axioms: Schema, facts: Iterable[Atom]) -> Iterator[Atom]:
    import owlrl

    from kg.reason.rdflib_terms import from_rdflib, to_rdflib

    graph = to_rdflib([*axioms, *facts])
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(graph)
    return from_rdflib(graph)
