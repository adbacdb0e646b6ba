"""The terms that rules are made of."""

from typing import Any, NamedTuple, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple, Variable

#: What can stand in a triple.
Term: TypeAlias = NamedNode | BlankNode | Literal

_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def term(word: str) -> Any:
    """Read one word of the rule table: `?x`, `a`, `owl:sameAs`, `"1"`."""
    if word.startswith("?"):
        return Variable(word[1:])
    if word.startswith('"'):
        return Literal(word.strip('"'))
    prefix, _, name = ("rdf:type" if word == "a" else word).partition(":")
    return NamedNode(_NAMESPACES[prefix] + name)


TYPE = NamedNode(_NAMESPACES["rdf"] + "type")
THING = NamedNode(_NAMESPACES["owl"] + "Thing")
SAME = NamedNode(_NAMESPACES["owl"] + "sameAs")
DIFFERENT = NamedNode(_NAMESPACES["owl"] + "differentFrom")
#: Two conditions that are reckoned instead of looked up: a literal is not of a datatype (dt-not-type), and two
#: literals stand for two values (dt-diff).
NOT_OF = NamedNode("https://w3id.org/newskg/rule#isNotOfDatatype")
UNEQUAL = NamedNode("https://w3id.org/newskg/rule#isAnotherValueThan")


def is_vocabulary(node: object) -> bool:
    """Tell whether a node is a term of RDF, RDFS or OWL itself, or an XML Schema datatype."""
    return isinstance(node, NamedNode) and node.value.startswith(tuple(_NAMESPACES.values()))


def is_datatype(node: object) -> bool:
    """Tell whether a class is one of literals."""
    return isinstance(node, NamedNode) and (node.value.startswith(_NAMESPACES["xsd"]) or node.value in _RDF_DATATYPES)


_RDF_DATATYPES = {
    _NAMESPACES["rdfs"] + "Literal",
    *(_NAMESPACES["rdf"] + name for name in ("langString", "PlainLiteral", "XMLLiteral", "HTML", "JSON")),
}


class Atom(NamedTuple):
    """A triple of terms, in which variables may stand; in an instantiated rule the predicate never is one."""

    s: Any
    p: Any
    o: Any

    def __str__(self) -> str:
        return " ".join(map(str, self))

    def variables(self) -> set[Variable]:
        """Return the variables that stand in it."""
        return {node for node in self if isinstance(node, Variable)}

    def replace(self, binding: "Binding") -> "Atom":
        """Return it with each bound variable replaced."""
        return Atom(*(binding.get(node, node) if isinstance(node, Variable) else node for node in self))

    @classmethod
    def of(cls, triple: Triple | Quad) -> "Atom":
        """Return a triple as an atom."""
        return cls(triple.subject, triple.predicate, triple.object)

    def triple(self) -> Triple:
        """Return it as a triple; no variable may be left."""
        return Triple(self.s, self.p, self.o)


#: What variables stand for.
Binding: TypeAlias = dict[Variable, Any]
