"""The Typer application that each command's file registers itself with."""

import typer

app = typer.Typer(
    name="kg",
    help="Read news articles into a knowledge graph in which every fact points at the words that state it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def kg() -> None:
    """Read news articles into a knowledge graph in which every fact points at the words that state it."""
