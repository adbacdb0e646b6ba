"""A reconciliation service of the W3C community group's API, 0.1 or 0.2, as a source of candidates.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""

import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request

from kg.errors import NetworkError, UsageError
from kg.link.cache import Answers
from kg.link.candidates import Candidate, How
from kg.link.endpoint import ITEMS, Endpoint, excerpt
from kg.link.item import key
from kg.link.transport import Manners, fetch, is_address

VERSIONS = frozenset({"0.1", "0.2"})
#: Names in one request, where the service does not say how many.
BATCH = 10
#: Candidates of a name that are asked for.
LIMIT = 5
#: The types of things at Wikidata's service, and words by which other services' types are known.
WIKIDATA = {"Person": "Q5", "Organization": "Q43229", "Place": "Q618123"}
WORDS = {
    "Person": ("person", "people", "human"),
    "Organization": ("organization", "organisation", "corporate", "company"),
    "Place": ("place", "location", "geographic"),
}


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a service says of itself: its name, what its ids stand behind, its types by id, and how much it takes."""

    name: str
    space: str
    types: Mapping[str, str]
    batch: int = BATCH

    def type_of(self, kind: str) -> str | None:
        """Return the service's type of the things of a kind; None where it has none that is called so."""
        if self.space == ITEMS:
            return WIKIDATA.get(kind)
        named = ((each, f"{each} {name}".casefold()) for each, name in self.types.items())
        return next((each for each, name in named if any(word in name for word in WORDS.get(kind, ()))), None)


@dataclass(frozen=True, slots=True)
class Service:
    """A service; `types` are its types by our kinds, where it does not tell them.

    `properties` are what all candidates are to have; what it answered is kept where there are `answers`.
    """

    url: str
    manners: Manners = field(default_factory=Manners)
    types: Mapping[str, str] = field(default_factory=dict)
    properties: Mapping[str, str] = field(default_factory=dict)
    answers: Answers | None = None
    _told: list[Manifest] = field(default_factory=list, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Refuse what is no address."""
        if not is_address(self.url):
            raise UsageError(f"{self.url!r} is no address of a reconciliation service")

    @property
    def manifest(self) -> Manifest:
        """What the service says of itself, asked once."""
        if not self._told:
            request = Request(self.url)  # noqa: S310 (checked)
            told = self._answer("manifest", request, lambda answer: manifest(self.url, answer))
            self._told.append(manifest(self.url, told))
        return self._told[0]

    @property
    def name(self) -> str:
        """The service's name and address."""
        return f"{self.manifest.name} <{self.url}>"

    def candidates(self, kind: str, names: Iterable[str]) -> Iterator[Candidate]:
        """Yield what the service has for names, of the type that the kind has there."""
        rest = iter(names)
        while batch := list(islice(rest, self.manifest.batch)):
            yield from self._asked(kind, batch)

    def _asked(self, kind: str, names: Sequence[str]) -> Iterator[Candidate]:
        queries = {f"q{number}": self.query(kind, name) for number, name in enumerate(names)}
        text = json.dumps(queries, ensure_ascii=False, sort_keys=True)
        request = Request(self.url, data=urlencode({"queries": text}).encode(), method="POST")  # noqa: S310 (checked)
        yield from self._found(names, self._answer(text, request, lambda answer: self._found(names, answer)))

    def _found(self, names: Sequence[str], answer: Any) -> list[Candidate]:
        """Return the candidates that an answer holds; NetworkError where it holds what was not asked for."""
        asked = {f"q{number}": name for number, name in enumerate(names)}
        odd = sorted(map(str, answer.keys() - asked.keys())) if isinstance(answer, Mapping) else ["no object"]
        if odd:
            raise NetworkError(f"{self.url} answered with what was not asked for: {', '.join(odd)}")
        found: list[Candidate] = []
        for query, name in asked.items():
            try:
                found += self._read(name, answer.get(query, {}).get("result", ()))
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                raise NetworkError(f"{self.url} answered {name!r} with broken candidates: {error}") from error
        return found

    def query(self, kind: str, name: str) -> Mapping[str, Any]:
        """Return the query for a name."""
        wanted = self.types.get(kind) or self.manifest.type_of(kind)
        having = [{"pid": pid, "v": value} for pid, value in sorted(self.properties.items())]
        return {
            "query": name,
            "limit": LIMIT,
            **({"type": wanted} if wanted else {}),
            **({"properties": having} if having else {}),
        }

    def _read(self, name: str, result: Sequence[Mapping[str, Any]]) -> Iterator[Candidate]:
        best = max((_score(each) for each in result), default=0.0)
        for each in result:
            item = Endpoint(self.url, self.manners, self.manifest.space).item(self.manifest.space + _text(each["id"]))
            yield Candidate(
                name=name,
                iri=item.value,
                how=_how(name, each),
                description=_text(each.get("description") or ""),
                score=_score(each) / best if best else 1.0,
            )

    def _answer(self, said: str, request: Request, check: Callable[[Any], object]) -> Any:
        """Return what the service answers, or answered lately; what fails the check is not kept."""

        def ask() -> Any:
            reply = fetch(request, self.manners)
            try:
                answer = json.loads(reply.body)
            except (ValueError, RecursionError) as error:
                raise NetworkError(f"{self.url} answered with no JSON: {excerpt(reply.body)}") from error
            check(answer)
            return answer

        return self.answers.of(self.url, said, ask) if self.answers else ask()


def manifest(url: str, told: Any) -> Manifest:
    """Return a service's manifest; NetworkError where it is none, or one of other versions of the API."""
    try:
        versions = set(told.get("versions") or ["0.1"])
        types = {_text(each["id"]): _text(each.get("name", "")) for each in told.get("defaultTypes") or ()}
        batch = told.get("batchSize") or BATCH
        made = Manifest(_text(told["name"]), _text(told["identifierSpace"]), types, max(1, min(int(batch), BATCH)))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NetworkError(f"{url} is no reconciliation service: its manifest lacks or breaks {error}") from error
    if not versions & VERSIONS:
        raise NetworkError(f"{url} speaks versions {', '.join(sorted(map(str, versions)))} of the API; kg speaks 0.2")
    if not is_address(made.space):
        raise NetworkError(f"{url} has ids that are no addresses: its identifierSpace is {made.space!r}")
    return made


def _how(name: str, each: Mapping[str, Any]) -> How:
    if key(_text(each["name"])) == key(name):
        return "label"
    return "alias" if each.get("match") is True else "form"


def _score(each: Mapping[str, Any]) -> float:
    score = float(each.get("score") or 0)
    if not math.isfinite(score):
        raise ValueError(f"the score {score} is no number")
    return max(score, 0.0)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value
