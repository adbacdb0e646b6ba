"""What cannot all be so: the instances of the rules that have no head."""

from collections.abc import Iterator

from kg.reason.closure import Closure
from kg.reason.loops import variables, whole
from kg.reason.rules import Rule
from kg.reason.terms import Binding


def instances(closure: Closure) -> Iterator[tuple[Rule, Binding]]:
    """Yield each contradiction in a closure: the rule, and what its variables stand for."""
    term = closure.index.term
    for rule in closure.program.rules:
        if rule.head is None:
            for row in closure.run(whole(rule), (None,)):
                yield rule, dict(zip(variables(rule), map(term, row), strict=True))
