"""What commands are given is looked at before they run: a text is UTF-8, and a path names something."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

from kg.errors import UsageError

#: What stands in the name of a parameter that is a file or folder, also where it may be something else.
FILES = ("FILE", "INPUT", "OUT")
Work = TypeVar("Work", bound=Callable[..., Any])


class Checked:
    """What reads the words of a command, and refuses those that none can do anything with."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read them; each is looked at beside what it was taken for."""
        parser: Any = super()
        words, *_ = parser.make_parser(ctx).parse_args(args=[*args])
        rest: list[str] = parser.parse_args(ctx, args)
        for param in () if ctx.resilient_parsing else parser.get_params(ctx):
            for word, value in zip(_each(words.get(param.name)), _each(ctx.params.get(param.name)), strict=False):
                _check(param, word, value)
        return rest


class Command(Checked, TyperCommand):
    """A command of kg's."""


class Group(Checked, TyperGroup):
    """A command that has others below it."""


class Commands(typer.Typer):
    """Registers commands of these kinds."""

    def __init__(self, **options: Any) -> None:
        """Begin."""
        super().__init__(**{"cls": Group, **options})

    def command(self, name: str | None = None, **options: Any) -> Callable[[Work], Work]:
        """Register one."""
        return super().command(name, **{"cls": Command, **options})


def text(word: str, name: str) -> str:
    """Return a word that is to be text.

    Raises:
        UsageError: it is not UTF-8, as names of files alone need not be.

    """
    try:
        word.encode()
    except UnicodeEncodeError:
        raise UsageError(f"{name}: not UTF-8 text: {word}") from None
    return word


def _check(param: Any, word: object, value: object) -> None:
    name = param.opts[0] if param.opts[0].startswith("-") else param.metavar or param.name.upper()
    is_file = isinstance(value, Path) or any(kind in name for kind in FILES)
    if word == "" and is_file:
        raise UsageError(f"{name} '': give the name of a file or folder")
    if word == "" and name.startswith("-"):
        raise UsageError(f"{name} '': give a value, or leave it out")
    # What is a file or the name of something else is no text yet.
    if isinstance(value, str) and isinstance(word, str) and not is_file:
        text(word, name)


def _each(given: Any) -> Iterable[Any]:
    return given if isinstance(given, list | tuple) else (given,)
