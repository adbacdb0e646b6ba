"""Rules of a user's own, read from TOML (docs/own-relations.md); what is wrong is told with file and line."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

from kg.errors import DataError, UsageError
from kg.extract.relations.pattern import NAMED, Found, Pattern, Rule
from kg.extract.relations.title import Title
from kg.extract.rules.users import Own, OwnRule
from kg.extract.rules.written import Place, confidence, examples, name, texts, toml
from kg.extract.syntax.context import Context
from kg.language.parsed import Token
from kg.suggest import suggest
from kg.vocabulary import Property

KINDS: Mapping[str, type[Pattern | Title]] = {"pattern": Pattern, "title": Title}
#: What code alone can say of a pattern.
CODE = {"admits", "_of"}
#: Fields of every rule, and those that it must have.
COMMON, NEEDED = ("name", "relation", "examples", "never", "confidence"), ("name", "relation", "examples")
PATHS = ("subject", "object", "needs", "unless")
#: As Universal Dependencies call them.
PARTS_OF_SPEECH = frozenset(
    "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who finds the relation of a name, and the labels that the steps of a path may have."""

    relation: Callable[[str], Property]
    labels: frozenset[str]

    def read(self, path: Path) -> Own:
        """Return the rules of a file, or of all files of a folder that end in .toml.

        Raises:
            UsageError: there is no such file, or no file of rules in the folder.
            DataError: a file or a rule is not what it should be.

        """
        files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
        if not files:
            raise UsageError(f"{path}: no rules in it; a file of rules ends in .toml")
        found = sorted(chain.from_iterable(map(self._file, files)), key=lambda rule: rule.name)
        for one, other in pairwise(found):
            if one.name == other.name:
                raise DataError(f"{other.where}: a rule {other.name!r} stands in {one.where} already")
        return Own(tuple(found))

    def _file(self, path: Path) -> Iterator[OwnRule]:
        text, tables = toml(path)
        if unknown := tables.keys() - KINDS.keys():
            told = f"{min(unknown)!r} is no kind of rule{suggest(min(unknown), KINDS)}"
            raise DataError(f"{path}: {told}; write [[pattern]] or [[title]]")
        if not tables:
            raise DataError(f"{path}: no rule in it; one begins with [[pattern]] or [[title]]")
        for kind, rules in tables.items():
            if not isinstance(rules, list) or not all(isinstance(rule, dict) for rule in rules):
                raise DataError(f"{path}: {kind} is written [[{kind}]], once for each rule")
            for number, rule in enumerate(rules):
                yield self._rule(kind, rule, Place(path, text, kind, number))

    def _rule(self, kind: str, given: dict[str, Any], place: Place) -> OwnRule:
        known = {each.name: each.default is MISSING for each in fields(KINDS[kind]) if each.name not in CODE}
        for key in given:
            if key not in {*known, *COMMON}:
                raise place.wrong(key, f"a {kind} has no {key!r}{suggest(key, [*known, *COMMON])}")
        for key in (*NEEDED, *(key for key, needed in known.items() if needed)):
            if not given.get(key):
                raise place.wrong("", f"a {kind} needs {key!r}")
        how = tuple((key, self._field(key, given[key], place)) for key in known if key in given)
        return OwnRule(
            name(given["name"], place),
            self._relation(given["relation"], place),
            kind,
            how,
            tuple(examples(given["examples"], place)),
            tuple(texts("never", given.get("never", []), place)),
            confidence(given.get("confidence"), place),
            place.of(""),
        )

    def _relation(self, called: object, place: Place) -> Property:
        try:
            return self.relation(str(called))
        except UsageError as error:
            raise place.wrong("relation", str(error)) from None

    def _field(self, key: str, value: object, place: Place) -> str | bool:
        if key == "swap":
            if not isinstance(value, bool):
                raise place.wrong(key, f"swap is true or false, not {value!r}")
            return value
        words = " ".join(map(str, value)) if isinstance(value, list) else value
        if not isinstance(words, str):
            raise place.wrong(key, f"{key} is words between quotation marks, not {value!r}")
        # What a title's `unless` names are words.
        if key in PATHS and place.kind == "pattern":
            self._path(key, words, place)
        for each in words.split() if key == "pos" else ():
            if each not in PARTS_OF_SPEECH:
                raise place.wrong(key, f"{each!r} is no part of speech{suggest(each, PARTS_OF_SPEECH)}")
        return words

    def _path(self, key: str, path: str, place: Place) -> None:
        for step in path.split():
            labels, _, words = step.partition(":")
            if labels == "in" and not words:
                raise place.wrong(key, f"{key}: the step in names its prepositions, as in:at|from")
            for label in labels.removeprefix("^").split("|"):
                if label not in {*NAMED, "in", *self.labels}:
                    known = [*NAMED, "in", *sorted(self.labels)]
                    near = suggest(label, known) or f"; there are {', '.join(known)}"
                    raise place.wrong(key, f"{key}: no step {label!r}{near}")


@dataclass(frozen=True, slots=True)
class Named:
    """A pattern or a title of a user's own; what it finds bears the rule's name."""

    name: str
    rule: Rule

    @property
    def trigger(self) -> str:
        """Lemmas that set the rule off, separated by blanks."""
        return self.rule.trigger

    def match(self, relation: str, context: Context, token: Token) -> Iterator[Found]:
        """Yield what the rule finds at a trigger."""
        yield from (found._replace(rule=self.name) for found in self.rule.match(relation, context, token))


def compiled(rule: OwnRule) -> Named:
    """Return a rule as the engine runs it."""
    how: dict[str, Any] = dict(rule.how)
    return Named(rule.name, KINDS[rule.kind](**how))
