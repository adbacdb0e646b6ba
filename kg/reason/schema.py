"""The closed ontology, as something that patterns are matched against."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, Variable

from kg.errors import DataError
from kg.reason.terms import Atom, Binding, Term, is_vocabulary, term

_FIRST, _REST, _NIL = term("rdf:first"), term("rdf:rest"), term("rdf:nil")


class Schema:
    """Triples by predicate, with the lists that they hold."""

    def __init__(self, triples: Iterable[Atom]) -> None:
        self._by_predicate: dict[Term, list[Atom]] = defaultdict(list)
        self._values: dict[tuple[Term, Term], list[Term]] = defaultdict(list)
        for triple in sorted(set(triples), key=str):
            self._by_predicate[triple.p].append(triple)
            self._values[triple.s, triple.p].append(triple.o)

    def __iter__(self) -> Iterator[Atom]:
        """Yield every triple."""
        for triples in self._by_predicate.values():
            yield from triples

    def triples(self, predicate: str) -> list[Atom]:
        """Return the triples of one predicate, written as in the rule table."""
        return self._by_predicate.get(term(predicate), [])

    def values(self, subject: Term, predicate: str) -> list[Term]:
        """Return the objects of a subject and a predicate, written as in the rule table."""
        return self._values.get((subject, term(predicate)), [])

    def terms(self) -> set[Term]:
        """Return the classes, properties and other things that the ontology declares as terms of OWL."""
        return {triple.s for triple in self.triples("rdf:type") if is_vocabulary(triple.o)}

    def match(self, pattern: tuple[Atom, ...]) -> Iterator[Binding]:
        """Yield each binding under which all atoms of the pattern are in the ontology."""
        if not pattern:
            yield {}
            return
        for binding in self.match(pattern[:-1]):
            atom = pattern[-1].replace(binding)
            for triple in self._candidates(atom):
                if (more := unify(atom, triple)) is not None:
                    yield binding | more

    def _candidates(self, atom: Atom) -> list[Atom]:
        if isinstance(atom.s, Variable):
            return self._by_predicate.get(atom.p, [])
        return [Atom(atom.s, atom.p, value) for value in self._values.get((atom.s, atom.p), ())]

    def members(self, head: Term) -> tuple[Term, ...]:
        """Return the members of an RDF list."""
        members: list[Term] = []
        while head != _NIL:
            first, rest = self._values.get((head, _FIRST)), self._values.get((head, _REST))
            if not first or not rest or len(members) > len(self._values):
                raise DataError(f"ontology: the list {head} is broken after {len(members)} members")
            members.append(first[0])
            head = rest[0]
        return tuple(members)


def unify(pattern: Atom, triple: Atom) -> Binding | None:
    """Return what the pattern's variables stand for in the triple, None where they do not match."""
    binding: Binding = {}
    for wanted, found in zip(pattern, triple, strict=True):
        if isinstance(wanted, Variable):
            if binding.setdefault(wanted, found) != found:
                return None
        elif wanted != found and not _same_number(wanted, found):
            return None
    return binding


def _same_number(wanted: Term, found: Term | Variable) -> bool:
    """Tell whether `"1"` of the rule table stands for the cardinality that was found, whatever its datatype."""
    return isinstance(wanted, Literal) and isinstance(found, Literal) and wanted.value == found.value
