"""Lines that break between words on a terminal, and go on where they began; elsewhere they are whole."""

import re
import shutil
import sys
import textwrap

#: What stands before the words of a branch, and what stands there where its line goes on.
BRANCH = re.compile(r"[ │├└─]*")
GOES_ON = str.maketrans({"├": "│", "└": " ", "─": " "})


def broken(line: str, begin: str = "", go_on: str = "") -> str:
    """Return a line that begins with something, broken between words on a terminal."""
    if not sys.stdout.isatty():
        return begin + line
    width = max(shutil.get_terminal_size().columns, 2 * len(begin), 20)
    return textwrap.fill(line, width, initial_indent=begin, subsequent_indent=go_on, break_on_hyphens=False)


def tree(text: str) -> str:
    """Return a drawn tree whose lines are broken beside its branches."""
    return "\n".join(map(_branch, text.split("\n")))


def _branch(line: str) -> str:
    found = BRANCH.match(line)
    drawn = found[0] if found else ""
    return broken(line[len(drawn) :], drawn, drawn.translate(GOES_ON))
