"""What one article tells of one happening, as far as it helps to know that happening elsewhere."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

#: How many letters an ISO date has that gives the day.
WHOLE = 10
#: Words that names have in small letters where they do not begin with them: Port of Spain, Rio de Janeiro.
SMALL = frozenset({"and", "da", "de", "del", "des", "do", "du", "in", "la", "le", "of", "on", "the", "upon"})


@dataclass(frozen=True)
class Occurrence:
    """A happening as one article tells it; `key` is the path of the IRI that the article alone gives it.

    `kinds` are the classes of its mentions, `days` their ISO dates, whole or in part, `published` that of the article;
    `foiled` what nobody tells as having happened, only as planned or prevented.
    The sets are of names in normal form: those who take part (`taking`), of them the dead (`dead`); and, in the words
    about it, persons by full name who hold no office there (`people`), other persons and bodies (`bodies`), places and
    the countries and parts of countries among them (`places`, `wide`), ages (`aged`: of the dead), and long words.
    """

    article: str
    key: str
    kinds: tuple[str, ...]
    days: tuple[str, ...] = ()
    published: str | None = None
    killed: int | None = None
    taking: tuple[str, ...] = ()
    dead: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    wide: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    aged: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    foiled: bool = False

    @property
    def label(self) -> str:
        """What it is, where and when, in words: "Shooting, Port of Spain, 2021-03-09"."""
        sites = tuple(map(_capitals, self.sites))
        return ", ".join(" and ".join(told) for told in (self.kinds, sites, self.days) if told)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The long words about it."""
        return frozenset(self.words)

    @cached_property
    def dates(self) -> list[int]:
        """The whole days on which it is told to be, as ordinal numbers."""
        return [number for number in map(ordinal, self.days) if number is not None]

    @cached_property
    def when(self) -> int | None:
        """The day of the article, or else the first of its own, as an ordinal number; None of a month or year."""
        return ordinal(self.published) if self.published else next(iter(self.dates), None)


def _capitals(name: str) -> str:
    """Return a name in normal form as it is written, as far as that can be told."""
    first, *more = name.split(" ")
    return " ".join([first.capitalize(), *(word if word in SMALL else word.capitalize() for word in more)])


def ordinal(day: str) -> int | None:
    """Return the number of a day, the next day's is one more; None of what is no whole day: "2017", "2017-03"."""
    try:
        return date.fromisoformat(day[:WHOLE]).toordinal() if len(day) >= WHOLE else None
    except ValueError:
        return None
