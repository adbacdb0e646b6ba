"""kg site: the pages as files."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.options import STORE, QueriesOption, StoreOption


@app.command()
def site(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where the files go: what kg site wrote there before is replaced.")
    ],
    *,
    store: StoreOption = STORE,
    queries: QueriesOption = None,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Only the sentences that are evidence, not whole articles.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            min=1,
            help="Processes to write with; the files are the same. Left out: one, or all cores for many articles.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Write the pages of kg serve as files that any web host serves, with search in the browser.

    The same store gives the same files. What needs a server is left out: forms, proofs, SPARQL.
    """
    from kg.cli.jobs import within_cores
    from kg.cli.reading import reading
    from kg.errors import DataError
    from kg.query.saved import folders
    from kg.serve.settings import Settings
    from kg.serve.workers import Pool
    from kg.serve.writing import usual, write

    with reading(store):
        settings = Settings(store, no_text=no_text, workers=1, timeout=600, queries=tuple(folders(queries)))
    pool = Pool(settings)
    try:
        count = write(settings, folder, pool, within_cores(jobs) if jobs else usual(store))
    except OSError as error:
        raise DataError(f"{folder}: cannot be written: {error.strerror}") from error
    finally:
        pool.close()
    typer.echo(f"{folder}: {count} files", err=True)
