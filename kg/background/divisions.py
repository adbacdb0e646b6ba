"""Provinces and other parts of countries by ISO 3166-2 (the package iso3166-2)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from kg.background.place import ISO, Place
from kg.background.plain import unaccented

_ENGLISH = re.compile(r"([^,(]+) \(eng\)")
#: "Catalunya [Cataluña]", "Vlaams Gewest / Flemish Region", "Shetland Islands, The".
_BETWEEN = re.compile(r" *[\[\]/,] *")
#: "Helmand province", "Anambra State", "the state of Bihar".
_KIND = re.compile(
    r" (state|province|region|governorate|oblast|prefecture|department|county|district)$|^(state|province) of "
)


def divisions(name: str) -> tuple[Place, ...]:
    """Return the parts of countries that bear a name, with or without what they are."""
    plain = unaccented(name)
    return _by_name().get(plain) or _by_name().get(_KIND.sub("", plain), ())


@cache
def _by_name() -> Mapping[str, tuple[Place, ...]]:
    from iso3166_2 import Subdivisions

    found: defaultdict[str, list[Place]] = defaultdict(list)
    for country, rows in Subdivisions().all.items():
        for code, row in rows.items():
            place = _division(country.lower(), code.lower(), row)
            for name in sorted({unaccented(name) for name in _names(row)}):
                found[name].append(place)
    return {name: tuple(places) for name, places in found.items()}


def _division(country: str, code: str, row: Mapping[str, Any]) -> Place:
    above = row["parentCode"]
    within = (above.lower(), country) if above else (country,)
    where = row["latLng"]
    return Place(row["name"], ISO, code, within, coordinates=(where[0], where[1]) if where else None)


def _names(row: Mapping[str, Any]) -> Iterator[str]:
    yield from (part for part in _BETWEEN.split(row["name"]) if len(part) > len("The"))
    yield from (name.strip() for name in _ENGLISH.findall(row["localOtherName"] or ""))
