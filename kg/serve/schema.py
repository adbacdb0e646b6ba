"""What a page tells search engines and other programs of itself: schema.org in JSON-LD."""

from typing import Any

from pyoxigraph import NamedNode

from kg.graph.terms import news
from kg.query.card import SPEAKER, values
from kg.serve.articles import ArticlePage
from kg.serve.snapshot import Snapshot
from kg.serve.things import Thing

Json = dict[str, Any]
#: The kinds of schema.org by ours.
KINDS = {"person": "Person", "organization": "Organization", "political party": "Organization", "place": "Place"}
CONTEXT = "https://schema.org"


def of_article(seen: Snapshot, page: ArticlePage) -> Json:
    """Return an article with what it mentions."""
    facts = dict(page.facts)
    node = NamedNode(page.iri)
    mentioned = {quad.object for quad in seen.db.quads_for_pattern(None, news("mentionOf"), None, node)}
    named = sorted((each for each in mentioned if isinstance(each, NamedNode)), key=str)
    found = {
        "headline": page.title,
        "datePublished": facts.get("Published"),
        "author": {"@type": "Person", "name": facts["By"]} if "By" in facts else None,
        "url": page.source if page.source.startswith(("http://", "https://")) else None,
        "mentions": [each for node in named if (each := _mentioned(seen, node))],
    }
    return _said("NewsArticle", page.iri, found)


def of_thing(seen: Snapshot, thing: Thing) -> Json | None:
    """Return a person, body, place or statement; nothing for what schema.org has no kind."""
    node = NamedNode(thing.iri)
    if words := seen.store.value(node, "words"):
        speakers = [_mentioned(seen, NamedNode(iri)) for iri in values(seen.db, node, SPEAKER)]
        return _said("Quotation", thing.iri, {"text": words, "creator": [each for each in speakers if each]})
    kind = next((KINDS[name] for name in thing.kinds if name in KINDS), None)
    found = {"name": thing.label, "alternateName": list(thing.aliases), "sameAs": list(thing.links)}
    if thing.point:
        found["geo"] = {"@type": "GeoCoordinates", "latitude": thing.point[0], "longitude": thing.point[1]}  # type: ignore[assignment]
    return _said(kind, thing.iri, found) if kind else None


def _mentioned(seen: Snapshot, node: NamedNode) -> Json | None:
    kind = next((KINDS[name] for name in seen.kinds(node) if name in KINDS), None)
    return {"@type": kind, "@id": node.value, "name": seen.said(node)} if kind else None


def _said(kind: str, iri: str, found: Json) -> Json:
    kept = {name: value for name, value in found.items() if value}
    return {"@context": CONTEXT, "@type": kind, "@id": iri, **kept}
