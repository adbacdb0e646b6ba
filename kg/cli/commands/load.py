"""kg load: a store of what was extracted on many machines."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.options import STORE, StoreOption


@app.command()
def load(
    path: Annotated[Path, typer.Argument(metavar="DIR", help="The folder that kg spark wrote, on this machine.")],
    *,
    store: StoreOption = STORE,
    background: Annotated[
        bool, typer.Option(help="Add where places lie and bodies are, from tables of others, in a graph of its own.")
    ] = True,
) -> None:
    """Make a new store of what kg spark extracted, in bulk: the same that kg build makes of the same articles.

    It is there when it is whole; what kg spark close found to follow is not asked again. What was decided of who is who
    comes with it, where DIR has decisions.csv. docs/scale.md says how other stores load the same files.
    """
    from kg.build import Built
    from kg.cli.problems import Problems
    from kg.cli.progress import counted
    from kg.cli.summary import summary
    from kg.conclude import conclude
    from kg.graph import shards
    from kg.graph.store import Store

    problems = Problems()
    found = shards.files(path)
    with shards.new(store) as made, Store(made) as graph:
        for file in counted(found, "files"):
            shards.load(graph, file)
        shards.decided(path, made)
        if shards.is_closed(path):
            graph.infer((), ())
        conclude(graph, background=background, report=problems, watch=counted)
    with Store(store, read_only=True) as graph:
        built = Built(new=sum(1 for _ in graph.articles()))
        print(*summary(graph, built, problems), sep="\n")
    raise typer.Exit(problems.exit_code)
