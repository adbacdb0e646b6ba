"""What is told of a command that is interrupted: what is kept, and how to go on."""

from collections.abc import Mapping

#: How it then ends.
CODE = 130
NOTHING = "nothing is changed"
REST = "what was done is kept: the same command does the rest"
#: Of those that change something, or print what is kept elsewhere.
KEPT: Mapping[str, str] = {
    **dict.fromkeys(("forget", "same", "different", "undo", "review", "link", "wikidata", "spark"), REST),
    "build": "what was read is kept: the same command reads the rest, and then brings the graph up to date",
    "extract": "each line that was printed is whole, and no store is touched",
    "site": "the same command writes it whole",
    "serve": "nobody is answered any more, and nothing is changed",
    "mcp": "nobody is answered any more, and nothing is changed",
}


def said(command: str | None) -> str:
    """Return what is told of a command of this name."""
    return f"interrupted; {KEPT.get(command or '', NOTHING)}"
