"""Which happenings of a store's articles are one, kept up to date by what was added and withdrawn.

Beside what articles state, the store keeps `graph/occurrences` for itself: what each article tells of a happening, and
where to find it by block, a key that two occurrences share that may be one. What is linked to what changed, and with
that, and so on, is asked anew; the rest is as it was.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from kg.facts import Reading
from kg.graph.merge import Change
from kg.graph.packing import packed, unpacked
from kg.graph.store import Store
from kg.graph.terms import REPLACED, block
from kg.processes import Processes
from kg.resolve.decisions import Decision, article_of
from kg.resolve.events import meeting
from kg.resolve.events.meeting import Place, order
from kg.resolve.events.occurrence import Occurrence
from kg.resolve.events.occurrences import occurrences
from kg.vocabulary import DCTERMS, IDENTITY, OCCURRENCES, UNRESOLVED

#: What happenings are called, and where their IRIs lead.
Happenings: TypeAlias = tuple[dict[Place, str], dict[str, set[str]]]
NOTED = NamedNode(f"{DCTERMS}isPartOf")


class Occurrences:
    """What the articles of a store tell of happenings."""

    def __init__(self, store: Store) -> None:
        self._store, self._db = store, store.db
        self._graph, self._unresolved = store.graph(OCCURRENCES), store.graph(UNRESOLVED)

    def change(self, article: NamedNode, reading: Reading | None = None) -> Change:
        """Return what changes when an article is read so, or withdrawn."""
        gone = [*self._quads(article), *self._db.quads_for_pattern(None, article, None, self._graph)]
        gone += [led for quad in self._quads(article) for led in self._leading(quad.predicate)]
        new = list(self._kept(article, reading)) if reading else []
        # What stood together with what is gone is asked anew when all that changed is known.
        told = (quad.object for quad in self._quads(article))
        noted = [Quad(article, NOTED, each, self._unresolved) for each in (article, *told)] if gone or new else ()
        return Change(gone, [*new, *noted])

    def _kept(self, article: NamedNode, reading: Reading) -> Iterator[Quad]:
        for one in occurrences(reading):
            node = self._store.graph(one.key)
            yield Quad(article, node, Literal(packed(one)), self._graph)
            yield from (Quad(block(self._store.base, name), article, node, self._graph) for name in meeting.blocks(one))

    def _quads(self, article: NamedNode, node: NamedNode | None = None) -> Iterator[Quad]:
        return self._db.quads_for_pattern(article, node, None, self._graph)

    def _leading(self, node: NamedNode) -> Iterator[Quad]:
        """Yield where the IRI of an occurrence leads."""
        return self._db.quads_for_pattern(node, REPLACED, None, self._store.graph(IDENTITY))

    def of(self, article: NamedNode, node: NamedNode | None = None) -> Iterator[Occurrence]:
        """Yield what an article tells, or what it tells of one happening; what another kg read is passed by."""
        return _told(self._quads(article, node))

    def members(self, name: str, is_known: Callable[[Place], bool]) -> Iterator[Occurrence]:
        """Yield what is of a block and not known."""
        for quad in self._db.quads_for_pattern(block(self._store.base, name), None, None, self._graph):
            article, node = quad.predicate, quad.object
            if isinstance(node, NamedNode) and not is_known((article_of(self._path(article)), self._path(node))):
                yield from self.of(article, node)

    def _path(self, node: NamedNode) -> str:
        return node.value.removeprefix(self._store.base)

    def by_key(self, keys: Iterable[str]) -> Iterator[Occurrence]:
        """Yield the occurrences of some paths."""
        for key in sorted(keys):
            node = self._store.graph(key)
            for quad in self._db.quads_for_pattern(None, node, None, self._graph):
                if isinstance(quad.subject, NamedNode):
                    yield from self.of(quad.subject, node)

    def every(self) -> Iterator[Occurrence]:
        """Yield all occurrences."""
        return _told(self._db.quads_for_pattern(None, None, None, self._graph))

    def noted(self) -> Iterator[Occurrence]:
        """Yield what the articles tell that changed."""
        for quad in self._db.quads_for_pattern(None, NOTED, None, self._unresolved):
            if quad.object == quad.subject and isinstance(quad.subject, NamedNode):
                yield from self.of(quad.subject)

    def gone(self) -> Iterator[Occurrence]:
        """Yield what the articles told before that changed."""
        return _told(self._db.quads_for_pattern(None, NOTED, None, self._unresolved))


def _told(quads: Iterable[Quad]) -> Iterator[Occurrence]:
    for quad in quads:
        if isinstance(quad.object, Literal):
            with suppress(ValueError):
                yield unpacked(Occurrence, quad.object.value)


def begun(
    store: Store, decided: Sequence[Decision], changed: Sequence[Decision], processes: Processes, *, is_new: bool
) -> Callable[[], Happenings]:
    """Return what gives the happenings that may be called otherwise when articles and some decisions changed, or all.

    One of several processes works it out meanwhile.
    """

    def begin() -> tuple[Sequence[Occurrence], Callable[[], Mapping[Place, str]]]:
        asked = _asked(Occurrences(store), decided, changed, is_new=is_new)
        return asked, processes.aside(partial(_called, decided=decided), asked)

    # One process alone holds them no longer than it takes.
    going = begin() if processes.number > 1 else None

    def found() -> Happenings:
        asked, paths = going or begin()
        given = paths()
        called = {order(one): given.get(order(one), one.key) for one in asked}
        return called, {one.key: {called[order(one)]} - {one.key} for one in asked}

    return found


def _asked(
    found: Occurrences, decided: Sequence[Decision], changed: Sequence[Decision], *, is_new: bool
) -> list[Occurrence]:
    """Return what is asked anew."""
    about = found.by_key({path for each in changed for path in (each.left, each.right)})
    return whole(found, [*(found.every() if is_new else found.noted()), *about], decided, [*found.gone()])


def _called(every: Iterable[Sequence[Occurrence]], decided: Sequence[Decision]) -> Iterator[Mapping[Place, str]]:
    """Yield the paths that occurrences get, of each that are asked together."""
    return (meeting.keys(meeting.happenings(each, decided)) for each in every)


def whole(
    found: Occurrences, start: Iterable[Occurrence], decided: Sequence[Decision], gone: Iterable[Occurrence] = ()
) -> list[Occurrence]:
    """Return some occurrences with all that may be one with them, and with these, and so on."""
    return meeting.closure(start, found.members, lambda one: found.by_key(meeting.tied(one, decided)), gone)
