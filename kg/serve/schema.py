"""What a page tells search engines and other programs of itself: schema.org in JSON-LD."""

from pyoxigraph import NamedNode

from kg.export.schema import CONTEXT, Json, article, kind_of, named, quotation, thing
from kg.serve.snapshot import Snapshot
from kg.vocabulary import INFERRED


def of_article(seen: Snapshot, iri: str) -> Json:
    """Return an article with what it mentions."""
    return {"@context": CONTEXT, **article(seen.db, NamedNode(iri), seen.remembered(named))}


def of_thing(seen: Snapshot, iri: str) -> Json | None:
    """Return a person, body, place or statement; nothing for what schema.org has no kind."""
    node = NamedNode(iri)
    kind = kind_of(seen.db, node)
    name = seen.remembered(named)
    found = quotation(seen.db, node, name)
    if kind and not found:
        found = thing(seen.db, node, kind, seen.store.graph(INFERRED), name)
    return {"@context": CONTEXT, **found} if found else None
