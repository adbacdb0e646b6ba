"""What the tables know of a thing that an article names: what it lies in, or where a body has its seat."""

from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from kg import naming
from kg.background import geonames
from kg.background.bodies import seat
from kg.background.choose import Choice, choose
from kg.background.place import GEONAMES, ISO, Source
from kg.extract.lexicon import gazetteer

#: How many of the articles that name a thing, and tell which, must mean the same place.
AGREED = 2 / 3
#: What is known of a kind of thing: who looks it up by its name, and how it is related to the place that is found.
LOOKED_UP = {"Place": (choose, "locatedIn"), "Organization": (seat, "headquarteredIn")}


@dataclass(frozen=True, slots=True)
class Known:
    """A relation to places, by their keys, the smallest first, with who says so, how sure that is and why."""

    relation: str
    places: tuple[str, ...]
    source: Source
    confidence: float
    reason: str
    coordinates: tuple[float, float] | None = None


def ready() -> None:
    """Load the tables of places."""
    named()
    choose("", frozenset())


def agreed(meant: Counter[Known]) -> Known | None:
    """Return what most articles mean by a thing, the surest of it; None where too many mean something else."""
    places: Counter[tuple[str, ...]] = Counter()
    for found, number in meant.items():
        places[found.places] += number
    return next(
        (
            found
            for found in sorted(meant, key=lambda found: (-found.confidence, found.reason, -meant[found], _rest(found)))
            if places[found.places] >= AGREED * places.total()
        ),
        None,
    )


def _rest(found: Known) -> tuple[bool, tuple[float, ...], Source, str]:
    """Return what decides between two that are as sure and as frequent, so that the order of articles does not."""
    return found.coordinates is None, found.coordinates or (), found.source, found.relation


def known(kind: str, key: str, names: Iterable[str], spoken_of: AbstractSet[str]) -> Known | None:
    """Return where a place lies or a body is, if the article speaks of these countries and parts of countries."""
    if kind == "Place" and key in gazetteer.codes():
        return _part(gazetteer.codes()[key])
    look, relation = LOOKED_UP.get(kind, (None, ""))
    found = next(filter(None, (look(name, spoken_of) for name in sorted(set(names)))), None) if look else None
    return _of(found, relation) if found else None


def spoken_of(keys: Iterable[str]) -> frozenset[str]:
    """Return the codes of the countries and parts of countries among entities, and of the parts' countries."""
    codes = {gazetteer.codes()[key] for key in keys if key in gazetteer.codes()}
    return frozenset(codes | {code.partition("-")[0] for code in codes})


def around(key: str) -> Known | None:
    """Return what a country or a part of one lies in, by their keys: Texas in the United States, that in America."""
    code = gazetteer.codes().get(key)
    found = (_part(code) or _country(code)) if code else None
    # Antarctica is a territory, and a continent of that name.
    return found if found and found.places != (key,) else None


@cache
def named() -> Mapping[str, str]:
    """Return the names of countries, of their parts and of continents by their keys."""
    territories = {key: gazetteer.by_key()[key].name for key in gazetteer.codes()}
    return territories | {naming.shared("Place", name): name for name in geonames.CONTINENTS.values()}


def _part(code: str) -> Known | None:
    country, is_part, _ = code.partition("-")
    return Known("locatedIn", (_keys()[country],), ISO, 1.0, f"its code is {code.upper()}") if is_part else None


def _country(code: str) -> Known | None:
    name = geonames.continent(code)
    place = name and naming.shared("Place", name)
    return Known("locatedIn", (place,), GEONAMES, 1.0, f"the continent of {code.upper()}") if place else None


def _of(choice: Choice, relation: str) -> Known | None:
    place = choice.place
    keys = tuple(_keys()[code] for code in place.within if code in _keys())
    where = place.coordinates if relation == "locatedIn" else None
    return Known(relation, keys, place.source, choice.confidence, choice.reason, where) if keys else None


@cache
def _keys() -> Mapping[str, str]:
    return {code: key for key, code in gazetteer.codes().items()}
