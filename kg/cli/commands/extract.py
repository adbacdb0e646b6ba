"""kg extract: the facts of articles as JSON Lines."""

import json
import sys
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import app
from kg.cli.options import (
    AuthorField,
    BuiltinOption,
    ConfidenceOption,
    DateField,
    IdField,
    KeepVersions,
    LanguageOption,
    ModelOption,
    OntologyOption,
    ReadLanguage,
    RulesOnlyOption,
    RulesOption,
    SourceField,
    TextField,
    TimeoutOption,
    TitleField,
)
from kg.cli.problems import Problems
from kg.resources import ARTICLE_TIMEOUT, DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.facts import Reading


@app.command()
def extract(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input.")],
    *,
    model: ModelOption = DEFAULT_MODEL,
    min_confidence: ConfidenceOption = 0.0,
    jobs: Annotated[int, typer.Option(min=1, help="Processes to read with; the output is the same.")] = 1,
    rules_only: RulesOnlyOption = False,
    article_timeout: TimeoutOption = ARTICLE_TIMEOUT,
    rules: RulesOption = None,
    ontology: OntologyOption = None,
    resolve: Annotated[
        bool, typer.Option("--resolve", help="Give what is one thing in several articles one IRI, as kg build does.")
    ] = False,
    index: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Give Wikidata's ids by an index that kg wikidata import made.")
    ] = None,
    builtin: BuiltinOption = False,
    background: Annotated[
        bool, typer.Option("--background", help="Add where places lie and bodies are, of modality background.")
    ] = False,
    text_field: TextField = None,
    id_field: IdField = None,
    title_field: TitleField = None,
    date_field: DateField = None,
    source_field: SourceField = None,
    author_field: AuthorField = None,
    language: LanguageOption = ReadLanguage.ENGLISH,
    keep_versions: KeepVersions = False,
) -> None:
    """Print the facts of articles as JSON Lines, one article a line. No store is touched."""
    from kg.articles.number import number
    from kg.articles.readers import read
    from kg.articles.record import Named
    from kg.cli.brought import brought
    from kg.cli.jobs import to_read
    from kg.cli.plain import data
    from kg.cli.progress import Watched
    from kg.export.readings import to_json
    from kg.extraction import Extraction
    from kg.resolve.readings import resolved

    problems = Problems()
    named = Named(text_field, id_field, title_field, date_field, source_field, author_field)
    own = brought(rules, ontology, model, rules_only=rules_only).rules
    jobs = to_read(jobs, paths, named)
    reader = Extraction(model, min_confidence, jobs, rules_only, problems, article_timeout, own, resident=True)
    # On a terminal the lines themselves show how far it is.
    watched = Watched(reader, partial(number, paths, named))
    reading = (reader if sys.stdout.isatty() else watched)(
        read(
            paths,
            named=named,
            language=language.value,
            keep_versions=keep_versions,
            report=problems,
            watch=watched.coming,
        )
    )
    readings: Iterator[Reading] = reading
    if resolve:
        readings = resolved(readings)
    if index or builtin:
        from kg.cli.linking import indexes
        from kg.link.readings import linked

        readings = linked(readings, indexes(index, builtin=builtin))
    if background:
        from kg.background.background import with_background

        readings = map(with_background, readings)
    # Processes that read end with who asked them, also where that is broken off.
    with closing(reading):
        for each in readings:
            data(json.dumps(to_json(each)) + "\n")
    raise typer.Exit(problems.exit_code)
