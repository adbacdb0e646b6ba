"""A table on a terminal; tab-separated lines elsewhere."""

import sys
from collections.abc import Iterable, Sequence
from itertools import repeat

#: What is no longer than this many characters is not broken; prose gives way.
SHORT = 16


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table as wide as the terminal allows."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    # Text, so that brackets in an article's words are not read as rich's markup.
    cells = [[Text(value) for value in row] for row in rows]
    shown = Table(header_style="bold", show_edge=False, pad_edge=False)
    for column, values in zip(columns, zip(*cells, strict=True) if cells else repeat(()), strict=False):
        shown.add_column(column, no_wrap=max(map(len, values), default=0) <= SHORT)
    for row in cells:
        shown.add_row(*row)
    Console().print(shown)


def listing(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table on a terminal, and lines of tab-separated values where a program reads."""
    if sys.stdout.isatty():
        table(columns, rows)
    else:
        print(*("\t".join(row) for row in rows), sep="\n")
