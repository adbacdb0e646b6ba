"""The formats of answers, by name and by the extensions of their files."""

from enum import StrEnum
from pathlib import Path

from kg.errors import UsageError


class ResultFormat(StrEnum):
    """How an answer is written: rows by the first nine, a graph by the rest."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"
    XLSX = "xlsx"
    MARKDOWN = "md"
    HTML = "html"
    PARQUET = "parquet"
    TURTLE = "turtle"
    NT = "nt"
    JSONLD = "jsonld"


EXTENSIONS = {f".{each}": each for each in ResultFormat if each not in {ResultFormat.TABLE, ResultFormat.TURTLE}} | {
    ".ttl": ResultFormat.TURTLE,
    ".txt": ResultFormat.TABLE,
    ".srj": ResultFormat.JSON,
    ".srx": ResultFormat.XML,
}


def by_extension(path: Path) -> ResultFormat:
    """Return the format of a file by its name; UsageError lists the extensions that there are."""
    try:
        return EXTENSIONS[path.suffix.lower()]
    except KeyError:
        known = ", ".join(EXTENSIONS)
        raise UsageError(f"{path}: no format goes with that extension; use one of {known}, or --format") from None
