"""Ask a SPARQL endpoint, and be sure of what came back."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.request import Request

from pyoxigraph import NamedNode
from SPARQLWrapper import JSON, POST, SPARQLWrapper

from kg.errors import NetworkError, UsageError
from kg.link.transport import Manners, Reply, fetch, is_address

WIKIDATA = "https://query.wikidata.org/sparql"
#: What Wikidata's items are called, at whatever endpoint that holds them.
ITEMS = "http://www.wikidata.org/entity/"
RESULTS = "application/sparql-results+json"
#: What some endpoints call the same; their rows are looked for all the same.
JSON_TYPES = {RESULTS, "application/json"}
#: What a server says in the middle of its answer, when it can no longer say it in the status.
TRACE = re.compile(rb"[\w.]{0,60}(?:Exception|Error)\b[^\n]{0,80}")
#: How much of a broken answer is searched for that.
END = 4096

Row = dict[str, str]
#: Raises an error for a row that was not asked for.
Check = Callable[[Row], object]


class Asking(SPARQLWrapper):
    """A request in the SPARQL protocol, written and not yet sent."""

    @classmethod
    def of(cls, url: str, query: str) -> Request:
        """Return the request for a query's rows."""
        wrapper = cls(url)
        wrapper.setQuery(query)
        wrapper.setReturnFormat(JSON)
        wrapper.setMethod(POST)
        return wrapper._createRequest()


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A SPARQL endpoint; `items` is what the IRIs begin with that it may give as items."""

    url: str = WIKIDATA
    manners: Manners = field(default_factory=Manners)
    items: str = ITEMS

    def __post_init__(self) -> None:
        """Refuse what is no address; UsageError says what one is."""
        if not is_address(self.url):
            raise UsageError(f"{self.url!r} is no endpoint's address; write it as {WIKIDATA}")

    def select(self, query: str, check: Check = bool) -> Iterator[Row]:
        """Yield the rows of a SELECT, values as plain text; NetworkError if anything else than rows comes back.

        What `check` raises of a row is raised before any is given.
        """
        reply = fetch(Asking.of(self.url, query), self.manners)
        if reply.kind not in JSON_TYPES:
            raise no_results(self.url, reply, "SPARQL results")
        found = list(rows(self.url, reply.body))
        for row in found:
            check(row)
        return iter(found)

    def item(self, iri: str) -> NamedNode:
        """Return an item of the endpoint by its IRI; ValueError if it is none."""
        name = iri.removeprefix(self.items)
        if name == iri or not re.fullmatch(r"[\w.~%-]+", name, re.ASCII):
            raise ValueError(f"{iri!r} is no item <{self.items}…>")
        return NamedNode(iri)


def no_results(url: str, reply: Reply, wanted: str) -> NetworkError:
    """Return what is told of an address that answers with something else."""
    return NetworkError(
        f"{url} answered with {reply.kind}, not with {wanted}: {excerpt(reply.body)}: "
        "give the address of the endpoint itself, as …/sparql of kg serve or …/query of Oxigraph"
    )


def rows(url: str, body: bytes) -> Iterator[Row]:
    """Return the rows of SPARQL results in JSON."""
    try:
        bindings = json.loads(body)["results"]["bindings"]
        return iter([{name: text(term["value"]) for name, term in binding.items()} for binding in bindings])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NetworkError(f"{url} answered with broken SPARQL results: {excerpt(body)}") from error


def text(value: object) -> str:
    """Return the value of a term; TypeError if it is not text."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no value of a term")
    return value


def excerpt(body: bytes) -> str:
    """Return what of a reply says most of what went wrong: a server's complaint within it, or how it begins."""
    complaint = TRACE.search(body[-END:])
    return repr(complaint[0] if complaint else body[:80])
