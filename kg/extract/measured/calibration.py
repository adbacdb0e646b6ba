"""A rule's confidence is measured: the share of such facts that annotators call right.

`tools/calibrate.py` measures it and writes confidence.tsv: kind of fact, rule, confidence, number of facts.
A rule that was judged too seldom has its family's; where no annotator has judged any of them it keeps its own.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from kg.facts import Event, Evidence, Fact, Quote


class Measured(NamedTuple):
    """The share of the facts of a rule that annotators call right, and how many they have judged."""

    share: float
    facts: int


#: How an incident is told, at the end of the names of its rules.
FRAME = re.compile(r"(-unreal|-general|-armed)?(-once)?$")
#: By kind of fact and rule.
Table = Mapping[tuple[str, str], Measured]


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
    """Return the first word of a rule's name, with how an incident is told: "verb-once" of "verb-kill-once"."""
    first, _, rest = rule.replace(" ", "-").partition("-")
    frame = FRAME.search(f"-{rest}") if rest else None
    return first + (frame[0] if frame else "")


def known(kind: str, rule: str) -> Measured | None:
    """Return what was measured of a rule, or of its family."""
    return table().get((kind, rule)) or table().get((kind, family(rule)))


def _measured(kind: str, evidence: Evidence) -> Evidence:
    measured = known(kind, evidence.rule)
    return evidence if measured is None else replace(evidence, confidence=measured.share)


@cache
def table() -> Table:
    """Return what was measured."""
    text = files("kg.extract.measured").joinpath("confidence.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {(kind, rule): Measured(float(share), int(facts)) for kind, rule, share, facts in rows}
