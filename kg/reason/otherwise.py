"""What articles tell otherwise than a proof has it: that it is over, another number, a death, somebody else in office.

Nothing of it takes the proof away: what was told before stays told, with its day.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, QuerySolutions, Store

from kg.reason.proof import Proof
from kg.reason.support import Support, told
from kg.reason.terms import Atom
from kg.vocabulary import NEWS, PREFIXES

#: What a thing has one of at a time, by local name.
SINGLE = frozenset(
    {"killedCount", "killedAtLeast", "killedAtMost", "injuredCount", "injuredAtLeast", "injuredAtMost"}
    | {"bornOn", "diedOn", "foundedOn", "date"}
)
#: What ends with a death.
HELD = frozenset({"holdsRole", "memberOf", "worksFor", "leads", "chiefExecutiveOf", "memberOfParty", "livesIn"})
#: What one person has of a body at a time; a role by the same words may be many people's, unless it is of one body.
HEADS = frozenset({"leads", "chiefExecutiveOf"})
_DIED = NamedNode(f"{NEWS}diedOn")
#: Of numbers the greatest of an article: of "three were killed, one of them a boy" it is three.
_OTHERS = """
SELECT DISTINCT ?other {
  GRAPH ?article { ?claim rdf:predicate %s ; %s }
  FILTER(?other != %s)
  FILTER NOT EXISTS {
    GRAPH ?article { ?claim rdf:subject ?one . ?more rdf:subject ?one ; rdf:predicate %s ; rdf:object ?greater }
    FILTER(ISNUMERIC(?greater) && ?greater > ?other)
  }
} ORDER BY ?other
"""
_SAME_OFFICE = """
SELECT DISTINCT ?other {
  GRAPH ?one { ?claim rdf:subject %s ; rdf:predicate %s ; rdf:object %s ; news:scope ?body }
  GRAPH ?two { ?next rdf:predicate %s ; rdf:object %s ; news:scope ?body ; rdf:subject ?other }
  FILTER(?other != %s)
} ORDER BY ?other
"""


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A triple and the words of a claim of it, against what is held."""

    triple: Atom
    support: Support


def otherwise(db: Store, proofs: Iterable[Proof]) -> list[Otherwise]:
    """Return what is told against the stated triples of proofs, by day and article."""
    leaves = dict.fromkeys(leaf for proof in proofs for leaf in proof.leaves)
    found = [each for leaf in leaves for each in _against(db, leaf)]
    unique = {(each.triple, each.support.claim): each for each in found}
    return sorted(unique.values(), key=lambda each: (each.support.date or "", str(each.support.claim)))


def _against(db: Store, leaf: Atom) -> Iterator[Otherwise]:
    for support in told(db, leaf):
        if support.modality == "denied" or (support.status or "current") not in {"current", "acting"}:
            yield Otherwise(leaf, support)
    for other in _others(db, leaf):
        for support in told(db, other):
            if support.modality in {"asserted", "reported"} and support.status in {None, "current", "acting"}:
                yield Otherwise(other, support)


def _others(db: Store, leaf: Atom) -> Iterator[Atom]:
    """Yield the triples that, if told, tell otherwise than a leaf."""
    s, p, o = leaf
    name = p.value.removeprefix(NEWS) if isinstance(p, NamedNode) else ""
    if name in SINGLE:
        yield from (
            Atom(s, p, other) for other in _ask(db, _OTHERS % (p, f"rdf:subject {s} ; rdf:object ?other", o, p))
        )
    if name in HELD:
        said = f"rdf:subject {s} ; rdf:object ?other"
        yield from (Atom(s, _DIED, other) for other in _ask(db, _OTHERS % (_DIED, said, o, p)))
    if name in HEADS:
        yield from (
            Atom(other, p, o) for other in _ask(db, _OTHERS % (p, f"rdf:subject ?other ; rdf:object {o}", s, p))
        )
    if name == "holdsRole":
        yield from (Atom(other, p, o) for other in _ask(db, _SAME_OFFICE % (s, p, o, p, o, s)))


def _ask(db: Store, text: str) -> Iterator[NamedNode]:
    rows = db.query(text, prefixes=PREFIXES)
    assert isinstance(rows, QuerySolutions)  # noqa: S101 (a SELECT gives rows)
    return (row["other"] for row in rows)
