"""The whole way: articles are read, extracted, stored and reasoned over; what is stored already is passed by."""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import Literal, Protocol, TypeVar, runtime_checkable

from pyoxigraph import NamedNode, Triple

from kg import reason
from kg.articles.article import Article
from kg.articles.checks import checked
from kg.articles.ids import is_newer
from kg.articles.report import Report, Watch, refuse, unwatched
from kg.conclude import conclude
from kg.errors import ArticleError, DataError, KgError, Notice, UsageError
from kg.extraction import Extraction
from kg.facts import Reading
from kg.graph import background as known
from kg.graph import identity, ontologies
from kg.graph.held import content_hash, dated, held, is_older, other_rules
from kg.graph.kept import Kept, kept
from kg.graph.merge import Change
from kg.graph.store import Store
from kg.graph.terms import Names
from kg.graph.trouble import told
from kg.graph.waiting import articles as kept_articles
from kg.graph.waiting import value
from kg.processes import Processes
from kg.suggest import suggest

#: Articles in one write: fewer cost more, more are lost when a build is killed.
BATCH = 32
#: A store of which a build wrote at least half, and so many articles, is compacted.
MANY = 100
Made = TypeVar("Made")
Outcome = Literal["new", "replaced", "unchanged"]


class Reader(Protocol):
    """Turns articles into what they state, in their order; readers of the same signature read the same."""

    @property
    def signature(self) -> str:
        """Who reads."""

    def __call__(self, articles: Iterable[Article], /) -> Iterable[Reading]:
        """Yield what each article states."""


@runtime_checkable
class Sharing(Reader, Protocol):
    """A reader that has `jobs` processes read, which make more of a reading at once."""

    @property
    def jobs(self) -> int:
        """How many processes read."""

    def made(
        self, articles: Iterable[Article], make: Callable[[Reading], Made], processes: Processes | None = None
    ) -> Iterable[Made]:
        """Yield what is made of what each article states, in their order, by some processes."""


@dataclass
class Built:
    """How many articles a build met, by what became of them, and what kept others from being read."""

    new: int = 0
    replaced: int = 0
    unchanged: int = 0
    failed: list[KgError] = field(default_factory=list)

    def count(self, outcome: Outcome, more: int = 1) -> None:
        """Count one article, or take one back."""
        setattr(self, outcome, getattr(self, outcome) + more)


@told
def build(  # noqa: PLR0913 (all but the first two are options)
    store: Store,
    articles: Iterable[Article],
    reader: Reader | None = None,
    *,
    engine: reason.Engine = "rules",
    background: bool = True,
    report: Report | None = None,
    watch: Watch = unwatched,
    processes: Processes | None = None,
) -> Built:
    """Bring articles into the store, whole or not at all, and bring what follows up to date.

    An article that the store has as this reader would read it is passed by; one that changed is replaced. One that
    cannot be read costs no other: it is told to `report`, or else stands in what is returned. What is known beside the
    articles is added in a graph of its own, unless `background` is to be left out. `watch` sees what
    comes after reading. `processes` that began already are as many as the reader's jobs, and end with the build.
    """
    built, outcomes = Built(), dict[NamedNode, Outcome]()
    report = report or built.failed.append
    reader = reader or Extraction(report=report)
    for notice in other_rules(store, reader.signature):
        report(notice)

    def passed_by(name: str) -> None:
        report(Notice(f"{name}: the store has a newer version of this address"))
        built.count("unchanged")

    def changed() -> Iterator[Article]:
        for article in _checked(articles, report):
            if is_older(store, Names(article.id, store.base).article, dated(article)):
                passed_by(article.id)
            elif held(store, article) == content_hash(article, reader.signature):
                built.count("unchanged")
            else:
                yield article

    with (
        processes or Processes(reader.jobs if isinstance(reader, Sharing) else 1) as by,
        # Who reads ends with the build, also where it is broken off.
        closing(_told(_made(store, changed(), reader, by), report)) as stream,
    ):
        for batch in _batches(stream):
            newest = [*_newest(store, batch, passed_by)]
            kept = {each.article: each for each in newest}
            # Of two versions of one article in one batch the last stands in the place of the other.
            built.count("replaced", len(newest) - len(kept))
            now = _outcomes(store, kept)
            # Who ends this build where it is killed does so as it was to end.
            known.ask(store, wanted=background)
            _keep(store, kept)
            store.relieve()
            for outcome in now.values():
                built.count(outcome)
            outcomes |= now
        unwritten = conclude(store, engine, background=background, report=report, watch=watch, processes=by)
    # What an earlier build read, or what is only written anew, was not counted.
    for article in outcomes.keys() & {failed.article for failed in unwritten}:
        built.count(outcomes[article], -1)
    return built


