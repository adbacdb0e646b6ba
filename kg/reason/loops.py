"""A rule becomes the loop that one would write by hand.

`prp-spo2: ?x p ?y . ?y q ?z -> ?x r ?z`, started from the new rows of p, is the set
`{(x, z) for x, y in new for z in q_objects.get(y, ())}`. Each rule gives one such loop for each atom of its body, so
that whatever is new, wherever it stands, meets everything that is known.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from pyoxigraph import NamedNode, Variable

from kg.reason.rules import Rule
from kg.reason.terms import NOT_OF, SAME, TYPE, UNEQUAL, Atom, Term, is_datatype, term


class Class(NamedTuple):
    """The relation of one place that a class is: its rows are its members."""

    iri: Term


#: A property has rows of two places, a class rows of one.
Relation: TypeAlias = NamedNode | Class
Row: TypeAlias = Any

#: What is no literal: a condition on heads, because RDF has no literals as subjects.
RESOURCES = Class(term("rdfs:Resource"))


class View(NamedTuple):
    """What a loop needs to see: all `rows` of a relation, the `objects` by subject, or the `subjects` by object."""

    kind: str
    relation: Relation


@dataclass(frozen=True, slots=True, eq=False)
class Loop:
    """One rule, started from one atom of its body: `run(new rows, *views, *constants)` gives rows of the head.

    The views and constants stand in the order in which `run` takes them.
    """

    rule: Rule
    start: Relation | None
    head: Relation | None
    views: tuple[View, ...]
    constants: tuple[Term, ...]
    run: Callable[..., set[Row]]


def relation_of(atom: Atom) -> Relation:
    """Return the relation whose rows an atom speaks of."""
    return Class(atom.o) if atom.p in (TYPE, NOT_OF) else atom.p


def loops_of(rule: Rule) -> list[Loop]:
    """Return a rule's loops, one for each atom that rows are kept for; none where the head says what the body does."""
    rule = quotient(rule)
    if rule.head is not None and (rule.head in rule.body or (rule.head.p == SAME and rule.head.s == rule.head.o)):
        return []
    starts = [at for at, atom in enumerate(rule.body) if not is_reckoned(atom)]
    return [_Writer(rule).loop(at) for at in starts]


def whole(rule: Rule) -> Loop:
    """Return the loop that finds every instance of a rule; its rows are the values of `variables(rule)`."""
    return _Writer(Rule(rule.name, quotient(rule).body, None)).loop(None)


def backward(rule: Rule) -> Loop:
    """Return the loop that, of the rows of its head that it is given, returns those that the rule gives."""
    rule = quotient(rule)
    assert rule.head  # noqa: S101 (what has no head gives no rows)
    return _Writer(Rule(rule.name, (rule.head, *rule.body), rule.head)).loop(0)


def instances_of(rule: Rule) -> Loop:
    """Return the loop that finds, for rows of the head, the values of `variables(rule)` that give them."""
    assert rule.head  # noqa: S101 (as above)
    return _Writer(Rule(rule.name, (rule.head, *rule.body), None)).loop(0)


def variables(rule: Rule) -> list[Variable]:
    """Return the variables of a rule's body, in the order in which `whole` gives them."""
    return sorted({v for atom in quotient(rule).body for v in atom.variables()}, key=str)


def quotient(rule: Rule) -> Rule:
    """Put one variable for two that `owl:sameAs` joins, because rows hold one name for each thing."""
    body, head = rule.body, rule.head
    while same := next(
        (a for a in body if a.p == SAME and isinstance(a.s, Variable) and isinstance(a.o, Variable)), None
    ):
        one = {same.o: same.s}
        body = tuple(dict.fromkeys(atom.replace(one) for atom in body if atom != same))
        head = head and head.replace(one)
    return Rule(rule.name, body, head)


