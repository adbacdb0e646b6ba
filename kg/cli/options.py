"""Options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

StoreOption = Annotated[
    Path, typer.Option("--store", envvar="KG_STORE", metavar="DIR", help="The folder of the graph.")
]
STORE = Path("kg-store")
ModelOption = Annotated[str, typer.Option("--model", help="An installed spaCy pipeline.")]
ConfidenceOption = Annotated[float, typer.Option("--min-confidence", min=0, max=1, help="Leave out what is less sure.")]
RulesOnlyOption = Annotated[bool, typer.Option("--rules-only", help="Use nothing that was learned.")]
#: The most seconds that may be waited for: eleven days, which every clock of the system can count.
LONGEST = 1_000_000
TimeoutOption = Annotated[
    float,
    typer.Option(
        "--article-timeout", min=0.1, max=LONGEST, help="Leave out an article that takes more of the processor."
    ),
]
ServedTimeout = Annotated[
    float, typer.Option("--timeout", min=0.1, max=LONGEST, help="Seconds after which a query is ended.")
]


class ReadLanguage(StrEnum):
    """What language an article must be in to be read."""

    ENGLISH = "en"
    ANY = "any"


LanguageOption = Annotated[
    ReadLanguage, typer.Option("--language", help="Read what is in English, or any text at your own risk.")
]
RulesOption = Annotated[
    Path | None,
    typer.Option("--rules", metavar="DIR", help="Rules of your own beside kg's: *.toml in a folder, or one file."),
]
OntologyOption = Annotated[
    Path | None,
    typer.Option("--ontology", metavar="FILE", help="Terms of your own beside kg's ontology (Turtle, OWL 2 RL)."),
]
KeepVersions = Annotated[
    bool, typer.Option("--keep-versions", help="Keep all versions of an article at one address, not the newest alone.")
]
_FIELDS = "Fields of JSON and tables, where kg does not know yours"


def _field(name: str, what: str) -> Any:
    return typer.Option(
        f"--{name}-field", metavar="NAME", rich_help_panel=_FIELDS, help=f"The field that holds {what}."
    )


TextField = Annotated[str | None, _field("text", "the text")]
IdField = Annotated[str | None, _field("id", "the id")]
TitleField = Annotated[str | None, _field("title", "the headline")]
DateField = Annotated[str | None, _field("date", "the date of publication")]
SourceField = Annotated[str | None, _field("source", "the web address")]
AuthorField = Annotated[str | None, _field("author", "the author")]


KnownOption = Annotated[
    str | None, typer.Option("--known", metavar="DATE", help="Only what articles published until that day had told.")
]
AtOption = Annotated[
    str | None, typer.Option("--at", metavar="DATE", help="Only what held on that day, as far as anything tells.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
QueriesOption = Annotated[
    Path | None,
    typer.Option(
        "--queries", metavar="DIR", help="Your own queries, *.rq; else those in KG_QUERIES, or else in ./queries."
    ),
]


def saved_queries(incomplete: str) -> list[str]:
    """Return the names of saved queries that begin so, for the shell to complete."""
    from kg.query.saved import files, folders

    return [name for name in files(folders()) if name.startswith(incomplete)]


def thing_names(context: typer.Context, incomplete: str) -> list[str]:
    """Return the names of things of the store that begin so, for the shell to complete."""
    from kg.cli.asking import names

    return names(incomplete, Path(context.params.get("store") or STORE))


IndexOption = Annotated[
    Path, typer.Option("--index", envvar="KG_WIKIDATA", metavar="FILE", help="The index that kg wikidata import makes.")
]
INDEX = Path("wikidata.sqlite")

BuiltinOption = Annotated[
    bool,
    typer.Option("--builtin", help="By the index that kg makes of installed packages: places and bodies, no person."),
]
