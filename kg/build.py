"""The whole way: articles are read, extracted, stored and reasoned over; what is stored already is passed by."""

import json
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from itertools import chain, islice
from typing import Literal, Protocol

from pyoxigraph import NamedNode, Quad, Triple

from kg import reason
from kg.articles.article import Article
from kg.articles.checks import checked
from kg.articles.ids import is_newer
from kg.articles.report import Report, refuse
from kg.errors import ArticleError, DataError, KgError, Notice, UsageError
from kg.extraction import Extraction, own_digest
from kg.facts import Reading
from kg.graph import background as known
from kg.graph import identity, retold, versions
from kg.graph.merge import Change
from kg.graph.quads import quads
from kg.graph.store import Store, told
from kg.graph.terms import Names
from kg.link import replay as links
from kg.resolve.decisions import FILE, Decision, replaced
from kg.suggest import suggest

#: Articles in one write: fewer cost more, more are lost when a build is killed.
BATCH = 32
#: A store of which a build wrote at least half, and so many articles, is compacted.
MANY = 100
Outcome = Literal["new", "replaced", "unchanged"]


class Reader(Protocol):
    """Turns articles into what they state, in their order; readers of the same signature read the same."""

    @property
    def signature(self) -> str:
        """Who reads."""

    def __call__(self, articles: Iterable[Article], /) -> Iterable[Reading]:
        """Yield what each article states."""


@dataclass
class Built:
    """How many articles a build met, by what became of them, and what kept others from being read."""

    new: int = 0
    replaced: int = 0
    unchanged: int = 0
    failed: list[KgError] = field(default_factory=list)

    def count(self, outcome: Outcome) -> None:
        """Count one article."""
        setattr(self, outcome, getattr(self, outcome) + 1)


@told
def build(  # noqa: PLR0913 (all but the first two are options)
    store: Store,
    articles: Iterable[Article],
    reader: Reader | None = None,
    *,
    engine: reason.Engine = "rules",
    background: bool = True,
    report: Report | None = None,
) -> Built:
    """Bring articles into the store, whole or not at all, and bring what follows up to date.

    An article that the store has as this reader would read it is passed by; one that changed is replaced. One that
    cannot be read costs no other: it is told to `report`, or else stands in what is returned. What is known beside the
    articles is added in a graph of its own, unless `background` is to be left out.
    """
    built = Built()
    report = report or built.failed.append
    reader = reader or Extraction(report=report)
    for notice in _other_rules(store, reader.signature):
        report(notice)

    def changed() -> Iterator[Article]:
        for article in _checked(articles, report):
            if _is_older(store, article):
                report(Notice(f"{article.id}: the store has a newer version of this address"))
                built.count("unchanged")
            elif held(store, article) == content_hash(article, reader.signature):
                built.count("unchanged")
            else:
                yield article

    with _ended(iter(reader(changed()))) as stream:
        while batch := list(islice(stream, BATCH)):
            made = dict(_made(store, batch, reader.signature, report))
            outcomes: list[Outcome] = ["replaced" if store.value(graph, "contentHash") else "new" for graph in made]
            _replace(store, made)
            for outcome in outcomes:
                built.count(outcome)
    conclude(store, engine, background=background, report=report)
    return built


def is_filled(store: Store, built: Built) -> bool:
    """Tell whether a build wrote at least half of a store, and much: it is then worth compacting."""
    changed = built.new + built.replaced
    return changed >= MANY and 2 * changed >= sum(1 for _ in store.articles())


@contextmanager
def _ended(stream: Iterator[Reading]) -> Iterator[Iterator[Reading]]:
    """Let who reads end with the build, also where it is broken off: processes that read do not outlive it."""
    try:
        yield stream
    finally:
        if isinstance(stream, Generator):
            stream.close()


def _checked(articles: Iterable[Article], report: Report) -> Iterator[Article]:
    """Yield articles with dates in ISO 8601; what is no article is reported."""
    for article in articles:
        try:
            yield checked(article, f"article {article.id!r}", report)
        except DataError as error:
            report(error)


def put(store: Store, readings: Iterable[Reading], read_by: str) -> None:
    """Store what articles state, in place of what they stated before, all in one atomic write."""
    _replace(store, dict(_made(store, readings, read_by, refuse)))


@dataclass(frozen=True, slots=True)
class _Made:
    """What an article becomes in a store: the quads of its graph, and what the store keeps for itself of it."""

    quads: set[Quad]
    beside: Change


