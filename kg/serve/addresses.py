"""Where the IRIs of the graph are on this server, and which IRI an address asks for."""

from dataclasses import dataclass
from urllib.parse import quote, unquote, urlencode

from pyoxigraph import NamedNode

from kg.vocabulary import NEWS

#: What stands in a path as it is; a percent sign of an IRI already escapes.
PATH = "/:@!$&'()*+,;=-._~%"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Links for the things of a store with this base."""

    base: str

    def link(self, iri: str) -> str:
        """Return the address of a thing: on this server if it is the store's or a term, else elsewhere on the web."""
        if iri.startswith(self.base):
            path, mark, fragment = iri.removeprefix(self.base).partition("#")
            return f"/id/{quote(path, safe=PATH)}{mark}{fragment}"
        if iri.startswith(NEWS):
            return f"/ontology#{quote(iri.removeprefix(NEWS))}"
        return iri if iri.startswith(("https://", "http://")) else ""

    def iris(self, raw: str) -> list[NamedNode]:
        """Return what a path below /id/ may mean: an IRI as it is written, or with its letters spelt out."""
        spelt = dict.fromkeys((raw, unquote(raw), quote(unquote(raw), safe=PATH)))
        return [node for path in spelt if (node := _node(self.base + path))]

    def words(self, article: str, claim: str, start: int, end: int) -> str:
        """Return where the words of a claim stand, its ends marked."""
        name = claim.partition("#")[2]
        asked = f"?{urlencode({'claim': name})}" if name else ""
        return f"{self.link(article)}{asked}#char={start},{end}"


def _node(iri: str) -> NamedNode | None:
    try:
        return NamedNode(iri)
    except ValueError:
        return None
