"""A part of a store, as a copy in memory: newer, surer, about some things, or without the words of articles."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from kg.articles.dates import within
from kg.graph.terms import TYPE, news
from kg.vocabulary import OA, RDF

ARTICLE, CLAIM, MENTIONS, WHOLE = news("Article"), news("Claim"), news("mentions"), news("wholeOf")
CONFIDENCE, PUBLISHED = news("confidence"), news("published")
PARTS = [NamedNode(f"{RDF}{name}") for name in ("subject", "predicate", "object")]
SOURCE, SELECTOR = NamedNode(f"{OA}hasSource"), NamedNode(f"{OA}hasSelector")
MARKS = news("subjectMention"), news("objectMention")


@dataclass(frozen=True, slots=True)
class Choice:
    """What leaves: of articles since a day, facts so sure, things so near to some; with whole texts, with words."""

    since: str = ""
    confidence: float = 0.0
    about: tuple[NamedNode, ...] = ()
    depth: int = 1
    texts: bool = True
    evidence: bool = True


def part(db: Store, base: str, choice: Choice) -> Store:
    """Return a copy of what is chosen; of articles, or of facts as sure, only what these state, not what follows."""
    articles = f"{base}article/"
    found = Store()
    found.bulk_extend(_stated(db, choice) if choice.since or choice.confidence else db)
    if choice.about:
        found = _near(found, choice.about, choice.depth)
    if not choice.evidence:
        return _without(found, lambda quad: _is_evidence(quad, articles))
    if not choice.texts:
        wholes = {quad.subject for quad in found.quads_for_pattern(None, WHOLE, None)}
        return _without(found, lambda quad: quad.subject in wholes)
    return found


def _is_evidence(quad: Quad, articles: str) -> bool:
    if isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.startswith(articles):
        return True
    subject = quad.subject.value if isinstance(quad.subject, NamedNode) else ""
    return subject.startswith(articles) and "#" in subject


def _without(store: Store, unwanted: Callable[[Quad], bool]) -> Store:
    found = Store()
    found.bulk_extend(quad for quad in store if not unwanted(quad))
    return found


def _stated(db: Store, choice: Choice) -> Iterator[Quad]:
    """Yield the graphs of articles with their surer claims, and the facts that these state in the default graph."""
    for article in [quad.subject for quad in db.quads_for_pattern(None, TYPE, ARTICLE, DefaultGraph())]:
        if not isinstance(article, NamedNode) or (choice.since and not _since(db, article, choice.since)):
            continue
        for quad in _surer(db, article, choice.confidence):
            yield quad
            # What is merged is said once of each thing: another label stands in the article alone.
            if (merged := Quad(quad.subject, quad.predicate, quad.object)) in db:
                yield merged


def _since(db: Store, article: NamedNode, day: str) -> bool:
    return any(within(when.value, day) for when in _literals(db, article, PUBLISHED, DefaultGraph()))


def _literals(
    db: Store, subject: NamedNode | BlankNode | Triple, predicate: NamedNode, graph: NamedNode | DefaultGraph
) -> Iterator[Literal]:
    for quad in db.quads_for_pattern(subject, predicate, None, graph):
        if isinstance(quad.object, Literal):
            yield quad.object


def _surer(db: Store, article: NamedNode, confidence: float) -> Iterator[Quad]:
    """Yield the quads of an article without the claims that are less sure, and without what only these state."""
    sure: dict[bool, set[tuple[object, ...]]] = defaultdict(set)
    weak = set()
    for claim in [quad.subject for quad in db.quads_for_pattern(None, TYPE, CLAIM, article)]:
        share = [float(found.value) for found in _literals(db, claim, CONFIDENCE, article)]
        stated = tuple(quad.object for each in PARTS for quad in db.quads_for_pattern(claim, each, None, article))
        is_sure = not share or max(share) >= confidence
        sure[is_sure].add(stated)
        weak |= set() if is_sure else {claim}
    unsure = sure[False] - sure[True]
    gone = weak | {stated[0] for stated in unsure if stated[1:2] == (TYPE,)}
    for quad in db.quads_for_pattern(None, None, None, article):
        if quad.subject not in gone and (quad.subject, quad.predicate, quad.object) not in unsure:
            yield quad


def _near(store: Store, start: Sequence[NamedNode], depth: int) -> Store:
    """Return what is said of some things and of those so many steps from them, with the words for it."""
    near = rim = set(start)
    for _ in range(depth):
        rim = {other for node in rim for other in _neighbours(store, node)} - near
        if not rim:
            break
        near = near | rim
    stating = [quad for quad in store.quads_for_pattern(None, PARTS[0], None) if quad.object in near]
    claims = {quad.subject for quad in stating if isinstance(quad.subject, NamedNode) and _within(store, quad, near)}
    words = {node for claim in claims for node in _words(store, claim)}
    found = Store()
    for node in near | claims | words:
        quads = store.quads_for_pattern(node, None, None)
        found.bulk_extend(quad for quad in quads if quad.predicate != MENTIONS and _inside(store, quad, near))
    return found


def _words(store: Store, claim: NamedNode) -> Iterator[NamedNode]:
    """Yield the article of a claim, and the passages that it points at."""
    for predicate in (SOURCE, SELECTOR, *MARKS):
        for quad in store.quads_for_pattern(claim, predicate, None):
            if isinstance(quad.object, NamedNode):
                yield quad.object


def _neighbours(store: Store, node: NamedNode) -> Iterator[NamedNode]:
    for quad in store.quads_for_pattern(node, None, None, DefaultGraph()):
        if isinstance(quad.object, NamedNode) and _is_thing(store, quad.object) and quad.predicate != MENTIONS:
            yield quad.object
    for quad in store.quads_for_pattern(None, None, node, DefaultGraph()):
        if isinstance(quad.subject, NamedNode) and quad.predicate != MENTIONS and _is_thing(store, quad.subject):
            yield quad.subject


def _is_thing(store: Store, node: NamedNode) -> bool:
    return "#" not in node.value and any(True for _ in store.quads_for_pattern(node, TYPE, None, DefaultGraph()))


def _inside(store: Store, quad: Quad, near: set[NamedNode]) -> bool:
    """Whether what is said of a thing is of another that is near, or of no other thing; all of a passage is said."""
    other = quad.object
    return quad.subject not in near or not isinstance(other, NamedNode) or other in near or not _is_thing(store, other)


def _within(store: Store, quad: Quad, near: set[NamedNode]) -> bool:
    objects = [each.object for each in store.quads_for_pattern(quad.subject, PARTS[2], None, quad.graph_name)]
    return all(not isinstance(each, NamedNode) or each in near or not _is_thing(store, each) for each in objects)
