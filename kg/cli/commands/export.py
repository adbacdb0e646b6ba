"""kg export: the graph as RDF for other tools."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.options import STORE, AtOption, KnownOption, StoreOption
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
    inferred: Annotated[bool, typer.Option(help="Write what is inferred, too, or only what articles state.")] = True,
    background: Annotated[
        bool,
        typer.Option(
            help="Write what is known beside the articles, too, or leave out that and what is inferred from it."
        ),
    ] = True,
    with_ontology: Annotated[
        bool,
        typer.Option("--with-ontology", help="Write the ontology's terms, too, for tools that look for them there."),
    ] = False,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Write the sentences that are evidence, and no article whole.")
    ] = False,
    facts_only: Annotated[bool, typer.Option("--facts-only", help="Write no evidence: no words of articles.")] = False,
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, help="Only what articles state as surely as this, and not what is inferred.")
    ] = 0.0,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only what articles of that day and later state.")
    ] = None,
    known: KnownOption = None,
    at: AtOption = None,
    about: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only what is said of a thing, and of those near it.")
    ] = None,
    depth: Annotated[int, typer.Option(min=0, help="With --about: how many steps away is near.")] = 1,
) -> None:
    """Write the graph as RDF, or as a network for other tools; the same graph in the same bytes.

    RDF: Turtle, N-Triples, N-Quads, TriG, RDF/XML, JSON-LD. Networks of what is told between things: GraphML and GEXF
    (Gephi), neo4j (an archive of CSV), ftm (FollowTheMoney). nif: texts with the names in them, for judges of entity
    linking (FILE.nif.ttl); schema: schema.org in JSON-LD (FILE.schema.jsonld). xlsx: a book with a sheet for each saved
    query. FILE.gz is packed.
    """
    from kg import api
    from kg.cli.plain import output
    from kg.cli.problems import Problems
    from kg.cli.reading import reading

    with reading(store) as kept:
        api.export(
            kept,
            output() if file in {None, Path("-")} else file,
            form,
            graph=graph,
            inferred=inferred,
            background=background,
            ontology=with_ontology,
            texts=not no_text,
            evidence=not facts_only,
            min_confidence=min_confidence,
            since=since,
            known=known,
            at=at,
            about=about,
            depth=depth,
            report=Problems(),
        )
