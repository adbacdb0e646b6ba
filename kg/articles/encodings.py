"""Bytes become text: UTF-8, or else what they seem to be, which is told."""

import codecs
import re
from io import BufferedReader
from itertools import chain
from typing import BinaryIO

from kg.articles.report import Report
from kg.articles.streams import chunks_of, of, rejoined
from kg.errors import DataError, Notice

#: What is not UTF-8 may be one of these; of those that fit as well as each other it is the first.
CANDIDATES = (
    *("cp1252", "mac_roman", "cp1250", "cp1251", "koi8_r"),
    *("gb18030", "shift_jis", "big5", "euc_kr", "utf_16", "utf_16_le", "utf_16_be"),
)
NAMES = {
    "cp1252": "Windows-1252",
    "cp1250": "Windows-1250",
    "utf_16": "UTF-16",
    "utf_16_le": "UTF-16",
    "utf_16_be": "UTF-16",
    "utf_32": "UTF-32",
}
#: What single lines of a file in UTF-8 are in that came from elsewhere.
PASTED = "cp1252"
MARKS = {
    codecs.BOM_UTF32_LE: "utf_32",
    codecs.BOM_UTF32_BE: "utf_32",
    codecs.BOM_UTF16_LE: "utf_16",
    codecs.BOM_UTF16_BE: "utf_16",
}
#: Signs that stand inside no word of this encoding, but are letters in another: "Wac³aw" is Wacław.
_ODD = re.compile(r"[^\W\d_][¹³£¥¿¼¾ªº¯±¶¦][^\W\d_]|[£¯¦][a-z]|[a-z]Ÿ")
#: Bytes that no text has, whatever it is in.
_UNPRINTED = re.compile(rb"[\x00-\x06\x0e-\x19]")
#: So many bytes of a file tell how it is encoded.
HEAD = 1 << 16
#: UTF-8 that somebody read as Windows-1252 before it came here, by its commonest signs.
MOJIBAKE = ("â€™", "â€œ", "â€“", "â€”", "â€¦", "Ã©", "Ã¼", "Ã¶", "Â£")


def decoded(raw: bytes, where: str, report: Report) -> str:
    """Return the bytes as the text that they are; what was taken for one that is not UTF-8 is told.

    Raises:
        DataError: they are no text.

    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = _other(raw, error, where, report)
    else:
        if "\0" in text:
            encoding = guessed(raw)
            if encoding is None or not encoding.startswith(("utf_16", "utf_32")):
                raise DataError(f"{where}: a binary file and no text (it holds a zero byte)")
            text = raw.decode(encoding)
            report(_taken(where, encoding))
    if any(sign in text for sign in MOJIBAKE):
        report(Notice(f"{where}: “â€œ” and the like: UTF-8 that was read as Windows-1252 once; read as it was"))
    return text


def _other(raw: bytes, error: UnicodeDecodeError, where: str, report: Report) -> str:
    encoding = guessed(raw)
    if encoding is None:
        wrong = f"byte {error.start} is 0x{raw[error.start]:02x}"
        raise DataError(f"{where}: no text in UTF-8 ({wrong}) nor in another encoding that is known") from error
    report(_taken(where, encoding))
    return raw.decode(encoding)


def _taken(where: str, encoding: str) -> Notice:
    name = NAMES.get(encoding, encoding)
    return Notice(f"{where}: not UTF-8 but, it seems, {name}: read so")


def guessed(raw: bytes) -> str | None:
    """Return how bytes that are not UTF-8 seem to be encoded; None where they are no text."""
    from charset_normalizer import from_bytes

    if marked := next((name for mark, name in MARKS.items() if raw.startswith(mark)), None):
        return marked
    found = from_bytes(raw[:HEAD], cp_isolation=list(CANDIDATES))
    fitting = ((round(each.chaos, 2), name) for each in found for name in each.could_be_from_charset)
    ranked = sorted(
        (_odd(raw[:HEAD], name), mess, CANDIDATES.index(name)) for mess, name in fitting if name in CANDIDATES
    )
    return next((CANDIDATES[at] for *_, at in ranked if _decodes(raw, CANDIDATES[at])), None)


def _odd(raw: bytes, encoding: str) -> int:
    """Return how many signs a text would have inside words, where none stand."""
    return len(_ODD.findall(raw.decode(encoding, errors="ignore")))


def _is_mixed(raw: bytes) -> bool:
    """Whether some lines of a text show that they are UTF-8, where others are not."""
    return not _UNPRINTED.search(raw) and any(_is_utf8(line) and not line.isascii() for line in raw.splitlines())


def _recoded(line: bytes) -> bytes:
    """Return in UTF-8 a line that came from elsewhere."""
    return line.decode(PASTED, errors="replace").encode()


def _decodes(raw: bytes, encoding: str) -> bool:
    try:
        return "\0" not in raw.decode(encoding)
    except UnicodeDecodeError:
        return False


def utf8(stream: BinaryIO, where: str, report: Report) -> BufferedReader:
    """Return the file in UTF-8, by what its beginning seems to be; single lines may still be otherwise."""
    head = stream.read(HEAD)
    if not _is_utf8(head) and _is_mixed(head):
        report(Notice(f"{where}: UTF-8 with lines that, it seems, are {NAMES[PASTED]}: read so"))
        return of(line if _is_utf8(line) else _recoded(line) for line in rejoined(head, stream))
    encoding = None if _is_utf8(head) else guessed(head)
    if encoding is None:
        return rejoined(head, stream)
    report(_taken(where, encoding))
    text = codecs.iterdecode(chain([head], chunks_of(stream)), encoding)
    return of(codecs.iterencode(text, "utf-8"))


def _is_utf8(head: bytes) -> bool:
    """Whether bytes are UTF-8, the last character perhaps cut."""
    try:
        return "\0" not in codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
