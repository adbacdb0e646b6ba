"""Brings all that depends on several articles up to date: who is who, their graphs, links, labels, what follows."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from itertools import islice

from kg import reason
from kg.articles.report import Report, Watch, refuse, unwatched
from kg.background import geonames
from kg.background import known as tables
from kg.graph import background as known
from kg.graph import identity, retold, versions
from kg.graph.store import Store
from kg.graph.trouble import told
from kg.graph.waiting import Waiting
from kg.graph.written import Unwritten
from kg.link import replay as links
from kg.processes import Processes
from kg.resolve import frequency
from kg.resolve.decisions import FILE, Decision, replaced

#: Of more articles that wait each step takes memory, which is let go between, at some time.
MANY = 1_000


@told
def conclude(  # noqa: PLR0913 (all but the first are options)
    store: Store,
    engine: reason.Engine = "rules",
    *,
    background: bool | None = None,
    report: Report = refuse,
    watch: Watch = unwatched,
    processes: Processes | None = None,
) -> list[Unwritten]:
    """Bring who is who, the graphs of articles, background, links, labels and inferred triples up to date.

    There is background where it is asked for; or else where a build asked for it that did not end, or the store has it.
    A wrong line of the store's decisions is told to `report`, and what cannot be written, which is returned: what the
    store had of it stays. `watch` sees it come. Graphs of articles are made by some `processes`, where there are any.
    """
    if background is not None:
        known.ask(store, wanted=background)
    if any(islice(Waiting(store), MANY, None)):
        store.is_burdened = True
        geonames.let_go()
    failed = identity.update(store, report, watch, processes)
    steps: list[Callable[[], object]] = [
        partial(versions.refresh, store),
        partial(retold.refresh, store),
        partial(known.bring, store),
        partial(links.refresh, store),
        store.rename,
        partial(reason.update, store, engine=engine),
    ]
    for step in watch(steps, "what follows, in steps", steps.__len__):
        if store.is_burdened:
            # One step asks the table.
            geonames.let_go()
        store.relieve(is_read=True)
        step()
    store.is_burdened = False
    return failed


def ready(*, background: bool) -> None:
    """Load the tables of names, and of places where there is to be background, by which it is concluded.

    What that raises is passed by: who needs a table meets it again.
    """
    with suppress(Exception):
        frequency.bearers("", "")
        if background:
            tables.ready()


def decide(store: Store, decided: Iterable[Decision], report: Report = refuse) -> None:
    """Put decisions of who is who in the place of those that the store had, and bring it up to date.

    Raises:
        UsageError: one is no decision; the store stays as it was.

    """
    with replaced(store.path / FILE, decided):
        conclude(store, report=report)
