"""victims: the persons by name whom an article reports as attacked, as HRDsAttack annotates them.

Annotators name the victims of the one attack that an article is about; those of others in passing count as wrong.
"""

from collections.abc import Iterator

from kg.eval.gold import Row
from kg.eval.tasks.incidents import words
from kg.eval.verdicts import Count, Error, Judged, Verdict
from kg.facts import Argument, Reading, Span

NEEDS = {"events": ("victims",)}
MEASURES = ("named victims",)

ROLES = {"victim", "killed", "injured"}


def judge(gold: Row, reading: Reading) -> Iterator[Verdict]:
    """Yield the verdicts on the victims of one article; of an article without any name nothing is judged."""
    names = [v["victim_name"] for event in gold["events"] for v in event["victims"] if v["victim_name"]]
    if not names:
        return
    labels = {entity.key: entity.label for entity in reading.entities}
    said = [a for event in reading.events for a in event.arguments if a.role in ROLES and _named(a, labels)]
    have = {argument.mention.entity: labels[argument.mention.entity] for argument in said}
    right = {key for key, label in have.items() if any(_same(label, name) for name in names)}
    found = sum(any(_same(have[key], name) for key in right) for name in names)
    yield Count("named victims", len(right), len(have), len(names), found)
    for argument in said:
        yield Judged.of("argument", argument.evidence, right=argument.mention.entity in right)
        if argument.mention.entity not in right:
            yield Error("wrong victim", predicted=(argument.mention.span,), rule=argument.evidence.rule)
    for name in names:
        at = gold["text"].find(name)
        if not any(_same(have[key], name) for key in right) and at >= 0:
            yield Error("missed victim", (Span(at, at + len(name)),))


def _named(argument: Argument, labels: dict[str, str]) -> bool:
    """Tell whether the argument is a person whom the article names."""
    person = argument.mention.kind == "Person" and argument.mention.form in {"name", "pronoun"}
    return person and labels[argument.mention.entity][:1].isupper()


def _same(one: str, other: str) -> bool:
    """Tell whether two names share their last word, or the one has all words of the other."""
    mine, others = words(one), words(other)
    last = [name.split()[-1:] for name in (one, other)]
    return bool(mine and others) and (mine <= others or others <= mine or last[0] == last[1])
