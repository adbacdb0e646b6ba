"""A place as the tables have it."""

from dataclasses import dataclass
from typing import NamedTuple


class Source(NamedTuple):
    """Who says so: a table of others, the month that it is of, and its terms."""

    name: str
    date: str
    licence: str


GEONAMES = Source("GeoNames", "2026-07", "CC BY 4.0")
ISO = Source("ISO 3166", "2026-08", "MIT")


@dataclass(frozen=True, slots=True)
class Place:
    """A city or a part of a country; `within` are the codes of what it lies in, the country last."""

    name: str
    source: Source
    identifier: str
    within: tuple[str, ...]
    population: int = 0
    coordinates: tuple[float, float] | None = None
    capital: bool = False

    @property
    def country(self) -> str:
        """The code of its country by ISO 3166, in small letters."""
        return self.within[-1]
