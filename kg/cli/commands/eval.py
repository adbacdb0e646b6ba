"""kg eval: extract from annotated articles and score what is found."""

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import app
from kg.resources import DEFAULT_MODEL

TASKS = (
    "quotes, relations, documents, incidents, events, victims, pronouns or links, each as its corpus annotates them;"
    " facts: all that an article states."
)


@app.command(name="eval")
def evaluate(
    task: Annotated[str, typer.Argument(help=TASKS)],
    gold: Annotated[Path, typer.Argument(help="Annotated articles, JSON Lines.")],
    *,
    model: Annotated[str, typer.Option(help="An installed spaCy pipeline.")] = DEFAULT_MODEL,
    jobs: Annotated[int, typer.Option(min=1, help="Processes to read with; the scores are the same.")] = 1,
    errors: Annotated[bool, typer.Option("--errors", help="List what is missed [so] and wrong {so}.")] = False,
    rules: Annotated[bool, typer.Option("--by-rule", help="Show the precision of each rule.")] = False,
    without: Annotated[
        list[str] | None,
        typer.Option("--without", metavar="RULE", help="Leave out what a rule gives (leads-*: rules so named); again."),
    ] = None,
    background: Annotated[
        bool, typer.Option(help="Add what is known beside the articles, where the gold has it: documents.")
    ] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Extract from annotated articles and score what is found, in per cent."""
    from kg.cli.plain import data
    from kg.eval import show
    from kg.eval.sheet import evaluate

    sheet = evaluate(task, gold, model, jobs, without or (), background=background)
    if as_json:
        report = show.to_json(sheet)
        report |= {"rules": show.rules_to_json(sheet)} if rules else {}
        report |= {"errors": show.errors_to_json(sheet)} if errors else {}
        data(json.dumps(report, ensure_ascii=False) + "\n")
        return
    print(*show.score_lines(sheet), sep="\n")
    if rules:
        print("", *show.rule_lines(sheet), sep="\n")
    if errors:
        print("", *show.error_lines(sheet), sep="\n")
