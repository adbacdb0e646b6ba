"""Who is who in words: each step with the reasons that add up to it."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from kg.cli.plain import one_line
from kg.query.identity import Comparison, Step, Told, in_words, reasons, total


def lines(found: Comparison) -> Iterator[str]:
    """Yield a comparison as a tree: the steps, and under each its reasons."""
    yield found.left if found.one else f"two things: {found.left} and {found.right}"
    if not found.steps:
        yield "└─ nothing tells that they are one"
    for number, step in enumerate(found.steps, 1):
        is_last = number == len(found.steps)
        yield f"{'└─' if is_last else '├─'} {one_line(step_in_words(step, found.needed))}"
        yield from (f"{'  ' if is_last else '│ '}    {one_line(reason)}" for reason in reasons(step))


def step_in_words(step: Step, needed: float) -> str:
    """Return a step in one line: what is one with what, and how much tells so."""
    return f"{in_words(step.left)} = {in_words(step.right)}: {total(step, needed)}"


def as_json(found: Comparison) -> str:
    """Write a comparison as a JSON object."""
    said = {"left": found.left, "right": found.right, "one": found.one, "needed": found.needed}
    return json.dumps(said | {"steps": list(map(_step, found.steps))}, ensure_ascii=False, indent=2)


def _step(step: Step) -> dict[str, Any]:
    return {
        "left": list(map(_thing, step.left)),
        "right": list(map(_thing, step.right)),
        "score": round(step.score, 1),
        "reasons": [asdict(reason) for reason in step.reasons],
    }


def _thing(thing: Told) -> dict[str, str]:
    return {"article": thing.article, "name": thing.label}
