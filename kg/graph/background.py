"""The graph of what is known beside the articles: where the things that they name lie, each with who says so.

It is a function of what the articles name and of the tables, whatever the order they came in. A thing that articles
name has the place that most of them mean; where too many mean another, none.

Whether there is to be any is noted, until it is so, beside the articles that wait: who ends what a killed build began
ends it as that would have.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import TypeAlias

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.background.known import LOOKED_UP, Known, agreed, around, known, named, spoken_of
from kg.graph.merge import RENAMED, Change
from kg.graph.store import Store
from kg.graph.terms import ALTERNATIVE, LABEL, TYPE, decimal, news
from kg.graph.told import Told, quads, subject_of
from kg.resources import version_of
from kg.vocabulary import BACKGROUND, GEO, NEWS, WAITING

MENTIONS = news("mentions")
#: Relations of the graph that lead to countries and parts of countries.
LEADING = frozenset({news("locatedIn"), news("headquarteredIn")})
_DEFAULT = DefaultGraph()
#: A thing with the articles that name it.
Named: TypeAlias = tuple[NamedNode, Iterable[NamedNode]]


def refresh(store: Store) -> None:
    """Bring the graph up to date with what articles came to name, or name no longer, since the reasoner last looked."""
    graph = store.graph(BACKGROUND)
    held = set(store.db.quads_for_pattern(None, None, None, graph))
    if mark(graph) not in held:
        _make(store, graph, set(), _every(store))
    elif changed := set(_touched(store)):
        again = changed | _territories(store)
        kept = {quad for quad in held if subject_of(quad, graph, store.base) not in again}
        _make(store, graph, kept, _of(store, changed))


def _territories(store: Store) -> set[str]:
    """Return the countries and parts of countries that the tables name."""
    return {store.base + key for key in named()}


def _make(store: Store, graph: NamedNode, kept: AbstractSet[Quad], things: Iterable[Named]) -> None:
    """Make the graph of what is kept of it, what is known of some things, and what all these lie in."""
    territories = {iri: _articles(store, NamedNode(iri)) for iri in _territories(store)}
    meanings, made_by = _Meanings(store, territories), mark(graph)
    others = ((thing, articles) for thing, articles in things if thing.value not in territories)
    made = {quad for thing, articles in others for quad in meanings.known(thing, articles, graph)}
    needed = {iri for quad in kept | made if quad.predicate in LEADING for iri in _iris([quad.object])}
    needed |= {iri for iri, articles in territories.items() if articles}
    found = {*kept, *made, *enclosing(needed, graph, store.base)}
    store.replace(graph, {made_by, *found} if found - {made_by} else ())


def ask(store: Store, *, wanted: bool) -> None:
    """Note that there is to be background, or none, where the store has it otherwise."""
    _note(store, {_asked(store, wanted=wanted)} if wanted != is_kept(store) else set())


def bring(store: Store) -> None:
    """Bring the graph up to date, or take it away, as it was asked for last."""
    if is_wanted(store):
        refresh(store)
    elif is_kept(store):
        clear(store)
    _note(store, set())


def is_wanted(store: Store) -> bool:
    """Tell whether there is to be background: as was asked and is not done, or else where the store has it."""
    has = is_kept(store)
    return not has if _asked(store, wanted=not has) in store.db else has


def _asked(store: Store, *, wanted: bool) -> Quad:
    return Quad(store.graph(BACKGROUND), store.graph(WAITING), Literal(wanted), store.graph(WAITING))


def _note(store: Store, wanted: AbstractSet[Quad]) -> None:
    held = {*store.db.quads_for_pattern(store.graph(BACKGROUND), None, None, store.graph(WAITING))}
    if held != wanted:
        store.keep(Change([*(held - wanted)], [*(wanted - held)]))


def is_kept(store: Store) -> bool:
    """Tell whether the store has background, of this or another version of kg."""
    graph = store.graph(BACKGROUND)
    return any(True for _ in store.db.quads_for_pattern(mark(graph).subject, None, None, graph))


def mark(graph: NamedNode) -> Quad:
    """Return what says that a graph is the background that this kg makes."""
    return Quad(NamedNode(f"{graph.value}#made"), LABEL, Literal(f"by newskg {version_of('newskg')}"), graph)


def clear(store: Store) -> None:
    """Leave only what articles say."""
    store.replace(store.graph(BACKGROUND), ())


def _touched(store: Store) -> Iterator[str]:
    """Yield what articles came to name otherwise, or beside other things: what a name means depends on both."""
    changed = [triple for journal in store.pending() for triple in journal if triple.predicate == MENTIONS]
    yield from _iris(triple.object for triple in changed)
    beside = (store.db.quads_for_pattern(article, MENTIONS, None, _DEFAULT) for article in {t.subject for t in changed})
    yield from _iris(quad.object for quads in beside for quad in quads)
    yield from _iris(quad.subject for quad in store.db.quads_for_pattern(None, None, None, store.graph(RENAMED)))


def _every(store: Store) -> Iterator[Named]:
    """Yield all things of kinds that are looked up, each with the articles that name it."""
    kinds = (store.db.quads_for_pattern(None, TYPE, news(kind), _DEFAULT) for kind in LOOKED_UP)
    return _of(store, {iri for quads in kinds for iri in _iris(quad.subject for quad in quads)})


def _of(store: Store, things: Iterable[str]) -> Iterator[Named]:
    """Yield some things, each with the articles that name it."""
    return ((thing, _articles(store, thing)) for thing in map(NamedNode, things))


def _iris(nodes: Iterable[object]) -> Iterator[str]:
    return (node.value for node in nodes if isinstance(node, NamedNode))


def _articles(store: Store, thing: NamedNode) -> list[NamedNode]:
    found = (quad.subject for quad in store.db.quads_for_pattern(None, MENTIONS, thing, _DEFAULT))
    return [article for article in found if isinstance(article, NamedNode)]


class _Meanings:
    """What the articles of a store mean by the things that they name, beside the countries that these speak of."""

    def __init__(self, store: Store, territories: Mapping[str, Iterable[NamedNode]]) -> None:
        self._store = store
        self._named: defaultdict[NamedNode, list[str]] = defaultdict(list)
        for iri, articles in territories.items():
            for article in articles:
                self._named[article].append(iri.removeprefix(store.base))
        self._codes: dict[NamedNode, frozenset[str]] = {}

    def known(self, thing: NamedNode, articles: Iterable[NamedNode], graph: NamedNode) -> Iterator[Quad]:
        """Yield what is known of a thing, as most of the articles that name it mean it."""
        meant = Counter(filter(None, (self._meant(thing, article) for article in articles)))
        if found := agreed(meant):
            yield from told(thing, found, graph, self._store.base)

    def _meant(self, thing: NamedNode, article: NamedNode) -> Known | None:
        """Return what is known of a thing as one article means it."""
        stated = [*self._store.db.quads_for_pattern(thing, None, None, article)]
        kind = min(_given(stated, TYPE), default="").removeprefix(NEWS)
        if kind not in LOOKED_UP:
            return None
        names = frozenset(_given(stated, LABEL, ALTERNATIVE))
        return _looked_up(kind, thing.value.removeprefix(self._store.base), names, self._spoken_of(article))

    def _spoken_of(self, article: NamedNode) -> frozenset[str]:
        if article not in self._codes:
            self._codes[article] = spoken_of(self._named.get(article, ()))
        return self._codes[article]


@lru_cache(maxsize=10_000)
def _looked_up(kind: str, key: str, names: frozenset[str], codes: frozenset[str]) -> Known | None:
    return known(kind, key, names, codes)


def _given(stated: Iterable[Quad], *relations: NamedNode) -> Iterator[str]:
    """Yield the values that quads give for relations."""
    for quad in stated:
        if quad.predicate in relations and isinstance(quad.object, NamedNode | Literal):
            yield quad.object.value


def told(thing: NamedNode, found: Known, graph: NamedNode, base: str) -> Iterator[Quad]:
    """Yield what is known of a thing, with who says so."""
    yield from quads(_told(thing, found, base), graph, base)
    for name, value in zip(("lat", "long"), found.coordinates or (), strict=False):
        yield Quad(thing, NamedNode(GEO + name), decimal(value), graph)


def _told(thing: NamedNode, found: Known, base: str) -> Told:
    source, date, _ = found.source
    place = NamedNode(base + found.places[0])
    return Told((thing, news(found.relation), place), source, date, found.confidence, found.reason)


def enclosing(needed: Iterable[str], graph: NamedNode, base: str) -> Iterator[Quad]:
    """Yield countries and parts of countries with what they lie in themselves, each once."""
    rest, seen = list(needed), set[str]()
    while rest:
        if (iri := rest.pop()) in seen:
            continue
        seen.add(iri)
        thing = NamedNode(iri)
        key = iri.removeprefix(base)
        yield Quad(thing, TYPE, news("Place"), graph)
        yield Quad(thing, LABEL, Literal(named().get(key, key)), graph)
        if found := around(key):
            rest.append(base + found.places[0])
            yield from quads(_told(thing, found, base), graph, base)
