"""Tables with named columns: a row is an article."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from io import BytesIO, TextIOWrapper
from itertools import chain, islice
from typing import Any

from kg.articles import record
from kg.articles.asked import Asked, Pending, failing, needing
from kg.articles.checks import MOST_OF_LINE, whole
from kg.articles.encodings import utf8
from kg.articles.fields import NAMES, SUMMARIES, folded
from kg.articles.files import Source
from kg.articles.record import Named, no_text
from kg.articles.shapes import objects
from kg.errors import DataError, Notice
from kg.suggest import suggest

#: What divides cells, the likeliest first.
DELIMITERS = ",;\t|"
TABS = (".tsv", ".tab")
#: Rows of a Parquet file that are held at a time.
BATCH = 32
_TEXTS = frozenset(map(folded, (*NAMES["text"], *SUMMARIES)))
_KNOWN = frozenset(folded(name) for names in NAMES.values() for name in names)
#: A line of so many names of fields is the first of a table; so many lines may stand above it.
LEAST, ABOVE = 2, 10
#: So many lines tell how cells are quoted.
SAMPLE = 200
#: How cells are quoted, the likeliest first: marks inside doubled, or behind a backslash; in TSV no marks are special;
#: and anyhow, which loses marks.
DOUBLED: Mapping[str, Any] = {"strict": True}
ESCAPED: Mapping[str, Any] = {"strict": True, "doublequote": False, "escapechar": "\\"}
PLAIN: Mapping[str, Any] = {"quoting": csv.QUOTE_NONE}
ANYHOW: Mapping[str, Any] = {}
#: What Excel writes above a table.
_SEPARATOR = re.compile(r"\"?sep=(.)\"?\s*", re.IGNORECASE)


def looks_so(head: bytes) -> bool:
    """Whether a file begins with the names of columns, one of them a text's."""
    first = head.decode("utf-8-sig", errors="replace").partition("\n")[0].strip()
    return names_fields(first.split(delimiter(first)))


def names_fields(cells: Iterable[str]) -> bool:
    """Whether cells are names of fields, one of them a text's."""
    names = {folded(cell.strip().strip('"')) for cell in cells}
    return len(names & _KNOWN) >= LEAST and bool(names & _TEXTS)


def delimiter(header: str) -> str:
    """Return what divides the cells of a header: what stands in it most."""
    return max(DELIMITERS, key=lambda mark: (header.count(mark), -DELIMITERS.index(mark)))


def read(source: Source, asked: Asked) -> Iterator[Pending]:
    """Yield the article of each row of a CSV or TSV file whose first row names the columns."""
    csv.field_size_limit(MOST_OF_LINE)
    with source.open() as file:
        lines = TextIOWrapper(utf8(file, source.where, asked.report), encoding="utf-8-sig", newline="")
        sample = list(islice(lines, SAMPLE))
        at, mark = header(sample, "\t" if source.suffix in TABS else None)
        names = [name.strip() for name in next(csv.reader(sample[at : at + 1], delimiter=mark), [])]
        if error := wrong(names, source.where, asked.named):
            yield source.where, failing(error)
            return
        way = quoting(sample[at + 1 :], mark, len(names))
        if way is ANYHOW:
            said = f"{source.where}: quotation marks inside cells are not doubled: some may be lost"
            asked.report(Notice(said))
        rows = csv.reader(chain(sample[at + 1 :], lines), delimiter=mark, **way)
        row = None
        for number, row in _numbered(rows, at + 2):
            yield from _row(names, row, f"{source.where}:{number}", asked)
        if row is None:
            yield source.where, failing(no_row(source.where))


def header(sample: Sequence[str], mark: str | None) -> tuple[int, str]:
    """Return which line names the columns, and what divides cells: below what Excel and people write above it."""
    told = [at for at, line in enumerate(sample) if line.strip()]
    if told and (said := _SEPARATOR.fullmatch(sample[told[0]].rstrip("\r\n"))):
        mark, told = said[1], told[1:]
    marks = {at: mark or delimiter(sample[at]) for at in told[:ABOVE]}
    named = (at for at, each in marks.items() if names_fields(sample[at].split(each)))
    at = next(named, told[0] if told else 0)
    return at, marks.get(at, DELIMITERS[0])


