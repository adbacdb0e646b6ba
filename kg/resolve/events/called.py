"""What a happening of several articles is called: its IRI, and the label that people read."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from kg import naming
from kg.resolve import folding
from kg.vocabulary import vocabulary

#: Letters of a digest that tell two happenings of one kind, place and day apart.
DIGITS = 6
_PATH = re.compile(
    rf"event/(?P<kind>[a-z]+)(?:-(?P<place>.+?))??(?:-(?P<day>\d{{4}}-\d\d-\d\d))?-(?P<mark>[0-9a-f]{{{DIGITS}}})"
)


class Called(NamedTuple):
    """A kind of happening (a class of the ontology), its place and day as most articles tell them, and a digest."""

    kind: str
    place: str
    day: str
    mark: str

    @classmethod
    def of(cls, path: str) -> "Called | None":
        """Return what a path says that `path` gave, its names in small letters; None of another path."""
        found = _PATH.fullmatch(path)
        return cls(*(found[part] or "" for part in cls._fields)) if found else None

    @property
    def path(self) -> str:
        """The path of its IRI: "event/vehicleattack-stoke-on-trent-2021-03-09-718eb7"."""
        return naming.shared("event", " ".join(filter(None, self)))

    def label(self, places: Mapping[str, str]) -> str | None:
        """Return "Vehicle attack, Stoke-on-Trent, 2021-03-09", of an article whose places are called so by `known_as`.

        None where the article does not name the place: others do.
        """
        if self.place and self.place not in places:
            return None
        labels = {naming.slug(name): vocabulary().labels[name] for name in vocabulary().above}
        kind = labels.get(self.kind, self.kind)
        return ", ".join(filter(None, (kind[:1].upper() + kind[1:], places.get(self.place), self.day)))


def known_as(label: str) -> str:
    """Return what a place is called in the path of a happening there."""
    return naming.slug(" ".join(folding.words(label)))
