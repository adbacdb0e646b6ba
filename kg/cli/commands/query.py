"""kg query: ask a saved query, a file, or SPARQL from standard input."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import app
from kg.cli.options import STORE, StoreOption, saved_queries
from kg.errors import DataError, UsageError
from kg.query.formats import ResultFormat

if TYPE_CHECKING:
    from pyoxigraph import Store as Oxigraph

    from kg.graph.store import Store
    from kg.query.saved import SavedQuery


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def query(
    context: typer.Context,
    what: Annotated[
        str,
        typer.Argument(
            metavar="NAME|FILE.rq|-", help="A saved query, a file, or standard input.", autocompletion=saved_queries
        ),
    ],
    *,
    store: StoreOption = STORE,
    form: Annotated[
        ResultFormat | None, typer.Option("--format", help="A table on a terminal, tsv elsewhere; turtle of a graph.")
    ] = None,
    safe_cells: Annotated[
        bool,
        typer.Option(help="Put ' before cells of csv and tsv that a spreadsheet would run; they are then not W3C's."),
    ] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show the SPARQL that runs, on standard error.")] = False,
    fail_if_empty: Annotated[bool, typer.Option("--fail-if-empty", help="Exit with 1 if nothing is found.")] = False,
    inferred: Annotated[
        bool,
        typer.Option(help="Ask what follows, too, or only what articles state (of which a copy is made in memory)."),
    ] = True,
    background: Annotated[
        bool,
        typer.Option(help="Ask what is known beside the articles, too, or leave it out (in a copy in memory)."),
    ] = True,
) -> None:
    """Ask the graph, by a saved query or any SPARQL.

    The parameters of a query are options: kg query quotes --speaker "Sadiq Khan".
    """
    from kg.cli.answer import show
    from kg.cli.reading import reading
    from kg.query.bind import bound
    from kg.query.run import evaluated, is_empty, run
    from kg.query.terms import unknown

    asked = sought(what)
    refuse_own(context, asked)
    given = parameters(context.args, asked)
    for told in unknown(asked.text) if asked.name != what else ():
        print(f"kg: {told}", file=sys.stderr)
    if asked.inference and not inferred:
        print(f"kg: {asked.name} answers from what is inferred, too; without that it finds less", file=sys.stderr)
    with reading(store) as graph:
        source = meant(graph, inferred=inferred, background=background)
        text = bound(asked, given, source)
        if explain:
            print(text, file=sys.stderr)
        with evaluated():
            show(source, run(source, text), form, safe_cells=safe_cells)
        if fail_if_empty and is_empty(run(source, text)):
            raise typer.Exit(1)


def meant(graph: "Store", *, inferred: bool, background: bool) -> "Oxigraph":
    """Return what is to be asked."""
    if inferred and background:
        return graph.db
    from kg.query.parts import asserted, without_background

    return without_background(graph) if inferred else asserted(graph, background=background)


def refuse_own(context: typer.Context, asked: "SavedQuery") -> None:
    """Raise UsageError if a parameter of the query is called as one of kg's own options, which would take its value."""
    options = (option for each in context.command.params for option in (*each.opts, *each.secondary_opts))
    own = {*options, *context.help_option_names}
    for each in asked.parameters:
        if f"--{each.name}" in own:
            raise UsageError(f"{asked.name}: --{each.name} is kg's own option: give ?{each.variable} another name")


def sought(what: str) -> "SavedQuery":
    """Return the query that a name, a file's path, or standard input gives."""
    from kg.query.saved import find, parse, read

    if what.startswith("--"):
        raise UsageError(f"put the query's name before {what}")
    if what == "-":
        return parse(utf8(sys.stdin.buffer.read(), "standard input"), "standard input")
    path = Path(what)
    return read(path) if path.suffix or path.is_file() else find(what)


def utf8(text: bytes, where: str) -> str:
    """Return a text that came from outside; DataError if it is no UTF-8."""
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DataError(f"{where}: not UTF-8 text: {error.reason} at byte {error.start}") from None


def parameters(words: list[str], asked: "SavedQuery") -> dict[str, str]:
    """Return what `--name value`, `--name=value` and a flag's `--name` give; UsageError for anything else."""
    flags = {each.name for each in asked.parameters if each.flag}
    given: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        name, equals, value = word.removeprefix("--").partition("=")
        if not word.startswith("--"):
            raise UsageError(f"{word!r} belongs to no option; quote values with spaces")
        last = value if equals else "true" if name in flags else next(rest, None)
        if last is None:
            raise UsageError(f"{word} needs a value")
        if name in given:
            raise UsageError(f"--{name} is given twice")
        given[name] = utf8(os.fsencode(last), word)
    return given
