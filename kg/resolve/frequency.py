"""How many people bear a name, by the United States' census of 1990 (public domain, in the package `names`)."""

from functools import cache
from math import log2
from pathlib import Path

import names

from kg.resolve import folding, people
from kg.resolve.evidence import NEEDED

#: Of so many people, of whom half are men and half women.
PEOPLE = 250_000_000
#: The share of a name that the census does not list: of so few that it cannot tell.
FIRST_UNKNOWN, LAST_UNKNOWN = 1e-5, 1e-6


@cache
def _shares(*tables: str) -> dict[str, float]:
    """Return the share of those who bear a name, by its plain form; several tables are parts of equal size."""
    shares: dict[str, float] = {}
    for table in tables:
        with Path(names.FILES[table]).open(encoding="ascii") as lines:
            for line in lines:
                name, percent, *_ = line.split()
                plain = folding.plain(name.lower())
                shares[plain] = shares.get(plain, 0.0) + float(percent) / 100 / len(tables)
    return shares


def share(last: str) -> float:
    """Return the share of people who bear a surname; 0.0 for one that the census does not list."""
    return _shares("last").get(folding.plain(last), 0.0)


def bearers(first: str, last: str) -> float:
    """Return how many people bear the name, if first names and surnames go together by chance."""
    given = _shares("first:male", "first:female").get(folding.plain(first), FIRST_UNKNOWN)
    return PEOPLE * max(given, FIRST_UNKNOWN) * max(share(last), LAST_UNKNOWN)


def rarity(first: str, last: str) -> float:
    """Return how much the name tells, in bits: of so many people one half, a quarter, ... bears it."""
    return log2(PEOPLE / max(bearers(first, last), 1.0))


def is_common(name: str) -> bool:
    """Tell whether so many bear a full name that two in the news may be two."""
    called = people.called(name)
    return called is not None and rarity(called.first, called.last) < NEEDED
