"""Files of bytes that are made while they are read."""

import io
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import BinaryIO

CHUNK = 1 << 16


class Chunks(io.RawIOBase):
    """A file of the bytes that an iterable yields."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._rest = b""

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Fill a buffer as far as the next chunk reaches."""
        while not self._rest:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._rest = chunk
        size = min(len(buffer), len(self._rest))
        buffer[:size], self._rest = self._rest[:size], self._rest[size:]
        return size


def of(chunks: Iterable[bytes]) -> io.BufferedReader:
    """Return a file of the bytes that an iterable yields."""
    return io.BufferedReader(Chunks(chunks))


def rejoined(head: bytes, stream: BinaryIO) -> io.BufferedReader:
    """Return a file of what was read of it already and its rest."""
    return of(chain([head], chunks_of(stream)))


def chunks_of(stream: BinaryIO) -> Iterator[bytes]:
    """Yield what a file holds, in pieces."""
    while chunk := stream.read(CHUNK):
        yield chunk


def _ready_of(stream: BinaryIO) -> Iterator[bytes]:
    """Yield what a file holds in pieces as it has them, so that what stands before a break in it is given."""
    read = getattr(stream, "read1", stream.read)
    while chunk := read(CHUNK):
        yield chunk


def through(open_it: Callable[[], BinaryIO], reader: Callable[[BinaryIO], BinaryIO]) -> BinaryIO:
    """Return a file of what a reader makes of another, which is closed at its end."""

    def chunks() -> Iterator[bytes]:
        with open_it() as file, reader(file) as inside:
            yield from _ready_of(inside)

    return of(chunks())
