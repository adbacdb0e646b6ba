"""What articles tell now of names, beside what they were held to tell: of those that changed, and of all others."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Self

from kg.graph.packing import unpacked
from kg.graph.senses import Senses
from kg.graph.tallied import profile_of, sense_of
from kg.resolve import decisions, tally
from kg.resolve.decisions import Decision
from kg.resolve.iris import Group, Member
from kg.resolve.joining import lone
from kg.resolve.named import Named, Sense
from kg.resolve.tallies import Meant, Tallies
from kg.resolve.tally import THING, Counts, Profile, meant

#: A profile of a sense.
Place = tuple[Sense, Profile]
#: Articles by their ids with what they name now; None where one is gone.
Changed = Mapping[str, Sequence[Named] | None]
#: Articles by their ids with what they name, and what each name means.
Articles = Mapping[str, Meant]


@dataclass(frozen=True, slots=True)
class Things:
    """What one article names, as it is held."""

    named: tuple[Named, ...]

    @classmethod
    def of(cls, things: Meant) -> Self:
        """Return what an article names, without what each name means."""
        return cls(tuple(thing for thing, _ in things))


@dataclass(frozen=True, slots=True)
class Now:
    """What is told now; `old` and `new` are the articles that changed, `lone` the senses whose things stand alone."""

    senses: Senses
    old: Articles
    new: Articles
    lone: Collection[Sense]
    tallies: Tallies
    #: Whether nothing was held before.
    is_first: bool
    _places: dict[str, set[Place]] = field(default_factory=dict)
    _firsts: dict[Sense, Mapping[Profile, str]] = field(default_factory=dict)

    def things(self, article: str) -> Meant:
        """Return what an article names."""
        return self.new.get(article, ()) if article in self.old else held(self.senses, article)

    def profile(self, thing: Named, what: Sense) -> Profile:
        """Return the profile of a thing."""
        return tally.profile_of(thing, what, self.lone)

    def counts(self, sense: Sense, profile: Profile) -> Counts:
        """Return what is counted of a profile."""
        return self.tallies.get(sense).profiles[profile]

    def member(self, sense: Sense, profile: Profile) -> Member:
        """Return a profile as the member of a group."""
        return Member(sense, profile, self.counts(sense, profile))

    def before(self, query: str, *values: object) -> list[Any]:
        """Return rows of what was held before."""
        return [] if self.is_first else self.senses.rows(query, *values)

    def of(self, sense: Sense, places: Collection[Place]) -> Iterator[tuple[str, Named]]:
        """Yield the articles with their things that are of some profiles of a sense."""
        own = {profile.article for what, profile in places if what == sense}
        for article in own if all(own) else self.senses.articles(sense):
            for thing, what in self.things(article):
                if what == sense and (what, self.profile(thing, what)) in places:
                    yield article, thing

    def first(self, group: Group) -> str:
        """Return the first article that names a thing of a group."""
        return min(each.profile.article or self._first(each.sense)[each.profile] for each in group)

    def _first(self, sense: Sense) -> Mapping[Profile, str]:
        """Return the first article that names a thing of each profile of a sense; its articles are read once."""
        if sense not in self._firsts:
            articles = sorted(self.senses.articles(sense), reverse=True)
            told = ((article, thing) for article in articles for thing, what in self.things(article) if what == sense)
            self._firsts[sense] = {self.profile(thing, sense): article for article, thing in told}
        return self._firsts[sense]

    def meaning(self, path: str) -> set[Place]:
        """Return what a path of a decision means, when all is held."""
        if path not in self._places:
            self._places[path] = set(self._meaning(path))
        return self._places[path]

    def _meaning(self, path: str) -> Iterator[Place]:
        if path.startswith(decisions.ARTICLE):
            found = self.things(decisions.article_of(path))
            yield from ((what, self.profile(t, what)) for t, what in found if decisions.means(path, t))
        else:
            rows = self.senses.rows("SELECT sense, profile FROM given WHERE path = ?", path)
            yield from ((sense_of(sense), profile_of(profile)) for sense, profile in rows)


def held(senses: Senses, article: str) -> Meant:
    """Return what an article was held to name."""
    found = senses.rows("SELECT things FROM article WHERE id = ?", article)
    return meant(unpacked(Things, found[0]).named) if found else []


def now(senses: Senses, changed: Changed, decided: Sequence[Decision]) -> Now:
    """Return what is told when some articles changed, and what people decided by then."""
    new: dict[str, Meant] = {article: meant(things) for article, things in changed.items() if things is not None}
    old: dict[str, Meant] = {article: held(senses, article) for article in changed}
    before = frozenset(map(sense_of, senses.rows("SELECT sense FROM lone")))
    alone = lone(decided, lambda path: _senses(senses, path, old, new))
    for sense in before ^ alone:
        # These are told again, each thing apart or no longer.
        for article in {*senses.articles(sense)} - old.keys():
            old[article] = new[article] = held(senses, article)
    is_first = senses.is_empty()
    tallies = Tallies(None if is_first else senses, alone, before)
    tallies.change(old.values(), new.values())
    return Now(senses, old, new, alone, tallies, is_first)


def _senses(senses: Senses, path: str, old: Articles, new: Articles) -> set[Sense]:
    """Return the senses of what a path of a decision means now, while that is not held yet."""
    if path.startswith(decisions.ARTICLE):
        article = decisions.article_of(path)
        found = new.get(article, ()) if article in old else held(senses, article)
        return {what for thing, what in found if decisions.means(path, thing)}
    counts: Counter[Sense] = Counter()
    for sense in map(sense_of, senses.rows("SELECT DISTINCT sense FROM given WHERE path = ?", path)):
        if told := senses.tally(sense):
            counts[sense] += sum(count for feature, count in told.of(THING).items() if feature[2] == path)
    for articles, by in ((old, -1), (new, 1)):
        for thing, what in chain.from_iterable(articles.values()):
            counts[what] += by if thing.key == path else 0
    return {*+counts}
