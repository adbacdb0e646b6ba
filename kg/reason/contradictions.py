"""What cannot all be so: the rules without a head, asked as SPARQL, and the words behind each side."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolutions

from kg.graph.store import Store
from kg.reason.graph import Graph, opened
from kg.reason.literals import is_of, unequal
from kg.reason.loops import is_reckoned
from kg.reason.proof import Proof, proofs
from kg.reason.rules import Rule
from kg.reason.support import claims, supports
from kg.reason.terms import NOT_OF, SAME, UNEQUAL, Atom, Binding
from kg.vocabulary import CONTRADICTIONS, NEWS

#: What is inferred and has no proof near enough, or none any more while the store is not up to date.
UNPROVEN = "no proof found"
MARK = NamedNode(f"{NEWS}contradictedBy")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A rule of the profile, and the proofs of facts that by this rule cannot all be so."""

    rule: str
    sides: tuple[Proof, ...]
    articles: tuple[frozenset[str], ...] = ()

    @property
    def is_difference(self) -> bool:
        """Whether articles tell two values of one thing, each its own, so that no article contradicts itself."""
        first, *others = (side.triple for side in self.sides)
        alike = all((each.s, each.p) == (first.s, first.p) and isinstance(each.o, Literal) for each in others)
        told = all(self.articles) and not frozenset.intersection(*self.articles) if self.articles else False
        return bool(others) and isinstance(first.o, Literal) and alike and told


def contradictions(graph: Graph) -> Iterator[Contradiction]:
    """Yield each contradiction once, under whichever names of its things."""
    seen: set[frozenset[Atom]] = set()
    for rule in graph.program.rules:
        if rule.head is not None:
            continue
        for body in sorted(_bodies(graph, rule), key=str):
            key = frozenset(atom for atom in map(graph.first, body) if not _is_nothing(atom))
            if key not in seen:
                seen.add(key)
                sides = tuple(_sides(graph, body))
                yield Contradiction(rule.name, sides, tuple(_articles(graph, side) for side in sides))


def _sides(graph: Graph, body: tuple[Atom, ...]) -> Iterator[Proof]:
    for atom in dict.fromkeys(body):
        if not _is_nothing(atom):
            yield next(proofs(graph, atom), Proof(atom, UNPROVEN))


def _articles(graph: Graph, side: Proof) -> frozenset[str]:
    """Return the articles that state what a side rests on."""
    return frozenset(found.article.value for leaf in side.leaves for found in supports(graph.db, leaf) if found.claim)


def _is_nothing(atom: Atom) -> bool:
    """Tell whether an atom says that a thing is itself."""
    return bool(atom.p == SAME and atom.s == atom.o)


def mark(store: Store) -> list[Contradiction]:
    """Find all contradictions, and keep in a graph of its own which claim is contradicted by which."""
    found = list(contradictions(opened(store)))
    marks = sorted({f"{one} {MARK} {other} ." for each in found for one, other in _against(store, each)})
    graph = store.graph(CONTRADICTIONS)
    store.db.update(f"DROP SILENT GRAPH {graph} ; INSERT DATA {{ GRAPH {graph} {{ {' '.join(marks)} }} }}")
    return found


def unmark(store: Store) -> None:
    """Take the marks away: they are of the last check, and what is stated has changed since."""
    if any(store.db.quads_for_pattern(None, None, None, store.graph(CONTRADICTIONS))):
        store.db.update(f"DROP SILENT GRAPH {store.graph(CONTRADICTIONS)}")


def _against(store: Store, found: Contradiction) -> Iterator[tuple[NamedNode, NamedNode]]:
    """Yield each claim with those of the other sides; with itself, where no other side has any."""
    sides = [{claim for leaf in side.leaves for claim in claims(store.db, leaf)} for side in found.sides]
    for number, side in enumerate(sides):
        others = {claim for at, against in enumerate(sides) for claim in against if at != number}
        yield from ((one, other) for one in side for other in others - {one} or {one})


def _bodies(graph: Graph, rule: Rule) -> Iterator[tuple[Atom, ...]]:
    """Yield what the graph has of all that a rule without a head asks for."""
    for binding in _bindings(graph, [atom for atom in rule.body if not is_reckoned(atom)]):
        body = [atom.replace(binding) for atom in rule.body]
        if all(_is_so(graph, atom) for atom in body):
            yield tuple(atom for atom in body if atom.p not in (NOT_OF, UNEQUAL))


def _bindings(graph: Graph, atoms: list[Atom]) -> Iterable[Binding]:
    variables = sorted({variable for atom in atoms for variable in atom.variables()}, key=str)
    if not atoms or not variables:
        return [{}] if all(map(graph.holds, atoms)) else []
    rows = graph.db.query(f"SELECT DISTINCT {' '.join(map(str, variables))} {{ {' . '.join(map(str, atoms))} }}")
    assert isinstance(rows, QuerySolutions)  # noqa: S101 (a SELECT gives rows)
    return ({variable: row[variable.value] for variable in variables} for row in rows)


def _is_so(graph: Graph, atom: Atom) -> bool:
    """Tell whether a condition that is reckoned, not looked up, is met."""
    if atom.p == SAME:
        return graph.holds(atom)
    if atom.p == UNEQUAL:
        return unequal(atom.s, atom.o)
    if atom.p == NOT_OF:
        return isinstance(atom.s, Literal) and not is_of(atom.s, atom.o)
    return not is_reckoned(atom) or is_of(atom.s, atom.o)
