"""What follows from one triple alone, and what has to be joined: most of what a store states joins nothing.

A rule of the profile that starts from one fact tells names apart only where it names one itself, or by the value of a
literal. So what follows from a triple of other names follows from every such triple of its relation, and is worked out
once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple, Self

from pyoxigraph import Literal, NamedNode, Variable

from kg.graph.lines import Spo
from kg.reason.closure import Closure, Program
from kg.reason.index import Memory
from kg.reason.loops import Class, Relation, is_reckoned, relation_of
from kg.reason.rules import Rule
from kg.reason.terms import SAME, TYPE, Atom, Term

#: Two names that no rule knows.
_S, _O = NamedNode("urn:newskg:subject"), NamedNode("urn:newskg:object")


@dataclass(frozen=True, eq=False)
class Parts:
    """A program in two: `joining` comes first; what follows from that, and from each fact, alone comes then."""

    joining: Program
    alone: "Alone"
    #: The relations of facts that may be joined, or lead to some that may, and of all facts that lead to others.
    joined: frozenset[Relation]
    starts: frozenset[Relation]


@lru_cache(maxsize=4)
def parts(program: Program) -> Parts:
    """Return a program in two."""
    rules = [rule for rule in program.rules if rule.head]
    joined = _joined(rules)
    alone = dict.fromkeys(rule for rule in rules if _is_alone(rule) and _head(rule) not in joined)
    joining = Program(rule for rule in program.rules if rule not in alone)
    return Parts(joining, Alone(Program(alone)), joined, joined.union(*map(_starts, rules)))


class _Made(NamedTuple):
    """What follows from a fact of a relation: triples of nodes by number, first its subject and its object."""

    triples: tuple[tuple[int, NamedNode, int], ...]
    constants: tuple[Term, ...]

    @classmethod
    def of(cls, atoms: Iterable[Atom]) -> Self:
        """Return what follows from the fact of the two names that no rule knows."""
        found = [*atoms]
        nodes = [*dict.fromkeys((_S, _O, *(node for atom in found for node in (atom.s, atom.o))))]
        return cls(tuple((nodes.index(s), p, nodes.index(o)) for s, p, o in found), tuple(nodes[2:]))


class Alone:
    """Rules that start from one fact each."""

    def __init__(self, program: Program) -> None:
        """Take rules none of which starts from two facts."""
        self._program = program
        self._made: dict[Relation, _Made] = {}

    def of(self, facts: Iterable[Atom]) -> Iterator[Spo]:
        """Yield what follows from facts, which may be among it, or there twice."""
        others = list[Atom]()
        for fact in facts:
            if self._is_like_others(fact):
                made = self._made_of(relation_of(fact))
                nodes = (fact.s, fact.o, *made.constants)
                yield from [(nodes[s], p, nodes[o]) for s, p, o in made.triples]
            else:
                others.append(fact)
        yield from self._follows(others)

    @cached_property
    def heads(self) -> frozenset[Relation]:
        """The relations of what follows."""
        return frozenset(map(_head, self._program.rules))

    @cached_property
    def _named(self) -> frozenset[Term]:
        """The names that rules tell from others."""
        atoms = (atom for rule in self._program.rules for atom in (*rule.body, rule.head) if atom)
        return frozenset(node for atom in atoms for node in _places(atom) if not isinstance(node, Variable))

    def _is_like_others(self, fact: Atom) -> bool:
        return not isinstance(fact.o, Literal) and self._named.isdisjoint(_places(fact))

    def _made_of(self, relation: Relation) -> "_Made":
        if (made := self._made.get(relation)) is None:
            fact = Atom(_S, TYPE, relation.iri) if isinstance(relation, Class) else Atom(_S, relation, _O)
            made = self._made[relation] = _Made.of(self._follows([fact]))
        return made

    def _follows(self, facts: list[Atom]) -> Iterator[Atom]:
        closure = Closure(self._program, index := Memory())
        closure.add(facts)
        return closure.inferred(index.rows)


def _joined(rules: list[Rule]) -> frozenset[Relation]:
    found = {SAME, *(relation for rule in rules if not _is_alone(rule) for relation in _starts(rule))}
    while more := {relation for rule in rules if _head(rule) in found for relation in _starts(rule)} - found:
        found |= more
    return frozenset(found)


def _is_alone(rule: Rule) -> bool:
    return len(_starts(rule)) == 1 and sum(not is_reckoned(atom) or atom.p == SAME for atom in rule.body) == 1


def _starts(rule: Rule) -> set[Relation]:
    return {relation_of(atom) for atom in rule.body if not is_reckoned(atom)}


def _head(rule: Rule) -> Relation:
    assert rule.head  # noqa: S101 (rules without are contradictions)
    return relation_of(rule.head)


def _places(atom: Atom) -> tuple[Term, ...]:
    return (atom.s,) if isinstance(relation_of(atom), Class) else (atom.s, atom.o)
