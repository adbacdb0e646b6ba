"""kg from Python, in a few lines: read articles, build a store, ask it, and let the graph leave.

from kg.api import Article, Store, build, query

with Store("kg-store") as store:
build(store, [Article("vigil", "Amber Rudd spoke in Leeds.")])
for row in query(store, "spoke-where"):
print(row["speaker"], row["place"])
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from kg.articles.article import Article
from kg.articles.readers import read
from kg.build import build, forget
from kg.errors import DataError
from kg.export.export import export as write
from kg.export.file import replacing
from kg.export.formats import Format, by_extension, by_name
from kg.extraction import Extraction
from kg.facts import Reading
from kg.graph.store import Store
from kg.query.bind import bound
from kg.query.names import said
from kg.query.parts import without_background
from kg.query.run import select
from kg.query.saved import find, parse

__all__ = ["Article", "Extraction", "Format", "Reading", "Store"]
__all__ += ["build", "export", "extract", "forget", "query", "read"]

Row = dict[str, str]


def extract(articles: Iterable[Article] | str) -> Iterator[Reading]:
    """Yield what each article states, or what a text does; no store is touched."""
    return Extraction()([Article("text", articles)] if isinstance(articles, str) else articles)


def query(store: Store, what: str, *, names: bool = True, **parameters: str | float | None) -> list[Row]:
    """Return the rows of a saved query, or of a SELECT, by column; things by name, or else by IRI; "" for nothing.

    The query's parameters are arguments: query(store, "quotes", speaker="Sadiq Khan"), query(store, "attacks",
    asserted=True); one that is None is not given.
    """
    asked = parse(what, "query") if "{" in what else find(what)
    given = {name.replace("_", "-"): _written(value) for name, value in parameters.items() if value is not None}
    answer = select(store.db, bound(asked, given, store.db))
    columns = [variable.value for variable in answer.variables]
    return [{name: said(store.db, row[name], names=names) for name in columns} for row in answer]


def _written(value: str | float) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def export(  # noqa: PLR0913 (all but the first three are options)
    store: Store,
    to: Path | str | BinaryIO,
    form: Format | str | None = None,
    *,
    graph: str | None = None,
    inferred: bool = True,
    background: bool = True,
) -> None:
    """Write the graph to a file, in the format of its extension, or to a binary stream, in Turtle.

    A file that is there stays as it was until the new one is whole. Without `background` only what articles state
    leaves, and what follows from that.

    Raises:
        UsageError: no format goes with the extension, or there is no such graph.
        DataError: the file cannot be written.

    """
    part = None if background else without_background(store)
    chosen = by_name(form) if form else by_extension(Path(to)) if isinstance(to, Path | str) else Format.TURTLE
    if not isinstance(to, Path | str):
        write(store, to, chosen, graph=graph, inferred=inferred, part=part)
        return
    try:
        with replacing(Path(to)) as out:
            write(store, out, chosen, graph=graph, inferred=inferred, part=part)
    except OSError as error:
        raise DataError(f"{to}: cannot be written: {error.strerror}") from error
