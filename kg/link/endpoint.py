"""Ask a SPARQL endpoint as a good guest: named, timed, patient when told to wait, and sure of what came back."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.client import HTTPException
from importlib.metadata import PackageNotFoundError, version
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from SPARQLWrapper import JSON, POST, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from kg.errors import NetworkError, UsageError

WIKIDATA = "https://query.wikidata.org/sparql"
RESULTS = "application/sparql-results+json"
#: What some endpoints call the same; their rows are looked for all the same.
JSON_TYPES = {RESULTS, "application/json"}
BUSY = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}
LONGEST_WAIT = 120.0

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A SPARQL endpoint; `timeout` is for each request in seconds, `tries` how often a busy one is asked."""

    url: str = WIKIDATA
    timeout: int = 60
    tries: int = 5

    def __post_init__(self) -> None:
        """Refuse what is no address; UsageError says what one is."""
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise UsageError(f"{self.url!r} is no endpoint's address; write it as {WIKIDATA}")

    def select(self, query: str) -> Iterator[Row]:
        """Yield the rows of a SELECT, values as plain text; NetworkError if anything else than rows comes back."""
        for attempt in range(self.tries):
            try:
                return self.ask(query)
            except HTTPError as error:
                if error.code not in BUSY:
                    raise NetworkError(f"{self.url} answered {error.code} {error.reason}") from error
                wait = delay(error.headers.get("Retry-After"), attempt)
            except SPARQLWrapperException as error:
                raise NetworkError(f"{self.url} refused the query: {first_line(error)}") from error
            except (URLError, TimeoutError, ConnectionError, HTTPException) as error:
                raise NetworkError(f"{self.url} did not answer: {getattr(error, 'reason', None) or error}") from error
            time.sleep(wait)
        raise NetworkError(f"{self.url} is busy: asked {self.tries} times, told to wait each time; try again later")

    def ask(self, query: str) -> Iterator[Row]:
        """Send one request and read its reply whole."""
        wrapper = SPARQLWrapper(self.url, agent=agent())
        wrapper.setQuery(query)
        wrapper.setReturnFormat(JSON)
        wrapper.setMethod(POST)
        wrapper.setTimeout(self.timeout)
        reply = wrapper.query().response
        kind, body = reply.headers.get_content_type(), reply.read()
        if kind not in JSON_TYPES:
            raise NetworkError(f"{self.url} answered with {kind}, not with SPARQL results: {body[:80]!r}")
        return rows(self.url, body)


def rows(url: str, body: bytes) -> Iterator[Row]:
    """Return the rows of SPARQL results in JSON."""
    try:
        bindings = json.loads(body)["results"]["bindings"]
        return iter([{name: term["value"] for name, term in binding.items()} for binding in bindings])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NetworkError(f"{url} answered with broken SPARQL results: {body[:80]!r}") from error


def delay(retry_after: str | None, attempt: int) -> float:
    """Return the seconds to wait: what the endpoint says, by number or date, or else twice as long as the last time."""
    if retry_after is None:
        return float(2**attempt)
    if retry_after.strip().isdecimal():
        return min(float(retry_after), LONGEST_WAIT)
    try:
        wait = (parsedate_to_datetime(retry_after) - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError):
        return float(2**attempt)
    return min(max(wait, 0.0), LONGEST_WAIT)


def agent() -> str:
    """Return who asks, with where to complain, as Wikimedia's policy wants it."""
    try:
        number = version("newskg")
    except PackageNotFoundError:
        number = "0"
    return f"newskg/{number} (+https://w3id.org/newskg)"


def first_line(error: Exception) -> str:
    """Return the first line of what an endpoint complained of."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
