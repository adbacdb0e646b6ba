"""What an endpoint that is shaped as Wikidata has under a name, of the kind that the name needs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal as OneOf

from pyoxigraph import Literal

from kg.errors import NetworkError
from kg.link.endpoint import Endpoint, Row

#: Names in one request: a query stays a few kilobytes long, and an answer within an endpoint's time limit.
BATCH = 50

#: English, and "mul", in which Wikidata keeps names that are the same in all languages.
LANGUAGES = ("en", "mul")

#: Classes whose instances, or those of their subclasses, are of a kind. A human is never of a subclass of Q5.
KINDS = {
    "Person": "wdt:P31 wd:Q5",
    "Organization": "wdt:P31/wdt:P279* wd:Q43229",
    "Place": "wdt:P31/wdt:P279* ?geographic",
}
GEOGRAPHIC = "VALUES ?geographic { wd:Q2221906 wd:Q618123 wd:Q811979 }"

QUERY = """\
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <http://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX wikibase: <http://wikiba.se/ontology#>
SELECT DISTINCT ?name ?item ?how ?sitelinks ?description WHERE {
  VALUES ?name { %s }
  { ?item rdfs:label ?name BIND("label" AS ?how) } UNION { ?item skos:altLabel ?name BIND("alias" AS ?how) }
  FILTER EXISTS { %s }
  OPTIONAL { ?item wikibase:sitelinks ?sitelinks }
  OPTIONAL { ?item schema:description ?description FILTER(LANG(?description) = "en") }
}
"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that bears a name as its label or as an alias; `sitelinks` counts the wikis that write about it."""

    name: str
    iri: str
    how: OneOf["label", "alias"]
    sitelinks: int = 0
    description: str = ""


def candidates(endpoint: Endpoint, kind: str, names: Iterable[str]) -> Iterator[Candidate]:
    """Yield what bears one of the names and is of the kind: a Person, an Organization or a Place."""
    rest = iter(names)
    while batch := list(islice(rest, BATCH)):
        for row in endpoint.select(question(kind, batch)):
            try:
                yield candidate(endpoint, row)
            except (KeyError, ValueError, TypeError) as error:
                raise NetworkError(f"{endpoint.url} answered with what was not asked for: {row}") from error


def candidate(endpoint: Endpoint, row: Row) -> Candidate:
    """Return the candidate of a row of the answer; KeyError, ValueError or TypeError if it is none."""
    return Candidate(
        name=row["name"],
        iri=endpoint.item(row["item"]).value,
        how="label" if row["how"] == "label" else "alias",
        sitelinks=int(row.get("sitelinks", 0)),
        description=row.get("description", ""),
    )


def question(kind: str, names: Sequence[str]) -> str:
    """Return the query for a batch of names, which stand in it as terms."""
    values = " ".join(str(Literal(name, language=language)) for name in names for language in LANGUAGES)
    pattern = f"?item {KINDS[kind]}"
    return QUERY % (values, f"{GEOGRAPHIC} {pattern}" if kind == "Place" else pattern)
