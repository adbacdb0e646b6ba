"""What the ontology says of its terms: read once from Turtle, so that a domain or range is declared in one place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from kg.errors import UsageError
from kg.resources import folder

#: What the IRIs of things, articles and graphs start with, unless a store is given another base.
BASE = "https://w3id.org/newskg/id/"
NEWS = "https://w3id.org/newskg/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
DCTERMS = "http://purl.org/dc/terms/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#"
DCTERMS = "http://purl.org/dc/terms/"
ITSRDF = "http://www.w3.org/2005/11/its/rdf#"
OA = "http://www.w3.org/ns/oa#"
#: The prefixes that people write and read.
PREFIXES = {
    "dcterms": DCTERMS,
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": GEO,
    "itsrdf": ITSRDF,
    "news": NEWS,
    "oa": OA,
    "org": "http://www.w3.org/ns/org#",
    "owl": OWL,
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": SKOS,
    "wd": "http://www.wikidata.org/entity/",
    "xsd": XSD,
}
#: Graphs of a store that no article states, below its base.
INFERRED, LINKS, ONTOLOGY = "graph/inferred", "graph/links", "graph/ontology"
#: A user's ontology beside kg's, and the two as owlrl closes them.
ONTOLOGY_OWN, ONTOLOGY_CLOSED = "graph/ontology-own", "graph/ontology-closed"
#: Counterparts that are likely and not sure enough.
PROPOSED = "graph/links/proposed"
#: What is known beside the articles: from tables of others, and of linked items.
BACKGROUND, ENRICHED = BACKGROUNDS = "graph/background", "graph/background/linked"
#: Which claims contradict each other, as `kg check` last found.
CONTRADICTIONS = "graph/contradictions"
#: Which IRIs are replaced by others, now that it is known who is who.
IDENTITY = "graph/identity"
#: Which articles are another's text again.
VERSIONS = "graph/versions"
#: Which statements are told again by which articles.
RETOLD = "graph/retold"
#: What a store keeps for itself to tell who is who, which happenings are one, which articles are, what was found of
#: things elsewhere, and by which engine it reasons.
NAMED, OCCURRENCES, READINGS, RESOLVED, SENTENCES, UNRESOLVED, WAITING, FOUND, ENGINE = IDENTITIES = (
    "graph/named",
    "graph/occurrences",
    "graph/readings",
    "graph/resolved",
    "graph/sentences",
    "graph/unresolved",
    "graph/waiting",
    "graph/links/found",
    "graph/engine",
)
#: The class of whatever acts: it follows of a state, too, and tells nothing where another is known.
WIDEST = "Agent"
_LITERALS = {f"{XSD}integer": "Number", f"{XSD}string": "Text"}


@dataclass(frozen=True, slots=True)
class Property:
    """A relation; `domain` and `range` are classes by local name, or Date, Number or Text; None admits everything.

    One of a user's own is named by its IRI.
    """

    name: str
    label: str
    domain: str | None
    range: str | None
    literal: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The ontology's terms by their local names; `above` holds each class's superclasses, itself included."""

    labels: Mapping[str, str]
    above: Mapping[str, frozenset[str]]
    properties: Mapping[str, Property]

    def property(self, name: str) -> Property:
        """Return the relation of that name.

        Raises:
            UsageError: the ontology has none.

        """
        try:
            return self.properties[name]
        except KeyError:
            raise UsageError(f"the ontology has no relation {name!r}; it has {', '.join(self.properties)}") from None

    def check_class(self, name: str) -> None:
        """Make sure that things can be of that kind.

        Raises:
            UsageError: the ontology has no such class.

        """
        if name not in self.above:
            raise UsageError(f"the ontology has no class {name!r}; it has {', '.join(self.above)}")

    def is_a(self, kind: str, wanted: str | None) -> bool:
        """Whether things of a kind are of the wanted kind; None is wanted of anything."""
        return wanted is None or kind == wanted or wanted in self.above.get(kind, ())

    def narrowest(self, kinds: Iterable[str]) -> list[str]:
        """Return the classes that are above none of the others, in their order: a state that acts is a place."""
        held = {kind for kind in kinds if kind in self.above}
        found = sorted(kind for kind in held if not any(kind in self.above[each] for each in held - {kind}))
        return [kind for kind in found if kind != WIDEST] or found

    def allows(self, relation: str, subject_kind: str, object_kind: str) -> bool:
        """Whether the relation may hold of things of these kinds, by its domain and range."""
        return self.admits(self.property(relation), subject_kind, object_kind)

    def admits(self, relation: Property, subject_kind: str, object_kind: str) -> bool:
        """Whether a relation, which a user's ontology may declare, may hold of things of these kinds."""
        return self.is_a(subject_kind, relation.domain) and self.is_a(object_kind, relation.range)


@cache
def vocabulary(path: Path | None = None) -> Vocabulary:
    """Read the ontology that came with kg, or the one at the path."""
    return _read(ox.parse(path=str(path or folder("ontology") / "news.ttl"), format=ox.RdfFormat.TURTLE))


def _read(quads: Iterable[ox.Quad]) -> Vocabulary:
    said: dict[str, dict[str, list[str]]] = {}
    for subject, predicate, value, _ in quads:
        if isinstance(subject, ox.NamedNode) and not isinstance(value, ox.Triple):
            said.setdefault(subject.value, {}).setdefault(predicate.value, []).append(value.value)
    terms = {iri.removeprefix(NEWS): facts for iri, facts in said.items() if iri.startswith(NEWS)}
    parents = {
        name: _local(facts.get(f"{RDFS}subClassOf", []))
        for name, facts in terms.items()
        if f"{OWL}Class" in facts.get(f"{RDF}type", [])
    }
    return Vocabulary(
        labels={name: facts[f"{RDFS}label"][0] for name, facts in terms.items()},
        above={name: _above(name, parents) for name in parents},
        properties={name: _property(name, terms) for name in terms if name not in parents},
    )


def _local(iris: list[str]) -> list[str]:
    return [iri.removeprefix(NEWS) for iri in iris if iri.startswith(NEWS)]


def _above(name: str, parents: Mapping[str, list[str]]) -> frozenset[str]:
    return frozenset({name}).union(*(_above(parent, parents) for parent in parents[name]))


def _property(name: str, terms: Mapping[str, dict[str, list[str]]]) -> Property:
    facts = terms[name]
    domain = _local(facts.get(f"{RDFS}domain", []))
    range_ = _local(facts.get(f"{RDFS}range", [])) or [
        _LITERALS[iri] for iri in facts.get(f"{RDFS}range", []) if iri in _LITERALS
    ]
    # A date may be a day, a month or a year, so that no datatype names it: what makes it one is to say when.
    if name == "when" or "when" in _local(facts.get(f"{RDFS}subPropertyOf", [])):
        range_ = ["Date"]
    return Property(
        name=name,
        label=facts[f"{RDFS}label"][0],
        domain=domain[0] if domain else None,
        range=range_[0] if range_ else None,
        literal=f"{OWL}DatatypeProperty" in facts[f"{RDF}type"],
    )
