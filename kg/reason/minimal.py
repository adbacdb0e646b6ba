"""Leaves out each rule that the others make superfluous: less to apply, and proofs that go step by step."""

from collections.abc import Iterable

from pyoxigraph import NamedNode

from kg.reason.closure import Closure, Program
from kg.reason.index import Memory
from kg.reason.loops import is_reckoned
from kg.reason.rules import Rule
from kg.reason.terms import Atom, Binding


def minimal(rules: Iterable[Rule]) -> Program:
    """Return rules, all of which are needed, from which the same follows.

    A rule follows from the others if they lead from its body, read as facts of things that nothing else is known of,
    to its head.
    """
    program = Program(rules)
    for rule in reversed(program.rules):
        if rule.head and rule.body and not any(map(is_reckoned, rule.body)):
            loops = program.remove(rule)
            if not _follows(rule, rule.head, program):
                program.add(rule, loops)
    return program


def _follows(rule: Rule, head: Atom, program: Program) -> bool:
    things: Binding = {v: NamedNode(f"urn:some:{v.value}") for atom in rule.body for v in atom.variables()}
    closure = Closure(program, Memory())
    closure.add(atom.replace(things) for atom in rule.body)
    return closure.holds(head.replace(things))
