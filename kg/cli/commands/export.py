"""kg export: the graph as RDF for other tools."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.options import STORE, StoreOption
from kg.export.formats import Format


@app.command()
def export(
    file: Annotated[Path | None, typer.Argument(help="Where to write; standard output if left out.")] = None,
    *,
    store: StoreOption = STORE,
    form: Annotated[Format | None, typer.Option("--format", help="By the file's extension; else turtle.")] = None,
    graph: Annotated[
        str | None, typer.Option(help="One graph: an article by its id, or inferred, links, ontology, contradictions.")
    ] = None,
    inferred: Annotated[bool, typer.Option(help="Write what follows, too, or only what articles state.")] = True,
    background: Annotated[
        bool,
        typer.Option(help="Write what is known beside the articles, too, or leave out that and what follows from it."),
    ] = True,
) -> None:
    """Write the graph as Turtle, N-Triples, N-Quads, TriG, RDF/XML or JSON-LD; the same graph in the same bytes."""
    from kg import api
    from kg.cli.plain import output
    from kg.cli.reading import reading

    with reading(store) as kept:
        api.export(kept, file or output(), form, graph=graph, inferred=inferred, background=background)
