"""kg same: two things are one."""

from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.options import STORE, StoreOption


@app.command()
def same(
    left: Annotated[str, typer.Argument(help="A name, an IRI, or its end: article/ID/person/khan.")],
    right: Annotated[str, typer.Argument(help="As the other.")],
    *,
    across: Annotated[
        bool, typer.Option("--across-kinds", help="Also where one is a person, say, and the other a place.")
    ] = False,
    why: Annotated[str, typer.Option(help="What tells you so.")] = "",
    store: StoreOption = STORE,
) -> None:
    """Decide that two things are one: every build replays it (the store's decisions.csv)."""
    from kg.cli.deciding import add
    from kg.resolve.decisions import SAME

    raise typer.Exit(add(store, (left, right), SAME, why, across=across))
