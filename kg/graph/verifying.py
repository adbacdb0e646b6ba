"""To read all of a store, by each of its indexes, and tell what is damaged."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad
from pyoxigraph import Store as Database

from kg.errors import DataError
from kg.graph.store import Store
from kg.graph.trouble import RECOVER, DamageError, trouble


def verify(path: Path) -> Iterator[DataError]:
    """Read all of a store by each of its indexes, and yield what is damaged, lost, or not to be read, each once."""
    told = set[str]()
    for error in _verified(path):
        words = f"{error.found}: {RECOVER}" if isinstance(error, DamageError) else str(error)
        if words not in told:
            yield DataError(words)
        told.add(words)


def _verified(path: Path) -> Iterator[DataError]:
    try:
        with Store(path, read_only=True) as store:
            if store.lost:
                yield DataError(f"{path} lacks {store.lost} as it was written last: it fell back to an earlier state")
            yield from _damages(store)
    except DataError as error:
        yield error


def damage(store: Store) -> DataError | None:
    """Return the first that is damaged in a store that is open."""
    return next(_damages(store), None)


def _damages(store: Store) -> Iterator[DataError]:
    """Read a store by each of its indexes, and yield what cannot be read, and whether they hold different numbers."""
    found: dict[str, int] = {}
    for name, quads in _readings(store.db):
        if told := _counted(store.path, name, quads, found):
            yield told
    if len(set(found.values())) > 1:
        numbers = ", ".join(f"{number:,} by {name}" for name, number in found.items())
        yield DamageError(store.path, f"its indexes hold different numbers of quads: {numbers}")


def _counted(path: Path, name: str, quads: Iterator[Quad], found: dict[str, int]) -> DataError | None:
    """Count quads, and return what keeps them from being read."""
    try:
        with trouble(path):
            found[name] = sum(1 for _ in quads)
    except DataError as error:
        return error
    return None


def _readings(db: Database) -> Iterator[tuple[str, Iterator[Quad]]]:
    """Yield ways to read all quads, which together reach each index."""
    for part in ("subject", "predicate", "object"):
        yield part, _by(db, part, None)
        yield f"graph and {part}", (quad for graph in _graphs(db) for quad in _by(db, part, graph))


def _graphs(db: Database) -> Iterable[NamedNode | DefaultGraph]:
    return [DefaultGraph(), *(graph for graph in db.named_graphs() if isinstance(graph, NamedNode))]


def _by(db: Database, part: str, graph: NamedNode | DefaultGraph | None) -> Iterator[Quad]:
    """Yield the quads of each subject, predicate or object that the graph has."""
    for value in {getattr(quad, part) for quad in db.quads_for_pattern(None, None, None, graph)}:
        subject, predicate, found = (value if name == part else None for name in ("subject", "predicate", "object"))
        # Of a number whose last byte is 255 Oxigraph gives larger ones as well.
        yield from (q for q in db.quads_for_pattern(subject, predicate, found, graph) if getattr(q, part) == value)
