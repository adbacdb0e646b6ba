"""kg forget: an article leaves the graph."""

from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.options import STORE, StoreOption
from kg.cli.problems import Problems


@app.command()
def forget(
    article: Annotated[str, typer.Argument(help="Its id (the name of its file without the ending) or its IRI.")],
    *,
    store: StoreOption = STORE,
) -> None:
    """Remove one article with everything that only it supported."""
    from kg.cli.reading import writing
    from kg.forget import forget

    problems = Problems()
    with writing(store, problems) as graph:
        forget(graph, article, problems)
    print(f"forgot {article}")
    raise typer.Exit(problems.exit_code)