def quoting(lines: Sequence[str], mark: str, width: int) -> Mapping[str, Any]:
    """Return how cells are quoted: the first way that leaves the fewest rows broken."""
    ways = [DOUBLED, *([ESCAPED] if any('\\"' in line for line in lines) else [])]
    ways += [PLAIN, ANYHOW] if mark == "\t" else [ANYHOW]
    return min(ways, key=lambda way: _broken(lines, mark, width, way))


def _broken(lines: Sequence[str], mark: str, width: int, way: Mapping[str, Any]) -> int:
    """Return how many rows of a sample are not as wide as its names; its last may go on below."""
    rows = [row for _, row in _numbered(csv.reader(lines, delimiter=mark, **way), 0)]
    judged = rows[:-1] if len(lines) >= SAMPLE - ABOVE else rows
    return sum(isinstance(row, DataError) or len(_filled(row, width)) != width for row in judged)


def _filled(row: list[str], width: int) -> list[str]:
    """Return a row without the empty cells that stand behind the last column."""
    last = max((at for at, cell in enumerate(row, 1) if cell), default=0)
    return row[: max(last, width)]


def _numbered(rows: Any, number: int) -> Iterator[tuple[int, list[str] | DataError]]:
    """Yield each row that is not empty with the number of its first line, or what is wrong with it."""
    first = number
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield number, DataError(f"this row cannot be read ({error}): is a quotation mark missing?")
        else:
            if row is None:
                return
            if any(row):
                yield number, row
        number = rows.line_num + first


def _row(names: Sequence[str], row: list[str] | DataError, where: str, asked: Asked) -> Iterator[Pending]:
    if isinstance(row, DataError):
        yield where, failing(DataError(f"{where}: {row}"))
        return
    cells = _filled(row, len(names))
    if len(cells) > len(names):
        said = f"{where}: {len(cells)} cells under {len(names)} names: a cell that holds the dividing mark needs quotes"
        yield where, failing(DataError(said))
    elif len(cells) < len(names) and not _has_text(names[: len(cells)], asked.named):
        said = f"{where}: {len(cells)} of {len(names)} cells: this row ends before its text"
        yield where, failing(DataError(said))
    else:
        yield where, partial(record.article, by_name(names, cells), where, asked.named, asked.report)


def _has_text(names: Iterable[str], named: Named) -> bool:
    """Tell whether one of some columns holds texts."""
    here = {folded(name) for name in names}
    return folded(named.text) in here if named.text else bool(here & _TEXTS)


def by_name(names: Iterable[str], cells: Iterable[Any]) -> dict[str, Any]:
    """Return cells by the names of their columns; of two columns of one name the first that is filled."""
    fields: dict[str, Any] = {}
    for name, cell in zip(names, cells, strict=False):
        fields[name] = fields.get(name) or cell
    return fields


def wrong(names: Iterable[str], where: str, named: Named) -> DataError | None:
    """Return what is told of columns none of which holds texts."""
    names = list(names)
    here = {folded(name) for name in names}
    if not here:
        return DataError(f"{where}: empty, there is nothing to read")
    if named.text:
        said = f"{where}: no column {named.text!r}{suggest(named.text, names)}: its columns are {', '.join(names)}"
        return None if folded(named.text) in here else DataError(said)
    return None if _has_text(names, named) else no_text(names, where)


def no_row(where: str) -> DataError:
    """Return what is told of a table that has names only."""
    return DataError(f"{where}: no row below its names, there is nothing to read")


def parquet(source: Source, asked: Asked) -> Iterator[Pending]:
    """Yield the article of each row of a Parquet file."""
    with needing(f"{source.where}: reading .parquet", "parquet"):
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
                    for each in objects(row, asked.named.text):
                        yield where, partial(record.article, each, where, asked.named, asked.report)
            if not number:
                yield source.where, failing(no_row(source.where))
        except ArrowException as error:
            yield source.where, failing(DataError(f"{source.where}: no Parquet file that can be read: {error}"))
