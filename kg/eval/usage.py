"""How often each rule fires, and what is left where a rule is left out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from kg.errors import UsageError
from kg.extract.measured.confidence import kept
from kg.extract.measured.registry import Rule, evidence, judging, rule, rules
from kg.extract.rules.users import NO_RULES, Own
from kg.facts import Reading
from kg.suggest import suggest

#: A rule by kind and name.
Key = tuple[str, str]


def fired(readings: Iterable[Reading]) -> Counter[Key]:
    """Return how many facts each rule has given; of one that judges what others give, on how many words it fired."""
    counts: Counter[Key] = Counter()
    for reading in readings:
        counts.update((kind, held.rule) for kind, held in evidence(reading))
        counts.update({(judging()[name], name): number for name, number in reading.fired if name in judging()})
    return counts


def used(counts: Counter[Key], own: Own = NO_RULES) -> list[tuple[Rule, int]]:
    """Return all known rules, those of a user's own among them, and those that have fired, with what each gave."""
    known = {(each.kind, each.name): each for each in rules(own)}
    found = known | {key: rule(*key) for key in counts if key not in known}
    return [(found[key], counts[key]) for key in sorted(found)]


def judging_like(names: Sequence[str]) -> frozenset[str]:
    """Return the rules of these names that judge what others give: nothing is read by them where they are left out."""
    return frozenset(rule for rule in judging() if any(fnmatchcase(rule, name) for name in names))


def without(names: Sequence[str], reading: Reading) -> Reading:
    """Return a reading without what these rules gave; `leads-*` means all whose names begin so."""
    return kept(lambda held: not any(fnmatchcase(held.rule, name) for name in names), reading)


def check(names: Sequence[str], counts: Counter[Key]) -> None:
    """Make sure that there are rules of these names.

    Raises:
        UsageError: there is none, nor did one of that name fire.

    """
    known = sorted({each.name for each, _ in used(counts)})
    for name in names:
        if not any(fnmatchcase(each, name) for each in known):
            raise UsageError(f"no rule {name!r}{suggest(name, known)}; `kg rules` lists them all")
