"""Find the counterpart of each entity that has none yet; those found go to a graph of their own."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import groupby

from pyoxigraph import NamedNode

from kg import reason
from kg.graph.store import Store
from kg.link.candidates import KINDS, Asked, local
from kg.link.choose import ACCEPTED, LIKELY, Choice, choose, ranked, ties
from kg.link.contested import unshared
from kg.link.kept import Kept, keep, shown
from kg.link.replay import GAZETTEER, refresh
from kg.link.search import Found, Source, Wanted, search
from kg.link.stated import Stated
from kg.link.telling import named_beside, told_of
from kg.query.run import select
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
    """Yield a link for each person, organization and place without one; asks the source by batches.

    Kind by kind: bodies are tied to places and persons to bodies, so each is weighed by what was settled before it.
    """
    asked = source if isinstance(source, Source) else Stated(source)
    settled = {store.base + row.thing: local(row.item) for row in shown(store) if row.accepted}
    for kind in reversed(KINDS):
        things = list(unlinked(store, kind))
        choices = _choices(store, things, search(asked, things), settled, accepted)
        for each in things:
            link = Link(NamedNode(each.key), each.names[0], kind, choices.get(each.key), asked.name, accepted, likely)
            settled |= {each.key: local(link.choice.candidate.iri)} if link.choice else {}
            yield link


def _choices(
    store: Store, things: Sequence[Wanted], found: Found, before: Mapping[str, str], accepted: float
) -> Mapping[str, Choice]:
    """Return the best of the candidates of things of a kind; what is sure by itself tells of the others."""
    about = {node.value: told for node, told in told_of(store, [NamedNode(key) for key in found]).items()}
    alone = {key: choose(some, about[key], accepted=accepted) for key, some in found.items()}
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    for key, item in {**before, **{key: local(best.candidate.iri) for key, best in alone.items() if best}}.items():
        bearers[item].append(key)
    beside = ((key, named_beside(store, NamedNode(key), ties(some), bearers)) for key, some in found.items())
    choices = {key: ranked(found[key], replace(about[key], beside=items)) for key, items in beside}
    return unshared(things, {key: best for key, best in choices.items() if best})


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


def write(store: Store, links: Iterable[Link], *, day: date | None = None, same_as: bool = False) -> int:
    """Store the links, each with its confidence, reason, source and date; return how many are accepted.

    Those that are likely and not sure enough stand in a graph of proposals. The store is current after it.
    """
    when = (day or datetime.now(UTC).date()).isoformat()
    found = [link for link in links if link.best]
    keep(store, {path(store, link): rows(store, link, when, same_as=same_as) for link in found})
    refresh(store)
    store.rename()
    reason.update(store)
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
