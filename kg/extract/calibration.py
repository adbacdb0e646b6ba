"""A rule's confidence is measured: the share of such facts that annotators call right.

`tools/calibrate.py` measures it and writes data/confidence.tsv: kind of fact, rule, confidence, number of facts.
A rule that no annotator has judged keeps the confidence that it gives itself; a rare one of incidents has its family's.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from kg.facts import Event, Evidence, Fact, Quote

#: Confidence by kind of fact and rule.
Table = Mapping[tuple[str, str], float]
#: Kinds of facts with a row for each family of rules: their rules are many and the annotated articles few.
BY_FAMILY = frozenset({"event", "argument"})


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
    if known is None and kind in BY_FAMILY:
        known = table().get((kind, family(evidence.rule)))
    return evidence if known is None else replace(evidence, confidence=known)


@cache
def table() -> Table:
    """Return the measured confidences."""
    text = files("kg.extract").joinpath("data", "confidence.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {(kind, rule): float(confidence) for kind, rule, confidence, _ in rows}
