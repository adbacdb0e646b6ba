"""A rule's confidence in a quote or relation is measured: the share of such facts that annotators call right.

`tools/calibrate.py` measures it and writes data/confidence.tsv: kind of fact, rule, confidence, number of facts.
A rule that no annotator has judged keeps the confidence that it gives itself. Incidents have a table of their own.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from kg.facts import Evidence, Fact, Quote

#: Confidence by kind of fact and rule.
Table = Mapping[tuple[str, str], float]


def fact(stated: Fact) -> Fact:
    """Return the fact with its measured confidence."""
    return replace(stated, evidence=_measured("relation", stated.evidence))


def quote(said: Quote) -> Quote:
    """Return the quote with its measured confidence."""
    return replace(said, evidence=_measured("quote", said.evidence))


def _measured(kind: str, evidence: Evidence) -> Evidence:
    return replace(evidence, confidence=table().get((kind, evidence.rule), evidence.confidence))


@cache
def table() -> Table:
    """Return the measured confidences."""
    text = files("kg.extract").joinpath("data", "confidence.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {(kind, rule): float(confidence) for kind, rule, confidence, _ in rows}
