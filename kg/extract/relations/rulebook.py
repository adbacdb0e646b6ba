"""The rules of all relations, and what they find in an article: matches, of which engine.py makes facts."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

from kg.extract import relations
from kg.extract.relations.given import compiled
from kg.extract.relations.pattern import Found, Rule
from kg.extract.rules.users import NO_RULES, Own
from kg.extract.syntax.columns import lemmaed
from kg.extract.syntax.context import Context
from kg.vocabulary import Property, vocabulary

Finder = Callable[[Context], Iterator[Found]]


class Rules(NamedTuple):
    """The rules of all relations: by the lemmas that set them off, and those that look for themselves.

    `relations` are what they may read, `confidence` that of rules whose users know it.
    """

    by_lemma: Mapping[str, Sequence[tuple[str, Rule]]]
    finders: Sequence[Finder]
    relations: Mapping[str, Property]
    confidence: Mapping[str, float]


def matches(context: Context, ruled: Rules) -> Iterator[Found]:
    """Yield what the rules find, typed or not."""
    for token in lemmaed(context.doc, ruled.by_lemma):
        for relation, rule in ruled.by_lemma.get(token.lemma_.lower(), ()):
            yield from rule.match(relation, context, token)
    for find in ruled.finders:
        yield from find(context)


@cache
def rules(own: Own = NO_RULES) -> Rules:
    """Return the rules of the relations whose files stand in this folder, each named for its relation, and own ones."""
    if own.rules:
        return _together(rules(), alone(own))
    by_lemma: dict[str, list[tuple[str, Rule]]] = defaultdict(list)
    finders: list[Finder] = []
    for name in names():
        code = import_module(f"{relations.__name__}.{name}")
        if hasattr(code, "match"):
            finders.append(code.match)
        for rule in (*getattr(code, "PATTERNS", ()), *getattr(code, "TITLES", ())):
            for lemma in rule.trigger.split():
                by_lemma[lemma].append((term(name), rule))
    return Rules(by_lemma, finders, vocabulary().properties, {})


def alone(own: Own) -> Rules:
    """Return rules of a user's own without kg's."""
    by_lemma: dict[str, list[tuple[str, Rule]]] = defaultdict(list)
    for each in own.rules:
        rule = compiled(each)
        for lemma in rule.trigger.lower().split():
            by_lemma[lemma].append((each.relation.name, rule))
    sure = {rule.name: rule.confidence for rule in own.rules if rule.confidence is not None}
    return Rules(by_lemma, (), {rule.relation.name: rule.relation for rule in own.rules}, sure)


def _together(kgs: Rules, own: Rules) -> Rules:
    lemmas = dict.fromkeys([*kgs.by_lemma, *own.by_lemma])
    by_lemma = {lemma: [*kgs.by_lemma.get(lemma, ()), *own.by_lemma.get(lemma, ())] for lemma in lemmas}
    return Rules(by_lemma, kgs.finders, {**own.relations, **kgs.relations}, own.confidence)


def names() -> list[str]:
    """Return the names of the files in this folder that are named for a relation of the ontology."""
    return [module.name for module in iter_modules(relations.__path__) if term(module.name) in vocabulary().properties]


def term(name: str) -> str:
    """Return the ontology's name of a relation's file: born_in is bornIn."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
