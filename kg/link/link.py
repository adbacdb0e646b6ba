"""Find the counterpart of each entity that has none yet; those found go to a graph of their own."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol, runtime_checkable

from pyoxigraph import NamedNode

from kg import reason
from kg.extract.lexicon import gazetteer
from kg.graph import told
from kg.graph.store import Store
from kg.link.candidates import KINDS, Asked, Candidate, Names
from kg.link.choose import ACCEPTED, LIKELY, About, Choice, ranked
from kg.query.run import select
from kg.resolve import folding
from kg.vocabulary import LINKS, PREFIXES, PROPOSED

EXACT_MATCH, CLOSE_MATCH = (NamedNode(f"{PREFIXES['skos']}{name}") for name in ("exactMatch", "closeMatch"))

#: Entities known only inside one article (a bare surname, an unnamed woman) name nothing that the world knows.
UNLINKED = """
SELECT ?entity (MIN(?name) AS ?label) WHERE {
  ?entity a news:%s ; rdfs:label ?name .
  FILTER NOT EXISTS { ?entity skos:exactMatch ?match }
  FILTER(!STRSTARTS(STR(?entity), "%sarticle/"))
}
GROUP BY ?entity
ORDER BY ?entity
"""


#: What the articles that name a thing name beside it, and its roles.
BESIDE = """
SELECT DISTINCT ?entity ?beside WHERE {
  VALUES ?entity { %s } VALUES ?beside { %s }
  ?article news:mentions ?entity , ?beside .
}
"""
ROLES = """
SELECT DISTINCT ?entity ?role WHERE {
  VALUES ?entity { %s }
  { ?holding news:holder ?entity } UNION { ?holding news:incumbent ?entity }
  ?holding news:role/rdfs:label ?role .
}
"""


@runtime_checkable
class Source(Protocol):
    """Where candidates are from."""

    @property
    def name(self) -> str:
        """What it is called where a link says where it is from."""

    def candidates(self, kind: str, names: Iterable[str]) -> Iterator[Candidate]:
        """Yield what bears one of the names and is of the kind."""


@dataclass(frozen=True, slots=True)
class Link:
    """An entity and its best counterpart, or None where there is none; it is accepted if it is sure enough."""

    entity: NamedNode
    label: str
    kind: str
    best: Choice | None
    source: str
    accepted: float = ACCEPTED

    @property
    def choice(self) -> Choice | None:
        """The counterpart that is accepted."""
        return self.best if self.best and self.best.confidence >= self.accepted else None

    @property
    def proposed(self) -> Choice | None:
        """The counterpart that is likely and not sure enough."""
        return self.best if self.best and not self.choice and self.best.confidence >= LIKELY else None


def links(store: Store, source: Source | Asked, *, accepted: float = ACCEPTED) -> Iterator[Link]:
    """Yield a link for each person, organization and place without one; asks the source by batches."""
    asked = source if isinstance(source, Source) else Names(source)
    for kind in KINDS:
        named = {row["entity"]: row["label"].value for row in select(store.db, UNLINKED % (kind, store.base))}
        found: defaultdict[str, list[Candidate]] = defaultdict(list)
        for each in asked.candidates(kind, sorted(set(named.values()))):
            found[each.name].append(each)
        about = told_of(store, [entity for entity, label in named.items() if label in found])
        for entity, label in named.items():
            best = ranked(found[label], about[entity]) if label in found else None
            yield Link(entity, label, kind, best, asked.name, accepted)


def told_of(store: Store, entities: Sequence[NamedNode]) -> Mapping[NamedNode, About]:
    """Return what the articles tell of things that helps to know them elsewhere."""
    if not entities:
        return {}
    ids = {f"{store.base}{key}": gazetteer.by_key()[key].qid for key in gazetteer.countries()}
    these, those = (" ".join(f"<{iri}>" for iri in some) for some in ([each.value for each in entities], ids))
    countries: defaultdict[str, set[str]] = defaultdict(set)
    words: defaultdict[str, set[str]] = defaultdict(set)
    for row in select(store.db, BESIDE % (these, those)):
        countries[row["entity"].value].add(ids[row["beside"].value] or "")
    for row in select(store.db, ROLES % these):
        words[row["entity"].value].update(folding.words(row["role"].value))
    return {each: About(frozenset(countries[each.value]), frozenset(words[each.value])) for each in entities}


def write(store: Store, found: Iterable[Link], *, day: date | None = None) -> int:
    """Store the links, each with its confidence, reason, source and date; return how many are accepted.

    Those that are likely and not sure enough stand in a graph of proposals. The store is current after it.
    """
    links = [link for link in found if link.best]
    for name, some in ((LINKS, [link for link in links if link.choice]), (PROPOSED, [x for x in links if x.proposed])):
        graph = store.graph(name)
        new = (quad for link in some for quad in told.quads(said(link, day), graph, store.base))
        store.replace(graph, [*store.db.quads_for_pattern(None, None, None, graph), *new])
    store.rename()
    reason.update(store, *store.pending())
    return sum(1 for link in links if link.choice)


def said(link: Link, day: date | None = None) -> told.Told:
    """Return a link as what its source says."""
    if link.best is None:
        raise ValueError(f"{link.label} has no counterpart")
    relation = EXACT_MATCH if link.choice else CLOSE_MATCH
    when = (day or datetime.now(UTC).date()).isoformat()
    triple = (link.entity, relation, NamedNode(link.best.candidate.iri))
    return told.Told(triple, link.source, when, link.best.confidence, link.best.reason)
