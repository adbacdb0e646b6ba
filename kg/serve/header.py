"""What only servers read of a saved query's header, by grlc's keys: tags, and the rows of a page."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from kg.errors import DataError
from kg.query.header import written
from kg.query.saved import SavedQuery

#: Rows of a page where a query does not say how many.
ROWS = 100


@dataclass(frozen=True, slots=True)
class Header:
    """Under what a query stands in the API's description, and how many rows a page of its answer has."""

    tags: tuple[str, ...]
    rows: int


@cache
def header(query: SavedQuery) -> Header:
    """Return the header of a query; DataError where a key of it has no value that grlc knows."""
    try:
        tags = _value(query, "tags") or ()
        return Header(
            tuple(map(str, [tags] if isinstance(tags, str) else tags)), int(_value(query, "pagination") or ROWS)
        )
    except (TypeError, ValueError, yaml.YAMLError) as error:
        raise DataError(
            f"{query.path or query.name}: a key of its header has no value that grlc reads: {error}"
        ) from error


def _value(query: SavedQuery, key: str) -> Any:
    found = written(query.text, key)
    return None if found is None else yaml.safe_load(f"{key}: {found}")[key]
