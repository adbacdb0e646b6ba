"""Conditions of rules: `slot:word|CLASS`, read once, asked of tokens."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from kg.language.parsed import Token
from kg.suggest import suggest

K = TypeVar("K")
Slot = Callable[[Token], Iterable[Token]]


@dataclass(frozen=True, slots=True)
class Terms(Generic[K]):
    """What conditions may speak of: slots lead from a trigger to words, classes tell what a word stands for.

    K is what a class is asked with: the kinds of the names of an article.
    """

    slots: Mapping[str, Slot]
    classes: Mapping[str, Callable[[K, Token], bool]]

    def condition(self, text: str) -> "Condition[K]":
        """Return a condition as written.

        Raises:
            ValueError: no slot or class has this name.

        """
        name, _, words = text.removeprefix("!").partition(":")
        options = words.split("|") if words else []
        known = tuple(self.classes[self._of(self.classes, o, text)] for o in options if o.isupper())
        slot = self.slots[self._of(self.slots, name, text)]
        return Condition(slot, frozenset(o for o in options if not o.isupper()), known, text.startswith("!"))

    @staticmethod
    def _of(names: Mapping[str, object], name: str, text: str) -> str:
        if name not in names:
            raise ValueError(f"condition {text!r}: {name!r} is not known{suggest(name, names)}")
        return name


@dataclass(frozen=True, slots=True)
class Condition(Generic[K]):
    """Some word in a slot is one of some words or of some class; or none is."""

    slot: Slot
    words: frozenset[str]
    classes: tuple[Callable[[K, Token], bool], ...]
    negated: bool

    def holds(self, kinds: K, trigger: Token) -> bool:
        """Tell whether it holds of a trigger."""
        return any(self._fits(kinds, word) for word in self.slot(trigger)) != self.negated

    def _fits(self, kinds: K, word: Token) -> bool:
        if self.words and (word.lower_ in self.words or word.lemma_.lower() in self.words):
            return True
        return any(is_a(kinds, word) for is_a in self.classes) or not (self.words or self.classes)
