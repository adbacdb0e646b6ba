"""Runs rules: candidates by lemma, then guards, then the first rule whose conditions hold."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from spacy.tokens import Doc, Token

from kg.extract.rules.conditions import Condition, Terms
from kg.extract.rules.rule import Rule
from kg.extract.syntax.columns import lemmaed

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Ready(Generic[K]):
    """A rule with its conditions read."""

    rule: Rule
    pos: frozenset[str]
    needs: tuple[Condition[K], ...]
    unless: tuple[Condition[K], ...]

    def fires(self, kinds: K, token: Token) -> bool:
        """Tell whether the rule fires on a token with one of its lemmas."""
        return (
            token.pos_ in self.pos
            and all(condition.holds(kinds, token) for condition in self.needs)
            and not any(condition.holds(kinds, token) for condition in self.unless)
        )


class Engine(Generic[K]):
    """Rules and guards in the order of their rows, by the lemmas that set them off."""

    def __init__(self, rules: Iterable[Rule], terms: Terms[K]) -> None:
        self.rules = tuple(rules)
        self._by_lemma: dict[str, list[Ready[K]]] = defaultdict(list)
        for rule in self.rules:
            ready = Ready(rule, frozenset(rule.pos.split()), *(read(terms, c) for c in (rule.needs, rule.unless)))
            for lemma in rule.trigger:
                self._by_lemma[lemma].append(ready)

    def run(self, kinds: K, doc: Doc) -> Iterator[tuple[Rule, Token]]:
        """Yield each trigger with its rule, in the order of the text."""
        for token in lemmaed(doc, self._by_lemma.keys()):
            rule = self.of(kinds, token)
            if rule is not None:
                yield rule, token

    def of(self, kinds: K, token: Token) -> Rule | None:
        """Return the rule that reads a token, unless a guard takes it away."""
        rows = self._rows(token)
        found = next((row for row in rows if row.rule.gives and row.fires(kinds, token)), None)
        return None if found is None or any(self.guards(kinds, token)) else found.rule

    def guards(self, kinds: K, token: Token) -> Iterator[Rule]:
        """Yield the guards that take a token away."""
        return (row.rule for row in self._rows(token) if not row.rule.gives and row.fires(kinds, token))

    def _rows(self, token: Token) -> list[Ready[K]]:
        return self._by_lemma.get(token.lemma_.lower(), [])


def read(terms: Terms[K], conditions: str) -> tuple[Condition[K], ...]:
    """Return the conditions of a row, which stand between blanks."""
    return tuple(map(terms.condition, conditions.split()))
