"""kg build: articles become a graph."""

from enum import StrEnum
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import app
from kg.cli.interrupted import keeping, telling
from kg.cli.options import (
    STORE,
    AuthorField,
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
    StoreOption,
    TextField,
    TimeoutOption,
    TitleField,
)
from kg.cli.problems import Problems, tell
from kg.resources import ARTICLE_TIMEOUT, DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.articles.article import Article


class Engine(StrEnum):
    """Who reasons."""

    RULES = "rules"
    OWLRL = "owlrl"


@app.command()
def build(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input.")],
    *,
    store: StoreOption = STORE,
    published: Annotated[str | None, typer.Option(help="When a single text was published: 2017-03-23.")] = None,
    source: Annotated[str | None, typer.Option(help="Where a single text was published: its web address.")] = None,
    model: ModelOption = DEFAULT_MODEL,
    min_confidence: ConfidenceOption = 0.0,
    jobs: Annotated[int, typer.Option(min=1, help="Processes to read with; the store is the same.")] = 1,
    rules_only: RulesOnlyOption = False,
    article_timeout: TimeoutOption = ARTICLE_TIMEOUT,
    engine: Annotated[
        Engine, typer.Option(help="Who reasons: kg's rules, or owlrl as it is, for comparison.")
    ] = Engine.RULES,
    ontology: OntologyOption = None,
    rules: RulesOption = None,
    background: Annotated[
        bool, typer.Option(help="Add where places lie and bodies are, from tables of others, in a graph of its own.")
    ] = True,
    base: Annotated[str | None, typer.Option(help="What the IRIs of a new store start with.")] = None,
    text_field: TextField = None,
    id_field: IdField = None,
    title_field: TitleField = None,
    date_field: DateField = None,
    source_field: SourceField = None,
    author_field: AuthorField = None,
    language: LanguageOption = ReadLanguage.ENGLISH,
    keep_versions: KeepVersions = False,
) -> None:
    """Read articles (text, JSON, CSV, web pages, feeds, PDF, …) into the store, with what is inferred from them.

    Articles that the store holds unchanged are skipped; those that changed are replaced. In JSON, text, id, title,
    date, address and author are found by the names that the usual tools give them.
    """
    from kg.articles.record import Named
    from kg.cli.jobs import to_read
    from kg.extraction import Extraction, ready
    from kg.processes import Processes

    named = Named(text_field, id_field, title_field, date_field, source_field, author_field)
    jobs = to_read(jobs, paths, named)
    processes = context.with_resource(Processes(jobs))
    if not store.exists():
        # There will be something to read: what that takes is loaded while this process does the same.
        processes.begin(partial(ready, model))

    from kg.adopt import adopt
    from kg.articles.number import number
    from kg.articles.readers import read
    from kg.build import build, is_filled
    from kg.cli.brought import brought
    from kg.cli.progress import Watched, counted
    from kg.cli.reading import warned
    from kg.cli.summary import summary
    from kg.graph.store import Store
    from kg.memory import give_back_at_once

    give_back_at_once()
    problems = Problems()
    # Before there is a store: of an ontology or rules that are none there is nothing to leave behind.
    own = brought(rules, ontology, model, rules_only=rules_only, store=store)
    reader = Extraction(
        model, min_confidence, jobs, rules_only, problems, article_timeout, own.rules, resident=True, once=True
    )
    watched = Watched(reader, partial(number, paths, named))
    articles: Iterator[Article] = read(
        paths,
        published=published,
        source=source,
        named=named,
        language=language.value,
        keep_versions=keep_versions,
        report=problems,
        watch=watched.coming,
    )
    if not store.exists():
        articles = _some(articles, store, problems)
    with warned(Store(store, base=base)) as graph:
        with keeping(graph):
            if own.ontology is not None:
                adopt(graph, own.ontology, problems)
            built = build(
                graph,
                articles,
                watched,
                engine=engine.value,
                background=background,
                report=problems,
                watch=counted,
                processes=processes,
            )
        with telling("all is built"):
            done = [*summary(graph, built, problems)]
            filled = is_filled(graph, built)
    try:
        if filled:
            _compact(store, jobs, problems)
    finally:
        # What was done is told last, below the bars.
        print(*done, sep="\n")
    raise typer.Exit(problems.exit_code)


def _some(articles: "Iterator[Article]", store: Path, problems: Problems) -> "Iterator[Article]":
    """Return articles for a store that is not made yet; of inputs without one nothing is to be made."""
    first = list(islice(articles, 1))
    if not first:
        tell(f"no article could be read: {store} is not made")
        raise typer.Exit(problems.exit_code)
    return chain(first, articles)


def _compact(store: Path, jobs: int, problems: Problems) -> None:
    """Let a store that was filled take less room; where that cannot be, it is built all the same, and told."""
    from kg.cli.progress import counted
    from kg.errors import DataError, Notice
    from kg.graph.trouble import DamageError
    from kg.graph.upkeep import compact

    try:
        with telling(f"all is built: kg store compact --store {store} lets it take less room"):
            compact(store, watch=counted, jobs=jobs)
    except DamageError as error:
        problems(error)
    except DataError as error:
        problems(Notice(f"all is built, and only takes more room than it could: {error}"))
