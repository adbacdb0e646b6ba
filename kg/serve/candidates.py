"""Which things of the graph a name of a spreadsheet may mean, and how well each fits."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.graph.terms import news
from kg.naming import folded
from kg.query.card import TYPE, values
from kg.query.names import ALIAS, LABEL, names
from kg.serve.parameters import one_of
from kg.serve.search import index
from kg.serve.snapshot import Snapshot
from kg.vocabulary import NEWS, vocabulary

#: Names that are looked at for one query, and what a candidate must at least be like.
LOOKED, LEAST = 100, 40.0
#: What the values of other columns weigh beside the name.
BESIDE = 0.3
#: What a candidate of another kind keeps of its score, where a kind is only wished for.
OTHER_KIND = 0.7


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing with how well its name fits, how well other columns do, and whether it is sure to be meant."""

    iri: str
    name: str
    kinds: tuple[str, ...]
    score: float
    likeness: float
    beside: float | None
    match: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """A row of a spreadsheet: a name, kinds, and values of properties."""

    name: str
    kinds: tuple[str, ...]
    strict: str
    properties: tuple[tuple[str, tuple[str, ...]], ...]
    limit: int


def candidates(seen: Snapshot, wanted: Wanted) -> list[Candidate]:
    """Return what fits best; one alone that has exactly the name and fits in all else is a match."""
    found = [_judged(seen, iri, wanted) for iri in _found(seen, wanted)]
    kept = sorted((each for each in found if each and each.score >= LEAST), key=lambda each: (-each.score, each.iri))
    exact = [each for each in kept if each.likeness == 1 and each.beside in {None, 1.0} and _is_of(each.kinds, wanted)]
    sure = exact[0].iri if len(exact) == 1 else ""
    return [
        Candidate(each.iri, each.name, each.kinds, each.score, each.likeness, each.beside, each.iri == sure)
        for each in kept[: wanted.limit]
    ]


def _found(seen: Snapshot, wanted: Wanted) -> Iterable[str]:
    if not wanted.name:
        return _by_values(seen, wanted)
    if wanted.name.startswith(seen.store.base):
        return [wanted.name]
    words = index(seen)
    hits = words.find(wanted.name, LOOKED, things=True) + words.find(wanted.name, LOOKED, things=True, loose=True)
    return dict.fromkeys(hit.iri for hit in hits)


def _by_values(seen: Snapshot, wanted: Wanted) -> Iterator[str]:
    """Yield the things that have a value of a property, where no name is given."""
    for pid, given in wanted.properties:
        for quad in seen.db.quads_for_pattern(None, news(pid), None, DefaultGraph()):
            if isinstance(quad.subject, NamedNode) and _fits(seen, quad.object, given):
                yield quad.subject.value


def _judged(seen: Snapshot, iri: str, wanted: Wanted) -> Candidate | None:
    node = NamedNode(iri)
    kinds = types(seen, node)
    fits = _is_of(kinds, wanted)
    if not kinds or (not fits and wanted.strict != "should"):
        return None
    called = {text for kind in (LABEL, ALIAS) for _, text in names(seen.db, kind, node)}
    likeness = max((alike(wanted.name, each) for each in called), default=0.0) if wanted.name else 1.0
    beside = None
    if wanted.properties:
        beside = sum(_has(seen, node, pid, given) for pid, given in wanted.properties) / len(wanted.properties)
    score = likeness if beside is None else (1 - BESIDE) * likeness + BESIDE * beside
    score *= 1 if fits else OTHER_KIND
    return Candidate(iri, seen.said(node), kinds, round(100 * score, 2), likeness, beside)


def types(seen: Snapshot, node: NamedNode) -> tuple[str, ...]:
    """Return the kinds of a thing by their local names, the narrowest first."""
    above = vocabulary().above
    found = {kind.removeprefix(NEWS) for kind in values(seen.db, node, TYPE)} & above.keys()
    return tuple(sorted(found, key=lambda kind: (-len(above[kind]), kind)))


def _is_of(kinds: tuple[str, ...], wanted: Wanted) -> bool:
    fit = [any(vocabulary().is_a(kind, each) for kind in kinds) for each in wanted.kinds]
    return not fit or (all(fit) if wanted.strict == "all" else any(fit))


def alike(one: str, other: str) -> float:
    """Return how alike two names are, in any order of their words: Khan, Sadiq is Sadiq Khan."""
    first, second = (folded(name).split("-") for name in (one, other))
    if sorted(first) == sorted(second):
        return 1.0
    texts = " ".join(sorted(first)), " ".join(sorted(second))
    return min(SequenceMatcher(None, *texts).ratio(), 0.99)


def _has(seen: Snapshot, node: NamedNode, pid: str, given: tuple[str, ...]) -> float:
    held = [quad.object for quad in seen.db.quads_for_pattern(node, news(pid), None, DefaultGraph())]
    return float(any(_fits(seen, each, given) for each in held))


def _fits(seen: Snapshot, held: object, given: tuple[str, ...]) -> bool:
    if isinstance(held, NamedNode):
        called = {folded(text) for kind in (LABEL, ALIAS) for _, text in names(seen.db, kind, held)}
        return any(folded(each) in called or each == held.value.removeprefix(seen.store.base) for each in given)
    return isinstance(held, Literal) and held.value in given


def wanted(query: Mapping[str, Any]) -> Wanted:
    """Return what a query of the protocol asks for; Problem where the ontology has no such kind or property."""
    above, properties = vocabulary().above, vocabulary().properties
    kinds = query.get("type") or ()
    return Wanted(
        name=str(query.get("query", "")).strip(),
        kinds=tuple(one_of("type", kind, above) for kind in ([kinds] if isinstance(kinds, str) else kinds)),
        strict=query.get("type_strict", "any"),
        properties=tuple(
            (pid, given)
            for each in query.get("properties", ())
            if (pid := one_of("property", each["pid"], properties)) and (given := tuple(_texts(each["v"])))
        ),
        limit=max(int(query.get("limit") or 10), 1),
    )


def _texts(value: Any) -> Iterator[str]:
    """Yield the values of a cell; an empty one, which tells nothing, has none."""
    for each in value if isinstance(value, list) else [value]:
        text = str(each["id"] if isinstance(each, dict) else each)
        if text.strip():
            yield text
