"""Items of packages for Python: territories, countries and lakes."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.extract.lexicon import gazetteer
from kg.link.builtin.npm import COUNTRIES, TERRITORY
from kg.link.item import COUNTRY, INSTANCE_OF, Item, ids
from kg.naming import shared

FOLDER = Path("cartopy") / "shapefiles" / "natural_earth"
#: The tables of Natural Earth with the fields of the item's label and other names; what instances they hold.
TABLES = (
    ("cultural/ne_10m_admin_0_countries", "NAME_EN", ("NAME", "NAME_LONG", "FORMAL_EN", "NAME_ALT"), COUNTRIES),
    ("physical/ne_10m_lakes", "name", ("name_en", "name_alt"), TERRITORY),
)


def territories(_: Path) -> Iterator[Item]:
    """Yield the territories of rigour."""
    from rigour.territories import get_territories

    for each in get_territories():
        if each.qid.startswith("Q"):
            parent = (each.parent.qid,) if each.parent else ()
            country = _country(each.name, each.qid, each.other_qids) if each.is_country else each.qid
            # A country lies in itself, too: what is of Denmark is near where Denmark is spoken of.
            within = parent if country == each.qid else (country, each.qid)
            claims = {INSTANCE_OF: (COUNTRIES if each.is_country else TERRITORY,)}
            yield Item(
                id=country,
                label=each.name,
                aliases=ids(name for name in (each.full_name, each.in_sentence, each.alpha3) if name),
                claims={**claims, **({COUNTRY: within} if within else {})},
            )
            if country != each.qid:
                yield Item(id=each.qid, label=each.full_name, claims=claims)


def _country(name: str, item: str, others: Collection[str]) -> str:
    """Return which of rigour's items of a country news means by its name; rigour's Denmark is that with Greenland."""
    known = gazetteer.by_key().get(shared("Place", name))
    return known.qid if known and known.qid and known.qid in others else item


def natural_earth(folder: Path) -> Iterator[Item]:
    """Yield the countries and lakes of Natural Earth."""
    from shapefile import Reader

    for name, label, others, kind in TABLES:
        with Reader(dbf=str(folder / FOLDER / f"{name}.dbf"), encoding="utf-8") as table:
            for record in table.iterRecords():
                yield from _named(record.as_dict(), label, others, kind)


def _named(row: Mapping[str, Any], label: str, others: tuple[str, ...], kind: str) -> Iterator[Item]:
    identifier = next((str(row[field]) for field in ("WIKIDATAID", "wikidataid") if row.get(field)), "")
    if identifier.startswith("Q") and row.get(label):
        names = ids(str(row[field]) for field in others if row.get(field))
        yield Item(id=identifier, label=str(row[label]), aliases=names, claims={INSTANCE_OF: (kind,)})
