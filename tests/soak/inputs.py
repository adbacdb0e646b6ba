"""Hostile inputs through the readers: each is an article or told, and the good one beside it is always read."""

import io
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from kg.articles.article import Article
from kg.articles.readers import STDIN, read
from kg.errors import KgError

MANY, FEW = 100_000, 2_000
LINE = {"id": "one", "text": "Khan spoke in Leeds.", "title": "Khan", "published": "2017-03-23", "author": "Ann Lee"}
VALUES = [
    None,
    True,
    7,
    -1,
    1e308,
    "",
    " ",
    "\0",
    "\ud83d",
    "a",
    "x" * 999,
    [],
    {},
    ["a"],
    {"a": 1},
    "2017-02-30",
    "é",
    "\u2028",
    "../../etc/passwd",
    "\x1b[31m",
    10**30,
    [[[[]]]],
]
BYTES = [
    b"\x00",
    b"\xff",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\xc0\x80",
    b"\xf8\x88\x80\x80\x80",
    b"\r",
    b"\n",
    b"\r\n",
    b"{",
    b"}",
    b"[",
    b"]",
    b'"',
    b"\\",
    b"\\u0000",
    b"\\ud800",
    b"\\udc00\\ud800",
    b"NaN",
    b"1e999",
    b"-",
    b"9" * 5000,
    b"[" * 5000,
    b'{"a":' * 3000,
    b",",
    b":",
    b"null",
    b"\x1b]0;x\x07",
    b"\xe2\x80\xa8",
    b"\xe2\x80\xae",
    b"//",
    b"<html>",
    b"%PDF-1.4",
    b"\x1f\x8b\x08",
]
NAMES = [
    "a.txt",
    "a.jsonl",
    "A.TXT",
    "a.b.jsonl",
    "é.txt",
    "\x1b[31m.txt",
    "a\nb.jsonl",
    "-.txt",
    " .txt",
    "x" * 250 + ".txt",
    "\udcff.jsonl",
]
NO_NAMES = ["a.pdf", "none.txt", "x" * 300, "y/" * 3000, "z\0.txt", "", "."]


def trials(*, quick: bool, random: Random) -> Iterator[str | None]:
    told: list[KgError] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        good = folder / "good.txt"
        good.write_text("The good one.")
        for _ in range(FEW if quick else MANY):
            raw = hostile(random)
            place = given(folder, raw, random)
            try:
                told.clear()
                lost = _read(place, good, told)
            except Exception as error:  # noqa: BLE001 (whatever it is, it is lost)
                lost = f"{type(error).__name__}: {error}"
            yield lost and f"{str(place)[:80]!r} {raw[:80]!r}: {lost}"


def given(folder: Path, raw: bytes, random: Random) -> Path:
    """Put the bytes where they are read: a file, standard input, or nowhere."""
    if random.random() < 0.02:
        return folder / random.choice(NO_NAMES)
    if random.random() < 0.3:
        sys.stdin = io.TextIOWrapper(io.BytesIO(raw))
        return STDIN
    path = folder / random.choice(NAMES)
    path.write_bytes(raw)
    return path


def _read(place: Path, good: Path, told: list[KgError]) -> str | None:
    found = list(read([place, good], report=told.append))
    if not any(article.text == "The good one." for article in found):
        return "the good one is lost"
    if odd := next((text for article in found for text in _texts(article) if "\0" in text or not text.encode()), None):
        return f"{odd!r} was taken"
    return None if len(found) > 1 or told or place == good.parent else "nothing is read, and nothing told"


def _texts(article: Article) -> list[str]:
    """Return what an article is told by; what is no text cannot be encoded and raises."""
    parts = (article.id, article.text, article.title, article.byline, article.published, article.source)
    return [part for part in parts if part is not None]


def hostile(random: Random) -> bytes:
    """Return bytes that are almost an article, or nothing like one."""
    kind = random.choice([_values, _values, _mutated, _mutated, _pieces, _noise])
    return kind(random)


def _values(random: Random) -> bytes:
    line = {**LINE, random.choice([*LINE, "source", "date"]): random.choice(VALUES)}
    for key in random.sample(list(line), random.choice([0, 0, 1, 2])):
        del line[key]
    return json.dumps(line, ensure_ascii=random.random() < 0.5).encode(
        "utf-8", random.choice(["surrogatepass", "replace"])
    )


def _mutated(random: Random) -> bytes:
    raw = b"\n".join(_values(random) for _ in range(random.choice([1, 1, 3])))
    for _ in range(random.choice([1, 2, 5])):
        place = random.randrange(len(raw) + 1)
        raw = (
            raw[:place]
            + random.choice([b"", random.choice(BYTES), random.randbytes(2)])
            + raw[place + random.choice([0, 1, 9]) :]
        )
    return raw


def _pieces(random: Random) -> bytes:
    return b"".join(random.choice([*BYTES, b"Khan spoke. "]) for _ in range(random.choice([0, 1, 3, 20])))


def _noise(random: Random) -> bytes:
    raw = random.randbytes(random.choice([1, 10, 300]))
    return raw.decode("latin-1").encode(random.choice(["utf-8", "utf-16", "utf-32", "latin-1"]))
