"""Rules of a user's own, as files give them: what they read, on what they are tried, and a digest of them all."""

import json
from dataclasses import asdict, dataclass, field
from hashlib import sha256

from kg.vocabulary import Property

#: Figures of a digest.
SHORT = 12


@dataclass(frozen=True, slots=True)
class Example:
    """A text that a rule reads; what its two arguments are there, if it is said."""

    text: str
    subject: str = ""
    object: str = ""


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A rule that reads a relation, of kg's or of an ontology of the user's; `how` are the fields of its pattern.

    `kind` is pattern or title. `confidence` is what the user has measured. `where` is the rule's file and line.
    """

    name: str
    relation: Property
    kind: str
    how: tuple[tuple[str, str | bool], ...]
    examples: tuple[Example, ...]
    never: tuple[str, ...] = ()
    confidence: float | None = None
    where: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Own:
    """The rules of a user's own, in the order of their names."""

    rules: tuple[OwnRule, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """The names of the rules."""
        return frozenset(rule.name for rule in self.rules)

    @property
    def digest(self) -> str:
        """A short digest of all that readings depend on; empty where there is no rule."""
        told = [{name: value for name, value in asdict(rule).items() if name != "where"} for rule in self.rules]
        return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:SHORT] if told else ""


#: No rules but kg's.
NO_RULES = Own()
