"""The formats of answers, by name."""

from enum import StrEnum


class ResultFormat(StrEnum):
    """How an answer is written: rows by the first five, a graph by the rest."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"
    TURTLE = "turtle"
    NT = "nt"
    JSONLD = "jsonld"
