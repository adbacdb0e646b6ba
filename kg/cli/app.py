"""The Typer application that each command's file registers itself with."""

from typing import Annotated

import typer

app = typer.Typer(
    name="kg",
    help="Read news articles into a knowledge graph in which every fact points at the words that state it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def version(asked: bool) -> None:
    """Print which kg this is, and end."""
    if asked:
        from kg.resources import version_of

        print(f"kg {version_of('newskg')}")
        raise typer.Exit


@app.callback()
def kg(
    *,
    _: Annotated[
        bool, typer.Option("--version", callback=version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Read news articles into a knowledge graph in which every fact points at the words that state it."""
