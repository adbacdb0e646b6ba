"""What a store holds of articles, by the digest of all that their graphs depend on, those that wait with them."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from hashlib import sha256

from pyoxigraph import NamedNode

from kg.articles.article import Article
from kg.articles.ids import is_newer
from kg.errors import Notice
from kg.extraction import own_digest
from kg.graph import waiting
from kg.graph.store import Store
from kg.graph.terms import Names


def content_hash(article: Article, read_by: str) -> str:
    """Return a digest of all that the graph of an article depends on."""
    return sha256(json.dumps([asdict(article), read_by], sort_keys=True).encode()).hexdigest()


def held(store: Store, article: Article) -> str | None:
    """Return the content hash under which the store holds an article of this id."""
    return waiting.value(store, Names(article.id, store.base).article, "contentHash")


def dated(article: Article) -> str:
    """Return the day by which versions of one address are told apart; empty of what is not called by its address."""
    return article.published or "" if article.id == article.source else ""


def is_older(store: Store, article: NamedNode, day: str) -> bool:
    """Tell whether the store has what stood later than that day at the address that an article is called by."""
    stored = waiting.value(store, article, "published") if day else None
    return stored is not None and is_newer(stored, day)


def other_rules(store: Store, signature: str) -> Iterator[Notice]:
    """Yield what is told where articles of the store were read by other rules of the user's own than these."""
    read_by = (waiting.value(store, article, "readBy") for article in waiting.articles(store))
    counts = Counter(own_digest(each or "") for each in read_by)
    given = own_digest(signature)
    now = f"by those given now ({given})" if given else "without any, as now"
    for digest in sorted(counts.keys() - {given}):
        were = f"by rules of your own ({digest})" if digest else "without rules of your own"
        many = "1 article was" if counts[digest] == 1 else f"{counts[digest]:,} articles were"
        yield Notice(f"{many} read {were}, not {now}; what is built again is read so")
