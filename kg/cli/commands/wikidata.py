"""kg wikidata: an index of Wikidata's items for linking offline, from a dump or from packages."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.checked import Commands
from kg.cli.options import INDEX, IndexOption

wikidata = Commands(name="wikidata", help="Make an index of Wikidata for linking offline.", no_args_is_help=True)
app.add_typer(wikidata)


@wikidata.callback()
def _group() -> None:
    """Make an index of Wikidata for linking offline."""


@wikidata.command(name="import")
def import_(
    dump: Annotated[
        Path, typer.Argument(help="A dump in JSON, N-Triples or Turtle, full or truthy, plain, .gz or .bz2.")
    ],
    *,
    index: IndexOption = INDEX,
    min_sitelinks: Annotated[int, typer.Option(min=0, help="Leave out what fewer wikis write about.")] = 0,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", help="Person, Organization or Place, again for more; all by default.")
    ] = None,
) -> None:
    """Read a dump of Wikidata into an index; an import that was ended is resumed."""
    from kg.cli.problems import Problems
    from kg.link.importing import KINDS, import_dump

    if wrong := set(kind or ()) - set(KINDS):
        raise typer.BadParameter(f"{min(wrong)} is no kind that is linked; there are {', '.join(KINDS)}")
    problems = Problems()
    made = import_dump(dump, index, kinds=kind or KINDS, least=min_sitelinks, report=problems)
    print(f"{index}: {made.held} items of {made.read} read", file=sys.stderr)
    if made.read and not made.counts_links:
        print("kg: the dump does not say how many wikis write about an item; statements are counted", file=sys.stderr)
    raise typer.Exit(problems.exit_code)


@wikidata.command()
def builtin(
    *,
    modules: Annotated[
        Path | None,
        typer.Option(
            "--node-modules", envvar="KG_NODE_MODULES", metavar="DIR", help="Where npm's packages are: node_modules."
        ),
    ] = None,
) -> None:
    """Make the built-in index of the packages with open data that are installed: places and bodies, and no person."""
    from kg.link.builtin import making
    from kg.link.index import Index

    found = making.installed(modules)
    path = making.builtin(modules)
    with Index(path) as made:
        held = made.held()
    print(path)
    for each in found:
        print(f"kg: {each.told} ({each.package.terms}): {each.package.holds}", file=sys.stderr)
    for package in making.missing(found):
        print(f"kg: without {package.name} ({package.holds}): {package.advice}", file=sys.stderr)
    print(f"{held} places and bodies, and no person; kg link --builtin uses them", file=sys.stderr)
