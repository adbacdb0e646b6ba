"""Markdown as it is read: its words without the marks, each block, item and cell a paragraph of its own."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

BREAKS = ("softbreak", "hardbreak")
CODE = ("code_block", "fence")


def plain(written: str) -> str:
    """Return the words of a text in Markdown, paragraphs divided by empty lines; pictures have none."""
    return "\n\n".join(filter(None, _paragraphs(_parser().parse(written))))


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    # Of tags and entities is told where files are read.
    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def _paragraphs(tokens: Sequence["Token"]) -> Iterator[str]:
    number = ""
    for token in tokens:
        if token.type == "list_item_open":
            # "2. May" may be a day: a number is read, a bullet is not.
            number = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "inline":
            yield number + "".join(map(_words, token.children or ()))
            number = ""
        elif token.type in CODE:
            yield token.content.strip()


def _words(token: "Token") -> str:
    if token.type in BREAKS:
        return "\n"
    return "" if token.type == "image" else token.content
