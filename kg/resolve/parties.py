"""Parties, and what their members are called: the Social Democrats of a country are its Social Democratic Party."""

from collections.abc import Sequence

from kg.resolve import bodies, folding
from kg.resolve.named import Named

#: What parties are called, and letters of the other words that what their members are called begins with.
PARTIES, STEM = frozenset({"party", "union", "alliance", "movement"}), 5
#: Words of the name of a body that every country has, at most: "Christian Democratic Union" is one party.
GENERIC = 2


def is_of(base: str, other: Named, about: str | None) -> bool:
    """Tell whether a thing is the party of a name without its country, or of what its members are called.

    `about` is the country of the article; a party that says that it is another's has other members.
    """
    words, body = folding.words(other.label), bodies.body(other.label)
    if not PARTIES & set(words) or len(words) <= GENERIC:
        return False
    if body.generic and body.base == base:
        return body.country is not None
    return begins(stems(base), words) and body.country in {None, about}


def is_party(name: str) -> bool:
    """Tell whether a name in its normal form says that it is a party's."""
    return not PARTIES.isdisjoint(name.split()[1:])


def first(base: str) -> str:
    """Return what the names of a party and of its members begin with alike."""
    return base.partition(" ")[0][:STEM]


def stems(base: str) -> list[str]:
    """Return what the words of a name begin with, but for those that say that it is a party's."""
    return [word[:STEM] for word in base.split() if word not in PARTIES]


def begins(stems: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether the words of a name begin so, one after another."""
    return bool(stems) and [word[:STEM] for word in words[: len(stems)]] == stems
