"""What came and what went between two graphs: things, facts, and IRIs that another took the place of."""

import gzip
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, RdfFormat, Store, Triple

from kg.errors import DataError, UsageError
from kg.export.formats import PACKED, Format, by_extension
from kg.export.moved import Names, moved, renamed
from kg.graph.merge import Merge, at
from kg.graph.store import Store as KnowledgeGraph
from kg.graph.terms import LABEL, REPLACED, TYPE
from kg.vocabulary import IDENTITY, INFERRED, NEWS, vocabulary

READS: Mapping[Format, RdfFormat] = {
    Format.TURTLE: RdfFormat.TURTLE,
    Format.NT: RdfFormat.N_TRIPLES,
    Format.NQUADS: RdfFormat.N_QUADS,
    Format.TRIG: RdfFormat.TRIG,
    Format.XML: RdfFormat.RDF_XML,
    Format.JSONLD: RdfFormat.JSON_LD,
}
#: What changes with each reading and says nothing of the world.
PASSED_BY = {f"{NEWS}contentHash", f"{NEWS}readBy", LABEL.value}


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a difference: what it is of (thing, fact, merge), whether it came or went, and how it reads."""

    kind: str
    text: str
    came: bool

    def __str__(self) -> str:
        return f"{'+' if self.came else '-'} {self.kind}: {self.text}"


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed, and how many things are the same but for where their words stand."""

    every: tuple[Change, ...]
    moved: int

    def __iter__(self) -> Iterator[Change]:
        return iter(self.every)

    def __len__(self) -> int:
        return len(self.every)


def diff(before: Path, after: Path) -> Changes:
    """Return what changed from one store or export to another, in the order of the words.

    What only moved in its article is no change; it is counted.

    Raises:
        UsageError: one of them is no store and no RDF by its name.
        DataError: one of them cannot be read.

    """
    old, new = held(before), held(after)
    moves = moved(old.stated, new.stated)
    old, new = (side.called(names) for side, names in zip((old, new), moves, strict=True))
    found = {
        Change(_kind(triple), _said(triple, side.labels), came)
        for came, side, other in ((False, old, new), (True, new, old))
        for triple in side.stated - other.known
        if (_kind(triple) != "fact" or triple.predicate != TYPE) and triple.predicate.value not in PASSED_BY
    }
    return Changes(tuple(sorted(found, key=lambda change: (change.kind, change.text, change.came))), len(moves[0]))


@dataclass(frozen=True, slots=True)
class Side:
    """What a graph states, all that holds in it, and the labels that things are said by.

    Formats that know no graphs do not tell what follows from what is stated: their files state both.
    """

    stated: frozenset[Triple]
    known: frozenset[Triple]
    labels: Mapping[str, str]

    def called(self, names: Names) -> "Side":
        """Return this with other names for some things."""
        stated, known = (frozenset(renamed(each, names) for each in found) for found in (self.stated, self.known))
        said = {new.value: self.labels[old.value] for old, new in names.items() if old.value in self.labels}
        return Side(stated, known, {**self.labels, **said})


def held(path: Path) -> Side:
    """Return what a store or an export holds."""
    db = _opened(path)
    labels = {
        quad.subject.value: quad.object.value
        for quad in db.quads_for_pattern(None, LABEL, None)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
    }
    known = frozenset(_of_things(db))
    return Side(known.difference(_following(db)), known, labels)


def tells_inferred(path: Path) -> bool:
    """Whether a store or an export tells what is stated from what is inferred: formats without graphs do not."""
    return path.is_dir() or READS[by_extension(path)].supports_datasets


def _following(db: Store) -> Iterator[Triple]:
    """Yield what is inferred and not stated: of texts some are both."""
    for graph in db.named_graphs():
        if isinstance(graph, NamedNode) and graph.value.endswith(INFERRED):
            merge = Merge(db, graph.value.removesuffix(INFERRED))
            quads = db.quads_for_pattern(None, None, None, graph)
            yield from (quad.triple for quad in quads if not merge.is_stated(quad))


def _opened(path: Path) -> Store:
    if path.is_dir():
        with KnowledgeGraph(path, read_only=True) as graph:
            copy = Store()
            for name in (DefaultGraph(), graph.graph(IDENTITY)):
                copy.bulk_extend(graph.db.quads_for_pattern(None, None, None, name))
            copy.bulk_extend(at(triple, graph.graph(INFERRED)) for triple in _following(graph.db))
            return copy
    if not path.exists():
        raise UsageError(f"{path}: no such file or store")
    form = by_extension(path)
    if form not in READS:
        raise UsageError(f"{path}: no RDF, and no store; compare two of {', '.join(READS)}")
    copy = Store()
    try:
        text = path.read_bytes()
        copy.bulk_load(gzip.decompress(text) if path.suffix == PACKED else text, format=READS[form])
    except (OSError, SyntaxError, ValueError) as error:
        raise DataError(f"{path}: cannot be read as {form}: {error}") from error
    return copy


def _of_things(db: Store) -> Iterator[Triple]:
    """Yield what is said of things; evidence and the ontology are not of the world."""
    for graph in (DefaultGraph(), None):
        for quad in db.quads_for_pattern(None, REPLACED if graph is None else None, None, graph):
            if isinstance(quad.subject, NamedNode) and "#" not in quad.subject.value:
                yield quad.triple


def _kind(triple: Triple) -> str:
    if triple.predicate == REPLACED:
        return "merge"
    is_class = isinstance(triple.object, NamedNode) and triple.object.value.removeprefix(NEWS) in vocabulary().above
    return "thing" if triple.predicate == TYPE and is_class else "fact"


def _said(triple: Triple, labels: Mapping[str, str]) -> str:
    words = [labels.get(part.value, _short(part.value)) for part in (triple.subject, triple.object)]  # type: ignore[union-attr]
    name = triple.predicate.value.removeprefix(NEWS)
    kind = _kind(triple)
    if kind == "thing":
        return f"{words[0]} ({vocabulary().labels.get(words[1], words[1])})"
    between = "is now" if kind == "merge" else vocabulary().labels.get(name, _short(name))
    ends = [_short(part.value) for part in (triple.subject, triple.object)] if kind == "merge" else words  # type: ignore[union-attr]
    return " ".join(f"{ends[0]} {between} {ends[1]}".split())


def _short(iri: str) -> str:
    return iri.removeprefix(NEWS).partition("/id/")[2] or iri.removeprefix(NEWS)


def as_html(changes: Iterable[Change]) -> str:
    """Return a page of a difference."""
    items = "".join(
        f"<li><{tag}>{escape(change.kind)}: {escape(change.text)}</{tag}></li>\n"
        for change in changes
        for tag in ("ins" if change.came else "del",)
    )
    head = '<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">\n<title>kg diff</title>\n'
    return f"{head}<ul>\n{items or '<li>nothing changed</li>'}</ul>\n</html>\n"
