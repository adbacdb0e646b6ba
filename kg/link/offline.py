"""Candidates of an index of Wikidata that stands on this machine."""

from collections.abc import Iterable, Iterator

from kg.link.candidates import Candidate, How
from kg.link.index import Index, popularity
from kg.link.item import COUNTRIES, TIES, Item, key
from kg.vocabulary import PREFIXES

#: Letters of an acronym, at most.
ACRONYM = 6


class IndexNames:
    """What an index has under names."""

    def __init__(self, index: Index) -> None:
        self.index = index

    @property
    def name(self) -> str:
        """The dump that the index was made of."""
        return self.index.noted("source") or self.index.path.name

    def candidates(self, kind: str, names: Iterable[str]) -> Iterator[Candidate]:
        """Yield what bears one of the names and is of the kind."""
        for name in names:
            for item, how in self.index.find(name):
                if kind in item.kinds and (how != "acronym" or (kind == "Organization" and is_acronym(name))):
                    yield _candidate(name, item, how)

    def parts(self, kind: str, names: Iterable[str]) -> Iterator[Candidate]:
        """Yield what has one of the names as a part of its own: a person's at the end, a place's at the beginning."""
        for name in names:
            part = key(name)
            for item in self.index.containing(name):
                if kind in item.kinds and is_part(kind, part, key(item.label)):
                    yield _candidate(name, item, "part")


def _candidate(name: str, item: Item, how: How) -> Candidate:
    return Candidate(
        name=name,
        iri=PREFIXES["wd"] + item.id,
        how=how,
        sitelinks=popularity(item),
        description=item.description,
        countries=item.told(COUNTRIES),
        works=item.works,
        tied=item.told(TIES),
    )


def is_part(kind: str, part: str, label: str) -> bool:
    """Tell whether things of the kind are called so for short: Merkel, Heathrow, Cowboys."""
    first, _, last = part.partition(" ")
    if kind == "Person":
        is_full = last and label.startswith(f"{first} ") and f" {last} " in f"{label} "
        return label.endswith(f" {part}") or bool(is_full)
    return label.startswith(f"{part} ") or (kind == "Organization" and label.endswith(f" {part}"))


def is_acronym(name: str) -> bool:
    """Tell whether a name is written as an acronym is: "GM", "U.S."."""
    return name.isupper() and len(name.replace(".", "")) <= ACRONYM
