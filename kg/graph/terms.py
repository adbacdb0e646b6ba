"""IRIs and literals; an IRI is a function of an article's id, of offsets and of entities' keys, of nothing else."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property, lru_cache
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode

from kg import naming
from kg.facts import Span
from kg.naming import REMEMBERED
from kg.vocabulary import BASE, DCTERMS, NEWS, OA, PREFIXES, RDF, RDFS, SKOS, XSD

TYPE = NamedNode(f"{RDF}type")
LABEL = NamedNode(f"{RDFS}label")
ALTERNATIVE = NamedNode(f"{SKOS}altLabel")
SAME = NamedNode(f"{SKOS}exactMatch")
CLOSE = NamedNode(f"{SKOS}closeMatch")
REPLACED = NamedNode(f"{DCTERMS}isReplacedBy")
EDTF = NamedNode(f"{PREFIXES['edtf']}EDTF")
WIKIDATA = "http://www.wikidata.org/entity/"
_DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}
_FULL = "0000-01-01"
#: Fractions of a second, and the zone of UTC in figures.
_FRACTION, _ZONE = re.compile(r"\.\d+"), re.compile(r"[+-]00:00$")


#: Subject, predicate and object.
Row = tuple[NamedNode, NamedNode, NamedNode | Literal]


@cache
def news(name: str) -> NamedNode:
    """Return a term of the ontology; one of a user's own is named by its IRI."""
    return NamedNode(name if "://" in name else NEWS + name)


@cache
def oa(name: str) -> NamedNode:
    """Return a term of Web Annotation."""
    return NamedNode(OA + name)


@dataclass(frozen=True)
class Names:
    """The IRIs of one article and of what it states."""

    article_id: str
    base: str = BASE

    @cached_property
    def article(self) -> NamedNode:
        """The article, and the graph of all that it states."""
        return NamedNode(self.base + naming.article(self.article_id))

    @cached_property
    def _path(self) -> str:
        return self.article.value

    def thing(self, key: str) -> NamedNode:
        """Return an entity or event."""
        return NamedNode(self.base + key)

    def statement(self, fragments: Iterable[Span]) -> NamedNode:
        """Return the statement of these words."""
        spans = sorted(fragments)
        return NamedNode(f"{self._path}/statement/{spans[0].start}-{spans[-1].end}")

    def passage(self, span: Span) -> NamedNode:
        """Return some running words: RFC 5147's fragment of a plain text."""
        return NamedNode(f"{self._path}#char={span[0]},{span[1]}")

    def fragment(self, name: str) -> NamedNode:
        """Return a part of the article."""
        return NamedNode(f"{self._path}#{name}")


def block(base: str, name: str) -> NamedNode:
    """Return the node of a key that all share who may be one, as a store keeps it for itself."""
    return NamedNode(f"{base}block/{_quoted(name)}")


@lru_cache(maxsize=REMEMBERED)
def _quoted(name: str) -> str:
    return quote(name, safe="")


def integer(number: int) -> Literal:
    """Return a number as RDF."""
    return Literal(str(number), datatype=NamedNode(f"{XSD}integer"))


def decimal(number: float) -> Literal:
    """Return a share as RDF, in ten-thousandths, as stores write it: "1" and not "1.0"."""
    return Literal(f"{number:.4f}".rstrip("0").rstrip("."), datatype=NamedNode(f"{XSD}decimal"))


def interval(value: str) -> Literal:
    """Return an interval of the Extended Date/Time Format as RDF."""
    return Literal(value, datatype=EDTF)


def date(value: str | None) -> Literal | None:
    """Return an ISO 8601 year, month, day or time as RDF; None where it is no date."""
    if value is None:
        return None
    kind = _DATES.get(len(value), "dateTime")
    try:
        datetime.fromisoformat(value + _FULL[len(value) :])
    except ValueError:
        return None
    if kind == "dateTime" and not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?", value):
        return None
    # As Oxigraph writes it: what is read back is what was written.
    return Literal(_ZONE.sub("Z", _FRACTION.sub(_shortest, value)), datatype=NamedNode(XSD + kind))


def _shortest(fraction: re.Match[str]) -> str:
    return fraction[0].rstrip("0").rstrip(".")
