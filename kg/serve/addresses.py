"""Where the IRIs of the graph are on this server, and which IRI an address asks for."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote, urlencode

from pyoxigraph import NamedNode

from kg.vocabulary import NEWS

#: What stands in a path as it is; a percent sign of an IRI already escapes.
PATH = "/:@!$&'()*+,;=-._~%"
#: Links that are remembered: the same things stand on many pages.
KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Addresses:
    """Links for the things of a store with this base."""

    base: str

    def link(self, iri: str) -> str:
        """Return the address of a thing: on this server if it is the store's or a term, else elsewhere on the web."""
        return _link(self.base, iri)

    def iris(self, raw: str) -> Iterator[NamedNode]:
        """Yield what a path below /id/ may mean: an IRI as it is written, or with its letters spelt out."""
        yield from _node(self.base + raw)
        for spelt in {unquote(raw): None, quote(unquote(raw), safe=PATH): None}:
            yield from _node(self.base + spelt) if spelt != raw else ()

    def words(self, article: str, claim: str, start: int, end: int) -> str:
        """Return where the words of a claim stand, its ends marked."""
        name = claim.partition("#")[2]
        asked = f"?{urlencode({'claim': name})}" if name else ""
        return f"{self.link(article)}{asked}#char={start},{end}"


@lru_cache(maxsize=KEPT)
def _link(base: str, iri: str) -> str:
    if iri.startswith(base):
        path, mark, fragment = iri.removeprefix(base).partition("#")
        return f"/id/{quote(path, safe=PATH)}{mark}{fragment}"
    if iri.startswith(NEWS):
        return f"/ontology#{quote(iri.removeprefix(NEWS))}"
    return iri if iri.startswith(("https://", "http://")) else ""


def _node(iri: str) -> Iterator[NamedNode]:
    with suppress(ValueError):
        yield NamedNode(iri)
