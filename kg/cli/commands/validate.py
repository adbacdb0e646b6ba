"""kg validate: is the graph as its shapes say."""

from enum import StrEnum
from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.options import STORE, StoreOption


class ReportFormat(StrEnum):
    """How the report is written."""

    TEXT = "text"
    TURTLE = "turtle"


@app.command()
def validate(
    *,
    form: Annotated[ReportFormat, typer.Option("--format", help="How the report is written.")] = ReportFormat.TEXT,
    store: StoreOption = STORE,
) -> None:
    """Check each article's graph against the shapes of ontology/shapes.ttl; exit 1 if one is violated."""
    from kg.cli.plain import data
    from kg.cli.progress import counted
    from kg.cli.reading import reading
    from kg.graph.shapes import reports

    number = 0
    with reading(store) as knowledge:
        articles = sorted(knowledge.articles(), key=str)
        for report in reports(knowledge, counted(articles, "articles", articles.__len__)):
            number += len(report.violations)
            if form is ReportFormat.TURTLE:
                data(report.graph.serialize(format="turtle"))
                continue
            for found in report.violations:
                print(f"{found.article}\n  {found.node}: {found.message}")
    typer.echo(f"{number or 'no'} violation{'s' * (number != 1)}", err=True)
    raise typer.Exit(1 if number else 0)
