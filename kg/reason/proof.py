"""Why a triple holds: rules walked back from it, until all that is left is stated.

The triples on the way and the rule instances that give them are a hypergraph, in which the shortest proof is found as
Knuth (1977) finds it: a triple costs one more than the premises of its cheapest rule. So each step of a proof is
cheaper than the one above it, and none can rest on itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf

from kg.reason.graph import Graph
from kg.reason.loops import Loop, relation_of, variables
from kg.reason.rules import Rule
from kg.reason.terms import SAME, TYPE, Atom

#: How many triples are walked back from at most; what lies further away makes no proof that anybody reads.
FAR = 5000
STATED, ONTOLOGY = "stated", "ontology"


@dataclass(frozen=True, slots=True)
class Proof:
    """A triple, the rule that gives it (or that it is stated), and the proofs of what the rule asks for."""

    triple: Atom
    rule: str
    premises: tuple["Proof", ...] = ()

    @property
    def leaves(self) -> Iterator[Atom]:
        """Yield what the proof rests on."""
        if not self.premises:
            yield self.triple
        for premise in self.premises:
            yield from premise.leaves


@dataclass(frozen=True, slots=True)
class Step:
    """One way to a triple."""

    rule: str
    premises: tuple[Atom, ...]


def proofs(graph: Graph, goal: Atom, most: int = 1) -> Iterator[Proof]:
    """Yield at most so many proofs of a triple that differ in their last step, the shortest first.

    There is none if the triple does not hold.
    """
    if not graph.holds(goal):
        return
    search = _Search(graph, goal, most)
    ways = [(search.cost(step), step) for step in search.steps[goal]]
    ways.sort(key=lambda way: (way[0], way[1].rule, str(way[1].premises)))
    for cost, step in ways[:most]:
        if cost < inf:
            yield Proof(goal, step.rule, tuple(map(search.proof, step.premises)))


class _Search:
    """The steps that lead to a goal, and the cheapest way to each triple that they need."""

    def __init__(self, graph: Graph, goal: Atom, most: int) -> None:
        self._graph = graph
        self._goal = goal
        self.steps: dict[Atom, list[Step]] = {}
        self._costs: dict[Atom, float] = {}
        level, depth = [goal], 0
        while level and len(self.steps) < FAR and not self._is_found(most, depth):
            depth += 1
            wanted: set[Atom] = set()
            for triple in level[:FAR]:
                self.steps[triple] = [*self._given(triple), *steps(graph, triple)]
                wanted.update(premise for step in self.steps[triple] for premise in step.premises)
            level = sorted((t for t in wanted - self.steps.keys() if not self._is_given(t)), key=str)
            self._settle()

    def _given(self, triple: Atom) -> Iterator[Step]:
        if self._graph.is_stated(triple):
            yield Step(STATED, ())
        if self._graph.is_of_ontology(triple):
            yield Step(ONTOLOGY, ())

    def _is_given(self, triple: Atom) -> bool:
        """Tell whether a triple needs no further reason, and note it."""
        if given := list(self._given(triple)):
            self.steps[triple] = given
        return bool(given)

    def _is_found(self, most: int, depth: int) -> bool:
        """Tell whether no proof that lies deeper can be shorter than those that are found."""
        found = sorted(map(self.cost, self.steps.get(self._goal, ())))[:most]
        return len(found) == most and found[-1] <= depth + 2

    def _best(self, triple: Atom) -> float:
        return min(map(self.cost, self.steps[triple]), default=inf)

    def _settle(self) -> None:
        """Lower costs until none can be lower; what the goal itself would prove counts for nothing."""
        changed = True
        while changed:
            changed = False
            for triple in self.steps:
                best = self._best(triple)
                if triple != self._goal and best < self._costs.get(triple, inf):
                    self._costs[triple] = best
                    changed = True

    def cost(self, step: Step) -> float:
        """Return the number of steps of the shortest proof that ends in this one."""
        return 1 + sum(self._costs.get(premise, inf) for premise in step.premises)

    def proof(self, triple: Atom) -> Proof:
        """Return the shortest proof of a triple."""
        step = min(self.steps[triple], key=lambda step: (self.cost(step), step.rule, str(step.premises)))
        return Proof(triple, step.rule, tuple(map(self.proof, step.premises)))


def steps(graph: Graph, triple: Atom) -> Iterator[Step]:
    """Yield each rule instance that gives a triple."""
    if triple.p == SAME:
        yield from _equal(graph, triple)
    else:
        yield from _renamed(graph, triple)
    for rule, loop in graph.program.by_head[relation_of(triple)]:
        for body in instances(graph, rule, loop, [triple.s if triple.p == TYPE else (triple.s, triple.o)]):
            if triple not in body:
                yield Step(rule.name, body)


def instances(graph: Graph, rule: Rule, loop: Loop, rows: Iterable[object]) -> Iterator[tuple[Atom, ...]]:
    """Yield the bodies of the instances of a rule that its loop finds, started from some rows."""
    for values in loop.run(rows, *map(graph.view, loop.views), *loop.constants):
        binding = dict(zip(variables(rule), values, strict=True))
        yield tuple(atom.replace(binding) for atom in rule.body)


def _equal(graph: Graph, triple: Atom) -> Iterator[Step]:
    """Yield eq-sym, and eq-trans over each other name of the thing."""
    yield Step("eq-sym", (Atom(triple.o, SAME, triple.s),))
    for other in graph.names(triple.s):
        if other not in (triple.s, triple.o):
            yield Step("eq-trans", (Atom(triple.s, SAME, other), Atom(other, SAME, triple.o)))


def _renamed(graph: Graph, triple: Atom) -> Iterator[Step]:
    """Yield eq-rep: the same is said of another name."""
    for other in graph.names(triple.s):
        if other != triple.s:
            yield Step("eq-rep-s", (Atom(other, triple.p, triple.o), Atom(other, SAME, triple.s)))
    for other in graph.names(triple.o) if triple.p != TYPE else ():
        if other != triple.o:
            yield Step("eq-rep-o", (Atom(triple.s, triple.p, other), Atom(other, SAME, triple.o)))
