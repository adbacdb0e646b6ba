"""JSON as articles come in it: an object a line, an array, one object over many lines, or a page of answers."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import Any, BinaryIO

from kg.articles import arrays, lenient, record
from kg.articles.article import Article
from kg.articles.asked import Asked, Pending, failing
from kg.articles.checks import MOST_OF_LINE, no_article
from kg.articles.encodings import decoded, utf8
from kg.articles.files import Source
from kg.articles.record import Named
from kg.articles.report import Report
from kg.articles.shapes import objects
from kg.errors import DataError, Notice

#: How objects, and lists of them, begin; articles in prose do not.
BEGINS = re.compile(rb"""(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*(?:["}]|'[^'\n]*'\s*:)""").match
#: So many bytes tell an array.
HEAD = 1 << 12
_BETWEEN = re.compile(r"[\s,]*")
_LINE_END = re.compile(r"\r\n|\r|\n")


def looks_so(raw: bytes) -> bool:
    """Whether an input is JSON, if perhaps broken, or has an article among its lines, and is so no text to read."""
    return bool(BEGINS(raw)) or any(map(_is_object, raw.splitlines()))


def _is_line(line: bytes) -> bool:
    """Whether a line is an object by itself, perhaps with a comma behind it, or as Python prints it."""
    try:
        return isinstance(lenient.loads(line.decode("utf-8-sig").strip())[0], dict)
    except (ValueError, RecursionError):
        return False


def _is_object(line: bytes) -> bool:
    if line.lstrip(b"\xef\xbb\xbf \t")[:1] != b"{":
        return False
    try:
        return len(json.loads(line.decode("utf-8-sig"))) > 1
    except (ValueError, RecursionError):
        return False


def bounded(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a file; of one that is longer than any article's, so much that this can be told."""
    while line := file.readline(MOST_OF_LINE + 1):
        rest = line
        while len(rest) > MOST_OF_LINE and not rest.endswith(b"\n"):
            rest = file.readline(MOST_OF_LINE + 1)
        yield line


def read(source: Source, asked: Asked) -> Iterator[Pending]:
    """Yield where each article of a file stands and how to read it."""
    with source.open() as stream:
        text = utf8(stream, source.where, asked.report)
        head = text.peek(HEAD)
        if arrays.BEGINS(head) and not lenient.IS_PYTHON(head.decode(errors="replace")):
            yield from _array(text, source.where, asked)
        else:
            yield from articles(bounded(text), source.where, asked.named, asked.report)


def _array(stream: BinaryIO, where: str, asked: Asked) -> Iterator[Pending]:
    """Yield the articles of an array, up to what cannot be read."""
    try:
        for number, (line, value) in enumerate(arrays.elements(stream, where, asked.report), 1):
            here = f"{where}:{line}, article {number}"
            for found in objects(value, asked.named.text):
                yield here, partial(_article, found, here, asked.named, asked.report)
    except DataError as error:
        yield where, failing(error)


def articles(lines: Iterable[bytes], where: str, named: Named, report: Report) -> Iterator[Pending]:
    """Yield where each article stands and how to read it; nothing but blank lines is told."""
    stream = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    first = next(stream, None)
    if first is None:
        yield where, failing(_empty(where))
    elif _is_line(first[1]):
        yield from by_line(chain([first], stream), where, named, report)
    else:
        yield from _whole([first, *stream], where, named, report)


def by_line(lines: Iterable[tuple[int, bytes]], where: str, named: Named, report: Report) -> Iterator[Pending]:
    """Yield the articles of lines each of which is JSON by itself."""
    told = False
    for number, line in lines:
        here = f"{where}:{number}"
        try:
            value, is_mended = lenient.loads(_line(line, here, report).strip())
            values = list(objects(value, named.text))
        except (ValueError, RecursionError, DataError) as error:
            yield here, failing(_said(error, where, number))
            continue
        if is_mended and not told:
            report(Notice(f"{here}: {lenient.WHAT}"))
        told = told or is_mended
        yield from _of(values, here, named, report)


def _line(line: bytes, where: str, report: Report) -> str:
    if len(line) > MOST_OF_LINE:
        raise no_article(f"more than {MOST_OF_LINE:,} bytes", where)
    return decoded(line, where, report)


def _whole(lines: list[tuple[int, bytes]], where: str, named: Named, report: Report) -> Iterator[Pending]:
    """Yield the articles of JSON values that go over several lines; of a file of lines those that can be read."""
    try:
        text = "\n" * (lines[0][0] - 1) + "".join(_line(line, f"{where}:{number}", report) for number, line in lines)
        # What is cut off ends at its last sign, not on a line that is not there.
        values = [
            (number, list(objects(value, named.text))) for number, value in _meant(text.rstrip("\r\n"), where, report)
        ]
    except (ValueError, RecursionError, DataError) as error:
        if any(_is_object(line) for _, line in lines):
            yield from by_line(lines, where, named, report)
        else:
            yield where, failing(_said(error, where, 1))
        return
    if not values:  # only what is blank to Unicode
        yield where, failing(_empty(where))
    for number, found in values:
        yield from _of(found, f"{where}:{number}", named, report)


def _meant(text: str, where: str, report: Report) -> list[tuple[int, Any]]:
    """Return the values of a text, which is mended where they are no strict JSON; the error is that of strict JSON."""
    try:
        return list(_values(text, json.JSONDecoder()))
    except json.JSONDecodeError as error:
        try:
            found = _printed(text) if lenient.IS_PYTHON(text) else list(_values(lenient.mended(text), lenient.DECODER))
        except ValueError:
            raise error from None
        report(Notice(f"{where}: {lenient.WHAT}"))
        return found


def _printed(text: str) -> list[tuple[int, Any]]:
    return [(1 + len(_LINE_END.findall(text, 0, _end(text, 0))), lenient.printed(text))]


def _values(text: str, decoder: json.JSONDecoder) -> Iterator[tuple[int, Any]]:
    """Yield the JSON values that stand one after another, each with the number of its line."""
    number, last = 1, 0
    while (start := _end(text, last)) < len(text):
        number += len(_LINE_END.findall(text, last, start))
        value, end = decoder.raw_decode(text, start)
        yield number, value
        number += len(_LINE_END.findall(text, start, end))
        last = end


def _end(text: str, start: int) -> int:
    """Return where blanks, and commas between values, end."""
    found = _BETWEEN.match(text, start)
    return found.end() if found else start


def _of(values: list[Any], where: str, named: Named, report: Report) -> Iterator[Pending]:
    if not values:
        yield where, failing(DataError(f"{where}: an empty list, there is nothing to read"))
    for number, value in enumerate(values, 1):
        here = where if len(values) == 1 else f"{where}, article {number}"
        yield here, partial(_article, value, here, named, report)


def _article(value: Any, where: str, named: Named, report: Report) -> Article:
    if not isinstance(value, dict):
        raise DataError(f'{where}: a line should be a JSON object such as {{"id": "…", "text": "…"}}')
    return record.article(value, where, named, report)


def _empty(where: str) -> DataError:
    return DataError(f"{where}: empty, there is nothing to read")


def _said(error: Exception, where: str, number: int) -> DataError:
    if isinstance(error, DataError):
        return error
    if isinstance(error, json.JSONDecodeError):
        line = number + error.lineno - 1
        return DataError(f"{where}:{line}: no valid JSON at column {error.colno}: {error.msg}")
    return DataError(f"{where}:{number}: this JSON cannot be read: {error}")
