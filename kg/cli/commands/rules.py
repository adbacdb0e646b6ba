"""kg rules: the rules of the extraction, what each gives, and how much of it is right."""

import json
from collections import Counter
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import app
from kg.cli.options import STORE, ModelOption, OntologyOption, RulesOption, StoreOption
from kg.cli.plain import data
from kg.cli.problems import Problems
from kg.errors import UsageError
from kg.resources import DEFAULT_MODEL

if TYPE_CHECKING:
    from kg.eval.usage import Key
    from kg.extract.measured.registry import Rule
    from kg.extract.rules.users import Own

COLUMNS = ("kind", "rule", "facts", "precision", "judged", "kept")
OWN_COLUMNS = ("rule", "relation", "domain", "range", "examples", "never")


@app.command()
def rules(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH…]", help="Articles to count in, and not in the store.")
    ] = None,
    *,
    store: StoreOption = STORE,
    silent: Annotated[bool, typer.Option("--silent", help="Only those that give nothing there.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON array, with the rules' examples.")] = False,
    model: ModelOption = DEFAULT_MODEL,
    jobs: Annotated[int, typer.Option(min=1, help="Processes to read with; the output is the same.")] = 1,
    own: RulesOption = None,
    ontology: OntologyOption = None,
    check: Annotated[
        bool, typer.Option("--check", help="Only try the rules of --rules on their examples, and say what each reads.")
    ] = False,
) -> None:
    """List the rules that read articles: how many facts each gives, and how many of a hundred annotators call right.

    Rules of your own are tried on their examples, and on what they never read, whenever they are used.
    """
    from kg.cli.brought import brought
    from kg.eval.usage import used

    if check and own is None:
        raise UsageError("--check needs --rules: the folder of your rules")
    problems = Problems()
    given = brought(own, ontology, model, store=store).rules
    if check:
        tried(given, as_json=as_json)
        return
    counts = in_articles(paths, model, jobs, problems, given) if paths else in_store(store)
    # A store keeps what was found, and not what judged it.
    table = [(rule, None if rule.judges and not paths else facts) for rule, facts in used(counts, given)]
    show([(rule, facts) for rule, facts in table if not silent or facts == 0], as_json=as_json)
    raise typer.Exit(problems.exit_code)


def tried(own: "Own", *, as_json: bool) -> None:
    """Print rules of a user's own, all of whose examples hold."""
    from kg.cli.table import listing

    if as_json:
        rows = [
            {**asdict(rule), "relation": rule.relation.name, "how": dict(rule.how), "where": rule.where}
            for rule in own.rules
        ]
        data(json.dumps(rows, ensure_ascii=False) + "\n")
        return
    cells = [
        (
            r.name,
            r.relation.name,
            r.relation.domain or "",
            r.relation.range or "",
            str(len(r.examples)),
            str(len(r.never)),
        )
        for r in own.rules
    ]
    listing(OWN_COLUMNS, cells)


def in_articles(paths: list[Path], model: str, jobs: int, problems: Problems, own: "Own") -> "Counter[Key]":
    """Return what each rule gives in some articles."""
    from kg.articles.number import number
    from kg.articles.readers import read
    from kg.cli.jobs import within_cores
    from kg.cli.progress import Watched
    from kg.eval.usage import fired
    from kg.extraction import Extraction

    reader = Extraction(model, jobs=within_cores(jobs), report=problems, own=own, resident=True)
    watched = Watched(reader, partial(number, paths))
    return fired(watched(read(paths, report=problems, watch=watched.coming)))


def in_store(store: Path) -> "Counter[Key]":
    """Return what each rule gave in the articles of a store."""
    from kg.cli.reading import reading
    from kg.graph.contents import rules

    with reading(store) as graph:
        return Counter(rules(graph))


def show(table: "list[tuple[Rule, int | None]]", *, as_json: bool) -> None:
    """Print the rules as a table, or as one array."""
    from kg.cli.table import listing

    if as_json:
        rows = [asdict(rule) | {"facts": facts} for rule, facts in table]
        data(json.dumps(rows, ensure_ascii=False) + "\n")
        return
    shares = ["" if rule.precision is None else f"{rule.precision:.2f}" for rule, _ in table]
    cells = [
        (r.kind, r.name, "" if n is None else str(n), share, str(r.judged), r.kept)
        for (r, n), share in zip(table, shares, strict=True)
    ]
    listing(COLUMNS, cells)
