"""A rule's confidence is measured: the share of such facts that annotators call right.

`tools/calibrate.py` measures it and writes confidence.tsv: kind of fact, rule, confidence, number of facts.
A rule that was judged too seldom has its family's; where no annotator has judged any of them it keeps its own.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from kg.facts import Event, Evidence, Fact, Quote

#: Confidence by kind of fact and rule.
Table = Mapping[tuple[str, str], float]


def fact(stated: Fact) -> Fact:
    """Return the fact with its measured confidence."""
    return replace(stated, evidence=_measured("relation", stated.evidence))


def quote(said: Quote) -> Quote:
    """Return the quote with its measured confidence."""
    return replace(said, evidence=_measured("quote", said.evidence))


def event(told: Event) -> Event:
    """Return the mention of an event and its arguments with their measured confidences."""
    arguments = tuple(replace(a, evidence=_measured("argument", a.evidence)) for a in told.arguments)
    return replace(told, arguments=arguments, evidence=_measured("event", told.evidence))


def family(rule: str) -> str:
    """Return the first word of a rule's name."""
    return rule.replace(" ", "-").partition("-")[0]


def _measured(kind: str, evidence: Evidence) -> Evidence:
    known = table().get((kind, evidence.rule))
    if known is None:
        known = table().get((kind, family(evidence.rule)))
    return evidence if known is None else replace(evidence, confidence=known)


@cache
def table() -> Table:
    """Return the measured confidences."""
    text = files("kg.extract.measured").joinpath("confidence.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {(kind, rule): float(confidence) for kind, rule, confidence, _ in rows}
