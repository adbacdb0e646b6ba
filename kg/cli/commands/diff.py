"""kg diff: what came and what went between two graphs."""

import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import app


class DiffFormat(StrEnum):
    """How a difference is written."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"


@app.command()
def diff(
    before: Annotated[Path, typer.Argument(help="A store, or a file that kg export wrote.")],
    after: Annotated[Path, typer.Argument(help="Another.")],
    *,
    form: Annotated[DiffFormat, typer.Option("--format", help="How it is written.")] = DiffFormat.TEXT,
) -> None:
    """List the things, facts and merges that came (+) and went (-) between two graphs; exit 1 if there are any."""
    from kg.cli.plain import data, one_line
    from kg.export.diff import as_html
    from kg.export.diff import diff as compared

    changes = compared(before, after)
    match form:
        case DiffFormat.TEXT:
            for change in changes:
                print(one_line(str(change)))
        case DiffFormat.HTML:
            data(as_html(changes))
        case DiffFormat.JSON:
            data(json.dumps([asdict(change) for change in changes], ensure_ascii=False) + "\n")
    typer.echo(f"{len(changes) or 'no'} difference{'s' * (len(changes) != 1)}", err=True)
    raise typer.Exit(1 if changes else 0)