def is_reckoned(atom: Atom) -> bool:
    """Tell whether an atom is a condition on literals, or on two names, that no rows are kept for."""
    return atom.p in (NOT_OF, UNEQUAL, SAME) or (atom.p == TYPE and is_datatype(atom.o))


class _Writer:
    """Writes the set expression of one loop."""

    def __init__(self, rule: Rule) -> None:
        self._rule = rule
        self._bound: set[Variable] = set()
        self._views: dict[View, str] = {}
        self._constants: dict[Term, str] = {}

    def loop(self, at: int | None) -> Loop:
        """Write the loop that starts from one atom, or from all that is known."""
        body, head = list(self._rule.body), self._rule.head
        start = None if at is None else body.pop(at)
        clauses = ["for _ in new"] if start is None else [self._each(start, "new")]
        while body:
            atom = max(body, key=self._readiness)
            body.remove(atom)
            clauses.append(self._joined(atom))
        if head and isinstance(head.s, Variable) and not self._is_subject(head.s):
            clauses.append(f"if {self._name(head.s)} in {self._view('rows', RESOURCES)}")
        result = (
            self._tuple(self._places(head))
            if head
            else f"({''.join(f'{self._name(v)}, ' for v in sorted(self._bound, key=str))})"
        )
        names = ", ".join(["new", *self._views.values(), *self._constants.values()])
        run = eval(f"lambda {names}: {{{result} {' '.join(clauses)}}}")  # noqa: S307 (numbered names alone)
        ends = head and relation_of(head)
        return Loop(self._rule, start and relation_of(start), ends, tuple(self._views), tuple(self._constants), run)

    def _is_subject(self, variable: Variable) -> bool:
        return any(atom.s == variable and not is_reckoned(atom) for atom in self._rule.body)

    def _readiness(self, atom: Atom) -> tuple[bool, int]:
        free = sum(not self._known(node) for node in self._places(atom))
        return not is_reckoned(atom) or free == 0, -free

    def _places(self, atom: Atom) -> tuple[Any, ...]:
        return (atom.s,) if isinstance(relation_of(atom), Class) else (atom.s, atom.o)

    def _known(self, node: Any) -> bool:
        return not isinstance(node, Variable) or node in self._bound

    def _name(self, node: Any) -> str:
        if isinstance(node, Variable):
            return f"v_{node.value}"
        return self._constants.setdefault(node, f"k{len(self._constants)}")

    def _tuple(self, nodes: Iterable[Term | Variable]) -> str:
        names = [self._name(node) for node in nodes]
        return names[0] if len(names) == 1 else f"({', '.join(names)})"

    def _view(self, kind: str, relation: Relation) -> str:
        view = View(kind, relation)
        return self._views.setdefault(view, f"{kind}{len(self._views)}")

    def _each(self, atom: Atom, rows: str) -> str:
        """Write `for x, y in rows`, with a test for each place that is a constant or is there twice."""
        names, tests = [], []
        for place, node in enumerate(self._places(atom)):
            if self._known(node):
                names.append(f"p{place}")
                tests.append(f" if p{place} == {self._name(node)}")
            else:
                names.append(self._name(node))
                self._bound.add(node)
        return f"for {', '.join(names)} in {rows}{''.join(tests)}"

    def _joined(self, atom: Atom) -> str:
        """Write how an atom meets what is bound already."""
        if atom.p == SAME:
            return f"if {self._name(atom.s)} == {self._name(atom.o)}"
        relation, known = relation_of(atom), [self._known(node) for node in self._places(atom)]
        if all(known):
            test = "not in" if atom.p == NOT_OF else "in"
            return f"if {self._tuple(self._places(atom))} {test} {self._view('rows', relation)}"
        if not any(known):
            return self._each(atom, self._view("rows", relation))
        kind, given, wanted = ("objects", atom.s, atom.o) if known[0] else ("subjects", atom.o, atom.s)
        view = self._view(kind, relation)
        self._bound.add(wanted)
        return f"for {self._name(wanted)} in {view}.get({self._name(given)}, ())"
