"""What all articles tell, in tallies: articles are told and taken back in any order, and what changed is known."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Protocol

from kg.resolve import alike, learnt, members, mistaken
from kg.resolve.evidence import Link
from kg.resolve.named import Named, Sense
from kg.resolve.tally import BOTH, WITH, Tally, meant, names, told

FAMILIES = (*alike.FAMILIES, *mistaken.FAMILIES, *members.FAMILIES)
#: A family's name and a key of it.
Key = tuple[str, str]
#: A sort of what is counted of a sense beside another, and the two.
Pair = tuple[str, Sense, Sense]
#: What an article names, with what each name means.
Meant = Sequence[tuple[Named, Sense]]


class Held(Protocol):
    """What was told before, as it is kept."""

    def tally(self, sense: Sense) -> Tally | None:
        """Return the tally of a sense."""

    def among(self, key: Key) -> Iterable[Sense]:
        """Return the senses that have a key."""

    def articles(self, sense: Sense) -> Collection[str]:
        """Return the articles that name a sense, by this or another name of the thing."""


class Nothing:
    """Nothing was told before."""

    def tally(self, _: Sense) -> None:
        """Return no tally."""

    def among(self, _: Key) -> tuple[()]:
        """Return no senses."""
        return ()

    def articles(self, _: Sense) -> frozenset[str]:
        """Return no articles."""
        return frozenset()


class Tallies:
    """The tallies of all that is told: those that are held, and those that changed."""

    def __init__(self, held: Held | None = None, lone: Collection[Sense] = (), before: Collection[Sense] = ()) -> None:
        """Begin with what is held; `lone` are the senses whose things are told apart, and those of `before`."""
        self._held: Held = held or Nothing()
        self._lone, self._lone_before = lone, before
        self._read: dict[Sense, Tally] = {}
        self._now: dict[Sense, Tally] = {}
        self._keyed: dict[Key, list[Sense]] = {}

    def get(self, sense: Sense) -> Tally:
        """Return the tally of a sense, as it is now."""
        found = self._now.get(sense)
        return self.before(sense) if found is None else found

    def before(self, sense: Sense) -> Tally:
        """Return the tally of a sense as it is held."""
        return self._before(sense) or Tally(sense)

    def _before(self, sense: Sense) -> Tally | None:
        if (read := self._read.get(sense)) is not None:
            return read
        if (held := self._held.tally(sense)) is not None:
            self._read[sense] = held
        return held

    @property
    def touched(self) -> Collection[Sense]:
        """The senses of which something was told or taken back."""
        return self._now.keys()

    def change(self, old: Iterable[Meant], new: Iterable[Meant]) -> None:
        """Take back what articles told, and tell what others do."""
        gone, come = list(old), list(new)
        for every, lone, by in ((gone, self._lone_before, -1), (come, self._lone, 1)):
            for what, profile, features in chain.from_iterable(told(things, lone) for things in every):
                self._changing(what).count(profile, features, by)
        self._count_together(gone, come)
        self._count_keys()

    def _changing(self, sense: Sense) -> Tally:
        if sense not in self._now:
            held = self._before(sense)
            self._now[sense] = held.copy() if held else Tally(sense)
        return self._now[sense]

    def _count_together(self, old: Iterable[Meant], new: Iterable[Meant]) -> None:
        """Count the articles that name two names, of those that some article gives to one thing."""
        partners = {sense: found for sense, tally in self._now.items() if (found := set(tally.beside(BOTH)))}
        read = ((sense, self._before(sense)) for sense in self._now)
        counted = {sense: found for sense, held in read if held and (found := set(held.beside(WITH)))}
        for sense, others in counted.items():
            for other in others - partners.get(sense, set()):
                self._together(sense, other, -self._now[sense].beside(WITH)[other])
        changed = {thing.article for things in chain(old, new) for thing, _ in things[:1]}
        for sense, others in partners.items():
            for other in others - counted.get(sense, set()):
                together = {*self._held.articles(sense)} & {*self._held.articles(other)}
                self._together(sense, other, len(together - changed))
        for every, by in ((old, -1), (new, 1)):
            for things in every:
                here = frozenset[Sense]().union(*names(things))
                for sense in here & partners.keys():
                    others = partners[sense] & here
                    for other in others if by > 0 else others & counted.get(sense, set()):
                        self._together(sense, other, by)

    def _together(self, sense: Sense, other: Sense, by: int) -> None:
        feature = (WITH, other.kind, other.name, other.country, other.article)
        self._now[sense].count(None, [feature], by)

    def _count_keys(self) -> None:
        for sense, tally in self._now.items():
            for key in keys(tally):
                self._keyed.setdefault(key, []).append(sense)

    def senses(self, key: Key) -> list[Sense]:
        """Return the senses that have a key now, in order."""
        held = (sense for sense in self._held.among(key) if sense not in self._now)
        return sorted({*held, *self._keyed.get(key, ())})

    def changed_keys(self) -> set[Key]:
        """Return the keys of which the links may be others than before."""
        found: set[Key] = set()
        for sense, tally in self._now.items():
            held = self._before(sense)
            if held:
                old, new = keys(held), keys(tally)
                found |= (old ^ new) | {key for key in old & new if _BY_NAME[key[0]].counts}
        new_here = {key for key, senses in self._keyed.items() if any(self._before(sense) is None for sense in senses)}
        return found | new_here

    def links(self, key: Key) -> Iterator[Link[Sense]]:
        """Yield the links of the senses of a key."""
        senses = self.senses(key)
        if len(senses) > 1:
            yield from _BY_NAME[key[0]].links(key[1], senses, self.get)

    def changed_pairs(self) -> Iterator[Pair]:
        """Yield the pairs of which articles tell that may be other links than before."""
        both = ((sense, tally) for sense in self._now for tally in (self._before(sense), self._now[sense]) if tally)
        yield from {(sort, sense, other) for sense, tally in both for sort, other in learnt.beside(tally)}

    def pair(self, pair: Pair) -> Link[Sense] | None:
        """Return the link of a pair by what the articles that name both tell, if there are things so called."""
        sort, sense, other = pair
        one, two = self.get(sense), self.get(other)
        return learnt.judged(sort, one, two) if one.profiles and two.profiles else None


_BY_NAME = {family.name: family for family in FAMILIES}


def keys(tally: Tally) -> set[Key]:
    """Return the keys of a tally."""
    return {(family.name, key) for family in FAMILIES for key in family.keys(tally)}


def of(articles: Iterable[Sequence[Named]]) -> list[Meant]:
    """Return articles with what each name means."""
    return [meant(things) for things in articles]
