"""Lists and tables: an item and a cell are sentences of their own; what stands after a name's dash is told of him."""

import re

from kg.language.cleaning import Cleaning

_NAME = re.compile(r"[ \t]*[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]+|de|da|van|von|der|al|bin|del|la)){1,4}")


def _apposed(match: re.Match[str]) -> str:
    """Return a comma for the dash after a name that opens a line."""
    before = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
    return ", " if _NAME.fullmatch(before) else match.group()


def _numbered(match: re.Match[str]) -> str:
    """Return nothing for the number of an item if the one before or after it opens a line too."""
    beside = (int(match[1]) - 1, int(match[1]) + 1)
    lines = any(re.search(rf"^[ \t]*{number}[.)][ \t]+\S", match.string, re.MULTILINE) for number in beside)
    return "" if lines else match.group()


def _cells(match: re.Match[str]) -> str:
    return re.sub(r"\n|[ \t]*\|[ \t]*|[ \t]{3,}|\t", "\n\n", match.group())


LISTS = (
    Cleaning(
        "table-rules",
        re.compile(r"^[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+[ \t]*(?::?-{2,}:?)?[ \t]*\n", re.MULTILINE),
        "",
        ("| a | b |\n|---|---|\n| c | d |", "| a | b |\n| c | d |"),
    ),
    Cleaning(
        "tables",
        re.compile(
            r"^(?:[^\t\n]*[^\s]\t[^\n]*(?:\n|$)){2,}|^(?:[ \t]*(?:\|[ \t]*)?[^\s|][^\n|]*\|[^\n]*(?:\n|$)){2,}"
            r"|^(?:[ \t]*\S[^\n]*?\S[ ]{3,}\S[^\n]*(?:\n|$)){2,}",
            re.MULTILINE,
        ),
        _cells,
        ("Ann Lee\tmayor\nBo Day\tchef", "Ann Lee\n\nmayor\n\nBo Day\n\nchef"),
        ("Ann Lee\tspoke.",),
    ),
    Cleaning(
        "numbers",
        re.compile(r"^[ \t]*(\d{1,2})[.)][ \t]+(?=\S)", re.MULTILINE),
        _numbered,
        ("1. Ann Lee won.\n2. Bo Day lost.", "Ann Lee won.\nBo Day lost."),
        ("10 people came.", "It was on May\n7. Then he left."),
    ),
    Cleaning(
        "roles",
        re.compile(r"(?<![ \t])[ \t]+[-–—][ \t]+(?=[a-z][^\n.!?:]{2,80}$)", re.MULTILINE),
        _apposed,
        ("Arno Silva - police chief, Velmora", "Arno Silva, police chief, Velmora"),
        ("The men - both of them - left", "Leeds - the city"),
    ),
)
