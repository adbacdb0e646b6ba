"""A JSON array of any length: its elements are read one after another, on one line or over many."""

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, BinaryIO

from kg.articles import lenient
from kg.articles.checks import MOST_OF_LINE
from kg.articles.report import Report, refuse
from kg.articles.streams import chunks_of
from kg.errors import DataError, Notice

#: How an array of objects begins.
BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[\s*\{").match
_BETWEEN = re.compile(r"[\s,\[]*")


def elements(stream: BinaryIO, where: str, report: Report = refuse) -> Iterator[tuple[int, Any]]:
    """Yield the elements of arrays in a file, each with the number of its line; what had to be mended is told once.

    Raises:
        DataError: what comes next cannot be read.

    """
    number = 0
    text, told = _Text(codecs.iterdecode(chunks_of(stream), "utf-8-sig")), False
    while text.more():
        try:
            number, value = text.element()
        except (ValueError, RecursionError) as error:
            raise _wrong(error, where, text.line) from error
        if text.is_mended and not told:
            report(Notice(f"{where}:{number}: {lenient.WHAT}"))
        told = text.is_mended
        yield number, value
    if not text.closed:
        raise DataError(f"{where}:{text.line}: cut off: the array does not end")


def _wrong(error: Exception, where: str, line: int) -> DataError:
    if isinstance(error, json.JSONDecodeError):
        here = line + error.lineno - 1
        return DataError(f"{where}:{here}: no valid JSON at column {error.colno}: {error.msg}")
    return DataError(f"{where}:{line}: this JSON cannot be read: {error}")


class _Text:
    """What was read of a text and not used yet, and the number of its first line."""

    def __init__(self, chunks: Iterable[str]) -> None:
        self._chunks = iter(chunks)
        self._held = ""
        self._decoder = json.JSONDecoder()
        self.line = 1
        self.closed = False
        self.is_mended = False

    def more(self) -> bool:
        """Go to the next element, and tell whether there is one."""
        while True:
            between = _BETWEEN.match(self._held)
            self._drop(between.end() if between else 0)
            if self._held.startswith("]"):
                self.closed = True
                self._drop(1)
            elif self._held or not self._read(1):
                return bool(self._held)

    def element(self) -> tuple[int, Any]:
        """Return the next element, for which so much is read as it needs, twice as much each time."""
        pieces = 1
        while True:
            try:
                value, end = self._decoder.raw_decode(self._held)
            except json.JSONDecodeError:
                if len(self._held) <= MOST_OF_LINE and self._read(pieces):
                    pieces *= 2
                elif not self._mend():
                    raise
            else:
                number, self.closed = self.line, False
                self._drop(end)
                return number, value

    def _mend(self) -> bool:
        """Take out what JSON does not have, and tell whether there is an element then."""
        mended = lenient.mended(self._held)
        try:
            lenient.DECODER.raw_decode(mended)
        except json.JSONDecodeError:
            return False
        self._held, self._decoder, self.is_mended = mended, lenient.DECODER, True
        return True

    def _read(self, pieces: int) -> bool:
        more = "".join(islice(self._chunks, pieces))
        self._held += more
        return bool(more)

    def _drop(self, size: int) -> None:
        self.line += self._held.count("\n", 0, size)
        self._held = self._held[size:]
