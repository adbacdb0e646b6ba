"""What an endpoint that is shaped as Wikidata has under a name, of the kind that the name needs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal as OneOf
from typing import Protocol

from pyoxigraph import Literal, NamedNode

from kg.errors import NetworkError
from kg.link.classes import kinds
from kg.link.endpoint import Check, Row

#: Names in one request: a query stays a few kilobytes long, and an answer within an endpoint's time limit.
BATCH = 50
#: Classes whose place among the classes is asked for in one request.
CLASSES = 200

#: English, and "mul", in which Wikidata keeps names that are the same in all languages.
LANGUAGES = ("en", "mul")

#: The kinds of entities that are linked.
KINDS = ("Person", "Organization", "Place")

PREFIXES = """\
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <http://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX wikibase: <http://wikiba.se/ontology#>
"""
#: What an item is is judged here, by the classes above its own: an endpoint that walks them takes half a minute.
QUERY = """\
SELECT DISTINCT ?name ?item ?how ?class ?country ?sitelinks ?description WHERE {
  VALUES ?name { %s }
  { ?item rdfs:label ?name BIND("label" AS ?how) } UNION { ?item skos:altLabel ?name BIND("alias" AS ?how) }
  OPTIONAL { ?item wdt:P31 ?class }
  OPTIONAL { ?item wdt:P17 ?country }
  OPTIONAL { ?item wikibase:sitelinks ?sitelinks }
  OPTIONAL { ?item schema:description ?description FILTER(LANG(?description) = "en") }
}
"""
ABOVE = "SELECT DISTINCT ?class ?above WHERE { VALUES ?class { %s } ?class wdt:P279 ?above }"


#: How an item bears a name: as its label, another name, an acronym; in another form; as a thing of another kind; as a
#: part of its own.
How = OneOf["label", "alias", "acronym", "form", "kind", "part"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that bears a name; `sitelinks` counts the wikis that write about it, `countries` are those it is of.

    `works` are what its offices and occupations are called, `tied` the items that it lies in, belongs to or works for.
    `score` is what a service thinks of it, of what it thinks of its best; 1 where the source has no opinion. `is_told`
    is whether the source tells what it is.
    """

    name: str
    iri: str
    how: How
    sitelinks: int = 0
    description: str = ""
    countries: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    score: float = 1.0
    works: tuple[str, ...] = ()
    tied: frozenset[str] = frozenset()
    is_told: bool = True


class Asked(Protocol):
    """What is asked: an endpoint, or one whose answers are kept."""

    @property
    def url(self) -> str:
        """Its address."""

    def item(self, iri: str) -> NamedNode:
        """Return an item of it by its IRI; ValueError if it is none."""

    def select(self, query: str, check: Check = ...) -> Iterator[Row]:
        """Yield the rows of a SELECT, if all pass the check."""


class Names:
    """What an endpoint has under names; what its classes are is asked once."""

    def __init__(self, endpoint: Asked) -> None:
        self.endpoint = endpoint
        self._above: dict[str, set[str]] = {}

    @property
    def name(self) -> str:
        """The endpoint's address."""
        return self.endpoint.url

    def candidates(self, kind: str, names: Iterable[str]) -> Iterator[Candidate]:
        """Yield what bears one of the names and is, or may be, of the kind: a Person, an Organization or a Place."""
        rest = iter(names)
        while batch := list(islice(rest, BATCH)):
            found = self._asked(batch)
            of_class = kinds({each for one in found for each in one.classes}, self.above)
            for one in found:
                if not one.classes or any(kind in of_class[each] for each in one.classes):
                    yield replace(one, is_told=bool(one.classes))

    def _asked(self, names: Sequence[str]) -> list[Candidate]:
        """Return what bears the names, each item once a name; rows of names that were not asked for are refused."""
        values = " ".join(str(Literal(name, language=language)) for name in names for language in LANGUAGES)
        items: dict[tuple[str, str, str], Candidate] = {}
        for row in self.endpoint.select(PREFIXES + QUERY % values, lambda row: self._candidate(row, names)):
            with_row = self._candidate(row, names)
            key = with_row.name, with_row.iri, with_row.how
            items[key] = _joined(items[key], with_row) if key in items else with_row
        return list(items.values())

    def _candidate(self, row: Row, names: Sequence[str]) -> Candidate:
        try:
            return Candidate(
                name=names[names.index(row["name"])],
                iri=self.endpoint.item(row["item"]).value,
                how="label" if row["how"] == "label" else "alias",
                sitelinks=int(row.get("sitelinks", 0)),
                description=row.get("description", ""),
                countries=frozenset(map(local, filter(None, [row.get("country")]))),
                classes=frozenset(map(local, filter(None, [row.get("class")]))),
            )
        except (KeyError, ValueError, TypeError) as error:
            raise NetworkError(f"{self.endpoint.url} answered with what was not asked for: {row}") from error

    def above(self, classes: Iterable[str]) -> Mapping[str, Iterable[str]]:
        """Return the classes directly above classes."""
        rest = iter(sorted(set(classes) - self._above.keys()))
        while batch := list(islice(rest, CLASSES)):
            self._above.update({each: set() for each in batch})
            for row in self.endpoint.select(PREFIXES + ABOVE % " ".join(f"wd:{each}" for each in batch)):
                if (below := local(row.get("class", ""))) in batch:
                    self._above[below].add(local(row.get("above", "")))
        return {each: sorted(self._above[each]) for each in classes}


def candidates(endpoint: Asked, kind: str, names: Iterable[str]) -> Iterator[Candidate]:
    """Yield what an endpoint has under the names and is of the kind."""
    return Names(endpoint).candidates(kind, names)


def local(iri: str) -> str:
    """Return an item's id; "" for what is none."""
    name = iri.rpartition("/")[2]
    return name if name[:1] == "Q" and name[1:].isdecimal() else ""


def _joined(one: Candidate, other: Candidate) -> Candidate:
    """Return what two rows of one item tell."""
    return replace(
        one,
        sitelinks=max(one.sitelinks, other.sitelinks),
        description=one.description or other.description,
        countries=one.countries | other.countries,
        classes=one.classes | other.classes,
    )
