"""Tables with named columns: a row is an article."""

import csv
from collections.abc import Iterable, Iterator
from functools import partial
from io import BytesIO, TextIOWrapper
from typing import Any

from kg.articles import record
from kg.articles.asked import Asked, Pending, failing, needing
from kg.articles.checks import MOST_OF_LINE, whole
from kg.articles.encodings import utf8
from kg.articles.fields import NAMES, folded
from kg.articles.files import Source
from kg.articles.record import Named, no_text
from kg.errors import DataError
from kg.suggest import suggest

#: What divides cells, the likeliest first.
DELIMITERS = ",;\t|"
#: Rows of a Parquet file that are held at a time.
BATCH = 32
_TEXTS = frozenset(map(folded, NAMES["text"]))
_KNOWN = frozenset(folded(name) for names in NAMES.values() for name in names)
#: A first line of so many names of fields is that of a table.
LEAST = 2


def looks_so(head: bytes) -> bool:
    """Whether a file begins with the names of columns, one of them a text's."""
    first = head.decode("utf-8-sig", errors="replace").partition("\n")[0].strip()
    names = {folded(name.strip('"')) for name in first.split(delimiter(first))}
    return len(names & _KNOWN) >= LEAST and bool(names & _TEXTS)


def delimiter(header: str) -> str:
    """Return what divides the cells of a header: what stands in it most."""
    return max(DELIMITERS, key=lambda mark: (header.count(mark), -DELIMITERS.index(mark)))


def read(source: Source, asked: Asked) -> Iterator[Pending]:
    """Yield the article of each row of a CSV or TSV file whose first row names the columns."""
    csv.field_size_limit(MOST_OF_LINE)
    with source.open() as file:
        lines = TextIOWrapper(utf8(file, source.where, asked.report), encoding="utf-8-sig", newline="")
        first = next((line for line in lines if line.strip()), "")
        mark = "\t" if source.suffix == ".tsv" else delimiter(first)
        names = [name.strip() for name in next(csv.reader([first], delimiter=mark), [])]
        if error := wrong(names, source.where, asked.named):
            yield source.where, failing(error)
            return
        rows = csv.reader(lines, delimiter=mark)
        for number, row in _numbered(rows):
            yield from _row(names, row, f"{source.where}:{number}", asked)


def _numbered(rows: Any) -> Iterator[tuple[int, list[str] | DataError]]:
    """Yield each row that is not empty with the number of its first line, or what is wrong, which is the last."""
    number = 2
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield number, DataError(f"this row cannot be read ({error}): is a quotation mark missing?")
            return
        if row is None:
            return
        if any(row):
            yield number, row
        number = rows.line_num + 2


def _row(names: list[str], row: list[str] | DataError, where: str, asked: Asked) -> Iterator[Pending]:
    if isinstance(row, DataError):
        yield where, failing(DataError(f"{where}: {row}"))
    elif len(row) > len(names):
        said = f"{where}: {len(row)} cells under {len(names)} names: a cell that holds the dividing mark needs quotes"
        yield where, failing(DataError(said))
    else:
        yield where, partial(record.article, dict(zip(names, row, strict=False)), where, asked.named, asked.report)


def wrong(names: Iterable[str], where: str, named: Named) -> DataError | None:
    """Return what is told of columns none of which holds texts."""
    names = list(names)
    here = {folded(name) for name in names}
    if not here:
        return DataError(f"{where}: empty, there is nothing to read")
    if named.text:
        said = f"{where}: no column {named.text!r}{suggest(named.text, names)}: its columns are {', '.join(names)}"
        return None if folded(named.text) in here else DataError(said)
    return None if here & _TEXTS else no_text(names, where)


def parquet(source: Source, asked: Asked) -> Iterator[Pending]:
    """Yield the article of each row of a Parquet file."""
    with needing("reading .parquet", "parquet"):
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    number = 0
    with source.open() as file:
        try:
            stored = ParquetFile(file if file.seekable() else BytesIO(whole(file, source.where)))
            if error := wrong(stored.schema_arrow.names, source.where, asked.named):
                yield source.where, failing(error)
                return
            for batch in stored.iter_batches(BATCH):
                for row in batch.to_pylist():
                    number += 1
                    where = f"{source.where}, row {number}"
                    yield where, partial(record.article, row, where, asked.named, asked.report)
        except ArrowException as error:
            yield source.where, failing(DataError(f"{source.where}: no Parquet file that can be read: {error}"))
