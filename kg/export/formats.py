"""The formats that a graph can leave in, each by its name and by the extensions of its files."""

from enum import StrEnum
from pathlib import Path

from kg.errors import UsageError
from kg.suggest import suggest


class Format(StrEnum):
    """A serialization of RDF, of which some keep named graphs; or a network or a book for another tool."""

    TURTLE = "turtle"
    NT = "nt"
    NQUADS = "nquads"
    TRIG = "trig"
    XML = "xml"
    JSONLD = "jsonld"
    GRAPHML = "graphml"
    GEXF = "gexf"
    NEO4J = "neo4j"
    FTM = "ftm"
    NIF = "nif"
    SCHEMA = "schema"
    XLSX = "xlsx"


EXTENSIONS = {
    ".ttl": Format.TURTLE,
    ".nt": Format.NT,
    ".nq": Format.NQUADS,
    ".trig": Format.TRIG,
    ".rdf": Format.XML,
    ".xml": Format.XML,
    ".owl": Format.XML,
    ".jsonld": Format.JSONLD,
    ".json": Format.JSONLD,
    ".graphml": Format.GRAPHML,
    ".gexf": Format.GEXF,
    ".zip": Format.NEO4J,
    ".ftm": Format.FTM,
    ".nif.ttl": Format.NIF,
    ".schema.jsonld": Format.SCHEMA,
    ".xlsx": Format.XLSX,
}
#: Behind an extension: the file is packed.
PACKED = ".gz"


def by_name(name: str) -> Format:
    """Return the format of that name; UsageError suggests one near it."""
    try:
        return Format(name)
    except ValueError:
        raise UsageError(
            f"no format {name!r}{suggest(name, (each.value for each in Format))}; there are {', '.join(Format)}"
        ) from None


def by_extension(path: Path) -> Format:
    """Return the format of a file by its name; UsageError lists the extensions that there are."""
    inner = path.with_suffix("") if path.suffix.lower() == PACKED else path
    suffixes = [each.lower() for each in inner.suffixes]
    try:
        # The last two tell more than the last: of Turtle that is NIF, of JSON-LD that is schema.org's.
        return EXTENSIONS.get("".join(suffixes[-2:])) or EXTENSIONS["".join(suffixes[-1:])]
    except KeyError:
        known = ", ".join(EXTENSIONS)
        raise UsageError(f"{path}: no format goes with that extension; use one of {known}, or --format") from None
