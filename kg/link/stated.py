"""What an endpoint states of items that share a name: their countries, works and ties tell which of them is meant."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from kg.errors import NetworkError
from kg.link.candidates import BATCH, PREFIXES, Asked, Candidate, Names, local
from kg.link.endpoint import Row
from kg.link.item import COUNTRIES, TIES, WORKS

QUERY = """\
SELECT DISTINCT ?item ?part ?value ?label WHERE {
  VALUES ?item { %s }
  VALUES (?property ?part) { %s }
  ?item ?property ?value .
  OPTIONAL { ?value rdfs:label ?label FILTER(LANG(?label) IN ("en", "mul")) }
}
"""
_PARTS = " ".join(f'(wdt:{each} "{each}")' for each in (*COUNTRIES, *WORKS, *TIES))


class Stated(Names):
    """What an endpoint has under names, with what it states of those of which several share one."""

    def candidates(self, kind: str, names: Iterable[str]) -> Iterator[Candidate]:
        """Yield what bears one of the names and is of the kind."""
        found = list(super().candidates(kind, names))
        often = Counter(each.name for each in found)
        rivals = iter(sorted({each.iri for each in found if often[each.name] > 1}))
        told: dict[str, list[Row]] = {}
        while batch := list(islice(rivals, BATCH)):
            told |= _asked(self.endpoint, batch)
        yield from (_with(each, told.get(each.iri, ())) for each in found)


def _asked(endpoint: Asked, items: Sequence[str]) -> dict[str, list[Row]]:
    """Return what is stated of items; rows of others are refused."""
    found: dict[str, list[Row]] = defaultdict(list)

    def check(row: Row) -> None:
        if row.get("item") not in items or "part" not in row or "value" not in row:
            raise NetworkError(f"{endpoint.url} answered with what was not asked for: {row}")

    query = PREFIXES + QUERY % (" ".join(f"<{each}>" for each in items), _PARTS)
    for row in endpoint.select(query, check):
        found[row["item"]].append(row)
    return found


def _with(each: Candidate, rows: Iterable[Row]) -> Candidate:
    held = sorted((row["part"], local(row["value"]), row.get("label", "")) for row in rows)
    return replace(
        each,
        countries=each.countries | {value for part, value, _ in held if part in COUNTRIES and value},
        works=tuple(dict.fromkeys(label for part, _, label in held if part in WORKS and label)),
        tied=frozenset(value for part, value, _ in held if part in TIES and value),
    )
