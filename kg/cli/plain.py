"""What leaves for people: no character of an article, a name, a file or an endpoint's answer steers their terminal.

All that commands print passes here: `plainly` stands between them and both channels while they run. What is data for
programs (`data`, `output`) leaves as it is, unless it goes to a terminal.
"""

import re
import sys
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import contextmanager
from io import IncrementalNewlineDecoder
from typing import Any, BinaryIO, TextIO, cast

#: Control characters but tabs and line feeds, separators of lines, marks that turn the direction of what follows,
#: annotations, and tags, which nobody sees.
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def plain(text: str) -> str:
    """Return a text with each unsafe character shown by its number."""
    return UNSAFE.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def one_line(text: str) -> str:
    """Return a text in one line, so that no part of it looks like another line of ours."""
    return plain(" ".join(text.split()))


class Plain:
    """A text stream that what is written to passes plainly; all else is the stream's own."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        """Write a text plainly."""
        return self.stream.write(plain(text))

    def writelines(self, lines: list[str]) -> None:
        """Write texts plainly."""
        self.stream.writelines(map(plain, lines))

    def __getattr__(self, name: str) -> Any:
        """Return what the stream has."""
        return getattr(self.stream, name)


class Shown:
    """A binary stream of UTF-8 that shows plainly, on a terminal, what is written to it."""

    def __init__(self, screen: TextIO) -> None:
        self._screen = screen
        self._decoder = IncrementalNewlineDecoder(getincrementaldecoder("utf-8")("replace"), translate=True)

    def write(self, piece: bytes) -> int:
        """Show a piece."""
        self._screen.write(plain(self._decoder.decode(piece)))
        return len(piece)

    def writelines(self, pieces: list[bytes]) -> None:
        """Show pieces."""
        for piece in pieces:
            self.write(piece)

    def flush(self) -> None:
        """Show what waits."""
        self._screen.flush()


@contextmanager
def plainly() -> Iterator[None]:
    """Let both channels pass plainly."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (cast("TextIO", Plain(stream)) for stream in before)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


def exact(stream: TextIO) -> TextIO:
    """Return the stream behind a plain one, for what was made safe piece by piece, and for programs."""
    return exact(stream.stream) if isinstance(stream, Plain) else stream


def data(text: str) -> None:
    """Print data."""
    (sys.stdout if sys.stdout.isatty() else exact(sys.stdout)).write(text)


def output() -> BinaryIO:
    """Return where data is written."""
    screen = exact(sys.stdout)
    return cast("BinaryIO", Shown(screen)) if screen.isatty() else screen.buffer
