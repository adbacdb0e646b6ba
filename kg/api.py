"""kg from Python, in a few lines: read articles, build a store, ask it, and let the graph leave.

from kg.api import Article, Store, build, query

with Store("kg-store") as store:
build(store, [Article("vigil", "Amber Rudd spoke in Leeds.")])
for row in query(store, "spoke-where"):
print(row["speaker"], row["place"])
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from gzip import GzipFile
from pathlib import Path
from typing import IO, BinaryIO, cast

from pyoxigraph import Store as Oxigraph
from pyoxigraph import Triple

from kg import own
from kg.adopt import adopt
from kg.articles.article import Article
from kg.articles.readers import read
from kg.articles.report import Report, refuse
from kg.build import build
from kg.errors import DataError, UsageError
from kg.export.export import export as write
from kg.export.file import replacing
from kg.export.formats import PACKED, Format, by_extension, by_name
from kg.export.part import Choice, part
from kg.extraction import Extraction
from kg.facts import Reading
from kg.forget import forget
from kg.graph.store import Store
from kg.graph.trouble import told, trouble
from kg.own import NO_RULES, Own
from kg.query.asof import as_of
from kg.query.bind import bound
from kg.query.book import workbook
from kg.query.card import Card
from kg.query.card import card as of_thing
from kg.query.frame import Table, tabled
from kg.query.names import entities
from kg.query.parts import without_background
from kg.query.run import run
from kg.query.saved import find, folders, parse
from kg.query.values import date_of

__all__ = ["Article", "Extraction", "Format", "Reading", "Store", "Table"]
__all__ += ["adopt", "build", "card", "export", "extract", "forget", "ontology", "opened", "query", "read", "rules"]

Value = str | float | date


def opened(folder: Path | str) -> Store:
    """Open a store to read: it blocks no build, and a build blocks it not."""
    return Store(Path(folder), read_only=True)


def extract(articles: Iterable[Article] | str, by: Own = NO_RULES) -> Iterator[Reading]:
    """Yield what each article states, or what a text does, by rules of your own, too; no store is touched."""
    return Extraction(own=by)([Article("text", articles)] if isinstance(articles, str) else articles)


def rules(folder: Path | str, terms: Iterable[Triple] = ()) -> Own:
    """Return your own rules, each tried on its examples, for `extract`, or a build by `Extraction(own=…)`."""
    return own.rules(Path(folder), terms)


def ontology(file: Path | str) -> list[Triple]:
    """Return an ontology of your own, for a store to adopt beside kg's and for rules to speak of."""
    return own.ontology(Path(file))


@told
def query(store: Store, what: str, *, names: bool = True, **parameters: Value | Sequence[Value] | None) -> Table:
    """Return the rows of a saved query, a SELECT or a CONSTRUCT, by column; things by name, or else by IRI.

    The query's parameters are arguments: query(store, "quotes", speaker="Sadiq Khan"), query(store, "attacks",
    asserted=True); one that is None is not given, of several values each is. "" stands for nothing.
    """
    asked = parse(what, "query") if "{" in what else find(what, folders())
    given = {name.replace("_", "-"): _values(value) for name, value in parameters.items() if value is not None}
    answer = run(store.db, bound(asked, given, store.db))
    return tabled(store.db, answer, names=names)


@told
def card(store: Store, name: str, *, known: str | date | None = None, at: str | date | None = None) -> Card:
    """Return all that is known of one thing; UsageError where nothing, or more than one, is named so.

    `known`: by articles published until that day; `at`: only what holds on that day.
    """
    db = _whole(store, known, at)
    found = entities(db, name)
    if len(found) > 1:
        raise UsageError(f"{len(found)} things are named {name!r}: {', '.join(node.value for node in found)}")
    return of_thing(db, found[0])


def _day(name: str, given: str | date | None) -> str:
    return date_of(name, str(given)).value if given else ""


def _values(value: Value | Sequence[Value]) -> list[str]:
    several = value if isinstance(value, list | tuple | set) else [value]
    return [str(each).lower() if isinstance(each, bool) else str(each) for each in several]


@told
def export(  # noqa: PLR0913 (all but the first three are options)
    store: Store,
    to: Path | str | BinaryIO,
    form: Format | str | None = None,
    *,
    graph: str | None = None,
    inferred: bool = True,
    background: bool = True,
    ontology: bool = False,
    texts: bool = True,
    evidence: bool = True,
    min_confidence: float = 0.0,
    since: str | date | None = None,
    known: str | date | None = None,
    at: str | date | None = None,
    about: str | None = None,
    depth: int = 1,
    report: Report = refuse,
) -> None:
    """Write the graph to a file, in the format of its extension, or to a binary stream, in Turtle.

    A file that is there stays as it was until the new one is whole; one that ends in .gz is packed. Without
    `background` only what articles state leaves, and what follows from that; with `ontology` its terms do, too.
    Without `texts` no whole article leaves, without `evidence` no words. `min_confidence` and `since`: only what
    articles state as surely, or since that day; `known`: what those published until a day state, and what follows;
    `at`: only what holds on a day; `about`: what is so many steps from a thing.

    Raises:
        UsageError: no format goes with the extension, or there is no such graph or thing.
        DataError: the file cannot be written.

    """
    chosen = by_name(form) if form else by_extension(Path(to)) if isinstance(to, Path | str) else Format.TURTLE
    choice = Choice(
        since=_day("since", since),
        confidence=min_confidence,
        about=tuple(entities(store.db, about)) if about else (),
        depth=depth,
        texts=texts,
        evidence=evidence,
    )
    whole = _whole(store, known, at, background=background)
    leaving = whole if choice == Choice(depth=depth) else part(whole, store.base, choice)
    write_to: Callable[[IO[bytes]], None] = partial(
        write, store, form=chosen, graph=graph, inferred=inferred, part=leaving, ontology=ontology, report=report
    )
    if chosen is Format.XLSX:
        write_to = partial(workbook, leaving)
    if isinstance(to, Path | str):
        _write_file(write_to, Path(to), store)
    else:
        write_to(to)


def _whole(store: Store, known: str | date | None, at: str | date | None, *, background: bool = True) -> Oxigraph:
    """Return the graph, or a copy of what was known by a day, or holds on one, or of what no background tells."""
    if known or at:
        return as_of(store, known=_day("known", known), at=_day("at", at), background=background)
    return store.db if background else without_background(store)


def _write_file(write_to: Callable[[IO[bytes]], None], path: Path, store: Store) -> None:
    try:
        with replacing(path) as out, _packed(out, path) as stream, trouble(store.path):
            write_to(stream)
    except OSError as error:
        raise DataError(f"{path}: cannot be written: {error.strerror}") from error


@contextmanager
def _packed(out: BinaryIO, path: Path) -> Iterator[IO[bytes]]:
    if path.suffix.lower() != PACKED:
        yield out
        return
    # Neither name nor time stand in it: the same graph is the same bytes.
    with GzipFile("", "wb", fileobj=out, mtime=0) as packed:
        yield cast("IO[bytes]", packed)
