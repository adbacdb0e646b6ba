"""All rules of the extraction: those that files declare, and those that were measured on annotated news.

A file of the extraction declares rules as a list RULES of things that have a `name` and may have a `kind` and
`examples`; a relation's file by the triggers of PATTERNS and TITLES, and by the names of its own finders in RULES.
What is named by code alone is known once it has been measured, or has fired.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from typing import NamedTuple

from kg import extract
from kg.extract.measured.calibration import family, known, table
from kg.extract.relations import rulebook
from kg.extract.rules.rule import Rule as Row
from kg.extract.rules.users import NO_RULES, Own
from kg.facts import Evidence, Reading

#: What the rules of a room find, where a rule does not say it.
KINDS = {"quotes": "quote", "relations": "relation", "incidents": "event", "factuality": "modality"}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by the kind of fact that it finds (quote, relation, event, argument) or judges, and its name.

    `precision` is the share of its facts that annotators call right, or its family's where too few of its own were
    `judged`; None where nobody has judged any. `kept` says why it stays though it fires on no corpus at hand.
    A rule that `judges` says how what others find is held, or takes it away, and stands in no evidence: what it gives
    is on how many words it fires.
    """

    kind: str
    name: str
    precision: float | None = None
    judged: int = 0
    examples: tuple[str, ...] = ()
    kept: str = ""
    judges: bool = False


class Declared(NamedTuple):
    """What a file declares of a rule: its examples, why it is kept, and whether it judges what others find."""

    examples: tuple[str, ...] = ()
    kept: str = ""
    judges: bool = False


UNDECLARED = Declared()


def rules(own: Own = NO_RULES) -> tuple[Rule, ...]:
    """Return all rules that are known, those of a user's own among them, by kind and name."""
    named = {(kind, name) for kind, name in table() if name != family(name)}
    told = declared()
    kgs = (rule(kind, name, told.get((kind, name), UNDECLARED)) for kind, name in named | told.keys())
    users = (
        Rule("relation", each.name, each.confidence, 0, tuple(one.text for one in each.examples), kept=each.where)
        for each in own.rules
    )
    return tuple(sorted((*kgs, *users), key=lambda each: (each.kind, each.name)))


def rule(kind: str, name: str, told: Declared = UNDECLARED) -> Rule:
    """Return what is known of a rule."""
    measured, own = (None, None) if told.judges else (known(kind, name), table().get((kind, name)))
    return Rule(kind, name, measured and measured.share, own.facts if own else 0, *told)


def judging() -> dict[str, str]:
    """Return the kinds of the rules that judge what others find, by name."""
    return {name: kind for (kind, name), told in declared().items() if told.judges}


@cache
def declared() -> dict[tuple[str, str], Declared]:
    """Return the rules that files declare, by kind and name, with their examples and why they are kept."""
    patterns = rulebook.rules().by_lemma.items()
    found: dict[tuple[str, str], Declared] = {
        ("relation", f"{relation}-{getattr(rule, 'name', lemma)}"): Declared(getattr(rule, "examples", ()))
        for lemma, rules in patterns
        for relation, rule in rules
    }
    return found | {(kind, name): told for kind, name, told in _listed()}


def _listed() -> Iterator[tuple[str, str, Declared]]:
    for module in walk_packages(extract.__path__, f"{extract.__name__}."):
        code = import_module(module.name)
        rules = getattr(code, "RULES", ())
        room, file = module.name.split(".")[2], module.name.split(".")[-1]
        for each in rules:
            if isinstance(each, str):
                yield KINDS[room], f"{rulebook.term(file)}-{each}", UNDECLARED
            else:
                kind = str(getattr(each, "kind", None) or getattr(code, "KIND", KINDS[room]))
                judges = isinstance(each, Row) and (room != "incidents" or not each.gives)
                examples = tuple(map(str, getattr(each, "examples", ())))
                yield kind, each.name, Declared(examples, getattr(each, "kept", ""), judges)


def evidence(reading: Reading) -> Iterator[tuple[str, Evidence]]:
    """Yield the evidence of all that a reading states, each with its kind."""
    yield from (("relation", fact.evidence) for fact in reading.facts)
    yield from (("quote", quote.evidence) for quote in reading.quotes)
    for event in reading.events:
        yield "event", event.evidence
        yield from (("argument", argument.evidence) for argument in event.arguments)
