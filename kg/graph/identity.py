"""Who is who in a store: which things of its articles are one, kept up to date by what was added and withdrawn.

Beside what articles state, the store keeps for itself, in graphs that leave with no export:
- `graph/readings`: what each article was read to state, by the paths that it alone gives its things;
- `graph/named`: what each article names, and where to find it: by block, a key that all who may be one with it share;
- `graph/resolved`: the paths that things got instead, by which the article's graph is written;
- `graph/unresolved`: the articles that changed since who is who was last asked;
- `graph/waiting`: the articles that are to be written, or written anew, when it is known.
`graph/identity` does leave: an IRI that nothing bears any more is replaced by another (dcterms:isReplacedBy).

All that a build read may be asked, and written, at once: what its articles name is held a portion at a time, and of all
articles only their digests; but happenings are held all together that are asked.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import chain, islice
from urllib.parse import unquote

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.articles.report import Report, Watch, unwatched
from kg.errors import UsageError
from kg.facts import Reading
from kg.graph import happened, versions
from kg.graph.collector import at_rest
from kg.graph.happened import Happenings, Occurrences
from kg.graph.joined import outcome
from kg.graph.mentioned import Mentioned, text
from kg.graph.merge import Change
from kg.graph.senses import Senses
from kg.graph.state import State, signature
from kg.graph.store import Store
from kg.graph.terms import LABEL, REPLACED, Names, news
from kg.graph.waiting import Waiting
from kg.graph.written import Unwritten, write
from kg.processes import Processes
from kg.resolve import decisions as table
from kg.resolve.decisions import Decision
from kg.resolve.resolve import Resolution, resolve
from kg.suggest import suggest
from kg.vocabulary import IDENTITY, NAMED, RESOLVED, WAITING

#: Articles of which all that is told of their names is held at once, and names or IRIs that are kept at once.
ARTICLES, PORTION = 1_000, 5_000
#: What things are called, by their articles and the paths that these alone give them.
Called = Iterable[tuple[tuple[str, str], str]]
#: Where IRIs lead that something was called by.
Leads = Iterable[tuple[str, Collection[str]]]


def change(store: Store, readings: Mapping[NamedNode, Reading | None]) -> Change:
    """Return what the store keeps for itself of articles that are read so, or withdrawn."""
    index, occurrences, waiting, whole = Mentioned(store), Occurrences(store), Waiting(store), Change()
    for article, reading in readings.items():
        kept = (index.change(article, reading), occurrences.change(article, reading))
        for found in (*kept, versions.change(store, article, reading), Change(waiting.marks(article))):
            whole.out.extend(found.out)
            whole.into.extend(found.into)
    return whole


@at_rest()
def update(
    store: Store, report: Report, watch: Watch = unwatched, processes: Processes | None = None
) -> list[Unwritten]:
    """Bring who is who, and the graphs of articles, up to date with what was read and with the decisions.

    A wrong line of these is reported, and what cannot be written; that is returned. Where another version of it stands
    in the store, this stays as it is; else it is as if it was never read, but what another kg read waits on.
    """
    decided = table.read(store.path / table.FILE, report)
    told: dict[NamedNode, Unwritten] = {}
    is_done = False
    while not is_done:
        failed = _update(store, decided, watch, processes or Processes())
        is_done = all(each.waits_on for each in failed)
        for each in failed:
            if each.article not in told:
                report(each.error)
            _leave_out(store, each)
        told.update({each.article: each for each in failed})
    return [*told.values()]


def _leave_out(store: Store, unwritten: Unwritten) -> None:
    """Let what cannot be written wait no more."""
    if unwritten.waits_on:
        return
    if unwritten.is_there:
        store.keep(Change(Waiting(store).marks(unwritten.article)))
    else:
        store.keep(change(store, {unwritten.article: None}))


def _update(store: Store, decided: Sequence[Decision], watch: Watch, processes: Processes) -> list[Unwritten]:
    state = State(store)
    rows = _told(store, state, decided, watch, processes)
    failed = write(store, watch, processes)
    state.keep(decided)
    if rows:
        store.flush()
        with Senses(store.path, signature()) as senses:
            senses.kept()
    return failed


def _told(
    store: Store, state: State, decided: Sequence[Decision], watch: Watch, processes: Processes
) -> Sequence[Decision]:
    """Tell the store who is who; return the decisions that were made or taken back."""
    rows, is_new, happenings = _resolve(store, state, decided, watch, processes)
    with Senses(store.path, signature()) as senses:
        called, led = happenings()
        number = senses.number() + len(called)
        _name(store, watch(chain(senses.pending(), called.items()), "things named", lambda: number))
        # First the things: they may take back where the IRI of a happening led.
        _redirect(store, senses.leads())
        _redirect(store, led.items())
        if is_new:
            _forget(store, lambda path: path in led or senses.is_led(path))
        if not senses.is_settled():
            # What is settled is told no more: no power cut may take it back.
            store.flush()
            senses.settle(_digests(store))
    return rows


def _resolve(
    store: Store, state: State, decided: Sequence[Decision], watch: Watch, processes: Processes
) -> tuple[Sequence[Decision], bool, Callable[[], Happenings]]:
    """Tell things apart that changed articles or decisions name, and happenings beside that.

    Return the decisions that were made or taken back, whether all had to be told apart, and what gives the happenings.
    """
    index = Mentioned(store)
    with Senses(store.path, signature(), anew=store.lost is not None) as senses:
        is_new = senses.is_new() or state.signature != signature()
        # One that was cut off may be told in part, also if it was taken back since.
        rows = list(dict.fromkeys([*state.rows(decided), *senses.asked()]))
        senses.ask(rows)
        happenings = happened.begun(store, decided, rows, processes, is_new=is_new)
        portions = _portions(_changed(store, index, senses)) or ([()] if rows else [])
        for portion in watch(portions, f"who is who, {ARTICLES:,} articles at once", portions.__len__):
            things = {table.article_of(path): index.of(path) for path in portion}
            found = outcome(senses, things, decided, rows)
            senses.pend(found.called, found.leading)
            store.relieve(is_read=True)
        senses.pend({}, senses.every_given() if is_new else ())
    return rows, is_new, happenings


def _name(store: Store, called: Called) -> None:
    """Keep what things are called; the articles that called them otherwise wait to be written anew."""
    index, waiting, rest = Mentioned(store), Waiting(store), iter(called)
    while portion := list(islice(rest, PORTION)):
        whole, anew = Change(), set[NamedNode]()
        for (name, key), path in portion:
            article = Names(name, store.base).article
            changed = index.renamed(article, key, path)
            anew |= {article} if changed.out or changed.into else set()
            whole.out.extend(changed.out)
            whole.into.extend(changed.into)
        whole.into.extend(chain.from_iterable(map(waiting.again, anew)))
        store.keep(whole)


def _changed(store: Store, index: Mentioned, senses: Senses) -> list[str]:
    """Return the paths of the articles that are not held as they are."""
    now, held = _digests(store), senses.digests()
    return sorted({path for path in now.keys() | held.keys() if now.get(path) != held.get(path)} | index.changed())


def _portions(paths: Sequence[str]) -> list[Sequence[str]]:
    return [paths[at : at + ARTICLES] for at in range(0, len(paths), ARTICLES)]


def _digests(store: Store) -> dict[str, str]:
    """Return the digests of what the articles were read from, by their paths, also of those that wait."""
    graphs = (DefaultGraph(), store.graph(WAITING))
    found = (store.db.quads_for_pattern(None, news("contentHash"), None, graph) for graph in graphs)
    return {_path(store, quad.subject): text(quad) for quad in chain.from_iterable(found)}


def _path(store: Store, node: object) -> str:
    return node.value.removeprefix(store.base) if isinstance(node, NamedNode) else ""


def reference(store: Store, node: NamedNode) -> str:
    """Return the path by which a decision may mean a thing, whatever it will be called.

    Raises:
        UsageError: no article names it so.

    """
    index, path = Mentioned(store), node.value.removeprefix(store.base)
    for own in table.parts(path):
        told_by = Names(unquote(path.split("/")[1]), store.base).article if own != path else None
        if any(store.db.quads_for_pattern(index.block(f"path:{own}"), told_by, None, store.graph(NAMED))):
            return path
    if any(Occurrences(store).by_key([path])):
        return path
    quads = store.db.quads_for_pattern(None, None, node, store.graph(RESOLVED))
    found = ((quad.subject.value, quad.predicate.value) for quad in quads if isinstance(quad.subject, NamedNode))
    if first := min(found, default=None):
        article, key = (iri.removeprefix(store.base) for iri in first)
        return key if key.startswith(table.ARTICLE) else f"{article}/{key}"
    labels = store.db.quads_for_pattern(node, LABEL, None, DefaultGraph())
    if called := next((quad.object.value for quad in labels if isinstance(quad.object, Literal)), None):
        raise UsageError(f"{called!r} ({path}) has no name: only who or what an article names is one with another")
    known = index.given(index.every())
    near = suggest(path, known) or ": give a name, or an IRI that kg show prints"
    raise UsageError(f"no article names {node.value}{near}")


def resolution(store: Store, paths: Iterable[str]) -> Resolution:
    """Return who is who among all that may be one with some things, by the paths that articles give."""
    index, decided = Mentioned(store), State(store).decisions
    start = (index.block(f"path:{path}") for path in paths)
    return resolve(index.things(start, decided), decided)


def everything(store: Store) -> Resolution:
    """Return who is who among all that articles name."""
    index, decided = Mentioned(store), State(store).decisions
    return resolve(index.things(index.every(), decided), decided)


def _redirect(store: Store, led: Leads) -> None:
    """Say where IRIs lead that articles give and nothing bears any more."""
    graph, rest = store.graph(IDENTITY), iter(led)
    while portion := dict(islice(rest, PORTION)):
        every = ((key, path) for key, paths in portion.items() for path in paths)
        wanted = {Quad(store.graph(key), REPLACED, store.graph(path), graph) for key, path in every}
        keys = map(store.graph, portion)
        held = {quad for key in keys for quad in store.db.quads_for_pattern(key, REPLACED, None, graph)}
        store.keep(Change(list(held - wanted), list(wanted - held)))


def _forget(store: Store, is_led: Callable[[str], bool]) -> None:
    """Let no IRI lead anywhere but those that are told to."""
    held = store.db.quads_for_pattern(None, REPLACED, None, store.graph(IDENTITY))
    store.keep(Change([quad for quad in held if not is_led(_path(store, quad.subject))], []))
