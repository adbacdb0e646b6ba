"""The graph as of a day, as a copy in memory: what articles published until then had told, and what held on it.

Who is who, and which happenings are one, is told as it is known now.
"""

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from kg.articles.dates import within
from kg.graph.claims import NOW
from kg.graph.labels import NAMES, Node, called
from kg.graph.merge import JOURNALS, at
from kg.graph.store import Store as KnowledgeGraph
from kg.graph.terms import news
from kg.query.bind import bound
from kg.query.parts import infer
from kg.query.run import select
from kg.query.saved import find
from kg.reason.closing import program
from kg.reason.graph import Graph
from kg.vocabulary import BACKGROUNDS, CONTRADICTIONS, INFERRED, RDF

#: The saved query that tells what holds when.
TIMES = "times"
_PARTS = [NamedNode(f"{RDF}{name}") for name in ("subject", "predicate", "object")]
_MERGED = DefaultGraph()


def as_of(store: KnowledgeGraph, *, known: str = "", at: str = "", background: bool = True) -> Store:
    """Return what articles published until a day state, or what holds on a day, and what follows; dates are in ISO."""
    over = _claims(store.db, known, "") - _claims(store.db, known, at) if at else frozenset()
    copy = Store()
    copy.bulk_extend(_kept(store, known, over, background=background))
    infer(store, copy)
    return copy


def reasoned_over(store: KnowledgeGraph, copy: Store) -> Graph:
    """Return such a copy as the reasoner of its store sees it."""
    return Graph(copy, store.base, program(store))


def _claims(db: Store, known: str, at: str) -> frozenset[str]:
    given = {name: day for name, day in (("known", known), ("at", at)) if day}
    rows = select(db, bound(find(TIMES), given, db))
    return frozenset(row["claim"].value for row in rows if row["claim"])


def _kept(store: KnowledgeGraph, known: str, over: frozenset[str], *, background: bool) -> Iterator[Quad]:
    """Yield the graphs that are kept, and what these state of the default graph, things by the best of their names."""
    articles = set(store.articles())
    gone = {article for article in articles if known and not _within(store, article, known)}
    names: defaultdict[Node, set[Triple]] = defaultdict(set)
    for graph in sorted(_graphs(store, background=background) - gone, key=str):
        is_article = graph in articles
        for quad in _held(store.db, graph, over) if is_article else _beside(store, graph, gone):
            yield quad
            if is_article and quad.predicate in NAMES:
                names[quad.subject].add(quad.triple)
            elif (merged := at(quad, _MERGED)) in store.db:
                yield merged
    yield from (at(name, _MERGED) for given in names.values() for name in called(given))


def _graphs(store: KnowledgeGraph, *, background: bool) -> set[NamedNode]:
    """Return the graphs but for those that are made anew, or left out."""
    left_out = (INFERRED, CONTRADICTIONS, *JOURNALS, *(() if background else BACKGROUNDS))
    graphs = {graph for graph in store.db.named_graphs() if isinstance(graph, NamedNode)}
    return graphs - {store.graph(name) for name in left_out}


def _within(store: KnowledgeGraph, article: NamedNode, known: str) -> bool:
    """Tell whether an article was published until a day; one of no known day was not."""
    return within(store.value(article, "published") or "", until=known)


def _beside(store: KnowledgeGraph, graph: NamedNode, gone: set[NamedNode]) -> Iterator[Quad]:
    """Yield a graph that no article states, but for what it says of articles that are not kept and of their parts."""
    ids = {article.value for article in gone}
    for quad in store.db.quads_for_pattern(None, None, None, graph):
        if not any(_article(end, store.base) in ids for end in (quad.subject, quad.object)):
            yield quad


def _article(node: object, base: str) -> str:
    """Return the article that an IRI is, or is of, or nothing."""
    iri = node.value if isinstance(node, NamedNode) and node.value.startswith(f"{base}article/") else ""
    name = iri.removeprefix(f"{base}article/").partition("#")[0].partition("/")[0]
    return f"{base}article/{name}" if name else ""


def _held(db: Store, article: NamedNode, over: frozenset[str]) -> Iterator[Quad]:
    """Yield the quads of an article without the claims of what does not hold, and what only these state."""
    mine: set[Node] = {quad.subject for quad in db.quads_for_pattern(None, _PARTS[0], None, article)}
    gone: set[Node] = {claim for claim in mine if isinstance(claim, NamedNode) and claim.value in over}
    states = {_stated(db, claim, article) for claim in gone}
    states -= {_stated(db, claim, article) for claim in mine - gone if _is_so(db, claim, article)}
    described = _described(db, gone, article) - _described(db, mine - gone, article)
    for quad in db.quads_for_pattern(None, None, None, article):
        parts = (quad.subject, quad.predicate, quad.object)
        if parts not in states and quad.subject not in gone and not {quad.subject, quad.object} & described:
            yield quad


def _stated(db: Store, claim: Node, article: NamedNode) -> tuple[object, ...]:
    return tuple(quad.object for part in _PARTS for quad in db.quads_for_pattern(claim, part, None, article))


def _described(db: Store, claims: set[Node], article: NamedNode) -> set[object]:
    return {q.object for claim in claims for q in db.quads_for_pattern(claim, news("describes"), None, article)}


def _is_so(db: Store, claim: Node, article: NamedNode) -> bool:
    said = {
        quad.object.value
        for name in ("modality", "status")
        for quad in db.quads_for_pattern(claim, news(name), None, article)
        if isinstance(quad.object, Literal)
    }
    return "asserted" in said and bool(said & NOW)
