"""Items of a dump in JSON: one a line, between brackets."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from kg.errors import DataError
from kg.link.item import ALIASES, KEPT, Item, best, ids

Report = Callable[[DataError], None]


def items(lines: Iterable[bytes], name: str, *, after: int = 0, report: Report) -> Iterator[tuple[int, Item]]:
    """Yield each item with the number of its line; what is no entity is reported and passed by."""
    for number, line in islice(enumerate(lines, 1), after, None):
        text = line.strip().rstrip(b",")
        if text in (b"", b"[", b"]"):
            continue
        try:
            found = item(json.loads(text))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            report(DataError(f"{name}:{number}: no entity of Wikidata: {type(error).__name__} {error}"))
            continue
        if found is not None:
            yield number, found


def item(entity: Mapping[str, Any]) -> Item | None:
    """Return an item, or None where the entity is none: a property, a lexeme."""
    identifier = entity["id"]
    if not identifier.startswith("Q"):
        return None
    # An empty map may be written as a list.
    labels, descriptions, aliases, claims, links = (
        entity.get(part) or {} for part in ("labels", "descriptions", "aliases", "claims", "sitelinks")
    )
    return Item(
        id=identifier,
        label=best({language: label["value"] for language, label in labels.items()}),
        description=descriptions.get("en", {}).get("value", ""),
        aliases=ids(alias["value"] for language in sorted(ALIASES & aliases.keys()) for alias in aliases[language]),
        claims={name: found for name in sorted(KEPT & claims.keys()) if (found := values(claims[name]))},
        sitelinks=len(links),
        statements=sum(map(len, claims.values())),
    )


def values(statements: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the items that statements have as value: those of preferred rank, else of normal, never deprecated."""
    by_rank: dict[str, list[str]] = {}
    for statement in statements:
        said = statement["mainsnak"]
        if said["snaktype"] == "value" and said.get("datavalue", {}).get("type") == "wikibase-entityid":
            value = said["datavalue"]["value"]
            # Old dumps have only the number.
            by_rank.setdefault(statement.get("rank", "normal"), []).append(value.get("id") or f"Q{value['numeric-id']}")
    return ids(by_rank.get("preferred") or by_rank.get("normal") or ())
