"""kg diff: what came and what went between two graphs."""

import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import Outcome, app


class DiffFormat(StrEnum):
    """How a difference is written."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"


@app.command()
def diff(
    context: typer.Context,
    before: Annotated[Path, typer.Argument(help="A store, or a file that kg export wrote.")],
    after: Annotated[Path, typer.Argument(help="Another.")],
    *,
    form: Annotated[DiffFormat, typer.Option("--format", help="How it is written.")] = DiffFormat.TEXT,
) -> None:
    """List the things, facts and merges that came (+) and went (-) between two graphs; exit 1 if there are any.

    Stores, TriG, N-Quads and JSON-LD tell what is stated from what is inferred, and only what is stated is compared.
    Turtle, N-Triples and RDF/XML do not: there both are.
    """
    from kg.cli.plain import data, one_line
    from kg.cli.problems import tell
    from kg.cli.reading import reading
    from kg.export.diff import as_html, tells_inferred
    from kg.export.diff import diff as compared

    for path in (before, after):
        if path.is_dir():
            reading(path).close()
    changes = compared(before, after)
    context.find_root().obj = outcome = Outcome(1 if changes else 0)
    if mixed := [str(path) for path in (before, after) if not tells_inferred(path)]:
        tell(f"{' and '.join(mixed)} does not tell what is inferred from what is stated: both are compared")
    match form:
        case DiffFormat.TEXT:
            for change in changes:
                print(one_line(str(change)))
        case DiffFormat.HTML:
            data(as_html(changes))
        case DiffFormat.JSON:
            data(json.dumps([asdict(change) for change in changes], ensure_ascii=False) + "\n")
    elsewhere = f"; {changes.moved} things are told the same elsewhere in their articles" if changes.moved else ""
    typer.echo(f"{len(changes) or 'no'} difference{'s' * (len(changes) != 1)}{elsewhere}", err=True)
    raise typer.Exit(outcome.code)
