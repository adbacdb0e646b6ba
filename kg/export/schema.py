"""schema.org in JSON-LD, as search engines and knowledge panels read it: articles, quotations, people, bodies, places.

Only what articles themselves assert is said of a thing: schema.org has no word for what somebody only claims.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import IO, Any, TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store

from kg.graph.article import articles
from kg.graph.terms import ALTERNATIVE, LABEL, SAME, TYPE, news
from kg.vocabulary import GEO, INFERRED, NEWS, vocabulary

Json = dict[str, Any]
#: What tells a thing by its name alone.
Names: TypeAlias = Callable[[NamedNode], Json | None]
CONTEXT = "https://schema.org"
#: The kinds of schema.org by ours, the narrowest first.
KINDS = (("Person", "Person"), ("Organization", "Organization"), ("Place", "Place"))
#: The properties of schema.org by the relations that say the same, with whose they are.
RELATIONS: Mapping[str, Mapping[str, str]] = {
    "Person": {
        "worksFor": "worksFor",
        "memberOf": "memberOf",
        "citizenOf": "nationality",
        "bornIn": "birthPlace",
        "diedIn": "deathPlace",
        "educatedAt": "alumniOf",
        "spouseOf": "spouse",
        "childOf": "parent",
    },
    "Organization": {"headquarteredIn": "location", "subsidiaryOf": "parentOrganization", "foundedBy": "founder"},
    "Place": {"locatedIn": "containedInPlace"},
}


def schema(db: Store, out: IO[bytes]) -> None:
    """Write a store as one document, in the order of IRIs."""
    out.write(f'{{"@context": "{CONTEXT}", "@graph": [\n'.encode())
    for number, each in enumerate(_graph(db)):
        out.write(b",\n" if number else b"")
        out.write(json.dumps(each, ensure_ascii=False).encode())
    out.write(b"\n]}\n")


def _graph(db: Store) -> Iterator[Json]:
    inferred = next((graph for graph in db.named_graphs() if graph.value.endswith(INFERRED)), None)
    for node in sorted(articles(db), key=str):
        yield article(db, node)
    for node in _subjects(db, TYPE, news("Statement")):
        if found := quotation(db, node):
            yield found
    for kind, _ in KINDS:
        for node in _subjects(db, TYPE, news(kind)):
            if (told := kind_of(db, node)) == kind:
                yield thing(db, node, told, inferred)


def _subjects(db: Store, name: NamedNode, value: NamedNode) -> list[NamedNode]:
    found = {quad.subject for quad in db.quads_for_pattern(None, name, value, DefaultGraph())}
    return sorted((node for node in found if isinstance(node, NamedNode)), key=str)


def article(db: Store, node: NamedNode, name: Names | None = None) -> Json:
    """Return an article with what it mentions, each by its `name`."""
    own, name = Own(db, node), name or partial(named, db)
    mentioned = {quad.object for quad in db.quads_for_pattern(None, news("mentionOf"), None, node)}
    source, byline = own.value(news("source")), own.value(news("byline"))
    things = sorted((other for other in mentioned if isinstance(other, NamedNode)), key=str)
    return said(
        "NewsArticle",
        node.value,
        headline=own.value(LABEL),
        datePublished=own.value(news("published")),
        author={"@type": "Person", "name": byline} if byline else None,
        url=source if source.startswith(("http://", "https://")) else None,
        mentions=[each for other in things if (each := name(other))],
    )


def quotation(db: Store, node: NamedNode, name: Names | None = None) -> Json | None:
    """Return what somebody says, with who says it and the article that quotes it; nothing without words."""
    if not (words := _value(db, node, news("words"))):
        return None
    name = name or partial(named, db)
    speakers = [found for other in _things(db, node, news("speaker")) if (found := name(other))]
    quoted = node.value.partition("/statement/")[0]
    return said("Quotation", node.value, text=words, creator=speakers, isPartOf={"@id": quoted})


def thing(
    db: Store, node: NamedNode, kind: str, inferred: NamedNode | BlankNode | None, name: Names | None = None
) -> Json:
    """Return a person, body or place with what articles assert of it: what follows stands in a graph of its own."""
    own, name = Own(db, node), name or partial(named, db)

    def stated(relation: NamedNode) -> Iterator[NamedNode]:
        for other in own.things(relation):
            if inferred is None or Quad(node, relation, other, inferred) not in db:
                yield other

    facts = {
        called: [found for other in stated(news(relation)) if (found := name(other))]
        for relation, called in RELATIONS[kind].items()
    }
    point = [own.value(NamedNode(GEO + name)) for name in ("lat", "long")]
    geo = {"@type": "GeoCoordinates", "latitude": point[0], "longitude": point[1]} if all(point) else None
    return said(
        dict(KINDS)[kind],
        node.value,
        name=own.value(LABEL),
        alternateName=own.values(ALTERNATIVE),
        sameAs=[other.value for other in own.things(SAME)],
        geo=geo,
        **facts,
    )


def kind_of(db: Store, node: NamedNode) -> str | None:
    """Return the kind of a thing that schema.org has, too."""
    found = [each.value.removeprefix(NEWS) for each in _things(db, node, TYPE)]
    return next((kind for kind, _ in KINDS if any(vocabulary().is_a(each, kind) for each in found)), None)


def named(db: Store, node: NamedNode) -> Json | None:
    """Return a thing by its name alone; nothing for what schema.org has no kind."""
    kind = kind_of(db, node)
    return said(dict(KINDS)[kind], node.value, name=_value(db, node, LABEL)) if kind else None


def said(kind: str, iri: str, **found: object) -> Json:
    """Return a node with what is known."""
    return {"@type": kind, "@id": iri, **{name: value for name, value in found.items() if value}}


class Own:
    """What the default graph says of a thing, read at once."""

    def __init__(self, db: Store, node: NamedNode) -> None:
        self._held: dict[NamedNode, list[object]] = {}
        for quad in db.quads_for_pattern(node, None, None, DefaultGraph()):
            self._held.setdefault(quad.predicate, []).append(quad.object)

    def things(self, relation: NamedNode) -> list[NamedNode]:
        """Return what it is related to, in the order of IRIs."""
        return sorted((each for each in self._held.get(relation, ()) if isinstance(each, NamedNode)), key=str)

    def values(self, name: NamedNode) -> list[str]:
        """Return its values of that name, in their order."""
        return sorted(each.value for each in self._held.get(name, ()) if isinstance(each, Literal))

    def value(self, name: NamedNode) -> str:
        """Return the first of these; nothing where there is none."""
        return next(iter(self.values(name)), "")


def _things(db: Store, node: NamedNode, relation: NamedNode) -> list[NamedNode]:
    found = {quad.object for quad in db.quads_for_pattern(node, relation, None, DefaultGraph())}
    return sorted((each for each in found if isinstance(each, NamedNode)), key=str)


def _value(db: Store, node: NamedNode, name: NamedNode) -> str:
    quads = db.quads_for_pattern(node, name, None, DefaultGraph())
    return min((quad.object.value for quad in quads if isinstance(quad.object, Literal)), default="")
