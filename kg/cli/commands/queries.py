"""kg queries: what can be asked by name."""

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.app import app
from kg.cli.checked import Commands
from kg.cli.options import QueriesOption, saved_queries
from kg.cli.problems import Problems
from kg.cli.table import listing

if TYPE_CHECKING:
    from kg.query.saved import SavedQuery

queries = Commands(help="List the saved queries, or show one.", invoke_without_command=True)
app.add_typer(queries, name="queries")


@queries.callback()
def every(
    context: typer.Context,
    *,
    folder: QueriesOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON array, with the parameters.")] = False,
) -> None:
    """List the saved queries with what each answers, and where it is from."""
    from kg.cli.plain import data
    from kg.query.saved import folders, saved

    if context.invoked_subcommand is not None:
        return
    problems = Problems()
    found = saved(folders(folder), problems).values()
    if as_json:
        data(json.dumps([described(query) for query in found], ensure_ascii=False) + "\n")
    else:
        listing(("query", "answers", "from"), [(query.name, query.summary, origin(query)) for query in found])
    raise typer.Exit(problems.exit_code)


@queries.command()
def show(
    name: Annotated[str, typer.Argument(help="A saved query.", autocompletion=saved_queries)],
    *,
    folder: QueriesOption = None,
) -> None:
    """Print the SPARQL of a saved query."""
    from kg.cli.plain import data
    from kg.query.saved import find, folders

    data(find(name, folders(folder)).text)


def origin(query: "SavedQuery") -> str:
    """Return where a query is from: kg, or a folder of the user's."""
    from kg.resources import folder

    return (
        "kg"
        if query.path is None or query.path.parent.resolve() == folder("queries").resolve()
        else str(query.path.parent)
    )


def described(query: "SavedQuery") -> dict[str, Any]:
    """Return what is known of a query as plain values."""
    return {
        "name": query.name,
        "answers": query.summary,
        "from": origin(query),
        "parameters": [
            {
                "name": each.name,
                "is": each.meaning,
                "required": each.required,
                "default": each.default,
                "choices": list(each.choices),
            }
            for each in query.parameters
        ],
    }
