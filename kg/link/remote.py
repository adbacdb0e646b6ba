"""A query at another's endpoint, where the things of the answer are called as they are there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    Store,
    parse_query_results,
)

from kg.errors import DataError, NetworkError, UsageError
from kg.link.endpoint import JSON_TYPES, Asking, Endpoint, no_results
from kg.link.transport import Manners, fetch
from kg.query.names import LABEL
from kg.query.run import declared
from kg.query.scan import form
from kg.vocabulary import RDFS

#: Who asks waits for it: an endpoint that fails is asked once more, at once.
TRIES = 2
#: Things whose names are asked for at once.
BATCH = 200
#: As a store says them: terms of an ontology are called in its graph alone.
_CALLED = """SELECT ?thing (COALESCE(MIN(?own), MIN(?other)) AS ?name) {{ VALUES ?thing {{ {0} }}
  OPTIONAL {{ ?thing <{1}label> ?own }} OPTIONAL {{ GRAPH ?graph {{ ?thing <{1}label> ?other }} }} }} GROUP BY ?thing"""


@dataclass(frozen=True, slots=True)
class Remote:
    """An endpoint that a query is asked at, and how long its answer may take."""

    url: str
    timeout: float

    def ask(self, text: str) -> bytes:
        """Return the answer of a query in SPARQL's JSON.

        Raises:
            UsageError: the query gives a graph, or the address is none.
            NetworkError: the endpoint does not answer with rows, or not in time.

        """
        if (does := form(text)) not in {"SELECT", "ASK"}:
            raise UsageError(f"an endpoint is asked for rows, by SELECT or ASK, not by {does or 'this'}")
        Endpoint(self.url)
        reply = fetch(
            Asking.of(self.url, declared(text)), Manners(timeout=self.timeout or Manners().timeout, tries=TRIES)
        )
        if reply.kind not in JSON_TYPES:
            raise no_results(self.url, reply, "SPARQL results")
        return reply.body

    def labels(self, answer: bytes) -> Store:
        """Return a store of what the things of an answer are called at the endpoint."""
        found = rows(answer)
        terms = (term for row in found for term in row) if isinstance(found, QuerySolutions) else ()
        things = list(dict.fromkeys(str(term) for term in terms if isinstance(term, NamedNode)))
        batches = (things[start : start + BATCH] for start in range(0, len(things), BATCH))
        return _store(row for batch in batches for row in self._rows(_CALLED.format(" ".join(batch), RDFS)))

    def _rows(self, query: str) -> Iterator[tuple[NamedNode, Literal]]:
        found = rows(self.ask(query))
        for row in found if isinstance(found, QuerySolutions) else ():
            thing, name = row["thing"], row["name"]
            if isinstance(thing, NamedNode) and isinstance(name, Literal):
                yield thing, name


def rows(answer: bytes, most: int | None = None) -> QuerySolutions | QueryBoolean:
    """Return an answer in SPARQL's JSON as rows, or as yes or no; it was read to its end before.

    Raises:
        NetworkError: it is none, or broken off.
        DataError: it has more rows than it may.

    """
    count, wrong = _read(answer)
    if wrong:
        raise NetworkError(f"the endpoint answered with broken SPARQL results: {wrong}")
    if most is not None and count > most:
        raise DataError(f"the endpoint has more than {most:,} rows to give: ask for less")
    return parse_query_results(answer, QueryResultsFormat.JSON)


def _read(answer: bytes) -> tuple[int, str]:
    """Return how many rows an answer has, and what is wrong with it: an error would carry the rows to other threads."""
    try:
        found = parse_query_results(answer, QueryResultsFormat.JSON)
        return sum(1 for _ in found) if isinstance(found, QuerySolutions) else 1, ""
    except (SyntaxError, ValueError) as error:
        return 0, str(error)


def _store(named: Iterable[tuple[NamedNode, Literal]]) -> Store:
    found = Store()
    found.extend(Quad(thing, LABEL, Literal(name.value)) for thing, name in named)
    return found
