"""The claims that articles make of a thing, each with the words that state it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice, zip_longest

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from kg.graph.terms import news, oa
from kg.serve.snapshot import Snapshot
from kg.vocabulary import RDF

Node = NamedNode | Literal
SUBJECT, PREDICATE, OBJECT = (NamedNode(f"{RDF}{name}") for name in ("subject", "predicate", "object"))
#: How many claims of one thing are shown, and how many of each of its ends are looked through for the newest.
MOST, LOOKED = 200, 20_000


@dataclass(frozen=True, slots=True)
class Claim:
    """A triple that an article states or tells, and where; `marks` are the words for its two ends."""

    node: NamedNode
    article: NamedNode
    subject: NamedNode
    predicate: NamedNode
    object: Node
    modality: str
    status: str
    by: tuple[NamedNode, ...]
    scope: NamedNode | None
    rule: str
    confidence: str
    words: str
    span: tuple[int, int]
    marks: tuple[tuple[int, int], ...]


def about(seen: Snapshot, node: NamedNode, most: int = MOST) -> list[Claim]:
    """Return the newest claims that have the thing for an end, in the order of articles and their words.

    As many of either end as there are: what is told of a place does not crowd out what a place is.
    """
    ends = [list(islice(seen.db.quads_for_pattern(None, end, node, None), LOOKED)) for end in (SUBJECT, OBJECT)]
    if sum(map(len, ends)) > most:
        ends = [_newest(seen, quads) for quads in ends]
    return _read(seen, islice((quad for pair in zip_longest(*ends) for quad in pair if quad), most))


def _newest(seen: Snapshot, quads: Iterable[Quad]) -> list[Quad]:
    """Return claims by the days of their articles, the last first."""
    told: dict[NamedNode, list[Quad]] = {}
    for quad in quads:
        if isinstance(quad.graph_name, NamedNode):
            told.setdefault(quad.graph_name, []).append(quad)
    seen.fetch(told)
    newest = sorted(told, key=lambda article: (published(seen, article), article.value), reverse=True)
    return [quad for article in newest for quad in sorted(told[article], key=str)]


def published(seen: Snapshot, article: NamedNode) -> str:
    """Return the day of an article; nothing where none is known."""
    return seen.remembered(_published)(article)


def _published(db: Store, article: NamedNode) -> str:
    found = db.quads_for_pattern(article, news("published"), None, DefaultGraph())
    return next((quad.object.value for quad in found if isinstance(quad.object, Literal)), "")


def involved(seen: Snapshot, things: Iterable[str]) -> set[object]:
    """Return some things and all of which an article claims that these have a part in it."""
    nodes = [NamedNode(iri) for iri in things]
    telling = [quad.subject for node in nodes for quad in seen.db.quads_for_pattern(None, OBJECT, node, None)]
    parts = (quad.object for node in telling for quad in seen.db.quads_for_pattern(node, SUBJECT, None, None))
    return set(chain(nodes, parts))


def told_by(seen: Snapshot, article: NamedNode) -> list[Claim]:
    """Return the claims of an article, in the order of its words."""
    return _read(seen, seen.db.quads_for_pattern(None, OBJECT, None, article))


def _read(seen: Snapshot, quads: Iterator[Quad]) -> list[Claim]:
    ends = dict.fromkeys((quad.subject, quad.graph_name) for quad in quads)
    _fetch(seen, ends)
    found = [read for node, graph in ends if (read := claim(seen, node, graph))]
    return sorted(found, key=lambda each: (each.article.value, each.span, each.node.value))


def _fetch(seen: Snapshot, ends: Iterable[tuple[object, object]]) -> None:
    """Look up claims with what they name, and what these are."""
    if not seen.endpoint:
        return
    nodes = [node for node, _ in ends]
    for _ in range(2):
        seen.fetch(nodes)
        nodes = [quad.object for node in nodes for quad in seen.db.quads_for_pattern(node, None, None, None)]  # type: ignore[arg-type]


def claim(seen: Snapshot, node: object, graph: object) -> Claim | None:
    """Return a claim; links and contradictions are described by triples, too, and are none."""
    return seen.remembered(_claim)(node, graph)


def _claim(db: Store, node: object, graph: object) -> Claim | None:
    if not isinstance(node, NamedNode) or not isinstance(graph, NamedNode):
        return None
    held: dict[NamedNode, list[Node]] = {}
    for quad in db.quads_for_pattern(node, None, None, graph):
        if isinstance(quad.object, NamedNode | Literal):
            held.setdefault(quad.predicate, []).append(quad.object)

    def text(name: NamedNode) -> str:
        return held[name][0].value if name in held else ""

    def nodes(name: NamedNode) -> tuple[NamedNode, ...]:
        return tuple(each for each in held.get(name, ()) if isinstance(each, NamedNode))

    passages = nodes(oa("hasSelector"))
    subjects, predicates = nodes(SUBJECT), nodes(PREDICATE)
    if not (passages and subjects and predicates):
        return None
    ends = [*nodes(news("subjectMention")), *nodes(news("objectMention"))]
    return Claim(
        node=node,
        article=graph,
        subject=subjects[0],
        predicate=predicates[0],
        object=held[OBJECT][0],
        modality=text(news("modality")),
        status=text(news("status")),
        by=tuple(sorted(nodes(news("attributedTo")), key=str)),
        scope=next(iter(nodes(news("scope"))), None),
        rule=text(news("rule")),
        confidence=text(news("confidence")),
        words=exact(db, passages[0], graph),
        span=span(passages[0]),
        marks=tuple(sorted({span(end) for end in ends})),
    )


def exact(db: Store, passage: NamedNode, graph: NamedNode | DefaultGraph) -> str:
    """Return the words of a passage."""
    found = (quad.object for quad in db.quads_for_pattern(passage, oa("exact"), None, graph))
    return next((each.value for each in found if isinstance(each, Literal)), "")


def span(passage: NamedNode) -> tuple[int, int]:
    """Return where a passage lies in its text, as its IRI says: …#char=12,34."""
    start, _, end = passage.value.rpartition("#char=")[2].partition(",")
    return int(start), int(end)
