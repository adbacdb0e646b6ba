"""kg store: to look after the folder of the graph."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.checked import Commands
from kg.cli.options import STORE, StoreOption

keeping = Commands(no_args_is_help=True, help="Verify, back up, restore and compact the folder of the graph.")
app.add_typer(keeping, name="store")


@keeping.command()
def verify(*, store: StoreOption = STORE) -> None:
    """Read all of the store by each of its indexes; say what is damaged or lost, with exit code 3."""
    from kg.cli.problems import Problems
    from kg.cli.reading import unended
    from kg.graph.verifying import verify

    problems = Problems()
    for problem in verify(store):
        problems(problem)
    if not problems.count:
        unended(store)
        print(f"{store} is whole")
    raise typer.Exit(problems.exit_code)


@keeping.command()
def backup(
    to: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that does not exist.")],
    *,
    store: StoreOption = STORE,
) -> None:
    """Copy the store into a new folder, whole and independent of it; the copy is a store too."""
    from kg.cli.reading import unended
    from kg.graph.upkeep import backup

    backup(store, to)
    unended(store)
    print(f"{store} is copied to {to}")


@keeping.command()
def restore(
    source: Annotated[Path, typer.Argument(metavar="DIR", help="A backup.")], *, store: StoreOption = STORE
) -> None:
    """Put a copy of a backup in the store's place; the store that was there is kept beside it."""
    from kg.graph.upkeep import restore

    before = restore(source, store)
    print(f"{store} is restored from {source}" + (f"; what was there is {before}" if before else ""))


@keeping.command()
def compact(*, store: StoreOption = STORE) -> None:
    """Write the store anew, compressed, and put that in its place; what is of no use is removed."""
    from kg.cli.progress import counted
    from kg.cli.reading import unended
    from kg.graph.upkeep import compact

    before, after = compact(store, anew=True, watch=counted)
    unended(store)
    print(f"{store}: {before:,} bytes before, {after:,} after")
