"""Runs rules: candidates by lemma, then guards, then the first rule whose conditions hold."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kg.extract.rules.conditions import Condition, Terms
from kg.extract.rules.rule import Rule
from kg.extract.syntax.columns import lemmaed
from kg.language.parsed import Doc, Token

K = TypeVar("K")
#: Where a Doc says which rules are left out of its reading, by name ...
WITHOUT = "kg.without"
#: ... and where it keeps which rules have read or taken away which of its tokens, by name and number.
TRACE = "kg.trace"


def lemma(token: Token) -> tuple[str, ...]:
    """Return what sets off rules at a token: its lemma in small letters."""
    return (token.lemma_.lower(),)


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
            (not self.pos or token.pos_ in self.pos)
            and all(condition.holds(kinds, token) for condition in self.needs)
            and not any(condition.holds(kinds, token) for condition in self.unless)
        )


class Engine(Generic[K]):
    """Rules and guards in the order of their rows, by what sets them off; a rule with no trigger asks every token.

    `keys` says under which words the rules of a token stand.
    """

    def __init__(
        self, rules: Iterable[Rule], terms: Terms[K], keys: Callable[[Token], tuple[str, ...]] = lemma
    ) -> None:
        self.rules = tuple(rules)
        self._keys = keys
        rows = [
            Ready(rule, frozenset(rule.pos.split()), *(read(terms, c) for c in (rule.needs, rule.unless)))
            for rule in self.rules
        ]
        self._all = rows
        self._anywhere = [row for row in rows if not row.rule.trigger]
        lemmas = frozenset().union(*(rule.trigger for rule in self.rules))
        self._by_key = {key: [row for row in rows if not row.rule.trigger or key in row.rule.trigger] for key in lemmas}

    def run(self, kinds: K, doc: Doc) -> Iterator[tuple[Rule, Token]]:
        """Yield each trigger with its rule, in the order of the text."""
        for token in lemmaed(doc, self._by_key.keys()):
            rule = self.of(kinds, token)
            if rule is not None:
                yield rule, token

    def of(self, kinds: K, token: Token) -> Rule | None:
        """Return the rule that reads a token, unless a guard takes it away."""
        rows = self._rows(token)
        if not rows:
            return None
        found = next((row.rule for row in rows if row.rule.gives and row.fires(kinds, token)), None)
        guard = None if found is None else next(self.guards(kinds, token), None)
        fired, trace = guard or found, token.doc.user_data.get(TRACE)
        if fired is not None and trace is not None:
            trace.add((fired.name, token.i))
        return None if guard else found

    def guards(self, kinds: K, token: Token) -> Iterator[Rule]:
        """Yield the guards that take a token away."""
        return (row.rule for row in self._rows(token) if not row.rule.gives and row.fires(kinds, token))

    def _rows(self, token: Token) -> Sequence[Ready[K]]:
        keys = [key for key in self._keys(token) if key in self._by_key]
        rows = self._by_key[keys[0]] if keys else self._anywhere
        if len(keys) > 1 and len(set(keys)) > 1:
            rows = [row for row in self._all if not (row.rule.trigger and row.rule.trigger.isdisjoint(keys))]
        without = token.doc.user_data.get(WITHOUT) if rows else None
        return [row for row in rows if row.rule.name not in without] if without else rows


def read(terms: Terms[K], conditions: str) -> tuple[Condition[K], ...]:
    """Return the conditions of a row, which stand between blanks."""
    return tuple(map(terms.condition, conditions.split()))
