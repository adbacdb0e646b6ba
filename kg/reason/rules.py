"""The rules of OWL 2 RL written out for one ontology, as plain data."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from pyoxigraph import BlankNode, Literal, NamedNode, Variable

from kg.errors import DataError
from kg.reason.profile import PROFILE, Pattern
from kg.reason.schema import Schema
from kg.reason.terms import (
    DIFFERENT,
    NOT_OF,
    SAME,
    THING,
    TYPE,
    UNEQUAL,
    Atom,
    Binding,
    is_datatype,
    is_vocabulary,
    term,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """If the body holds, so does the head; without a head, the body is a contradiction.

    `name` is the rule's name in the profile, or several where anonymous classes between them were left out.
    """

    name: str
    body: tuple[Atom, ...]
    head: Atom | None

    def __str__(self) -> str:
        return f"{self.name}: {' . '.join(map(str, self.body))} -> {self.head or 'false'}"


def instantiate(schema: Schema) -> list[Rule]:
    """Return the rules that the closed ontology calls for, each once."""
    rules = list(written_out(PROFILE, schema))
    rules += [Rule("asserted", (), fact) for fact in facts(schema)]
    rules = _without_anonymous([_without_inverses(rule, schema) for rule in rules])
    return _distinct(kept for rule in rules for kept in _cleaned(rule))


def facts(schema: Schema) -> Iterator[Atom]:
    """Yield what the ontology says of individuals, its own terms left out."""
    terms = schema.terms()
    for triple in schema:
        individual = isinstance(triple.s, NamedNode) and triple.s not in terms and not is_vocabulary(triple.s)
        if individual and (triple.p in terms or triple.p in (TYPE, SAME, DIFFERENT)):
            yield triple


def written_out(patterns: Iterable[Pattern], schema: Schema) -> Iterator[Rule]:
    """Yield a rule for each match of each pattern in the ontology."""
    for pattern in patterns:
        for found in schema.match(pattern.schema):
            for binding in _with_members(pattern.members, found, schema):
                body = tuple(atom for words in pattern.body for atom in _atoms(words, binding, schema))
                head = None if pattern.head is None else Atom(*map(term, pattern.head)).replace(binding)
                yield Rule(pattern.name, body, head)


def _with_members(words: tuple[str, ...], binding: Binding, schema: Schema) -> Iterator[Binding]:
    """Bind what stands before `in` to each member of the list, or each two of them."""
    if not words:
        yield binding
        return
    *names, _, members = words
    for chosen in combinations(schema.members(binding[Variable(members[1:])]), len(names)):
        yield binding | {Variable(name[1:]): member for name, member in zip(names, chosen, strict=True)}


def _atoms(words: tuple[str, ...], binding: Binding, schema: Schema) -> Iterator[Atom]:
    """Write out `?x ?l/ ?y` as a path and `?l*` as one atom a member."""
    if not any(word.endswith(("*", "/")) for word in words):
        yield Atom(*map(term, words)).replace(binding)
        return
    listed = next(word for word in words if word.rstrip("*/")[1:] in {v.value for v in binding} and word[-1] in "*/")
    members = schema.members(binding[Variable(listed[1:-1])])
    for at, member in enumerate(members):
        if listed.endswith("/"):
            start = words[0] if at == 0 else f"{words[0]}{at}"
            end = words[2] if at == len(members) - 1 else f"{words[0]}{at + 1}"
            yield Atom(term(start), member, term(end))
        else:
            yield Atom(*(member if w == listed else term(w.replace("*", str(at))) for w in words)).replace(binding)


def _without_inverses(rule: Rule, schema: Schema) -> Rule:
    """Turn each triple of an anonymous inverse property round: `?x [owl:inverseOf p] ?y` is `?y p ?x`."""
    named = {triple.s: triple.o for triple in schema.triples("owl:inverseOf") if isinstance(triple.s, BlankNode)}

    def turned(atom: Atom) -> Atom:
        return Atom(atom.o, named[atom.p], atom.s) if atom.p in named else atom

    return Rule(rule.name, tuple(map(turned, rule.body)), rule.head and turned(rule.head))


def _without_anonymous(rules: list[Rule]) -> list[Rule]:
    """Take each anonymous class out, by joining the rules that lead into it with those that lead on from it."""
    nodes = {atom.o for rule in rules for atom in _heads_and_bodies(rule) if isinstance(atom.o, BlankNode)}
    for node in sorted(nodes, key=str):
        into: list[Rule] = []
        onward: list[Rule] = []
        others: list[Rule] = []
        for rule in rules:
            starts = any(_is_member(atom, node) for atom in rule.body)
            ends = rule.head is not None and _is_member(rule.head, node)
            if starts and ends and rule.head not in rule.body:
                raise DataError(f"ontology: an anonymous class leads back to itself by {rule.name}; give it a name")
            if not (starts and ends):
                (onward if starts else into if ends else others).append(rule)
        while onward:
            for joined in _joined(onward.pop(), node, into):
                again = any(_is_member(atom, node) for atom in joined.body)
                if joined.head not in joined.body:
                    (onward if again else others).append(joined)
        rules = _distinct(others)
    return rules


def _heads_and_bodies(rule: Rule) -> tuple[Atom, ...]:
    return (*rule.body, rule.head) if rule.head else rule.body


def _is_member(atom: Atom, node: BlankNode) -> bool:
    return bool(atom.p == TYPE and atom.o == node)


def _joined(rule: Rule, node: BlankNode, into: list[Rule]) -> Iterator[Rule]:
    """Replace the first membership in the anonymous class by what leads to it, for each rule that does."""
    at = next(i for i, atom in enumerate(rule.body) if _is_member(atom, node))
    wanted = rule.body[at].s
    for number, source in enumerate(into):
        fresh = _renamed(source, f"_{len(rule.body)}_{number}")
        assert fresh.head is not None  # noqa: S101 (into holds rules with a head)
        member, binding = fresh.head.s, {}
        if isinstance(member, Variable):
            binding[member] = wanted
        elif isinstance(wanted, Variable):
            binding[wanted] = member
        elif member != wanted:
            continue
        body = (*rule.body[:at], *fresh.body, *rule.body[at + 1 :])
        names = " + ".join(dict.fromkeys([*source.name.split(" + "), *rule.name.split(" + ")]))
        yield Rule(
            names,
            tuple(dict.fromkeys(atom.replace(binding) for atom in body)),
            rule.head and rule.head.replace(binding),
        )


def _renamed(rule: Rule, suffix: str) -> Rule:
    names = {v: Variable(v.value + suffix) for atom in _heads_and_bodies(rule) for v in atom.variables()}
    return Rule(rule.name, tuple(atom.replace(names) for atom in rule.body), rule.head and rule.head.replace(names))


def _cleaned(rule: Rule) -> Iterator[Rule]:
    """Leave out what says nothing about facts, and turn what is said about literals into contradictions."""
    body, head = _without_thing(rule), rule.head
    if head is None:
        yield Rule(rule.name, body, None)
    elif head.p == TYPE and is_datatype(head.o):
        yield Rule(f"{rule.name} + dt-not-type", (*body, Atom(head.s, NOT_OF, head.o)), None)
    elif head not in body and not _is_noise(head):
        yield Rule(rule.name, body, head)
        if head.p == SAME and body and not any(atom.p == SAME for atom in body):
            # No two values are one: what the profile states by dt-diff and eq-diff1.
            yield Rule(f"{rule.name} + dt-diff", (*body, Atom(head.s, UNEQUAL, head.o)), None)


def _without_thing(rule: Rule) -> tuple[Atom, ...]:
    """Drop `?x a owl:Thing` where ?x is bound elsewhere, because it is true of everything."""
    rest = tuple(atom for atom in rule.body if (atom.p, atom.o) != (TYPE, THING))
    return rest or rule.body


def _is_noise(head: Atom) -> bool:
    """Tell whether a head only says what is so of everything, or something about terms of OWL, or about a literal."""
    if isinstance(head.s, Literal) or (head.p == SAME and head.s == head.o):
        return True
    if head.p == TYPE:
        return is_vocabulary(head.o) and head.o != term("owl:Nothing")
    return is_vocabulary(head.p) and head.p not in (SAME, DIFFERENT)


def _distinct(rules: Iterable[Rule]) -> list[Rule]:
    """Keep one of the rules that differ only in names of variables, order of atoms, or their own name."""
    found: dict[object, Rule] = {}
    for rule in rules:
        found.setdefault(_shape(rule), rule)
    return list(found.values())


def _shape(rule: Rule) -> object:
    if rule.head is None:
        return False, min(_numbered(Rule("", tuple(order), None)) for order in (rule.body, rule.body[::-1]))
    return True, _numbered(rule)


def _numbered(rule: Rule) -> tuple[str, ...]:
    names: dict[Variable, Variable] = {}
    for atom in _heads_and_bodies(rule):
        for node in atom:
            if isinstance(node, Variable):
                names.setdefault(node, Variable(f"v{len(names)}"))
    return tuple(str(atom.replace(names)) for atom in _heads_and_bodies(rule))
