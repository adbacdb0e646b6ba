"""Semi-naive evaluation: apply each rule to what is new, together with all that is known, until nothing is new.

Things that are `owl:sameAs` each other are one name, the first of theirs, in all rows; so eq-sym, eq-trans and eq-rep
need no copies.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeAlias

from pyoxigraph import Literal

from kg.graph.collector import at_rest
from kg.reason.index import Index
from kg.reason.loops import Class, Loop, Relation, Row, backward, instances_of, loops_of, relation_of
from kg.reason.rules import Rule
from kg.reason.terms import SAME, TYPE, Atom

Rows: TypeAlias = Mapping[Relation, set[Row]]


class Program:
    """The loops of a rule set, by the relation that each starts from."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._loops: dict[Rule, list[Loop]] = {}
        #: The loops that meet what is new, wherever it stands in the body.
        self.by_start: defaultdict[Relation | None, list[Loop]] = defaultdict(list)
        #: One loop a rule, which is enough where all is new.
        self.first: defaultdict[Relation | None, list[Loop]] = defaultdict(list)
        for rule in rules:
            self.add(rule, loops_of(rule) if rule.head else [])

    def add(self, rule: Rule, loops: list[Loop]) -> None:
        """Put a rule in."""
        self._loops[rule] = loops
        for loop in loops:
            self.by_start[loop.start].append(loop)
        for loop in loops[:1]:
            self.first[loop.start].append(loop)

    def remove(self, rule: Rule) -> list[Loop]:
        """Take a rule out, and return its loops."""
        loops = self._loops.pop(rule)
        for loop in loops:
            self.by_start[loop.start].remove(loop)
        for loop in loops[:1]:
            self.first[loop.start].remove(loop)
        return loops

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Return all rules, those without a head too."""
        return tuple(self._loops)

    @cached_property
    def backward(self) -> defaultdict[Relation | None, list[Loop]]:
        """Return loops that tell which rows of a relation some rule gives, by that relation."""
        loops: defaultdict[Relation | None, list[Loop]] = defaultdict(list)
        for rule in self._loops:
            if rule.head and rule.head.p != SAME:
                loop = backward(rule)
                loops[loop.start].append(loop)
        return loops

    @cached_property
    def by_head(self) -> defaultdict[Relation, list[tuple[Rule, Loop]]]:
        """Return the rules that give rows of a relation, each with the loop that finds its instances."""
        found: defaultdict[Relation, list[tuple[Rule, Loop]]] = defaultdict(list)
        for rule in self._loops:
            if rule.head and rule.body and not any(atom.p == SAME for atom in rule.body):
                found[relation_of(rule.head)].append((rule, instances_of(rule)))
        return found

    @property
    def facts(self) -> Iterator[Atom]:
        """Yield what holds without a condition."""
        return (rule.head for rule in self._loops if rule.head and not rule.body)


class Closure:
    """Rows and all that follows from them under a program."""

    def __init__(self, program: Program, index: Index) -> None:
        self.program = program
        self.index = index
        self.same: dict[Any, Any] = {}
        self.given: dict[Relation, set[Row]] = {}

    def add(self, triples: Iterable[Atom]) -> None:
        """Add triples and what follows from them to a closure in which nothing is yet."""
        with at_rest():
            rows = self.rows(triples)
            self.given = {relation: set(found) for relation, found in rows.items()}
            for relation, found in self.rows(self.program.facts).items():
                rows[relation] |= found
            self.extend(rows, from_nothing=True)

    def rows(self, triples: Iterable[Atom]) -> defaultdict[Relation, set[Row]]:
        """Return triples as rows."""
        rows: defaultdict[Relation, set[Row]] = defaultdict(set)
        name = self.index.name
        for s, p, o in triples:
            if p == TYPE:
                rows[Class(o)].add(name(s))
            else:
                rows[p].add((name(s), name(o)))
        return rows

    def inferred(self, rows: Rows) -> Iterator[Atom]:
        """Yield what was not given: of each thing under its first name, and what its other names are."""
        term = self.index.term
        for name in self.same:
            if (name, first := self.find(name)) not in self.given.get(SAME, ()):
                yield Atom(term(name), SAME, term(first))
        for relation, all_rows in rows.items():
            for row in all_rows.difference(self.given.get(relation, ())):
                if isinstance(relation, Class):
                    yield Atom(term(row), TYPE, relation.iri)
                else:
                    yield Atom(term(row[0]), relation, term(row[1]))

    def find(self, name: Any) -> Any:
        """Return the name under which a thing stands in the rows."""
        while (other := self.same.get(name)) is not None:
            name = other
        return name

    def extend(self, new: Rows, *, from_nothing: bool = False) -> None:
        """Add rows and what follows; where nothing was known before, each rule need start from one atom only."""
        new = self._settled(new)
        while new:
            for relation, rows in new.items():
                self.index.add(relation, rows)
            starts = self.program.first if from_nothing else self.program.by_start
            from_nothing = False
            found: defaultdict[Any, set[Row]] = defaultdict(set)
            for relation, rows in new.items():
                for loop in starts.get(relation, ()):
                    found[loop.head] |= self.run(loop, rows)
            settled = self._settled(found).items()
            new = {relation: rows for relation, found in settled if (rows := self.index.missing(relation, found))}

    def holds(self, triple: Atom) -> bool:
        """Tell whether a triple is in the closure, under whatever names."""
        s, o = (self.find(self.index.name(node)) for node in (triple.s, triple.o))
        if triple.p == SAME:
            return bool(s == o)
        relation = relation_of(triple)
        return not self.index.missing(relation, {s if isinstance(relation, Class) else (s, o)})

    def run(self, loop: Loop, rows: Iterable[Row]) -> set[Row]:
        """Return the rows that a loop gives, started from these."""
        views = map(self.index.view, loop.views)
        return loop.run(rows, *views, *(self.find(self.index.name(constant)) for constant in loop.constants))

    def _settled(self, found: Rows) -> Rows:
        """Return rows under the first names of things, with those that an equality among them renames."""
        renamed = self.unite(found.get(SAME, ()))
        return {
            relation: self._named(relation, found.get(relation, set())) | renamed.get(relation, set())
            for relation in found.keys() | renamed.keys()
            if relation != SAME
        }

    def _named(self, relation: Relation, rows: set[Row]) -> set[Row]:
        if not self.same:
            return rows
        find = self.find
        return {find(row) for row in rows} if isinstance(relation, Class) else {(find(s), find(o)) for s, o in rows}

    def unite(self, pairs: Iterable[Row]) -> Rows:
        """Make one name of each two that are equal, and return the rows that this renames."""
        names: dict[Any, Any] = {}
        for one, other in pairs:
            first, second = sorted((self.find(one), self.find(other)), key=self._term_text)
            # Literals stay as they are: equal values change nothing, and unequal ones are a contradiction.
            if first != second and not any(isinstance(self.index.term(name), Literal) for name in (first, second)):
                self.same[second] = names[second] = first
        return self.index.rename({name: self.find(name) for name in names}) if names else {}

    def _term_text(self, name: Any) -> str:
        return str(self.index.term(name))
