"""Senses, profiles and tallies as texts: so senses.sqlite holds them, and Spark hands them on."""

import json
from functools import lru_cache
from typing import Any

from kg.resolve.named import Sense
from kg.resolve.tally import Counts, Profile, Tally


@lru_cache(maxsize=10_000)
def text(value: Sense | Profile) -> str:
    """Return a sense or a profile as it is held."""
    if isinstance(value, Sense):
        return json.dumps([value.kind, value.name, value.country, value.article])
    return json.dumps([value.called, value.born, value.within, value.article, value.key])


@lru_cache(maxsize=10_000)
def sense_of(held: str) -> Sense:
    """Return a sense that is held."""
    return Sense(*json.loads(held))


@lru_cache(maxsize=10_000)
def profile_of(held: str) -> Profile:
    """Return a profile that is held."""
    called, born, within, article, key = json.loads(held)
    return Profile(tuple(called), born, tuple(within), article, key)


def told(tally: Tally) -> str:
    """Return a tally as it is held."""
    profiles = [[text(profile), _told(counts)] for profile, counts in sorted(tally.profiles.items())]
    return json.dumps([profiles, _told(tally.own)], separators=(",", ":"))


def _told(counts: Counts) -> list[list[object]]:
    return [[*feature, count] for feature, count in sorted(counts.items())]


def tally_of(sense: Sense, held: str) -> Tally:
    """Return the tally of a sense that is held."""
    profiles, own = json.loads(held)
    return Tally(sense, {profile_of(profile): _counts(counts) for profile, counts in profiles}, _counts(own))


def _counts(held: list[list[Any]]) -> Counts:
    return {tuple(feature): count for *feature, count in held}