def _replace(store: Store, made: Mapping[NamedNode, _Made]) -> None:
    """Write articles in one write."""
    out = chain.from_iterable(each.beside.out for each in made.values())
    into = chain.from_iterable(each.beside.into for each in made.values())
    store.replace_all({graph: each.quads for graph, each in made.items()}, Change([*out], [*into]))


def _made(store: Store, readings: Iterable[Reading], read_by: str, report: Report) -> Iterator[tuple[NamedNode, _Made]]:
    """Yield the graph of each article with what it becomes; what cannot be written is reported."""
    for reading in readings:
        article, graph = reading.article, Names(reading.article.id, store.base).article
        try:
            stated = quads(reading, content_hash=content_hash(article, read_by), read_by=read_by, base=store.base)
            made = _Made(stated, identity.change(store, {graph: reading}))
        except Exception as error:  # noqa: BLE001 (whatever an article raises is told of it)
            report(ArticleError.of(article.id, error))
        else:
            yield graph, made


@told
def adopt(store: Store, ontology: Iterable[Triple], report: Report = refuse) -> None:
    """Put an ontology of the user's beside kg's; tell if the store had another."""
    wanted, held = {*ontology}, {*store.adopted()}
    if held and held != wanted:
        gone = len(held - wanted)
        report(Notice(f"{store.path} had another ontology of yours: {gone} of its triples are gone, what follows too"))
    store.adopt(wanted)


def _other_rules(store: Store, signature: str) -> Iterator[Notice]:
    """Yield what is told where articles of the store were read by other rules of the user's own than these."""
    counts = Counter(own_digest(store.value(article, "readBy") or "") for article in store.articles())
    given = own_digest(signature)
    now = f"by those given now ({given})" if given else "without any, as now"
    for digest in sorted(counts.keys() - {given}):
        were = f"by rules of your own ({digest})" if digest else "without rules of your own"
        many = "1 article was" if counts[digest] == 1 else f"{counts[digest]:,} articles were"
        yield Notice(f"{many} read {were}, not {now}; what is built again is read so")


@told
def forget(store: Store, name: str, report: Report = refuse) -> None:
    """Remove an article by its id or IRI, with everything that only it supported.

    Raises:
        UsageError: the store has no such article.

    """
    article = Names(name, store.base).article
    known = {node.value: store.value(node, "identifier") or "" for node in store.articles()}
    found = next((iri for iri in (name, article.value) if iri in known), None)
    if found is None and any(map(store.forgot_last, (name, article.value))):
        # A forget that did not come to its end, said again.
        conclude(store, report=report)
        return
    if found is None:
        raise UsageError(f"the store has no article {name!r}{suggest(name, known.values())}")
    graph = store.graph(found.removeprefix(store.base))
    store.replace_all({graph: ()}, identity.change(store, {graph: None}))
    conclude(store, report=report)


@told
def conclude(
    store: Store,
    engine: reason.Engine = "rules",
    *,
    background: bool | None = None,
    report: Report = refuse,
) -> None:
    """Bring who is who, background, links, labels and inferred triples up to date with what was stated and withdrawn.

    There is background where it is asked for; or else where the store has it. A wrong line of the store's decisions is
    told to `report`.
    """
    identity.update(store, report)
    versions.refresh(store)
    retold.refresh(store)
    if background or (background is None and known.is_kept(store)):
        known.refresh(store)
    elif known.is_kept(store):
        known.clear(store)
    links.refresh(store)
    store.rename()
    reason.update(store, *store.pending(), engine=engine)


def decide(store: Store, decided: Iterable[Decision], report: Report = refuse) -> None:
    """Put decisions of who is who in the place of those that the store had, and bring it up to date.

    Raises:
        UsageError: one is no decision; the store stays as it was.

    """
    with replaced(store.path / FILE, decided):
        conclude(store, report=report)


def content_hash(article: Article, read_by: str) -> str:
    """Return a digest of all that the graph of an article depends on."""
    return sha256(json.dumps([asdict(article), read_by], sort_keys=True).encode()).hexdigest()


def _is_older(store: Store, article: Article) -> bool:
    """Tell whether the store has what stood later at the address that an article is called by."""
    if article.id != article.source or not article.published:
        return False
    stored = store.value(Names(article.id, store.base).article, "published")
    return stored is not None and is_newer(stored, article.published)


def held(store: Store, article: Article) -> str | None:
    """Return the content hash under which the store holds an article of this id."""
    return store.value(Names(article.id, store.base).article, "contentHash")
