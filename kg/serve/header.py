"""What a saved query says of itself beside its summary, by grlc's keys: description, tags, defaults, choices, rows."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from kg.errors import DataError
from kg.query.parameters import name_of
from kg.query.saved import SavedQuery

KEY = re.compile(r"([a-z_]+):")
#: Rows of a page where a query does not say how many.
ROWS = 100


@dataclass(frozen=True, slots=True)
class Header:
    """What grlc's servers read in a query, beside its summary."""

    description: str
    tags: tuple[str, ...]
    defaults: Mapping[str, str]
    choices: Mapping[str, tuple[str, ...]]
    rows: int


@cache
def header(query: SavedQuery) -> Header:
    """Return the header of a query; DataError where a key of it has no value that grlc knows."""
    held = dict(_read(query))
    try:
        return Header(
            description=" ".join(str(held.get("description") or query.summary).split()),
            tags=tuple(map(str, held.get("tags") or ())),
            defaults={name_of(key): str(value) for key, value in _pairs(held.get("defaults"))},
            choices={name_of(key): tuple(map(_text, value)) for key, value in _pairs(held.get("enumerate"))},
            rows=int(held.get("pagination") or ROWS),
        )
    except (TypeError, ValueError, AttributeError) as error:
        raise DataError(
            f"{query.path or query.name}: a key of the header has no value that grlc reads: {error}"
        ) from error


def _read(query: SavedQuery) -> Iterator[tuple[str, Any]]:
    """Yield the keys with their values; a summary with a colon in it is no YAML, but is meant as it is written."""
    lines = [line[2:].removeprefix(" ") for line in query.text.splitlines() if line.startswith("#+")]
    for block in re.split(r"\n(?=[a-z_]+:)", "\n".join(lines)):
        if found := KEY.match(block):
            try:
                yield found[1], yaml.safe_load(block)[found[1]]
            except yaml.YAMLError:
                yield found[1], block[found.end() :].strip()


def _pairs(listed: Any) -> Iterator[tuple[str, Any]]:
    """Yield what grlc writes as a list of one key each, or as a mapping."""
    for each in listed if isinstance(listed, list) else [listed or {}]:
        yield from each.items()


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
