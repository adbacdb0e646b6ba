"""Items of packages for JavaScript: firms and public bodies, countries and unions of them."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.link.item import COUNTRY, INSTANCE_OF, Item, ids

ORGANIZATION, COUNTRIES, TERRITORY = "Q43229", "Q6256", "Q618123"
#: Unions of countries act as bodies do.
UNION = "Q484652"
#: Whose names the tags of an entry hold, by the tag that holds its item; a flag's or a statue's subject is not it.
OWNERS = ("brand", "operator", "network")


def suggested(folder: Path) -> Iterator[Item]:
    """Yield the firms, public bodies and networks of name-suggestion-index."""
    names = _names(_json(folder / "dist" / "json" / "nsi.min.json")["nsi"])
    known = _json(folder / "dist" / "wikidata" / "wikidata.min.json")["wikidata"]
    for identifier in sorted(names.keys() & known.keys()):
        label, description = (known[identifier].get(part, "") for part in ("label", "description"))
        if label and identifier.startswith("Q"):
            yield Item(
                id=identifier,
                label=label,
                description=description,
                aliases=ids(name for name in names[identifier] if name != label),
                claims={INSTANCE_OF: (ORGANIZATION,)},
            )


def _names(branches: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return what the entries call each item."""
    found: dict[str, list[str]] = {}
    for branch in branches.values():
        for entry in branch["items"]:
            tags = entry["tags"]
            for owner in OWNERS:
                if identifier := tags.get(f"{owner}:wikidata"):
                    said = [tags.get(tag) for tag in (owner, f"{owner}:en", f"{owner}:short")]
                    found.setdefault(identifier, []).extend(filter(None, said))
    return found


def borders(folder: Path) -> Iterator[Item]:
    """Yield the countries, their outlying parts, regions and unions of country-coder."""
    features = _json(folder / "src" / "data" / "borders.json")["features"]
    told = [feature["properties"] for feature in features]
    items = {each["iso1A2"]: each["wikidata"] for each in told if each.get("iso1A2") and each.get("wikidata")}
    for each in told:
        if each.get("wikidata") and each.get("nameEn"):
            country = items.get(each.get("country", ""))
            yield Item(
                id=each["wikidata"],
                label=each["nameEn"],
                aliases=ids(filter(None, (each.get("iso1A2"), *each.get("aliases", ())))) if _is_union(each) else (),
                claims={INSTANCE_OF: _class(each), **({COUNTRY: (country,)} if country else {})},
            )


def _is_union(each: Mapping[str, Any]) -> bool:
    return each.get("level") in {"union", "subunion"}


def _class(each: Mapping[str, Any]) -> tuple[str, ...]:
    if _is_union(each):
        return (UNION, TERRITORY)
    return (COUNTRIES,) if each.get("iso1A2") and not each.get("country") else (TERRITORY,)


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
