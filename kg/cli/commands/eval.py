"""kg eval: extract from annotated articles and score what is found."""

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import app
from kg.cli.options import BuiltinOption, ModelOption
from kg.resources import DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kg.facts import Reading

TASKS = (
    "quotes, relations, documents, incidents, events, victims, pronouns or links, each as its corpus annotates them;"
    " templates: incidents, each once with all that its mentions tell;"
    " facts: all that an article states; identity: who is who in all articles together."
)


@app.command(name="eval")
def evaluate(
    task: Annotated[str, typer.Argument(help=TASKS)],
    gold: Annotated[Path, typer.Argument(help="Annotated articles, JSON Lines.")],
    *,
    model: ModelOption = DEFAULT_MODEL,
    jobs: Annotated[int, typer.Option(min=1, help="Processes to read with; the scores are the same.")] = 1,
    errors: Annotated[bool, typer.Option("--errors", help="List what is missed [so] and wrong {so}.")] = False,
    rules: Annotated[bool, typer.Option("--by-rule", help="Show the precision of each rule.")] = False,
    without: Annotated[
        list[str] | None,
        typer.Option("--without", metavar="RULE", help="Leave out what a rule gives (leads-*: rules so named); again."),
    ] = None,
    capitals: Annotated[
        bool, typer.Option("--capitals", help="Read the same texts in capitals, as old wires are written.")
    ] = False,
    background: Annotated[
        bool, typer.Option(help="Add what is known beside the articles, where the gold has it: documents.")
    ] = True,
    index: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Link by an index of kg wikidata import, for links."),
    ] = None,
    builtin: BuiltinOption = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Extract from annotated articles and score what is found, in per cent."""
    from kg.cli.jobs import within_cores
    from kg.cli.plain import data
    from kg.eval import show
    from kg.eval.sheet import evaluate

    then: Callable[[Iterable[Reading]], Iterable[Reading]] = iter
    if index or builtin:
        from kg.cli.linking import indexes
        from kg.link.readings import linked

        then = partial(linked, source=indexes(index, builtin=builtin))
    by = within_cores(jobs)
    sheet = evaluate(task, gold, model, by, without or (), capitals=capitals, background=background, then=then)
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
