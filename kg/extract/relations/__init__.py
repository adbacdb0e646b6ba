"""Relations of two entities: one file a relation, found by listing this folder."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

from spacy.tokens import Token

from kg.extract.arguments import argument, echoes
from kg.extract.attribution import held
from kg.extract.context import Context
from kg.extract.pattern import Found, Rule
from kg.extract.roles import status
from kg.facts import Evidence, Fact, Quote
from kg.vocabulary import vocabulary

#: Relations that are held for a time and may be over.
HELD = {"holdsRole", "leads", "worksFor", "memberOf", "memberOfParty", "chiefExecutiveOf"}
Finder = Callable[[Context], Iterator[Found]]


class Rules(NamedTuple):
    """The rules of all relations: by the lemmas that set them off, and those that look for themselves."""

    by_lemma: Mapping[str, Sequence[tuple[str, Rule]]]
    finders: Sequence[Finder]


def facts(context: Context, quotes: Sequence[Quote]) -> Iterator[Fact]:
    """Yield the facts of an article in the order of the text, each pair of mentions once for a relation."""
    seen = set()
    for found in sorted(matches(context), key=lambda found: found.trigger.i):
        for fact in stated(context, found, quotes):
            key = (fact.relation, fact.subject.span, fact.object.span)
            if key not in seen:
                seen.add(key)
                yield fact


def matches(context: Context) -> Iterator[Found]:
    """Yield what the rules find, typed or not."""
    for token in context.doc:
        for relation, rule in rules().by_lemma.get(token.lemma_.lower(), ()):
            yield from rule.match(relation, context, token)
    for find in rules().finders:
        yield from find(context)


@cache
def rules() -> Rules:
    """Return the rules of the relations whose files stand in this folder; a file is named for its relation."""
    by_lemma: dict[str, list[tuple[str, Rule]]] = defaultdict(list)
    finders: list[Finder] = []
    for name in names():
        code = import_module(f"{__name__}.{name}")
        if hasattr(code, "match"):
            finders.append(code.match)
        for rule in (*getattr(code, "PATTERNS", ()), *getattr(code, "TITLES", ())):
            for lemma in rule.trigger.split():
                by_lemma[lemma].append((term(name), rule))
    return Rules(by_lemma, finders)


def names() -> list[str]:
    """Return the names of the files in this folder."""
    return [module.name for module in iter_modules(__path__)]


def term(name: str) -> str:
    """Return the ontology's name of a relation's file: born_in is bornIn."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def stated(context: Context, found: Found, quotes: Sequence[Quote]) -> Iterator[Fact]:
    """Yield the facts of a match, if the ontology allows it: one for each mention of its things in the sentence."""
    relation = vocabulary().property(found.relation)
    subject = argument(context, found.subject, relation.domain)
    obj = argument(context, found.object, relation.range) if isinstance(found.object, Token) else found.object
    if subject is None or obj is None or subject.entity == obj.entity:
        return
    if vocabulary().allows(relation.name, subject.kind, obj.kind):
        modality, source = held(context, found.trigger, quotes)
        evidence = Evidence(context.sentence(found.trigger), found.rule, 0.8, modality, source)
        when = status(found.trigger) if relation.name in HELD else "current"
        for one in echoes(context, subject, found.trigger):
            for other in echoes(context, obj, found.trigger):
                yield Fact(relation.name, one, other, evidence, when, found.scope)
