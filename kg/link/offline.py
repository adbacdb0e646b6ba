"""Candidates of an index of Wikidata that stands on this machine."""

from collections.abc import Iterable, Iterator

from kg.link.candidates import Candidate
from kg.link.index import Index, popularity
from kg.link.item import COUNTRY
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
                if kind in item.kinds and (how != "acronym" or is_acronym(name)):
                    yield Candidate(
                        name=name,
                        iri=PREFIXES["wd"] + item.id,
                        how=how,
                        sitelinks=popularity(item),
                        description=item.description,
                        countries=frozenset(item.claims.get(COUNTRY, ())),
                    )


def is_acronym(name: str) -> bool:
    """Tell whether a name is written as an acronym is: "GM", "U.S."."""
    return name.isupper() and len(name.replace(".", "")) <= ACRONYM
