"""kg query: ask a saved query, a file, or SPARQL from standard input."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, cast

import typer

from kg.cli.app import app
from kg.cli.asking import QueryCommand
from kg.cli.options import LONGEST, STORE, QueriesOption, StoreOption, saved_queries
from kg.errors import UsageError
from kg.query.formats import ResultFormat
from kg.query.limit import LARGEST

if TYPE_CHECKING:
    from pyoxigraph import Store as Oxigraph

    from kg.graph.store import Store
    from kg.link.remote import Remote
    from kg.query.saved import SavedQuery

#: Seconds that a query may take, unless more are given.
TIMEOUT = 60.0


@app.command(cls=QueryCommand, context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
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
    queries: QueriesOption = None,
    form: Annotated[
        ResultFormat | None, typer.Option("--format", help="A table on a terminal, tsv elsewhere; turtle of a graph.")
    ] = None,
    to: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file, in its extension's format.")
    ] = None,
    iris: Annotated[
        bool | None,
        typer.Option(
            "--iris/--names", help="The W3C's csv and tsv, with IRIs, or names beside them; names for saved queries."
        ),
    ] = None,
    endpoint: Annotated[
        str | None, typer.Option(metavar="URL", help="Ask a SPARQL endpoint, as that of kg serve, and no store.")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, max=LARGEST, help="Give no more rows than this.")] = None,
    timeout: Annotated[
        float, typer.Option(min=0, max=LONGEST, help="End the query after so many seconds; 0 for never.")
    ] = TIMEOUT,
    safe_cells: Annotated[
        bool | None,
        typer.Option(help="Put ' before cells of csv and tsv that a spreadsheet would run; so it is with --names."),
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show the SPARQL that runs, on standard error.")] = False,
    fail_if_empty: Annotated[bool, typer.Option("--fail-if-empty", help="Exit with 1 if nothing is found.")] = False,
    inferred: Annotated[
        bool,
        typer.Option(
            help="Ask what is inferred, too, or only what articles state (of which a copy is made in memory)."
        ),
    ] = True,
    background: Annotated[
        bool,
        typer.Option(help="Ask what is known beside the articles, too, or leave it out (in a copy in memory)."),
    ] = True,
) -> None:
    """Ask the graph, by a saved query or any SPARQL.

    The parameters of a query are options (kg query quotes --help): kg query quotes --speaker "Sadiq Khan". One that is
    given twice finds what either does.
    """
    from kg.cli.answer import show, suited
    from kg.cli.asking import given, is_saved, sought
    from kg.cli.reading import reading
    from kg.cli.within import within
    from kg.link.remote import Remote
    from kg.query.formats import by_extension
    from kg.query.run import evaluated, is_empty, run

    asked = sought(what, queries)
    refuse_own(context, asked)
    values = given(context.args, asked)
    chosen = form or (by_extension(to) if to else None)
    names = is_saved(what) if iris is None else not iris
    if endpoint:
        warn(None, asked, by_name=is_saved(what), inferred=inferred)
        from kg.serve.quads import Named

        remote = Remote(endpoint, timeout)
        there = cast("Oxigraph", Named(remote.ask))
        text = worded(there, asked, values, limit=limit, explain=explain)
        found = elsewhere(remote, text, chosen, names=names, safe_cells=safe_cells, to=to)
        raise typer.Exit(1 if fail_if_empty and not found else 0)
    with reading(store) as graph, within(timeout, asked.name):
        source = meant(graph, inferred=inferred, background=background)
        warn(graph.db, asked, by_name=is_saved(what), inferred=inferred)
        text = worded(source, asked, values, limit=limit, explain=explain)
        with evaluated(), written(to) as out:
            answer = run(source, text)
            some = show(source, answer, chosen or suited(answer), names=names, safe_cells=safe_cells, out=out)
        if some is None and fail_if_empty:
            some = not is_empty(run(source, text))
        if some is False:
            tell_empty(source, asked, values)
    raise typer.Exit(1 if fail_if_empty and not some else 0)


def worded(
    source: "Oxigraph", asked: "SavedQuery", values: dict[str, list[str]], *, limit: int | None, explain: bool
) -> str:
    """Return the SPARQL that asks a query of a source with these values, and show it if told to."""
    from kg.query.bind import bound
    from kg.query.kinds import check
    from kg.query.limit import limited

    check(source, asked, values)
    text = bound(asked, values, source)
    text = limited(text, limit) if limit else text
    if explain:
        print(text, file=sys.stderr)
    return text


def elsewhere(
    remote: "Remote", text: str, chosen: ResultFormat | None, *, names: bool, safe_cells: bool | None, to: Path | None
) -> bool:
    """Show what an endpoint answers, and return whether it found anything."""
    from kg.cli.answer import show, suited
    from kg.link.remote import rows
    from kg.query.run import is_empty

    body = remote.ask(text)
    form = chosen or suited(rows(body))
    labels = remote.labels(body)
    with written(to) as out:
        show(labels, rows(body), form, names=names, safe_cells=safe_cells, out=out)
    return not is_empty(rows(body))


@contextmanager
def written(to: Path | None) -> Iterator[IO[bytes] | None]:
    """Open the file that an answer is to stand in, whole or not at all."""
    from kg.export.file import replacing

    if to is None:
        yield None
        return
    with replacing(to) as out:
        yield out


def warn(source: "Oxigraph | None", asked: "SavedQuery", *, by_name: bool, inferred: bool) -> None:
    """Tell of what in a query or its header is not known, and of what it would need."""
    from kg.cli.problems import tell
    from kg.query.terms import unknown

    for told in (*asked.told, *(() if by_name else unknown(source, asked.text))):
        tell(told)
    if asked.inference and not inferred:
        tell(f"{asked.name} answers from what is inferred, too; without that it finds less")


def tell_empty(source: "Oxigraph", asked: "SavedQuery", values: dict[str, list[str]]) -> None:
    """Tell a person that nothing was found, and what was nearest."""
    from kg.cli.problems import tell
    from kg.query.nearest import nearest

    if sys.stdout.isatty():
        tell("\n  ".join(["nothing found", *nearest(source, asked, values)]))


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