def is_filled(store: Store, built: Built) -> bool:
    """Tell whether a build wrote at least half of a store, and much: it is then worth compacting."""
    changed = built.new + built.replaced
    return changed >= MANY and 2 * changed >= sum(1 for _ in store.articles())


def _checked(articles: Iterable[Article], report: Report) -> Iterator[Article]:
    """Yield articles with dates in ISO 8601; what is no article is reported."""
    for article in articles:
        try:
            yield checked(article, f"article {article.id!r}", report)
        except DataError as error:
            report(error)


def put(store: Store, readings: Iterable[Reading], read_by: str) -> None:
    """Keep what articles state, in place of what they stated before, all in one atomic write; `conclude` writes it."""
    made = (kept(reading, read_by=read_by, base=store.base) for reading in readings)
    _keep(store, {each.article: each for each in _told(made, refuse)})


def _made(
    store: Store, articles: Iterable[Article], reader: Reader, processes: Processes
) -> Iterable[Kept | ArticleError]:
    """Return what is to be kept of each article; by the processes that read, where several do."""
    make = partial(kept, read_by=reader.signature, base=store.base)
    if isinstance(reader, Sharing):
        return reader.made(articles, make, processes)
    return map(make, reader(articles))


def _told(made: Iterable[Kept | ArticleError], report: Report) -> Generator[Kept, None, None]:
    """Yield what can be kept; what cannot is reported."""
    for each in made:
        if isinstance(each, ArticleError):
            report(each)
        else:
            yield each


def _batches(stream: Iterator[Kept]) -> Iterator[list[Kept]]:
    """Yield what is read, some at a time; where reading is interrupted, first what was read by then."""
    is_over = False
    while not is_over:
        batch, stopped = list[Kept](), None
        try:
            for each in islice(stream, BATCH):
                batch.append(each)
        except (KeyboardInterrupt, SystemExit) as error:
            stopped = error
        if batch:
            yield batch
        if stopped:
            raise stopped
        is_over = len(batch) < BATCH


def _outcomes(store: Store, articles: Iterable[NamedNode]) -> dict[NamedNode, Outcome]:
    """Return what becomes of articles that are kept."""
    return {each: "replaced" if value(store, each, "contentHash") else "new" for each in articles}


def _newest(store: Store, batch: Iterable[Kept], older: Callable[[str], None]) -> Iterator[Kept]:
    """Yield what is to be kept; what is older than what came before, but was not kept when it was read, is told."""
    days = dict[NamedNode, str]()
    for each in batch:
        if is_older(store, each.article, each.dated) or is_newer(days.get(each.article, ""), each.dated):
            older(each.name)
        else:
            days[each.article] = each.dated
            yield each


def _keep(store: Store, made: Mapping[NamedNode, Kept]) -> None:
    """Keep articles in place of what they were, in one write."""
    before = identity.change(store, dict.fromkeys(made))
    store.keep(Change(before.out, before.into, [each.lines for each in made.values()]))


@told
def adopt(store: Store, ontology: Iterable[Triple], report: Report = refuse) -> None:
    """Put an ontology of the user's beside kg's; tell if the store had another."""
    wanted, held = {*ontology}, {*ontologies.adopted(store)}
    if held and held != wanted:
        gone = len(held - wanted)
        report(Notice(f"{store.path} had another ontology of yours: {gone} of its triples are gone, what follows too"))
    ontologies.adopt(store, wanted)


@told
def forget(store: Store, name: str, report: Report = refuse) -> None:
    """Remove an article by its id or IRI, with everything that only it supported.

    Raises:
        UsageError: the store has no such article.

    """
    article = Names(name, store.base).article
    known = {node.value: value(store, node, "identifier") or "" for node in kept_articles(store)}
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
