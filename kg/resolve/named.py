"""What one article tells of one thing that it names, as far as it helps to know that thing elsewhere."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Sense:
    """A kind and a name in its normal form, with the country where bodies of that name are many.

    `article` is the only one that knows the thing, for a bare surname or a body of no known country.
    """

    kind: str
    name: str
    country: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A thing as one article names it; `key` is the path of the IRI that the article alone would give it.

    `names` are its usual name, and the words that name it there. `country` is the key of the country that it or its
    article is of. `offices` are "role@body" of a person, `born` the year that an age tells; a person `acts` whom
    the article lets speak or tells of. A `team` is an organization that is called by a place, to a `staffed` one the
    article says that somebody belongs; a place lies `within` others. `words` are those near a person whose name many
    bear, `sense` is what the name means there as far as the article tells.
    """

    article: str
    key: str
    kind: str
    names: tuple[str, ...]
    count: int = 1
    qid: str | None = None
    country: str | None = None
    offices: tuple[str, ...] = ()
    born: int | None = None
    acts: bool = False
    team: bool = False
    staffed: bool = False
    within: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    sense: Sense | None = None

    @property
    def label(self) -> str:
        """What the article calls it."""
        return self.names[0]

    @property
    def said(self) -> tuple[str, ...]:
        """The words that name it in the article."""
        return self.names[1:] or self.names

    @property
    def local(self) -> bool:
        """Whether the article's own words make it known nowhere else: a bare surname, an unnamed woman."""
        return self.key.startswith("article/")


def of_article(things: Iterable[Named]) -> Mapping[str, tuple[Named, ...]]:
    """Return things by their articles."""
    found: dict[str, list[Named]] = defaultdict(list)
    for thing in things:
        found[thing.article].append(thing)
    return {article: tuple(sorted(group, key=lambda thing: thing.key)) for article, group in found.items()}
