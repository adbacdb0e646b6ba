"""The whole way: articles are read, extracted, stored and reasoned over; what is stored already is passed by."""

from collections.abc import Generator, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import Literal

from pyoxigraph import NamedNode

from kg import reason
from kg.articles.article import Article
from kg.articles.checks import checked
from kg.articles.ids import is_newer
from kg.articles.report import Report, Watch, refuse, unwatched
from kg.conclude import conclude, ready
from kg.errors import ArticleError, DataError, KgError, Notice
from kg.extraction import Extraction
from kg.facts import Reading
from kg.graph import background as known
from kg.graph import identity
from kg.graph.held import content_hash, dated, held, is_older, other_rules
from kg.graph.kept import Kept, kept
from kg.graph.merge import Change
from kg.graph.store import Store
from kg.graph.terms import Names
from kg.graph.trouble import told
from kg.graph.waiting import Waiting, value
from kg.processes import Processes, behind
from kg.reader import Reader, Sharing
from kg.signals import to_the_end

#: Articles in one write: fewer cost more, more are lost when a build is killed.
BATCH = 32
#: A store of which a build wrote at least half, and so many articles, is compacted.
MANY = 100
Outcome = Literal["new", "replaced", "unchanged"]


@dataclass
class Built:
    """How many articles a build met, by what became of them, and what kept others from being read."""

    new: int = 0
    replaced: int = 0
    unchanged: int = 0
    failed: list[KgError] = field(default_factory=list)
    #: Of how many articles it wrote the graph: also of those that an earlier build read, which did not end.
    written: int = field(default=0, compare=False)
    #: Of how many of these an earlier build had read what they state now; they count as unchanged.
    ended: int = field(default=0, compare=False)

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
    built = Built()
    report = report or built.failed.append
    reader = reader or Extraction(report=report)
    for notice in other_rules(store, reader.signature):
        report(notice)
    bringing = _Bringing(store, reader.signature, report, built, is_background=background)
    with (
        processes or Processes(reader.jobs if isinstance(reader, Sharing) else 1) as by,
        # Who reads ends with the build, also where it is broken off.
        closing(_told(_made(store, bringing.changed(articles), reader, by), report)) as stream,
        behind(1) as do,
    ):
        for batch in _batches(stream):
            to_the_end(partial(bringing.keep, batch))
            store.relieve()
            if by.number > 1:
                # This process waits for those that read; once it is ready that takes no time.
                do(partial(ready, background=background))
        bringing.count_waiting()
        unwritten = conclude(store, engine, background=background, report=report, watch=watch, processes=by)
    bringing.take_back({failed.article for failed in unwritten})
    return built


@dataclass
class _Bringing:
    """What becomes of the articles of a build."""

    store: Store
    read_by: str
    report: Report
    built: Built
    is_background: bool
    outcomes: dict[NamedNode, Outcome] = field(default_factory=dict)
    #: Articles that an earlier build read, which did not end.
    earlier: set[NamedNode] = field(default_factory=set)

    def changed(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield the articles that are to be read; the others are counted."""
        for article in _checked(articles, self.report):
            if is_older(self.store, Names(article.id, self.store.base).article, dated(article)):
                self._pass_by(article.id)
            elif held(self.store, article) == content_hash(article, self.read_by):
                self.built.count("unchanged")
            else:
                yield article

    def keep(self, batch: Iterable[Kept]) -> None:
        """Keep what was read, in one write, but what is older than what came before."""
        newest = [*self._newest(batch)]
        made = {each.article: each for each in newest}
        # Of two versions of one article in one batch the last stands in the place of the other.
        self.built.count("replaced", len(newest) - len(made))
        now = {each: _outcome(self.store, each) for each in made}
        # Who ends this build where it is killed does so as it was to end.
        known.ask(self.store, wanted=self.is_background)
        _keep(self.store, made)
        for outcome in now.values():
            self.built.count(outcome)
        self.outcomes |= now

    def count_waiting(self) -> None:
        """Count what is to be written: also of articles that an earlier build read; not those only written anew."""
        waiting, read = {*Waiting(self.store)}, partial(value, self.store, name="contentHash")
        earlier = waiting - self.outcomes.keys()
        self.earlier = {each for each in earlier if read(each) != self.store.value(each, "contentHash")}
        self.built.written, self.built.ended = len(waiting), len(self.earlier)

    def take_back(self, unwritten: AbstractSet[NamedNode]) -> None:
        """Count no article that could not be written; what is only written anew was not counted."""
        for article in self.outcomes.keys() & unwritten:
            self.built.count(self.outcomes[article], -1)
        self.built.ended -= len(self.earlier & unwritten)

    def _newest(self, batch: Iterable[Kept]) -> Iterator[Kept]:
        """Yield what is to be kept; what is older than what came before, but was not kept when it was read, is told."""
        days = dict[NamedNode, str]()
        for each in batch:
            if is_older(self.store, each.article, each.dated) or is_newer(days.get(each.article, ""), each.dated):
                self._pass_by(each.name)
            else:
                days[each.article] = each.dated
                yield each

    def _pass_by(self, name: str) -> None:
        self.report(Notice(f"{name}: the store has a newer version of this address"))
        self.built.count("unchanged")


def is_filled(store: Store, built: Built) -> bool:
    """Tell whether a build wrote at least half of a store, and much: it is then worth compacting."""
    return built.written >= MANY and 2 * built.written >= sum(1 for _ in store.articles())


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


def _outcome(store: Store, article: NamedNode) -> Outcome:
    """Return what becomes of an article that is kept."""
    return "new" if value(store, article, "contentHash") is None else "replaced"


def _keep(store: Store, made: Mapping[NamedNode, Kept]) -> None:
    """Keep articles in place of what they were, in one write."""
    before = identity.change(store, dict.fromkeys(made))
    store.keep(Change(before.out, before.into, [each.lines for each in made.values()]))
