"""kg queries: what can be asked by name."""

from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.options import saved_queries
from kg.cli.table import listing

queries = typer.Typer(help="List the saved queries, or show one.", invoke_without_command=True)
app.add_typer(queries, name="queries")


@queries.callback()
def every(context: typer.Context) -> None:
    """List the saved queries with what each answers."""
    if context.invoked_subcommand is None:
        from kg.query.saved import saved

        listing(("query", "answers"), [(query.name, query.summary) for query in saved().values()])


@queries.command()
def show(name: Annotated[str, typer.Argument(help="A saved query.", autocompletion=saved_queries)]) -> None:
    """Print the SPARQL of a saved query."""
    from kg.cli.plain import data
    from kg.query.saved import find

    data(find(name).text)
