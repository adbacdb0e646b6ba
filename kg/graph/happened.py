"""Which happenings of a store's articles are one, kept up to date by what was added and withdrawn.

Beside what articles state, the store keeps `graph/occurrences` for itself: what each article tells of a happening, and
where to find it by block, a key that two occurrences share that may be one. What is linked to what changed, and with
that, and so on, is asked anew; the rest is as it was.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

from pyoxigraph import Literal, NamedNode, Quad

from kg.facts import Reading
from kg.graph.merge import Change
from kg.graph.packing import packed, unpacked
from kg.graph.store import Store
from kg.graph.terms import REPLACED, Names, block
from kg.resolve.decisions import Decision
from kg.resolve.events import meeting
from kg.resolve.events.occurrence import Occurrence
from kg.resolve.events.occurrences import occurrences
from kg.vocabulary import DCTERMS, IDENTITY, OCCURRENCES, UNRESOLVED

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
        with_it = {one.article for old in self.of(article) for one in self.linked(old)}
        changed = {article, *(Names(name, self._store.base).article for name in with_it)} if gone or new else ()
        return Change(gone, [*new, *(Quad(each, NOTED, each, self._unresolved) for each in sorted(changed, key=str))])

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
        for quad in self._quads(article, node):
            if isinstance(quad.object, Literal):
                with suppress(ValueError):
                    yield unpacked(Occurrence, quad.object.value)

    def _near(self, one: Occurrence) -> Iterator[Occurrence]:
        """Yield what shares a block with an occurrence, each once."""
        keys = (block(self._store.base, name) for name in sorted(meeting.blocks(one)))
        quads = (quad for key in keys for quad in self._db.quads_for_pattern(key, None, None, self._graph))
        places = {(quad.predicate, quad.object) for quad in quads if isinstance(quad.object, NamedNode)}
        for article, node in sorted(places, key=str):
            if isinstance(node, NamedNode):
                yield from self.of(article, node)

    def linked(self, one: Occurrence) -> Iterator[Occurrence]:
        """Yield what enough speaks for being one with an occurrence."""
        return (other for other in self._near(one) if meeting.linked(one, other))

    def by_key(self, keys: Iterable[str]) -> Iterator[Occurrence]:
        """Yield the occurrences of some paths."""
        for key in sorted(keys):
            node = self._store.graph(key)
            for quad in self._db.quads_for_pattern(None, node, None, self._graph):
                if isinstance(quad.subject, NamedNode):
                    yield from self.of(quad.subject, node)

    def every(self) -> Iterator[Occurrence]:
        """Yield all occurrences."""
        for quad in self._db.quads_for_pattern(None, None, None, self._graph):
            if isinstance(quad.object, Literal) and isinstance(quad.subject, NamedNode):
                yield from self.of(quad.subject, quad.predicate)

    def noted(self) -> Iterator[Occurrence]:
        """Yield what the articles tell that changed, and what was linked to what they told before."""
        for quad in self._db.quads_for_pattern(None, NOTED, None, self._unresolved):
            if isinstance(quad.subject, NamedNode):
                yield from self.of(quad.subject)


def resolved(
    found: Occurrences, start: Iterable[Occurrence], decided: Sequence[Decision], changed: Sequence[Decision]
) -> tuple[list[Occurrence], Mapping[tuple[str, str], str]]:
    """Return what is asked anew when some occurrences and decisions changed, and the paths that it gets."""
    about = found.by_key({path for each in changed for path in (each.left, each.right)})
    every = whole(found, [*start, *about], decided)
    return every, meeting.keys(meeting.happenings(every, decided))


def whole(found: Occurrences, start: Iterable[Occurrence], decided: Sequence[Decision]) -> list[Occurrence]:
    """Return some occurrences with all that may be one with them, and with these, and so on."""

    def beside(one: Occurrence) -> Iterator[Occurrence]:
        yield from found.linked(one)
        yield from found.by_key(meeting.tied(one, decided))

    return meeting.closure(start, beside)
