"""Find the counterpart of each entity that has none yet; those found go to a graph of their own."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby

from pyoxigraph import NamedNode

from kg import reason
from kg.extract.lexicon import gazetteer
from kg.graph.store import Store
from kg.link.candidates import KINDS, Asked, Names, local
from kg.link.choose import ACCEPTED, LIKELY, About, Choice, ranked
from kg.link.kept import Kept, keep
from kg.link.replay import GAZETTEER, proposed, refresh
from kg.link.search import Source, Wanted, search
from kg.query.run import select
from kg.resolve import folding
from kg.resolve.decisions import ARTICLE
from kg.vocabulary import LINKS

#: What the gazetteer proposes is a proposal; what encloses a place and no article names is background.
UNLINKED = """
SELECT ?entity ?label ?name WHERE {
  ?entity a news:%s ; rdfs:label ?label .
  OPTIONAL { ?entity skos:altLabel ?name }
  FILTER EXISTS { ?article news:mentions ?entity }
  FILTER NOT EXISTS {
    GRAPH <%s> { ?link rdf:subject ?entity ; rdf:predicate skos:exactMatch ; dcterms:source ?source }
    FILTER(?source != "%s")
  }
}
ORDER BY ?entity ?label ?name
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


@dataclass(frozen=True, slots=True)
class Link:
    """An entity and its best counterpart, or None where there is none; it is accepted if it is sure enough."""

    entity: NamedNode
    label: str
    kind: str
    best: Choice | None
    source: str
    accepted: float = ACCEPTED
    likely: float = LIKELY

    @property
    def choice(self) -> Choice | None:
        """The counterpart that is accepted."""
        return self.best if self.best and self.best.confidence >= self.accepted else None

    @property
    def proposed(self) -> Choice | None:
        """The counterpart that is likely and not sure enough."""
        return self.best if self.best and not self.choice and self.best.confidence >= self.likely else None


def links(
    store: Store, source: Source | Asked, *, accepted: float = ACCEPTED, likely: float = LIKELY
) -> Iterator[Link]:
    """Yield a link for each person, organization and place without one; asks the source by batches."""
    asked = source if isinstance(source, Source) else Names(source)
    for kind in KINDS:
        things = list(unlinked(store, kind))
        found = search(asked, things)
        about = told_of(store, [NamedNode(each.key) for each in things if each.key in found])
        for each in things:
            entity = NamedNode(each.key)
            best = ranked(found[each.key], about[entity]) if each.key in found else None
            yield Link(entity, each.names[0], kind, best, asked.name, accepted, likely)


def unlinked(store: Store, kind: str) -> Iterator[Wanted]:
    """Yield the things of a kind that have no link yet; of those that one article alone knows, the persons.

    An unnamed woman, or a body that every town has, names nothing that the world knows; a bare surname may.
    """
    local = f"{store.base}{ARTICLE}"
    query = UNLINKED % (kind, store.base + LINKS, GAZETTEER)
    for entity, rows in groupby(select(store.db, query), key=lambda row: row["entity"]):
        held = list(rows)
        names = dict.fromkeys([held[0]["label"].value, *(row["name"].value for row in held if row["name"])])
        is_local = entity.value.startswith(local)
        if kind == "Person" or not is_local:
            yield Wanted(entity.value, kind, tuple(names), is_local)


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
    ids_of = {row.thing: local(row.item) for row in proposed(store)}
    return {
        each: About(
            frozenset(countries[each.value]),
            frozenset(words[each.value]),
            ids_of.get(each.value.removeprefix(store.base)),
        )
        for each in entities
    }


def write(store: Store, links: Iterable[Link], *, day: date | None = None, same_as: bool = False) -> int:
    """Store the links, each with its confidence, reason, source and date; return how many are accepted.

    Those that are likely and not sure enough stand in a graph of proposals. The store is current after it.
    """
    when = (day or datetime.now(UTC).date()).isoformat()
    found = [link for link in links if link.best]
    keep(store, {path(store, link): rows(store, link, when, same_as=same_as) for link in found})
    refresh(store)
    store.rename()
    reason.update(store, *store.pending())
    return sum(1 for link in found if link.choice)


def path(store: Store, link: Link) -> str:
    """Return the path of the IRI of what a link is of."""
    return link.entity.value.removeprefix(store.base)


def rows(store: Store, link: Link, when: str, *, same_as: bool = False) -> list[Kept]:
    """Return a link with its next best as the store keeps them."""
    first = link.best
    return [
        Kept(
            thing=path(store, link),
            item=each.candidate.iri,
            confidence=each.confidence,
            reason=each.reason,
            source=link.source,
            date=when,
            rank=rank,
            accepted=each is link.choice,
            same_as=same_as,
            likely=bool(link.choice or link.proposed),
        )
        for rank, each in enumerate((first, *first.others) if first else (), 1)
    ]
