"""A table on a terminal, with long texts below their rows; tab-separated lines elsewhere."""

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kg.cli.plain import exact, one_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

#: Where the terminal is too narrow, columns with a longer text than this stand below their rows, the longest first; and
#: others, until the names and the words of those that are left have room.
SHORT = 20
GAP = 2


def table(columns: Sequence[str], rows: Iterable[Iterable[str]], *, below: bool = True) -> None:
    """Print a table that is no wider than the terminal, with prose below its row or within it."""
    from rich.console import Console

    from kg.cli.pager import Less

    console = Console(file=exact(sys.stdout))
    if not console.is_terminal:
        _print(console, columns, rows, below=below)
        return
    with console.pager(Less(), styles=True):
        _print(console, columns, rows, below=below)


def _print(console: "Console", columns: Sequence[str], rows: Iterable[Iterable[str]], *, below: bool) -> None:
    from rich.padding import Padding
    from rich.text import Text

    cells = [list(map(one_line, row)) for row in rows]
    longest = [max(map(len, column)) for column in zip(columns, *cells, strict=True)]
    short = list(range(len(columns)))
    # A column is no narrower than its name and its longest word, unless that is prose's.
    least = [max(min(_longest_word(column), SHORT), len(column[0])) for column in zip(columns, *cells, strict=True)]
    while below and width(longest, short) > console.width and short[1:]:
        if max(longest[number] for number in short) <= SHORT and width(least, short) <= console.width:
            break
        short.remove(max(short, key=lambda number: longest[number]))
    prose = [number for number in range(len(columns)) if number not in short]
    widths = fit([longest[number] for number in short], console.width, [least[number] for number in short])
    console.print(line([columns[number] for number in short], widths), style="bold")
    for row in cells:
        console.print(line([row[number] for number in short], widths))
        for number in prose:
            name = f"{columns[number]}: " if len(prose) > 1 else ""
            if row[number]:
                console.print(Padding(Text(name + row[number]), (0, 0, 0, 2 * GAP)), style="dim")


def _longest_word(cells: Iterable[str]) -> int:
    return max((len(word) for cell in cells for word in cell.split()), default=0)


def width(longest: Sequence[int], among: Sequence[int]) -> int:
    """Return how wide a row of these columns is."""
    return sum(longest[number] + GAP for number in among)


def line(cells: Sequence[str], widths: Sequence[int]) -> "Table":
    """Return one row; Text, so that brackets in an article's words are not read as rich's markup."""
    from rich.table import Table
    from rich.text import Text

    row = Table.grid(padding=(0, GAP, 0, 0))
    for width in widths:
        row.add_column(width=width, overflow="fold")
    row.add_row(*map(Text, cells))
    return row


def fit(widths: Sequence[int], room: int, least: Sequence[int] = ()) -> list[int]:
    """Return the widths with the widest made narrower until all have room; none under its `least`, if that can be."""
    fitted, least = list(widths), least or [1] * len(widths)
    while sum(fitted) + GAP * len(fitted) > room and max(fitted) > 1:
        wide = [number for number, width in enumerate(fitted) if width > least[number]] or range(len(fitted))
        fitted[max(wide, key=lambda number: fitted[number])] -= 1
    return fitted


def listing(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table on a terminal, and lines of tab-separated values where a program reads."""
    if sys.stdout.isatty():
        table(columns, rows, below=False)
    else:
        print(*("\t".join(map(one_line, row)) for row in rows), sep="\n")
