"""kg spark: many articles on many machines."""

import logging
import signal
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import app
from kg.cli.checked import Commands
from kg.cli.options import (
    AuthorField,
    ConfidenceOption,
    DateField,
    IdField,
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
from kg.cli.problems import tell
from kg.errors import UsageError
from kg.resources import ARTICLE_TIMEOUT, DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyspark.sql import SparkSession

group = Commands(no_args_is_help=True, help="Read many articles on many machines, by Apache Spark (docs/scale.md).")
app.add_typer(group, name="spark")

Out = Annotated[str, typer.Argument(metavar="OUT", help="The folder to write to, on any file system of Spark's.")]
Master = Annotated[
    str | None,
    typer.Option(metavar="URL", help="spark://HOST:7077, yarn, k8s://…, local[4]; else as spark-submit says."),
]
Settings = Annotated[
    list[str] | None, typer.Option("--conf", metavar="NAME=VALUE", help="A setting of Spark's; again for others.")
]


@contextmanager
def started(master: str | None, settings: list[str] | None) -> "Iterator[SparkSession]":
    """Give Spark as it is asked for; what it raises is told in a line."""
    from kg.articles.asked import needing

    with needing("kg spark", "spark"):
        from kg.spark.session import session
        from kg.spark.trouble import trouble

    _quiet()
    pairs = [each.partition("=") for each in settings or ()]
    for name, sign, _ in pairs:
        if not (name and sign):
            raise UsageError(f"--conf {name!r}: write it as spark.executor.memory=4g")
    spark = session(master, {name: value for name, _, value in pairs})
    # Spark's own would ask Java to end what runs, in the middle of another question to it; it ends with this process.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if page := spark.sparkContext.uiWebUrl:
        tell(f"progress is in Spark's page, {page}")
    with trouble():
        yield spark


def _quiet() -> None:
    """Let Spark's Python part say nothing of what kg tells in a line, nor of what concerns its makers."""
    logging.disable(logging.ERROR)
    warnings.filterwarnings("ignore", module=r"pyspark\.")


def refuse(path: str, out: str, settings: "Iterable[str]") -> None:
    """Raise UsageError for what is to be read or written before Spark starts, which takes seconds."""
    from kg.articles.asked import needing

    with needing("kg spark", "spark"):
        from kg.spark.folder import apart, own
    missing(path, settings)
    apart(path, out)
    own(out)


def missing(path: str, settings: "Iterable[str]") -> None:
    """Raise UsageError if a path is of this machine and nothing is there."""
    from kg.articles.asked import needing

    with needing("kg spark", "spark"):
        from kg.spark.folder import there
    there(path, settings)


@group.command()
def extract(
    path: Annotated[
        str, typer.Argument(metavar="INPUT", help="JSON Lines, Parquet or WARC: a file or folder, s3a://…, hdfs://…")
    ],
    out: Out,
    *,
    master: Master = None,
    settings: Settings = None,
    task: Annotated[int, typer.Option(min=1, help="Articles of a task; what a task has read is kept.")] = 500,
    model: ModelOption = DEFAULT_MODEL,
    min_confidence: ConfidenceOption = 0.0,
    rules_only: RulesOnlyOption = False,
    article_timeout: TimeoutOption = ARTICLE_TIMEOUT,
    rules: RulesOption = None,
    ontology: OntologyOption = None,
    text_field: TextField = None,
    id_field: IdField = None,
    title_field: TitleField = None,
    date_field: DateField = None,
    source_field: SourceField = None,
    author_field: AuthorField = None,
    language: LanguageOption = ReadLanguage.ENGLISH,
) -> None:
    """Write what articles state: tables (Parquet) and the graph (N-Quads), as kg extract and kg build give it.

    A run that was ended is resumed by the same command; articles that were read are not read again. What could not be
    read is in the table of errors.
    """
    from kg.articles.record import Named
    from kg.cli.brought import brought
    from kg.cli.summary import line
    from kg.extraction import Extraction

    refuse(path, out, settings or ())
    own = brought(rules, ontology, model, rules_only=rules_only).rules
    named = Named(text_field, id_field, title_field, date_field, source_field, author_field)
    reader = Extraction(model, min_confidence, rules_only=rules_only, article_timeout=article_timeout, own=own)
    with started(master, settings) as spark:
        from kg.spark.extracting import Wanted, extract

        done = extract(spark, path, out, Wanted(reader, named, language.value, task))
    if done.failed:
        tell(f"{done.failed:,} could not be read; {out}/errors tells of each, as: {done.first}")
    print(line("articles", {"new": done.new, "unchanged": done.unchanged, "failed": done.failed}))
    raise typer.Exit(3 if done.failed else 0)


@group.command()
def resolve(out: Out, *, master: Master = None, settings: Settings = None) -> None:
    """Write tables and graph anew, with one IRI for what is one thing or one incident, as kg build gives it.

    What was decided (kg same, kg different) is heeded where OUT has it, in decisions.csv, as a store does.
    """
    from kg.cli.problems import Problems

    missing(out, settings or ())
    problems = Problems()
    with started(master, settings) as spark:
        from kg.spark.extracting import resolve

        number = resolve(spark, out, problems)
    print(f"{number:,} things and incidents got the IRI that they share with others")
    raise typer.Exit(problems.exit_code)


@group.command()
def close(out: Out, *, master: Master = None, settings: Settings = None) -> None:
    """Write what is inferred from the facts of all articles beside them, as kg build finds it."""
    missing(out, settings or ())
    with started(master, settings) as spark:
        from kg.spark.following import close

        number = close(spark, out)
    print(f"{number:,} facts follow")
