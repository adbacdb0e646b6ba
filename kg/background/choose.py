"""Which of the places of a name an article means: one in a country that it speaks of, or none that is sure."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from kg.background.divisions import divisions
from kg.background.geonames import cities, neighbours
from kg.background.place import Place
from kg.background.plain import without_accents

#: How many times more people must live in a place than in the next of its name.
CLEAR = 10
#: From how many times on the largest is meant whatever country is spoken of: Paris, and not that of Texas.
DWARFED = 20
#: People who live in what is known without its country.
KNOWN = 100_000


@dataclass(frozen=True, slots=True)
class Choice:
    """A place with how sure the choice is, and why."""

    place: Place
    confidence: float
    reason: str


def choose(name: str, spoken_of: AbstractSet[str]) -> Choice | None:
    """Return the place that a name means where these countries and parts of countries are spoken of, by their codes."""
    # Of most words within names there is none: they are asked by the thousand.
    if not (found := named(name)):
        return None
    largest = clear(found)
    parts = {code for code in spoken_of if "-" in code}
    if best := clear(within(found, parts)):
        return Choice(best, 0.95, f"the article speaks of {best.within[0].upper()}")
    for near, confidence, reason in ((spoken_of, 0.95, ""), (around(spoken_of), 0.8, "a neighbour of ")):
        inside = within(found, near)
        best = clear(inside)
        if inside and not (best and largest and is_dwarfed(found, best, largest)):
            return Choice(best, confidence, f"the article speaks of {reason}{best.country.upper()}") if best else None
    if largest and people(found, largest.country) >= KNOWN:
        return Choice(largest, 0.9, "by far the largest of its name")
    return None


def named(name: str) -> tuple[Place, ...]:
    """Return the places that a name may mean: parts of countries, then cities, the most populous first."""
    found = cities(name) or cities(without_accents(name))
    return (*divisions(name), *sorted(found, key=lambda city: (-city.population, city.identifier)))


def within(places: Sequence[Place], codes: AbstractSet[str]) -> list[Place]:
    """Return those of the places that lie in one of the countries or parts."""
    return [place for place in places if not codes.isdisjoint(place.within)]


def around(countries: AbstractSet[str]) -> frozenset[str]:
    """Return the neighbours of countries."""
    return frozenset().union(*(neighbours().get(code, ()) for code in countries))


def clear(places: Sequence[Place]) -> Place | None:
    """Return the place in the only country that has one, else the capital, or where most people live by far."""
    countries = {place.country for place in places}
    if len(countries) > 1:
        capitals = [place.country for place in places if place.capital]
        first, second, *_ = sorted(countries, key=lambda country: (-people(places, country), country))
        is_far = people(places, first) >= CLEAR * max(people(places, second), 1)
        countries = set(capitals) if len(capitals) == 1 else {first} if is_far else set()
    return one([place for place in places if place.country in countries])


def people(places: Sequence[Place], country: str) -> int:
    """Return how many live in the largest of the places that are in a country."""
    return max((place.population for place in places if place.country == country), default=0)


def one(places: Sequence[Place]) -> Place | None:
    """Return the first of places in one country, of which only the country is known if others are as likely."""
    if not places:
        return None
    first, *others = places
    apart = [place for place in others if place.within != first.within]
    if any(CLEAR * place.population > first.population for place in apart):
        return replace(first, within=first.within[-1:], coordinates=None)
    return first


def is_dwarfed(found: Sequence[Place], place: Place, largest: Place) -> bool:
    """Tell whether a city is so small beside another of its name that nobody thinks of it."""
    return people(found, largest.country) > DWARFED * people(found, place.country) > 0
