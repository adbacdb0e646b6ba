"""Parties, and what their members are called: the Social Democrats of a country are its Social Democratic Party."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.resolve import bodies, folding
from kg.resolve.evidence import NEEDED, Link, Reason
from kg.resolve.named import Named, Sense

#: What parties are called, and letters of the other words that what their members are called begins with.
PARTIES, STEM = frozenset({"party", "union", "alliance", "movement"}), 5
#: Words of the name of a body that every country has, at most: "Christian Democratic Union" is one party.
GENERIC = 2
#: Of the articles that name a party, those of one country that make it that country's.
HOME = 0.5


def is_of(base: str, other: Named, about: str | None) -> bool:
    """Tell whether a thing is the party of a name without its country, or of what its members are called.

    `about` is the country of the article; a party that says that it is another's has other members.
    """
    words, body = folding.words(other.label), bodies.body(other.label)
    if not PARTIES & set(words) or len(words) <= GENERIC:
        return False
    if body.generic and body.base == base:
        return body.country is not None
    return _begins(_stems(base), words) and body.country in {None, about}


def is_party(name: str) -> bool:
    """Tell whether a name in its normal form says that it is a party's."""
    return not PARTIES.isdisjoint(name.split()[1:])


def _stems(base: str) -> list[str]:
    return [word[:STEM] for word in base.split() if word not in PARTIES]


def _begins(stems: Sequence[str], words: Sequence[str]) -> bool:
    return bool(stems) and [word[:STEM] for word in words[: len(stems)]] == stems


def members(senses: Mapping[Sense, Sequence[Named]]) -> Iterator[Link[Sense]]:
    """Yield what members are called with the only party of their country whose name begins so."""
    parties: dict[str, list[tuple[Sense, str]]] = defaultdict(list)
    for sense, things in sorted(senses.items()):
        if sense.kind == "Organization" and not sense.article and is_party(sense.name):
            parties[_first(sense)].append((sense, _country(sense, things)))
    for sense in sorted(senses):
        for party in _only(sense, parties.get(_first(sense), ())):
            reason = Reason(NEEDED + 1, f"members of “{party.name}”, the only one there, are called so")
            yield Link(min(sense, party), max(sense, party), (reason,))


def _first(sense: Sense) -> str:
    return sense.name.partition(" ")[0][:STEM]


def _only(sense: Sense, parties: Sequence[tuple[Sense, str]]) -> list[Sense]:
    """Return the party that members are of, if they are members and one alone has the name."""
    if sense.kind != "Organization" or sense.article or not bodies.are_members(sense.name):
        return []
    stems = _stems(sense.name)
    named = [(party, country) for party, country in parties if _begins(stems, party.name.split())]
    found = [party for party, country in named if not sense.country or country == sense.country]
    return found if len(found) == 1 and (sense.country or len(stems) > 1) else []


def _country(sense: Sense, things: Sequence[Named]) -> str:
    """Return the country of a party: told by its name, or by more than half of the articles that name it."""
    if told := sense.country or bodies.body(sense.name).country:
        return told
    country, count = Counter(thing.country or "" for thing in things).most_common(1)[0]
    return country if count > HOME * len(things) else ""
