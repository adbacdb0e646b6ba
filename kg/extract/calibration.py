"""A rule's confidence is what annotated news says of it: the share of such facts that are right.

`tools/calibrate.py` measures it and writes data/confidence.tsv: kind of fact, rule, confidence, number of facts.
A rule that no annotator has judged keeps the confidence that it gives itself.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from kg.facts import Argument, Event, Evidence, Fact, Quote

#: Confidence by kind of fact and rule.
Table = Mapping[tuple[str, str], float]


def fact(stated: Fact) -> Fact:
    """Return the fact with its measured confidence."""
    return replace(stated, evidence=_measured("relation", stated.evidence))


def quote(said: Quote) -> Quote:
    """Return the quote with its measured confidence."""
    return replace(said, evidence=_measured("quote", said.evidence))


def event(happened: Event) -> Event:
    """Return the event with its measured confidence and those of its arguments."""
    arguments = tuple(_argument(argument) for argument in happened.arguments)
    return replace(happened, evidence=_measured("event", happened.evidence), arguments=arguments)


def _argument(stated: Argument) -> Argument:
    return replace(stated, evidence=_measured("argument", stated.evidence))


def _measured(kind: str, evidence: Evidence) -> Evidence:
    return replace(evidence, confidence=table().get((kind, evidence.rule), evidence.confidence))


@cache
def table() -> Table:
    """Return the measured confidences."""
    text = files("kg.extract").joinpath("data", "confidence.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {(kind, rule): float(confidence) for kind, rule, confidence, _ in rows}
